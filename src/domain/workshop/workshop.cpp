#include "domain/workshop/workshop.h"

#include <algorithm>
#include <utility>

namespace knippe::domain {
namespace {

template <class Items, class IdType>
auto* by_index(Items& items, IdType id) {
  return id.value >= 1 && id.value <= items.size() ? &items[id.value - 1] : nullptr;
}

}  // namespace

int Group::people() const { return std::max({phones, static_cast<int>(members.size()), stated_people}); }

int GroupPicks::of(KeyId key) const {
  for (const KeyPicks& one : picks)
    if (one.key == key) return one.persons;
  return 0;
}

bool AloneRound::has_handed_in(PhoneId person) const { return std::ranges::find(handed_in, person) != handed_in.end(); }

const GroupPicks* AloneRound::picks_of(GroupNumber group) const {
  for (const GroupPicks& one : picks)
    if (one.group == group) return &one;
  return nullptr;
}

std::int64_t Countdown::left_at(Instant now) const {
  if (planned_ms == 0) return 0;
  return is_paused() ? left_ms : ends_at.ms - now.ms;
}

// Groups, keys, supplements, measures and notes are numbered from 1 without gaps, so a number is a position.
const Group* Workshop::find_group(GroupNumber number) const { return by_index(groups, number); }
Group* Workshop::find_group(GroupNumber number) { return by_index(groups, number); }
const Key* Workshop::find_key(KeyId id) const { return by_index(keys, id); }
Key* Workshop::find_key(KeyId id) { return by_index(keys, id); }
const Supplement* Workshop::find_supplement(SupplementId id) const { return by_index(supplements, id); }
const Measure* Workshop::find_measure(MeasureId id) const { return by_index(measures, id); }
const Note* Workshop::find_note(NoteId id) const { return by_index(notes, id); }
const Photo* Workshop::find_photo(PhotoId id) const { return by_index(photos, id); }

const Theme* Workshop::find_theme(ThemeId id) const {
  const Theme* theme = by_index(themes, id);
  return theme && !theme->removed ? theme : nullptr;
}

const Speaker* Workshop::find_speaker(SpeakerId id) const {
  const Speaker* speaker = by_index(speakers, id);
  return speaker && !speaker->removed ? speaker : nullptr;
}

std::vector<const Supplement*> Workshop::merged_into(SupplementId id) const {
  std::vector<const Supplement*> found;
  for (const Supplement& supplement : supplements)
    if (id && supplement.merged_into == id) found.push_back(&supplement);
  return found;
}

std::vector<const Supplement*> Workshop::sources_of(const Key& key) const {
  std::vector<const Supplement*> sources = merged_into(key.origin);
  if (const Supplement* own = find_supplement(key.origin)) sources.insert(sources.begin(), own);
  return sources;
}

std::vector<GroupNumber> Workshop::groups_behind(const Key& key) const {
  std::vector<GroupNumber> numbers;
  for (const Supplement* source : sources_of(key)) numbers.push_back(source->group);
  std::ranges::sort(numbers);
  const auto repeated = std::ranges::unique(numbers);
  numbers.erase(repeated.begin(), repeated.end());
  return numbers;
}

GroupNumber Workshop::seat_of(PhoneId phone) const {
  const GroupNumber* seat = by_index(seats, phone);
  return seat ? *seat : GroupNumber{};
}

const Sheet* Workshop::sheet_of(GroupNumber number, int wanted_round) const {
  const Group* group = find_group(number);
  if (!group || wanted_round < 1 || static_cast<std::size_t>(wanted_round) > group->sheets.size()) return nullptr;
  return &group->sheets[static_cast<std::size_t>(wanted_round) - 1];
}

bool Workshop::groups_ranked_in(int wanted) const {
  return std::ranges::any_of(groups, [&](const Group& group) {
    const Sheet* sheet = sheet_of(group.number, wanted);
    return sheet && sheet->is_handed_in();
  });
}

bool Workshop::may_show(const AloneRound& one) const { return !one.open && std::cmp_greater_equal(one.ballots.size(), settings.persons_shown_from); }

bool Workshop::persons_count_in(int wanted) const {
  const AloneRound* one = settings.persons_count ? alone_of(wanted) : nullptr;
  return one && may_show(*one);
}

int Workshop::counted_round() const {
  for (int candidate = round; candidate > 0; --candidate)
    if (groups_ranked_in(candidate) || persons_count_in(candidate)) return candidate;
  return 0;
}

const AloneRound* Workshop::open_alone() const {
  return !alone.empty() && alone.back().open && alone.back().round == round ? &alone.back() : nullptr;
}

const AloneRound* Workshop::alone_of(int wanted_round) const {
  for (const AloneRound& one : alone)
    if (one.round == wanted_round) return &one;
  return nullptr;
}

int Workshop::handed_in_alone(const AloneRound& one, GroupNumber group) const {
  return static_cast<int>(std::ranges::count_if(one.handed_in, [&](PhoneId person) { return seat_of(person) == group; }));
}

bool Workshop::has_visited(Stage wanted) const { return std::ranges::find(visited, wanted) != visited.end(); }

int Workshop::minutes_of(Stage wanted) const {
  for (const StagePlan& plan : settings.stages)
    if (plan.stage == wanted) return plan.minutes;
  return 0;
}

bool Workshop::ranking_is_visible() const { return !settings.hidden_until_revealed || revealed; }

int Workshop::people() const {
  int sum = 0;
  for (const Group& group : groups) sum += group.people();
  return sum;
}

std::string letter_label(std::size_t index) {
  std::string label;
  for (++index; index > 0; index = (index - 1) / 26)
    label.insert(label.begin(), static_cast<char>('A' + (index - 1) % 26));
  return label;
}

}  // namespace knippe::domain
