#include "proof/receipt.h"

#include <fmt/format.h>

#include <cstring>

#include "base/encoding.h"
#include "base/text.h"

namespace knippe::proof {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_length = 12;
constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1\n";
constexpr std::size_t proof_length_max = 64;

/// Cuts the line off that `rest` begins with, without its line feed; nullopt at the end.
std::optional<std::string_view> next_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

std::optional<std::string_view> after(std::string_view prefix, std::optional<std::string_view> line) {
  if (!line || !line->starts_with(prefix)) return std::nullopt;
  return line->substr(prefix.size());
}

}  // namespace

std::string receipt_code(const Digest& leaf) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | std::to_integer<std::uint64_t>(leaf[i]);
  std::string code;
  for (std::size_t i = 0; i < code_length; ++i) code += alphabet[bits >> (59 - 5 * i) & 31];
  return code;
}

std::string written(std::string_view code) {
  return fmt::format("{}-{}-{}", code.substr(0, 4), code.substr(4, 4), code.substr(8));
}

std::optional<std::string> read_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == '-' || c == ' ') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    if (alphabet.find(c) == std::string_view::npos || code.size() == code_length) return std::nullopt;
    code += c;
  }
  if (code.size() != code_length) return std::nullopt;
  return code;
}

bool gets_receipt(std::string_view kind) { return kind == "RankingHandedIn" || kind == "PersonHandedIn"; }

std::string write_receipt(const WholeReceipt& receipt) {
  std::string text = fmt::format("{}extra {}\nindex {}\n", first_line, to_base64(as_bytes(receipt.envelope)), receipt.index);
  for (const Digest& digest : receipt.proof) text += to_base64(digest) + "\n";
  return text + "\n" + receipt.head;
}

std::optional<WholeReceipt> parse_receipt(std::string_view text) {
  if (!text.starts_with(first_line)) return std::nullopt;
  text.remove_prefix(first_line.size());
  const auto extra = after("extra ", next_line(text));
  const auto index = after("index ", next_line(text));
  if (!extra || !index) return std::nullopt;
  const auto envelope = from_base64(*extra);
  const auto number = parse_number(*index);
  if (!envelope || !number) return std::nullopt;
  WholeReceipt receipt{std::string(as_text(*envelope)), *number, {}, {}};
  auto line = next_line(text);
  for (; line && !line->empty(); line = next_line(text)) {
    const auto digest = from_base64(*line);
    if (!digest || digest->size() != sizeof(Digest) || receipt.proof.size() == proof_length_max) return std::nullopt;
    std::memcpy(receipt.proof.emplace_back().data(), digest->data(), sizeof(Digest));
  }
  if (!line || text.empty()) return std::nullopt;
  receipt.head = text;
  return receipt;
}

}  // namespace knippe::proof
