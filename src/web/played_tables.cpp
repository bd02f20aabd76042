#include "web/played_tables.h"

#include <algorithm>
#include <vector>

#include "base/random.h"
#include "base/text.h"

namespace knippe::web {
namespace {

using domain::Command;
using domain::Group;
using domain::Workshop;

constexpr std::size_t tables = 6;
constexpr auto pace = std::chrono::milliseconds(500);

/// The n-th of a catalogue entry's lines, from the beginning again after the last.
std::string line_of(std::string_view lines, std::uint32_t n) {
  const auto all = split(lines, '\n');
  return std::string(all[n % all.size()]);
}

std::vector<const Group*> played(const Workshop& w) {
  std::vector<const Group*> found;
  for (const Group& group : w.groups)
    if (group.phones == 0) found.push_back(&group);
  return found;
}

std::optional<Command> supplement(const Workshop& w, const views::Words& words) {
  for (const Group* table : played(w))
    if (std::ranges::find(w.supplements, table->number, &domain::Supplement::group) == w.supplements.end())
      return domain::ProposeSupplement{table->number, line_of(words("played.supplements"), table->number.value - 1)};
  return std::nullopt;
}

/// The first keys are liked best, as in a real hall.
KeyId key_for(const Workshop& w, const Group& table, const std::vector<KeyId>& chosen) {
  SeededRandom dice(table.number.value * 1'009 + chosen.size() * 31 + static_cast<std::size_t>(w.round));
  while (true) {
    const auto at = std::min(dice.below(w.keys.size()), dice.below(w.keys.size()));
    const domain::Key& key = w.keys[at];
    if (!key.retired && std::ranges::find(chosen, key.id) == chosen.end()) return key.id;
  }
}

/// Whoever has come least far is next, so that the tables hand in at about the same time.
std::optional<Command> rank(const Workshop& w) {
  if (w.open_alone()) return std::nullopt;
  const Group* next = nullptr;
  std::vector<KeyId> chosen;
  for (const Group* table : played(w)) {
    const domain::Sheet* sheet = w.sheet_of(table->number, w.round);
    if (sheet && sheet->is_handed_in()) continue;
    const std::vector<KeyId> draft = sheet ? sheet->draft : std::vector<KeyId>{};
    if (!next || draft.size() < chosen.size()) next = table, chosen = draft;
  }
  if (!next) return std::nullopt;
  if (chosen.size() >= static_cast<std::size_t>(w.settings.places)) return domain::HandInRanking{next->number, {}};
  return domain::ChooseKey{next->number, key_for(w, *next, chosen)};
}

std::optional<Command> measure(const Workshop& w, const views::Words& words) {
  for (const Group* table : played(w))
    if (std::ranges::find(w.measures, table->number, &domain::Measure::group) == w.measures.end())
      return domain::PlanMeasure{table->number, line_of(words("played.measures"), table->number.value - 1), {}, {}, {}};
  return std::nullopt;
}

std::optional<Command> note(const Workshop& w, const views::Words& words) {
  const GroupNumber about = w.pitches.current;
  if (!about) return std::nullopt;
  for (const Group* table : played(w)) {
    const bool has_written = std::ranges::any_of(w.notes, [&](const domain::Note& each) { return each.from == table->number && each.about == about; });
    if (table->number != about && !has_written)
      return domain::TakeNote{table->number, about, domain::NoteKind::comment, line_of(words("played.notes"), table->number.value + about.value)};
  }
  return std::nullopt;
}

bool can_be_played(const Workshop& w) { return w.rehearsal && !w.deleted && w.phase == domain::Phase::open; }

}  // namespace

std::optional<Command> next_move(const Workshop& w, const views::Words& words) {
  if (w.groups.size() < tables) return domain::MakeGroup{words.format("played.table", w.groups.size() + 1), {}, 4, false, {}};
  switch (w.stage) {
    case domain::Stage::supplement: return supplement(w, words);
    case domain::Stage::rank: return rank(w);
    case domain::Stage::measures: return measure(w, words);
    case domain::Stage::pitch: return note(w, words);
    default: return std::nullopt;
  }
}

void PlayedTables::begin(const Site& site) {
  thread_ = std::jthread([this, &site](const std::stop_token& stop) { run(stop, site); });
}

void PlayedTables::end() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

Status PlayedTables::start(const Site& site, RoomId room) {
  const bool fits = TRY(site.desk.read(room, [](const Workshop& w, Seq) -> Result<bool> { return can_be_played(w); }));
  if (!fits) return refuse("rehearsal.not_one");
  {
    const std::lock_guard lock(mutex_);
    if (!until_.contains(room) && until_.size() >= rooms_max) return refuse("rehearsal.busy");
    until_[room] = Steady::now() + longest;
  }
  changed_.notify_all();
  site.announce(room);
  return {};
}

void PlayedTables::stop(RoomId room) {
  const std::lock_guard lock(mutex_);
  until_.erase(room);
}

bool PlayedTables::plays(RoomId room) const {
  const std::lock_guard lock(mutex_);
  return until_.contains(room);
}

bool PlayedTables::move(const Site& site, RoomId room) {
  const auto wanted = site.desk.read(room, [&](const Workshop& w, Seq) -> Result<std::optional<Command>> {
    if (!can_be_played(w)) return refuse("rehearsal.not_one");
    return next_move(w, site.catalogue[views::parse_lang(w.settings.language).value_or(views::Lang::nb)]);
  });
  if (!wanted) return false;
  if (!*wanted) return true;
  // Refused is no trouble: the facilitator may have moved on meanwhile.
  (void)site.desk.submit(room, **wanted, {site.clock.now(), domain::Actor::system()}, site.random.bytes<sizeof(engine::CommandId)>());
  return true;
}

void PlayedTables::run(const std::stop_token& stop, const Site& site) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    if (!changed_.wait(lock, stop, [this] { return !until_.empty(); })) return;
    const auto playing = until_;
    lock.unlock();
    std::vector<RoomId> over;
    for (const auto& [room, until] : playing)
      if (Steady::now() > until || !move(site, room)) over.push_back(room);
    lock.lock();
    for (const RoomId room : over) until_.erase(room);
    if (!over.empty()) {
      lock.unlock();
      for (const RoomId room : over) site.announce(room);
      lock.lock();
    }
    changed_.wait_for(lock, stop, pace, [] { return false; });
  }
}

}  // namespace knippe::web
