#include "web/receipt_code.h"

namespace knippe::web {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_letters = 12;

/// What a code is for, and how many of its letters are a number.
struct Purpose {
  std::string_view name;
  std::size_t number_letters;
};
constexpr Purpose contributions{"receipt", 4}, supports{"support", 5};

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

std::string code_of(const FormTokens& tokens, RoomId room, Purpose purpose, std::uint64_t number) {
  const Digest mark = tokens.sign(std::string(purpose.name) + "\n" + std::to_string(room.value) + "\n" + std::to_string(number));
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < 5; ++at) bits = bits << 8 | std::to_integer<std::uint64_t>(mark[at]);
  return letters_of(number, purpose.number_letters) + letters_of(bits, code_letters - purpose.number_letters);
}

/// The number in a code that is ours.
std::optional<std::uint64_t> number_in(const FormTokens& tokens, RoomId room, Purpose purpose, std::string_view typed) {
  if (typed.size() > 64) return std::nullopt;
  const std::string code = tidy(typed);
  if (code.size() != code_letters) return std::nullopt;
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < purpose.number_letters; ++at) number = number << 5 | alphabet.find(code[at]);
  if (!equal_in_constant_time(as_bytes(code), as_bytes(code_of(tokens, room, purpose, number)))) return std::nullopt;
  return number;
}

}  // namespace

std::string receipt_code(const FormTokens& tokens, RoomId room, domain::involvement::ContributionId contribution) {
  return code_of(tokens, room, contributions, contribution.value);
}

std::optional<domain::involvement::ContributionId> of_receipt_code(const FormTokens& tokens, RoomId room, std::string_view typed) {
  const auto number = number_in(tokens, room, contributions, typed);
  if (!number) return std::nullopt;
  return domain::involvement::ContributionId{static_cast<std::uint32_t>(*number)};
}

std::string support_code(const FormTokens& tokens, RoomId room, Seq record) { return code_of(tokens, room, supports, record.value); }

std::optional<Seq> of_support_code(const FormTokens& tokens, RoomId room, std::string_view typed) {
  const auto number = number_in(tokens, room, supports, typed);
  if (!number) return std::nullopt;
  return Seq{*number};
}

}  // namespace knippe::web
