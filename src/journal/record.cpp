#include "journal/record.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encoding.h"
#include "journal/tree.h"

namespace knippe::journal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool in_kind(char c) { return is_digit(c) || is_lower(c) || is_upper(c); }
bool in_actor(char c) { return is_digit(c) || is_lower(c) || c == ':' || c == '.' || c == '_' || c == '-'; }

bool is_word(std::string_view text, bool (*allowed)(char)) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, allowed);
}

}  // namespace

Digest commitment(const Salt& salt, std::string_view body) { return sha256({salt, as_bytes(body)}); }

namespace {

/// Most fit in the buffer's own memory.
using Lines = fmt::basic_memory_buffer<char, 512>;

void write_envelope(Lines& out, const Event& event) {
  fmt::format_to(fmt::appender(out), "knippe-record-1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", to_base32(event.room.value), event.seq.value, event.kind, event.time.ms,
                 event.actor, to_hex(event.cause), to_hex(event.commitment));
}

}  // namespace

std::string envelope(const Event& event) {
  Lines lines;
  write_envelope(lines, event);
  return fmt::to_string(lines);
}

Digest leaf_hash(const Event& event) {
  Lines lines;
  write_envelope(lines, event);
  return leaf_hash(as_bytes(std::string_view(lines.data(), lines.size())));
}

Status check_draft(const Draft& draft) {
  if (!is_word(draft.kind, in_kind)) return fail(ErrorKind::internal, "journal.bad_draft", "kind " + draft.kind);
  if (!is_word(draft.actor, in_actor)) return fail(ErrorKind::internal, "journal.bad_draft", "actor " + draft.actor);
  return {};
}

bool commitment_holds(const Event& event) {
  if (event.body.has_value() != event.salt.has_value()) return false;
  return !event.body || commitment(*event.salt, *event.body) == event.commitment;
}

}  // namespace knippe::journal
