// Bytes of a file, pipe or standard input, unpacked when they are gzip.
#pragma once

#include <zlib.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

#include "isnad/result.h"

namespace isnad {

/// Reads a descriptor in blocks. A gzip stream (by its first two bytes) is unpacked, all its members one after another.
class ByteStream {
 public:
  /// `owns`: the descriptor is closed at the end. `stop` may be null; once true, read() returns 0 within a tenth of a second.
  ByteStream(int descriptor, bool owns, const std::atomic<bool>* stop);
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// Up to `size` bytes; 0 = the end, or stopped. Fails with ErrorCode::input when the device or the gzip stream is broken.
  Result<size_t> read(char* out, size_t size);

 private:
  Result<size_t> read_raw(char* out, size_t size);
  Result<size_t> read_gzip(char* out, size_t size);
  /// Reads more packed bytes behind those not yet used; `ended_` tells that there are none.
  Result<void> refill();
  /// Looks for a further member behind one that ended.
  Result<bool> next_member();
  bool stopped() const { return stop_ != nullptr && stop_->load(std::memory_order_relaxed); }

  struct Inflater;  ///< the state of zlib; its destructor frees it

  const int descriptor_;
  const bool owns_;
  const std::atomic<bool>* const stop_;
  std::string block_;      ///< bytes as read: the first look, then the packed bytes
  size_t used_ = 0;        ///< of block_
  bool looked_ = false;    ///< whether the first bytes have been looked at
  bool ended_ = false;     ///< the descriptor has no more
  bool finished_ = false;  ///< no more bytes come out
  std::unique_ptr<Inflater> inflater_;
};

}  // namespace isnad
