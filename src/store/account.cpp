#include "store/account.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "base/text.h"

namespace knippe::store {

Result<std::string> clean_email(std::string_view typed) {
  const auto malformed = [] { return bad_input("account.email_malformed"); };
  const auto clean = clean_line(typed);
  if (!clean || clean->size() > email_length_max) return malformed();
  const auto at = clean->rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == clean->size()) return malformed();
  if (std::ranges::count(*clean, '@') != 1 || clean->find_first_of(" ,;<>\"()") != std::string::npos)
    return malformed();
  return *clean;
}

bool is_demotion(const Roles& before, const Roles& after) {
  for (const auto role : {&Roles::administrator, &Roles::facilitator, &Roles::owner, &Roles::answerer, &Roles::moderator, &Roles::politician})
    if (before.*role && !(after.*role)) return true;
  return false;
}

std::string email_key(std::string_view clean) {
  std::string key;
  icu::UnicodeString::fromUTF8(icu::StringPiece(clean.data(), static_cast<std::int32_t>(clean.size())))
      .foldCase()
      .toUTF8String(key);
  return key;
}

}  // namespace knippe::store
