// Errors are values. Every fallible call of the library returns Result<T>; the library never prints, exits or throws on purpose.
//
//   isnad::Result<isnad::Lexicon> lexicon = isnad::Lexicon::load("lexicon.isnad");
//   if (!lexicon) std::cerr << lexicon.error().text() << '\n';   // lexicon/ar/cues.tsv:17:4: unknown kind "verv": use verb, noun …
//
// News text never fails: Engine::read returns a Document, not a Result.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace isnad {

enum class ErrorCode : uint8_t {
  usage,     ///< the caller asked for something that does not exist; exit code 2
  input,     ///< an input is missing or not of the declared form; exit code 3
  lexicon,   ///< a lexicon row or image is faulty; exit code 4
  output,    ///< the output could not be written; exit code 5
  internal,  ///< a broken promise of isnad itself; exit code 70
};

/// What went wrong, where, and what to do. `line` and `column` count from 1; 0 = not known. `column`
/// counts TSV cells or bytes, as `file` says.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string file;
  uint32_t line = 0;
  uint32_t column = 0;

  /// "file:line:column: message", leaving out what is not known.
  std::string text() const;
  /// The exit code of a program that stops because of this error.
  int exit_code() const;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string file = {}, uint32_t line = 0, uint32_t column = 0) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(file), line, column});
}

}  // namespace isnad
