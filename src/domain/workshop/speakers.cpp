#include "domain/workshop/speakers.h"

#include <algorithm>

#include "domain/limits.h"
#include "domain/numbered.h"

namespace knippe::domain {
namespace {

bool is_given(const Key& key) { return !key.origin && !key.retired; }

KeyRun run_of(const Workshop& workshop, const Speaker& speaker) {
  KeyRun run{&speaker, speaker.name, {}};
  for (const KeyId id : speaker.keys)
    if (const Key* key = workshop.find_key(id); key && is_given(*key)) run.keys.push_back(key);
  return run;
}

/// Works out what introduces the people who stand beside keys.
struct Introduction {
  std::vector<Speaker> speakers;  ///< as they will be; index: id - 1
  Events events = {};

  Speaker* called(const std::string& name) {
    const auto found = std::ranges::find_if(speakers, [&](const Speaker& one) { return !one.removed && one.name == name; });
    return found == speakers.end() ? nullptr : &*found;
  }
  Speaker& add(const Speaker& wanted) {
    Speaker& made = speakers.emplace_back(wanted);
    made.id = SpeakerId{static_cast<std::uint32_t>(speakers.size())};
    events.emplace_back(SpeakerAdded{made.id});
    events.emplace_back(SpeakerWorded{made.id, made.name, made.affiliation});
    if (!made.notes.empty()) events.emplace_back(SpeakerNoted{made.id, made.notes});
    return made;
  }
};

/// The keys named for a speaker: in the order they had, then by number.
std::vector<KeyId> keys_named(const std::vector<Key>& keys, const Speaker& speaker, bool moved) {
  std::vector<KeyId> wanted, all;
  for (const Key& key : keys)
    if (!key.speaker.empty() && key.speaker == speaker.name) all.push_back(key.id);
  if (!moved) std::ranges::copy_if(speaker.keys, std::back_inserter(wanted), [&](KeyId id) { return stands_in(all, id); });
  std::ranges::copy_if(all, std::back_inserter(wanted), [&](KeyId id) { return !stands_in(wanted, id); });
  return wanted;
}

}  // namespace

std::vector<KeyRun> key_runs(const Workshop& workshop) {
  std::vector<KeyRun> runs;
  for (const SpeakerId id : workshop.speaker_order)
    if (const Speaker* speaker = workshop.find_speaker(id)) {
      KeyRun run = run_of(workshop, *speaker);
      if (!run.keys.empty()) runs.push_back(std::move(run));
    }
  const std::size_t introduced = runs.size();
  for (const Key& key : workshop.keys) {
    if (!is_given(key) || speaker_of(workshop, key.id)) continue;
    if (runs.size() == introduced || runs.back().name != key.speaker) runs.push_back({nullptr, key.speaker, {}});
    runs.back().keys.push_back(&key);
  }
  return runs;
}

std::vector<const Key*> presenting_order(const Workshop& workshop) {
  std::vector<const Key*> keys;
  for (const KeyRun& run : key_runs(workshop)) keys.insert(keys.end(), run.keys.begin(), run.keys.end());
  for (const Key& key : workshop.keys)
    if (key.origin && !key.retired) keys.push_back(&key);
  return keys;
}

const Speaker* speaker_of(const Workshop& workshop, KeyId key) {
  for (const Speaker& speaker : workshop.speakers)
    if (!speaker.removed && stands_in(speaker.keys, key)) return &speaker;
  return nullptr;
}

std::vector<Key> without_names(std::vector<Key> keys) {
  for (Key& key : keys) key.speaker.clear();
  return keys;
}

Result<Events> introduced_by(const Workshop& workshop, const std::vector<Key>& keys, const std::vector<Speaker>& brought, bool moved) {
  Introduction all{workshop.speakers};
  for (const Speaker& speaker : brought)
    if (!speaker.removed && !speaker.name.empty() && !all.called(speaker.name)) all.add(speaker);
  for (const Key& key : keys)
    if (!key.speaker.empty() && !all.called(key.speaker)) all.add({.name = key.speaker});
  if (std::ranges::count(all.speakers, false, &Speaker::removed) > static_cast<std::ptrdiff_t>(limits::speakers))
    return bad_input("speaker.too_many", std::to_string(limits::speakers));
  for (std::size_t i = 0; i < all.speakers.size(); ++i) {
    const Speaker& speaker = all.speakers[i];
    const bool known = i < workshop.speakers.size();
    const std::vector<KeyId> present = known ? speaker.keys : std::vector<KeyId>{}, wanted = keys_named(keys, speaker, moved && known);
    if (speaker.removed || wanted == present) continue;
    if (wanted.empty() && speaker.notes.empty()) all.events.emplace_back(SpeakerRemoved{speaker.id});
    else all.events.emplace_back(KeysAssigned{speaker.id, wanted});
  }
  return all.events;
}

}  // namespace knippe::domain
