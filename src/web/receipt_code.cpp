#include "web/receipt_code.h"

namespace knippe::web {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t number_letters = 4, mark_letters = 8;

std::string letters_of(std::uint64_t value, std::size_t count) {
  std::string letters(count, '0');
  for (std::size_t at = count; at > 0; value >>= 5) letters[--at] = alphabet[value & 31];
  return letters;
}

/// As it would have been printed.
std::string tidy(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const char letter = upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
    if (alphabet.find(letter) != std::string_view::npos) code += letter;
  }
  return code;
}

}  // namespace

std::string receipt_code(const FormTokens& tokens, RoomId room, domain::involvement::ContributionId contribution) {
  const Digest mark = tokens.sign("receipt\n" + std::to_string(room.value) + "\n" + std::to_string(contribution.value));
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < 5; ++at) bits = bits << 8 | std::to_integer<std::uint64_t>(mark[at]);
  return letters_of(contribution.value, number_letters) + letters_of(bits, mark_letters);
}

std::optional<domain::involvement::ContributionId> of_receipt_code(const FormTokens& tokens, RoomId room, std::string_view typed) {
  if (typed.size() > 64) return std::nullopt;
  const std::string code = tidy(typed);
  if (code.size() != number_letters + mark_letters) return std::nullopt;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < number_letters; ++at) number = number << 5 | static_cast<std::uint32_t>(alphabet.find(code[at]));
  const domain::involvement::ContributionId contribution{number};
  if (!equal_in_constant_time(as_bytes(code), as_bytes(receipt_code(tokens, room, contribution)))) return std::nullopt;
  return contribution;
}

}  // namespace knippe::web
