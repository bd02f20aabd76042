#include "store/slug.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "base/encoding.h"

namespace knippe::store {
namespace {

constexpr std::size_t readable_length_max = 60;

/// What decomposition leaves alone but a reader spells in ASCII.
std::string_view spelled(char32_t c) {
  switch (c) {
    case U'æ':
      return "ae";
    case U'ø':
      return "o";
    case U'đ':
    case U'ð':
      return "d";
    case U'ŋ':
      return "n";
    case U'ŧ':
      return "t";
    case U'þ':
      return "th";
    case U'ß':
      return "ss";
    default:
      return {};
  }
}

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  auto folded = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  folded.toLower(icu::Locale::getRoot());
  return icu::Normalizer2::getNFKDInstance(error)->normalize(folded, error);
}

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36f; }

}  // namespace

std::string make_slug(std::string_view title, Random& random) {
  std::string slug;
  const icu::UnicodeString letters = decomposed(title);
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(letters.char32At(i));
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      slug += static_cast<char>(c);
    else if (const auto spelling = spelled(c); !spelling.empty())
      slug += spelling;
    else if (!is_mark(c) && !slug.empty() && slug.back() != '-')
      slug += '-';
  }
  slug.resize(std::min(slug.size(), readable_length_max));
  if (!slug.empty() && slug.back() != '-') slug += '-';
  return slug + to_base32(random.next_u64()).substr(7);
}

}  // namespace knippe::store
