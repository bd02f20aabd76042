#pragma once
// What every log knows of a picture: a commitment, never the picture.

#include <algorithm>
#include <string_view>

namespace knippe::domain {

/// 64 hexadecimal digits in lower case, as store/photos.h gives them.
inline bool is_commitment(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace knippe::domain
