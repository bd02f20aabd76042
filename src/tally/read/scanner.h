#pragma once
// A reading finger over bytes. It counts lines only when it must say where it stands.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace knippe::tally {

class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : begin_(bytes.data()), at_(begin_), end_(begin_ + bytes.size()) {
    if (bytes.starts_with("\xEF\xBB\xBF")) at_ += 3;
  }

  bool at_end() const { return at_ == end_; }
  /// The next byte; '\0' at the end.
  char peek() const { return at_ == end_ ? '\0' : *at_; }
  const char* at() const { return at_; }
  void go_to(const char* at) { at_ = at; }
  void skip() { ++at_; }

  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  void skip_blanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t')) ++at_;
  }
  /// The end of a line or of all; takes it.
  bool take_line_end() {
    if (at_ == end_) return true;
    if (*at_ == '\r' && at_ + 1 != end_ && at_[1] == '\n') ++at_;
    return take('\n');
  }
  /// A whole number without sign, below 2^53; false when there is none here or it is larger.
  bool take_number(std::uint64_t& number) {
    const char* const first = at_;
    std::uint64_t value = 0;
    for (; at_ != end_ && static_cast<unsigned char>(*at_ - '0') < 10; ++at_) {
      value = value * 10 + static_cast<unsigned char>(*at_ - '0');
      if (value >= std::uint64_t{1} << 53) return at_ = first, false;
    }
    number = value;
    return at_ != first;
  }
  /// What is left of this line, without its end, which is taken.
  std::string_view take_line() {
    const std::string_view all = rest();
    const std::size_t end = all.find('\n');
    std::string_view line = all.substr(0, end);
    at_ += end == all.npos ? all.size() : end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  /// "line:column" of the finger, or of another place in the same bytes.
  std::string place() const { return place(at_); }
  std::string place(const char* where) const;

 private:
  const char *begin_, *at_, *end_;
};

}  // namespace knippe::tally
