#include "input/bytes.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace isnad {

struct ByteStream::Inflater {
  z_stream state{};
  bool ready = false;
  bool inside = true;                                            ///< between a member's header and its end
  Inflater() { ready = inflateInit2(&state, 15 + 16) == Z_OK; }  // 15: the largest window; +16: gzip framing only
  ~Inflater() {
    if (ready) inflateEnd(&state);
  }
};

namespace {

constexpr size_t kBlock = size_t{1} << 16;
constexpr int kPollMilliseconds = 100;
constexpr unsigned char kGzipMagic[2] = {0x1F, 0x8B};

bool is_gzip(std::string_view bytes) {
  return bytes.size() >= 2 && static_cast<unsigned char>(bytes[0]) == kGzipMagic[0] &&
         static_cast<unsigned char>(bytes[1]) == kGzipMagic[1];
}

}  // namespace

ByteStream::ByteStream(int descriptor, bool owns, const std::atomic<bool>* stop) : descriptor_(descriptor), owns_(owns), stop_(stop) {}

ByteStream::~ByteStream() {
  if (owns_) close(descriptor_);
}

Result<size_t> ByteStream::read_raw(char* out, size_t size) {
  for (;;) {
    if (stopped()) return size_t{0};
    if (stop_ != nullptr) {
      pollfd wait{descriptor_, POLLIN, 0};
      const int ready = poll(&wait, 1, kPollMilliseconds);
      if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    }
    const ssize_t got = ::read(descriptor_, out, size);
    if (got >= 0) return static_cast<size_t>(got);
    if (errno != EINTR) return fail(ErrorCode::input, std::string("cannot read: ") + std::strerror(errno));
  }
}

Result<void> ByteStream::refill() {
  block_.erase(0, used_);
  used_ = 0;
  const size_t had = block_.size();
  block_.resize(had + kBlock);
  const Result<size_t> got = read_raw(block_.data() + had, kBlock);
  block_.resize(had + (got ? *got : 0));
  if (!got) return tl::unexpected<Error>(got.error());
  ended_ = *got == 0;
  return {};
}

Result<size_t> ByteStream::read(char* out, size_t size) {
  while (!looked_ && !ended_ && block_.size() < 2) {
    if (const Result<void> more = refill(); !more) return tl::unexpected<Error>(more.error());
  }
  if (!looked_) {
    looked_ = true;
    if (is_gzip(block_)) inflater_ = std::make_unique<Inflater>();
  }
  if (finished_) return size_t{0};
  if (inflater_) return read_gzip(out, size);
  if (used_ < block_.size()) {
    const size_t count = std::min(size, block_.size() - used_);
    std::memcpy(out, block_.data() + used_, count);
    used_ += count;
    return count;
  }
  return read_raw(out, size);
}

Result<bool> ByteStream::next_member() {
  while (block_.size() - used_ < 2 && !ended_) {
    if (const Result<void> more = refill(); !more) return tl::unexpected<Error>(more.error());
  }
  const std::string_view rest = std::string_view(block_).substr(used_);
  if (is_gzip(rest)) {
    inflateReset(&inflater_->state);
    inflater_->inside = true;
    return true;
  }
  // Tapes and some writers pad with zeros; anything else behind the last member is damage.
  const bool padding = std::all_of(rest.begin(), rest.end(), [](char byte) { return byte == 0; });
  if (!padding) return fail(ErrorCode::input, "bytes that are not gzip stand behind the end of the gzip stream");
  return false;
}

Result<size_t> ByteStream::read_gzip(char* out, size_t size) {
  if (!inflater_->ready) return fail(ErrorCode::internal, "zlib does not start");
  z_stream& z = inflater_->state;
  z.next_out = reinterpret_cast<Bytef*>(out);
  z.avail_out = static_cast<uInt>(std::min(size, kBlock * 16));
  const size_t room = z.avail_out;
  while (z.avail_out == room) {
    if (!inflater_->inside) {
      const Result<bool> another = next_member();
      if (!another || !*another) finished_ = true;
      if (!another) return tl::unexpected<Error>(another.error());
      if (!*another) return size_t{0};
    }
    if (used_ == block_.size() && !ended_) {
      if (const Result<void> more = refill(); !more) return tl::unexpected<Error>(more.error());
    }
    z.next_in = reinterpret_cast<Bytef*>(block_.data() + used_);
    z.avail_in = static_cast<uInt>(block_.size() - used_);
    const int code = inflate(&z, Z_NO_FLUSH);
    used_ = block_.size() - z.avail_in;
    if (code == Z_STREAM_END) inflater_->inside = false;
    const bool starved = ended_ && used_ == block_.size() && inflater_->inside && z.avail_out == room;
    if ((code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) || starved) {
      finished_ = true;
      if (stopped()) return size_t{0};
      return fail(ErrorCode::input, starved ? "the gzip stream ends too early" : "the gzip stream is damaged");
    }
  }
  return room - z.avail_out;
}

}  // namespace isnad
