#include "store/passwords.h"

#include <sodium.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/text.h"
#include "store/account.h"

namespace knippe::store {
namespace {

constexpr std::array trivial = {"password12",   "password123",    "password1234",     "passord123",  "passord1234",
                                "passordet123", "passordpassord", "passwordpassword", "qwertyuiop",  "qwertyuiopå",
                                "asdfghjklø",   "1q2w3e4r5t",     "1234567890",       "0123456789",  "12345678910",
                                "0987654321",   "123456123456",   "abcdefghij",       "abcd123456",  "sommer2026",
                                "kommune123",   "velkommen123",   "administrator",    "nøkkelknippe"};

/// The same password typed on a Mac and on a PC must be the same bytes.
std::string composed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string result;
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::Normalizer2::getNFCInstance(error)->normalize(wide, error).toUTF8String(result);
  return result;
}

bool repeats_one_character(std::string_view text) {
  std::size_t width = 1;
  while (width < text.size() && (static_cast<unsigned char>(text[width]) & 0xc0) == 0x80) ++width;
  return text.substr(width) == text.substr(0, text.size() - width);
}

bool is_trivial(const std::string& password) {
  const std::string key = email_key(password);
  if (std::ranges::find(trivial, key) != trivial.end()) return true;
  return repeats_one_character(key);
}

}  // namespace

Result<std::string> check_password(std::string_view typed, std::string_view email) {
  if (!is_valid_utf8(typed)) return bad_input("text.not_utf8");
  if (typed.size() > 4 * password_length_max)
    return bad_input("password.too_long", std::to_string(password_length_max));
  std::string password = composed(typed);
  if (length(password) < password_length_min)
    return bad_input("password.too_short", std::to_string(password_length_min));
  if (length(password) > password_length_max)
    return bad_input("password.too_long", std::to_string(password_length_max));
  if (email_key(password) == email_key(email)) return bad_input("password.same_as_email");
  if (is_trivial(password)) return bad_input("password.too_common");
  return password;
}

Passwords::Passwords(PasswordCost cost) : cost_(cost) {
  CHECK(sodium_init() >= 0);
  if (auto hashed = hash("the password of nobody")) nobodys_ = *std::move(hashed);
}

Result<std::string> Passwords::hash(std::string_view checked) const {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  places_.acquire();
  const int code = crypto_pwhash_str_alg(text.data(), checked.data(), checked.size(), cost_.passes, cost_.memory_bytes,
                                         crypto_pwhash_ALG_ARGON2ID13);
  places_.release();
  if (code != 0) return fail(ErrorKind::unavailable, "password.no_memory");
  return std::string(text.data());
}

bool Passwords::matches(std::string_view typed, std::string_view hash) const {
  const std::string password = composed(typed.substr(0, 4 * password_length_max));
  const std::string against(hash.empty() ? std::string_view(nobodys_) : hash);
  places_.acquire();
  const bool right = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  places_.release();
  return right && !hash.empty();
}

}  // namespace knippe::store
