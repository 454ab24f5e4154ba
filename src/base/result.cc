#include "isnad/result.h"

namespace isnad {

std::string Error::text() const {
  std::string out = file;
  for (uint32_t number : {line, column})
    if (number != 0) out.append(out.empty() ? "" : ":").append(std::to_string(number));
  return out.empty() ? message : out + ": " + message;
}

int Error::exit_code() const {
  switch (code) {
    case ErrorCode::usage: return 2;
    case ErrorCode::input: return 3;
    case ErrorCode::lexicon: return 4;
    case ErrorCode::output: return 5;
    case ErrorCode::internal: break;
  }
  return 70;
}

}  // namespace isnad
