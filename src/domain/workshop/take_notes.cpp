// What listeners write during the pitches.

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {

Result<Events> decide(const Workshop& workshop, const TakeNote& command, const Context& context) {
  TRY(contributing_group(workshop, command.from, Stage::pitch, context));
  if (!workshop.find_group(command.about)) return fail(ErrorKind::not_found, "group.unknown");
  if (command.about == command.from) return refuse("note.about_yourself");
  const auto standing = std::ranges::count_if(workshop.notes, [&](const Note& note) {
    return note.from == command.from && note.kind == command.kind && !note.withdrawn;
  });
  if (static_cast<std::size_t>(standing) >= limits::per_group_and_kind)
    return refuse("note.too_many", std::to_string(limits::per_group_and_kind));
  std::string text = TRY(required_paragraphs(command.text, limits::note_text));
  const NoteId id{static_cast<std::uint32_t>(workshop.notes.size() + 1)};
  return Events{NoteTaken{id, command.from, command.about, command.kind}, NoteWorded{id, std::move(text)}};
}

Result<Events> decide(const Workshop& workshop, const WithdrawNote& command, const Context& context) {
  const Note* note = workshop.find_note(command.note);
  if (!note) return fail(ErrorKind::not_found, "note.unknown");
  TRY(contributing_group(workshop, note->from, Stage::pitch, context));
  if (note->withdrawn) return Events{};
  return Events{NoteWithdrawn{command.note}};
}

}  // namespace knippe::domain
