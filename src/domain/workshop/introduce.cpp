// Speakers: who they are, which keys are theirs, in what order they come on. Also while the workshop runs, and after it.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

Status require_free_name(const Workshop& workshop, SpeakerId own, const std::string& name) {
  const auto taken = [&](const Speaker& speaker) { return !speaker.removed && speaker.id != own && speaker.name == name; };
  if (std::ranges::any_of(workshop.speakers, taken)) return refuse("speaker.taken");
  return {};
}

/// Supplements are their group's own: nobody presents them from the stage.
Status require_given_once(const Workshop& workshop, const std::vector<KeyId>& keys) {
  std::set<KeyId> seen;
  for (const KeyId id : keys) {
    const Key* key = workshop.find_key(id);
    if (!key) return fail(ErrorKind::not_found, "key.unknown");
    if (key->origin) return refuse("speaker.not_given", key->label);
    if (!seen.insert(id).second) return refuse("speaker.key_twice", key->label);
  }
  return {};
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const IntroduceSpeaker& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  const Speaker* old = workshop.find_speaker(command.speaker);
  if (command.speaker && !old) return fail(ErrorKind::not_found, "speaker.unknown");
  if (!old && workshop.speaker_order.size() >= limits::speakers) return refuse("speaker.too_many", std::to_string(limits::speakers));
  std::string name = TRY(required_line(command.name, limits::speaker_name));
  std::string affiliation = TRY(optional_line(command.affiliation, limits::affiliation));
  std::string notes = TRY(optional_paragraphs(command.notes, limits::speaker_notes));
  TRY_STATUS(require_free_name(workshop, command.speaker, name));
  TRY_STATUS(require_given_once(workshop, command.keys));
  const Speaker was = old ? *old : Speaker{.id = {static_cast<std::uint32_t>(workshop.speakers.size() + 1)}};
  Events events;
  if (!old) events.emplace_back(SpeakerAdded{was.id});
  if (was.name != name || was.affiliation != affiliation) events.emplace_back(SpeakerWorded{was.id, std::move(name), std::move(affiliation)});
  if (was.notes != notes) events.emplace_back(SpeakerNoted{was.id, std::move(notes)});
  if (was.keys != command.keys) events.emplace_back(KeysAssigned{was.id, command.keys});
  return events;
}

Result<Events> decide(const Workshop& workshop, const MoveSpeaker& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (!workshop.find_speaker(command.speaker)) return fail(ErrorKind::not_found, "speaker.unknown");
  std::vector<SpeakerId> order = workshop.speaker_order;
  std::erase(order, command.speaker);
  const int place = std::clamp(command.place, 1, static_cast<int>(order.size()) + 1);
  order.insert(order.begin() + (place - 1), command.speaker);
  if (order == workshop.speaker_order) return Events{};
  return Events{SpeakersOrdered{std::move(order)}};
}

Result<Events> decide(const Workshop& workshop, const RemoveSpeaker& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (!workshop.find_speaker(command.speaker)) return Events{};
  return Events{SpeakerRemoved{command.speaker}};
}

}  // namespace knippe::domain
