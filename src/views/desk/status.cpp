#include "views/desk/status.h"

#include <algorithm>

namespace knippe::views::desk {
namespace {

using domain::Group;
using domain::Stage;
using domain::Workshop;

template <class Items, class Wanted>
int count(const Items& items, const Wanted& wanted) {
  return static_cast<int>(std::ranges::count_if(items, wanted));
}

struct Judge {
  const Words& w;
  const Workshop& workshop;
  const Group& group;

  /// Someone at the table has done something since the stage was opened.
  bool is_active() const { return group.last_active.ms > 0 && group.last_active >= workshop.stage_since; }
  GroupStatus done(std::string_view text, int figure, int of = 0) const { return {Progress::done, std::string(text), figure, of, true}; }
  GroupStatus unfinished(bool begun, int figure, int of = 0) const {
    if (begun) return {Progress::working, std::string(w("desk.working")), figure, of, false};
    return {Progress::idle, std::string(w(group.paper ? "desk.idle_paper" : "desk.idle")), figure, of, false};
  }

  GroupStatus seated() const {
    if (group.paper) return done(w("desk.done_paper"), group.phones);
    if (group.phones > 0) return done(w("desk.done_place"), group.phones);
    return {Progress::idle, std::string(w("desk.idle_place")), 0, 0, false};
  }
  GroupStatus supplementing() const {
    const int sent = count(workshop.supplements, [&](const domain::Supplement& s) {
      return s.group == group.number && s.status != domain::SupplementStatus::withdrawn;
    });
    return sent > 0 ? done(w("desk.done_supplement"), sent) : unfinished(is_active(), 0);
  }
  /// How many at the table have handed in their own ranking.
  GroupStatus ranking_alone(const domain::AloneRound& alone) const {
    const int handed_in = workshop.handed_in_alone(alone, group.number), people = group.people();
    if (people > 0 && handed_in >= people) return done(w("alone.desk_all"), handed_in, people);
    return {handed_in > 0 ? Progress::working : Progress::idle, std::string(w("alone.desk_working")), handed_in, people, false};
  }
  GroupStatus ranking(int round) const {
    if (const domain::AloneRound* alone = workshop.open_alone(); alone && round == alone->round && !group.paper) return ranking_alone(*alone);
    const domain::Sheet* sheet = workshop.sheet_of(group.number, round);
    const int places = workshop.settings.places;
    const int chosen = sheet ? static_cast<int>(sheet->draft.size()) : 0;
    if (sheet && sheet->has_unsent_changes()) return {Progress::working, std::string(w("desk.working_change")), chosen, places, false};
    if (sheet && sheet->is_handed_in()) return done(w("desk.done_rank"), places, places);
    if (workshop.stage == Stage::result) return {Progress::idle, std::string(w("desk.idle_rank")), chosen, places, false};
    return unfinished(chosen > 0 || is_active(), chosen, places);
  }
  GroupStatus measuring() const {
    const int planned = count(workshop.measures, [&](const domain::Measure& m) { return m.group == group.number && !m.deleted; });
    return planned > 0 ? done(w("desk.done_measures"), planned) : unfinished(is_active(), 0);
  }
  GroupStatus pitching() const {
    const domain::Pitches& pitches = workshop.pitches;
    const int notes = count(workshop.notes, [&](const domain::Note& n) { return n.about == group.number && !n.withdrawn; });
    const auto in = [&](const std::vector<GroupNumber>& list) { return std::ranges::find(list, group.number); };
    if (pitches.current == group.number) return {Progress::working, std::string(w("desk.working_floor")), notes, 0, false};
    if (const auto at = in(pitches.queue); at != pitches.queue.end())
      return {Progress::idle, w.format("desk.idle_queue", at - pitches.queue.begin() + 1), notes, 0, false};
    if (in(pitches.held) != pitches.held.end()) return done(w("desk.done_pitch"), notes);
    return {Progress::idle, std::string(w(in(pitches.skipped) != pitches.skipped.end() ? "desk.idle_skipped" : "desk.idle")), notes, 0, false};
  }
};

GroupStatus in_stage(const Judge& judge) {
  switch (judge.workshop.stage) {
    case Stage::welcome:
    case Stage::keys: return judge.seated();
    case Stage::supplement: return judge.supplementing();
    case Stage::rank: return judge.ranking(judge.workshop.round);
    case Stage::measures: return judge.measuring();
    case Stage::pitch: return judge.pitching();
    case Stage::result: return judge.ranking(judge.workshop.counted_round());
  }
  __builtin_unreachable();
}

}  // namespace

GroupStatus status_of(const Words& w, const Workshop& workshop, const Group& group) {
  GroupStatus status = in_stage({w, workshop, group});
  if (group.wants_help && workshop.phase == domain::Phase::open) {
    status.progress = Progress::help;
    status.text = w("desk.wants_help");
  }
  return status;
}

std::string_view figure_heading(const Words& w, Stage stage) {
  switch (stage) {
    case Stage::welcome:
    case Stage::keys: return w("desk.column_phones");
    case Stage::supplement: return w("desk.column_supplements");
    case Stage::rank:
    case Stage::result: return w("desk.column_chosen");
    case Stage::measures: return w("desk.column_measures");
    case Stage::pitch: return w("desk.column_notes");
  }
  __builtin_unreachable();
}

Tally tally_of(const Words& w, const Workshop& workshop) {
  Tally tally{};
  const auto count_in = [&](Progress progress) { ++tally[static_cast<std::size_t>(progress)]; };
  for (const Group& group : workshop.groups) {
    const GroupStatus status = status_of(w, workshop, group);
    count_in(status.progress);
    if (status.is_done && status.progress != Progress::done) count_in(Progress::done);
  }
  return tally;
}

std::string done_line(const Words& w, const Workshop& workshop, int done) {
  const auto all = workshop.groups.size();
  switch (workshop.stage) {
    case Stage::welcome:
    case Stage::keys: return w.format("desk.of_place", done, all);
    case Stage::supplement: return w.format("desk.of_supplement", done, all);
    case Stage::rank:
    case Stage::result: return w.format(workshop.open_alone() ? "alone.of_groups" : "desk.of_rank", done, all);
    case Stage::measures: return w.format("desk.of_measures", done, all);
    case Stage::pitch: return w.format("desk.of_pitch", done, all);
  }
  __builtin_unreachable();
}

}  // namespace knippe::views::desk
