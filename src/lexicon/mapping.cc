#include "lexicon/mapping.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace isnad::lexicon {

Result<Mapping> Mapping::of_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(ErrorCode::input, "the compiled lexicon cannot be opened", path);
  struct stat status = {};
  Mapping mapping;
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    void* data = ::mmap(nullptr, static_cast<size_t>(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (data != MAP_FAILED) {
      mapping.data_ = data;
      mapping.size_ = static_cast<size_t>(status.st_size);
    }
  }
  ::close(descriptor);
  if (mapping.data_ == nullptr) return fail(ErrorCode::lexicon, "the file is not a compiled lexicon", path);
  return mapping;
}

Mapping::~Mapping() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace isnad::lexicon
