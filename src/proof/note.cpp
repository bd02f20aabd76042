#include "proof/note.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/encoding.h"
#include "base/text.h"

namespace knippe::proof {
namespace {

constexpr std::string_view dash = "\u2014 ";
constexpr std::size_t note_bytes_max = 1 << 20;
constexpr std::size_t signatures_max = 100;
constexpr std::uint64_t seconds_max = 1ULL << 40;

bool is_space_free(std::string_view name) {
  for (const std::string_view space : {" ", "\t", "\n", "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                       "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"})
    if (name.find(space) != std::string_view::npos) return false;
  return true;
}

bool is_note_text(std::string_view text) {
  return is_valid_utf8(text) && std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

std::array<std::byte, 4> big_endian(std::uint32_t number) {
  return {static_cast<std::byte>(number >> 24), static_cast<std::byte>(number >> 16), static_cast<std::byte>(number >> 8), static_cast<std::byte>(number)};
}

std::uint32_t number_of(std::span<const std::byte> four) {
  std::uint32_t number = 0;
  for (const std::byte byte : four.first(4)) number = number << 8 | std::to_integer<std::uint32_t>(byte);
  return number;
}

struct Line {
  std::string_view name;
  std::vector<std::byte> bytes;  ///< id and signature, between them the time of a cosignature
};
constexpr std::size_t id_bytes = 4, time_bytes = 8;

std::array<std::byte, time_bytes> big_endian(std::uint64_t number) {
  std::array<std::byte, time_bytes> bytes;
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8) *byte = static_cast<std::byte>(number);
  return bytes;
}

std::uint64_t seconds_in(std::span<const std::byte> bytes) {
  std::uint64_t number = 0;
  for (const std::byte byte : bytes.first(time_bytes)) number = number << 8 | std::to_integer<std::uint64_t>(byte);
  return number;
}

std::string cosigned_text(std::uint64_t seconds, std::string_view text) { return fmt::format("cosignature/v1\ntime {}\n{}", seconds, text); }

std::string write_line(std::string_view name, std::uint32_t id, std::span<const std::byte> time, const Signature& signature) {
  const auto first = big_endian(id);
  std::vector<std::byte> bytes(first.begin(), first.end());
  bytes.insert(bytes.end(), time.begin(), time.end());
  bytes.insert(bytes.end(), signature.begin(), signature.end());
  return fmt::format("{}{} {}\n", dash, name, to_base64(bytes));
}

std::optional<Line> read_line(std::string_view line) {
  if (!line.starts_with(dash)) return std::nullopt;
  line.remove_prefix(dash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !is_signer_name(line.substr(0, space))) return std::nullopt;
  auto bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return std::nullopt;
  return Line{line.substr(0, space), *std::move(bytes)};
}

std::unexpected<Error> malformed() { return bad_input("note.malformed"); }

/// Where the text ends: after its final line feed, before the last blank line.
std::size_t end_of_text(std::string_view note) {
  const auto blank = note.rfind("\n\n");
  return blank == std::string_view::npos ? 0 : blank + 1;
}

/// When a known signer's line was made (0: it does not say), or nothing when it does not hold.
std::optional<Instant> time_of(const Line& line, const Verifier& signer, std::string_view text) {
  const bool timed = signer.type == SignatureType::cosignature;
  const std::size_t before = id_bytes + (timed ? time_bytes : 0);
  Signature signature;
  if (line.bytes.size() != before + signature.size()) return std::nullopt;
  std::memcpy(signature.data(), line.bytes.data() + before, signature.size());
  if (!timed) return verify(signer.key, text, signature) ? std::optional(Instant{}) : std::nullopt;
  const std::uint64_t seconds = seconds_in(std::span(line.bytes).subspan(id_bytes));
  if (seconds == 0 || seconds > seconds_max || !verify(signer.key, cosigned_text(seconds, text), signature)) return std::nullopt;
  return Instant{static_cast<std::int64_t>(seconds) * 1'000};
}

}  // namespace

bool is_signer_name(std::string_view name) { return !name.empty() && name.find('+') == std::string_view::npos && is_valid_utf8(name) && is_space_free(name); }

std::uint32_t Verifier::id() const {
  const std::byte typed[] = {static_cast<std::byte>(type)};
  const Digest digest = sha256({as_bytes(name), as_bytes("\n"), typed, key});
  return number_of(digest);
}

std::string Verifier::vkey() const {
  std::vector<std::byte> typed{static_cast<std::byte>(type)};
  typed.insert(typed.end(), key.begin(), key.end());
  return fmt::format("{}+{:08x}+{}", name, id(), to_base64(typed));
}

std::optional<Verifier> parse_vkey(std::string_view text, SignatureType type) {
  const auto parts = split(text, '+');  // base64 may hold further plus signs
  if (parts.size() < 3) return std::nullopt;
  const auto bytes = from_base64(text.substr(parts[0].size() + parts[1].size() + 2));
  if (!bytes || bytes->size() != 33 || bytes->front() != static_cast<std::byte>(type) || !is_signer_name(parts[0])) return std::nullopt;
  Verifier verifier{std::string(parts[0]), {}, type};
  std::memcpy(verifier.key.data(), bytes->data() + 1, verifier.key.size());
  if (verifier.vkey() != text) return std::nullopt;
  return verifier;
}

std::string signature_line(std::string_view name, const KeyPair& key, std::string_view text) {
  return write_line(name, Verifier{std::string(name), key.public_key()}.id(), {}, key.sign(text));
}

std::string cosignature_line(std::string_view name, const KeyPair& key, std::string_view text, Instant at) {
  const auto seconds = static_cast<std::uint64_t>(at.ms / 1'000);
  return write_line(name, Verifier{std::string(name), key.public_key(), SignatureType::cosignature}.id(), big_endian(seconds), key.sign(cosigned_text(seconds, text)));
}

std::string sign_note(std::string_view text, std::string_view name, const KeyPair& key) {
  return fmt::format("{}\n{}", text, signature_line(name, key, text));
}

std::optional<std::string_view> unverified_text(std::string_view note) {
  const std::size_t end = end_of_text(note);
  if (note.size() > note_bytes_max || end == 0 || !note.ends_with('\n') || !is_note_text(note)) return std::nullopt;
  return note.substr(0, end);
}

Result<Note> open_note(std::string_view note, std::span<const Verifier> known) {
  const auto text = unverified_text(note);
  if (!text) return malformed();
  std::string_view rest = note.substr(text->size() + 1);
  Note opened{std::string(*text), {}, {}};
  std::size_t lines = 0;
  while (!rest.empty()) {
    const auto line = read_line(rest.substr(0, rest.find('\n')));
    if (!line || ++lines > signatures_max) return malformed();
    rest.remove_prefix(rest.find('\n') + 1);
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (known[i].name != line->name || known[i].id() != number_of(line->bytes)) continue;
      const auto at = time_of(*line, known[i], *text);
      if (!at) return refuse("note.bad_signature");
      if (std::ranges::find(opened.by, i) != opened.by.end()) continue;
      opened.by.push_back(i);
      opened.times.push_back(*at);
    }
  }
  if (lines == 0) return malformed();
  if (opened.by.empty()) return refuse("note.unknown_key");
  return opened;
}

}  // namespace knippe::proof
