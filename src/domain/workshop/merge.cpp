// Several supplements become one key, and apart again. Nobody's words are lost and no ballot is changed: what stands on a ranking keeps its
// key, and two that do cannot be merged.

#include <algorithm>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"
#include "domain/workshop/supplements.h"

namespace knippe::domain {
namespace {

using Sources = std::vector<const Supplement*>;

/// Nobody knows what lies in an open ballot box, so nothing is merged or parted over it.
Status require_merging_time(const Workshop& workshop, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  if (workshop.open_alone()) return refuse("supplement.box_open");
  return {};
}

/// The named ones, each once, in the order they were proposed.
Result<Sources> named_sources(const Workshop& workshop, std::vector<SupplementId> ids) {
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
  if (ids.size() < 2) return bad_input("supplement.merge_two");
  Sources sources;
  for (const SupplementId id : ids) {
    const Supplement* supplement = workshop.find_supplement(id);
    if (!supplement) return fail(ErrorKind::not_found, "supplement.unknown");
    if (supplement->status == SupplementStatus::withdrawn) return refuse("supplement.withdrawn");
    if (supplement->status == SupplementStatus::merged) return refuse("supplement.merged");
    sources.push_back(supplement);
  }
  return sources;
}

/// Whose key the merged one is: the ranked one, else the first accepted, else the first proposed.
Result<const Supplement*> owner_of(const Workshop& workshop, const Sources& sources) {
  const auto ranked = [&](const Supplement* each) { return is_ranked(workshop, each->key); };
  const auto how_many = std::ranges::count_if(sources, ranked);
  if (how_many > 1) return refuse("supplement.both_ranked");
  if (how_many == 1) return *std::ranges::find_if(sources, ranked);
  const Supplement* first = nullptr;
  for (const Supplement* each : sources)
    if (each->status == SupplementStatus::accepted && (!first || each->key < first->key)) first = each;
  return first ? first : sources.front();
}

/// All but the owner, and what was merged into them before; by number.
std::vector<SupplementId> others(const Workshop& workshop, const Sources& sources, SupplementId owner) {
  std::vector<SupplementId> ids;
  for (const Supplement* each : sources) {
    if (each->id == owner) continue;
    ids.push_back(each->id);
    for (const Supplement* earlier : workshop.merged_into(each->id)) ids.push_back(earlier->id);
  }
  std::ranges::sort(ids);
  return ids;
}

/// Gives back the words a key had before anything was merged into it.
void restore_wording(Events& events, const Workshop& workshop, const Supplement& supplement) {
  const Key* key = workshop.find_key(supplement.key);
  if (!key || supplement.text.empty()) return;
  KeyWording before = supplement.own_wording;
  if (before.text.empty()) before = {derived_short_name(supplement.text), supplement.text};
  if (before != KeyWording{key->short_name, key->text})
    events.emplace_back(KeyWorded{key->id, std::move(before.short_name), std::move(before.text), key->language});
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const MergeSupplements& command, const Context& context) {
  TRY_STATUS(require_merging_time(workshop, context));
  const Sources sources = TRY(named_sources(workshop, command.sources));
  const Supplement* owner = TRY(owner_of(workshop, sources));

  std::string text = TRY(optional_line(command.text, limits::key_text));
  if (text.empty()) text = owner->text;
  if (text.empty()) return refuse("supplement.erased");
  std::string short_name = TRY(optional_line(command.short_name, limits::short_name));
  if (short_name.empty()) short_name = derived_short_name(text);

  const Key* old = workshop.find_key(owner->key);
  const KeyId key = old ? old->id : next_key(workshop);
  return Events{SupplementsMerged{owner->id, others(workshop, sources, owner->id), key, old ? old->label : next_letter(workshop)},
                KeyWorded{key, std::move(short_name), std::move(text), workshop.settings.language}};
}

Result<Events> decide(const Workshop& workshop, const PartSupplements& command, const Context& context) {
  TRY_STATUS(require_merging_time(workshop, context));
  const Supplement* owner = workshop.find_supplement(command.supplement);
  if (!owner) return fail(ErrorKind::not_found, "supplement.unknown");
  const Sources sources = workshop.merged_into(owner->id);
  if (sources.empty()) return Events{};
  if (is_ranked(workshop, owner->key)) return refuse("supplement.ranked");
  Events events{SupplementsParted{owner->id}};
  restore_wording(events, workshop, *owner);
  for (const Supplement* source : sources)
    if (!source->own_wording.text.empty()) restore_wording(events, workshop, *source);
  return events;
}

}  // namespace knippe::domain
