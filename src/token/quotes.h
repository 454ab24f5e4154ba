// Which quotation marks open and which close.
#pragma once

#include <string_view>

#include "token/classes.h"

namespace isnad {

/// Follows the marks of one paragraph; straight ones alternate, directed ones keep their side unless the blanks around them say the
/// opposite (papers type the curly marks of the other direction). A new paragraph starts afresh.
class QuoteState {
 public:
  enum class Side : uint8_t { none, open, close };

  /// The side of the mark [begin, end) of `key`; `none` = an apostrophe or a stray mark.
  Side side_of(std::u16string_view key, size_t begin, size_t end);
  void new_paragraph() { *this = QuoteState(); }
  bool inside() const { return straight_ || curly_ > 0 || guillemets_ > 0; }

 private:
  Side counted(int& depth, bool opens);

  bool straight_ = false;
  bool single_ = false;
  int curly_ = 0;
  int guillemets_ = 0;
};

}  // namespace isnad
