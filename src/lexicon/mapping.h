// A file in memory, read-only.
#pragma once

#include <span>
#include <string>
#include <utility>

#include "isnad/result.h"

namespace isnad::lexicon {

class Mapping {
 public:
  static Result<Mapping> of_file(const std::string& path);
  Mapping() = default;
  Mapping(Mapping&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Mapping& operator=(Mapping&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~Mapping();
  std::span<const char> bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace isnad::lexicon
