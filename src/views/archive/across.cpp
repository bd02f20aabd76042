#include "views/archive/across.h"

#include <algorithm>

#include "base/encoding.h"
#include "domain/workshop/template.h"
#include "views/result.h"

namespace knippe::views {
namespace {

constexpr std::size_t percent_from = 10;

AcrossSet& set_of(std::vector<AcrossSet>& sets, const AcrossSource& source) {
  const auto same = [&](const AcrossSet& set) { return set.template_name == source.template_name && set.places == source.places; };
  const auto found = std::ranges::find_if(sets, same);
  if (found != sets.end()) return *found;
  AcrossSet& made = sets.emplace_back();
  made.template_name = source.template_name;
  made.places = source.places;
  return made;
}

AcrossKey& row_of(std::vector<AcrossKey>& rows, const ListedKey& key) {
  const auto found = std::ranges::find_if(rows, [&](const AcrossKey& row) { return row.key->text == key.text; });
  if (found != rows.end()) return *found;
  AcrossKey& made = rows.emplace_back();
  made.key = &key;
  return made;
}

void add(AcrossSet& set, const ListedKey& key, std::size_t source) {
  if (key.supplement) {
    if (key.on_top) set.supplements.push_back({&key, {source}, {}});
    return;
  }
  AcrossKey& row = row_of(set.keys, key);
  (key.on_top ? row.on_top : row.below).push_back(source);
}

}  // namespace

std::optional<AcrossSource> across_source(const domain::Workshop& workshop, RoomId room) {
  if (!workshop.published || workshop.simulated || workshop.rehearsal || workshop.deleted) return std::nullopt;
  const RankingResult result = result_of(workshop);
  if (result.empty()) return std::nullopt;
  AcrossSource source{"/resultater/" + to_base32(room.value), workshop.about.title, workshop.settings.language, workshop.about.date,
                      workshop.template_name, workshop.settings.places, false, {}};
  const auto on_top = [&](KeyId id) {
    const auto end = result.keys.begin() + static_cast<std::ptrdiff_t>(result.top_size());
    return std::ranges::find(result.keys.begin(), end, id, &RankedKey::key) != end;
  };
  for (const domain::Key& key : workshop.keys) {
    if (key.retired) continue;
    ListedKey listed{key.text, key.short_name, key.language, on_top(key.id), static_cast<bool>(key.origin), {}};
    for (const GroupNumber group : workshop.groups_behind(key)) listed.groups.push_back(group.value);
    source.keys.push_back(std::move(listed));
  }
  return source;
}

AcrossSource across_source(const Record& record) {
  const domain::Template made = domain::seminar_2017();
  AcrossSource source{"/arkiv/" + record.id, record.title, record.language, record.date, made.name, made.settings.places, true, {}};
  for (const domain::Key& key : record.keys)
    source.keys.push_back({key.text, key.short_name, key.language, std::ranges::count(record.ranked_highest, key.id) > 0});
  return source;
}

std::vector<AcrossSet> across(std::span<const AcrossSource> sources) {
  std::vector<AcrossSet> sets;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    AcrossSet& set = set_of(sets, sources[i]);
    set.sources.push_back(i);
    for (const ListedKey& key : sources[i].keys) add(set, key, i);
  }
  for (AcrossSet& set : sets)
    std::ranges::stable_sort(set.keys, std::ranges::greater(), [](const AcrossKey& key) { return key.on_top.size(); });
  return sets;
}

std::string share_of(const Words& w, std::size_t count, std::size_t of) {
  const auto many = static_cast<std::int64_t>(count), all = static_cast<std::int64_t>(of);
  std::string said = w.plural("across.of", all, many);
  if (of >= percent_from) said += " " + w.format("across.percent", (100 * many + all / 2) / all);
  return said;
}

}  // namespace knippe::views
