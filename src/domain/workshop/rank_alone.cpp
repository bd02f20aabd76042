#include "domain/workshop/rank_alone.h"

#include <algorithm>
#include <map>

#include "domain/json.h"
#include "domain/workshop/choices.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"
#include "domain/workshop/run_stages.h"

namespace knippe::domain {
namespace {

/// The person who acts, with what lies in the box.
struct Own {
  PhoneId person;
  int round;
  PersonalBallot ballot;
};

PersonalBallot lying(const Context& context, PhoneId person) {
  if (!context.box) return {};
  const auto found = context.box->find(pseudonym_of(person));
  return found == context.box->end() ? PersonalBallot{} : decode_ballot(found->second);
}

Result<Own> own_of(const Workshop& workshop, const Context& context) {
  TRY_STATUS(require_open(workshop));
  const PhoneId person = context.actor.as_phone();
  if (!workshop.seat_of(person)) return fail(ErrorKind::forbidden, "group.not_yours");
  if (workshop.stage != Stage::rank) return refuse("stage.closed");
  if (!workshop.open_alone()) return refuse("ranking.alone_over");
  return Own{person, workshop.round, lying(context, person)};
}

Result<Events> changed(Own own, Choices now) {
  if (now == own.ballot.draft) return Events{};
  own.ballot.draft = std::move(now);
  return Events{BallotLaid{own.person, std::move(own.ballot)}};
}

bool is_in_the_middle(const PersonalBallot& ballot) { return ballot.draft != ballot.handed_in; }

/// Whether nobody is waited for when `own` is as it is now: everybody has handed in, or, once time is up, everybody who has begun.
/// Never before four have.
Status nobody_is_left(const Workshop& workshop, const Context& context, const Own& own) {
  const Countdown& clock = workshop.clock;
  const bool time_up = clock.planned_ms > 0 && clock.left_at(context.now) <= 0;
  int handed_in = 0;
  for (std::uint32_t seat = 1; seat <= workshop.seats.size(); ++seat) {
    const PhoneId person{seat};
    if (!workshop.seat_of(person)) continue;
    const PersonalBallot ballot = person == own.person ? own.ballot : lying(context, person);
    if (is_in_the_middle(ballot) || (!time_up && !ballot.is_handed_in())) return refuse("ranking.alone_some_left");
    handed_in += ballot.is_handed_in();
  }
  if (handed_in < picks_shown_from) return refuse("ranking.alone_too_few");
  return {};
}

/// Sums at one table; no ballot stays recognisable in the order of the keys.
GroupPicks picks_of(GroupNumber group, const std::vector<Choices>& ballots) {
  std::map<KeyId, int> sums;
  for (const Choices& ballot : ballots)
    for (const KeyId key : ballot) ++sums[key];
  GroupPicks picks{group, static_cast<int>(ballots.size()), {}};
  for (const auto& [key, persons] : sums) picks.picks.push_back({key, persons});
  return picks;
}

}  // namespace

std::string pseudonym_of(PhoneId person) { return std::to_string(person.value); }

std::string encode_ballot(const PersonalBallot& ballot) {
  std::string out;
  write(out, ballot);
  return out;
}

PersonalBallot decode_ballot(std::string_view bytes) {
  json::error_code error;
  const json::value value = json::parse(json::string_view(bytes.data(), bytes.size()), error);
  PersonalBallot ballot;
  if (error || !read(value, ballot)) return {};
  return ballot;
}

std::vector<GroupPicks> shown_picks(std::vector<GroupPicks> tables) {
  int rest = 0;
  for (const GroupPicks& table : tables)
    if (!table.group || table.persons < picks_shown_from) rest += table.persons;
  std::erase_if(tables, [](const GroupPicks& table) { return !table.group || table.persons < picks_shown_from; });
  if (rest > 0 && rest < picks_shown_from && !tables.empty())
    tables.erase(std::ranges::min_element(tables, {}, &GroupPicks::persons));
  return tables;
}

namespace {

/// The ballots of these people, in order of content, with what may be told of them.
void open_with(const Workshop& workshop, const std::map<PhoneId, Choices>& lists, Events& events) {
  BoxOpened opened{workshop.round, {}};
  std::map<GroupNumber, std::vector<Choices>> tables;
  for (const auto& [person, choices] : lists) {
    tables[workshop.seat_of(person)].push_back(choices);
    opened.ballots.push_back(choices);
  }
  std::ranges::sort(opened.ballots);
  PicksCounted counted{workshop.round, {}};
  for (const auto& [group, ballots] : tables) counted.groups.push_back(picks_of(group, ballots));
  counted.groups = shown_picks(std::move(counted.groups));
  events.emplace_back(std::move(opened));
  if (!counted.groups.empty()) events.emplace_back(std::move(counted));
}

std::map<PhoneId, Choices> lists_in(const AloneRound& alone, const Context& context) {
  std::map<PhoneId, Choices> lists;
  for (const PhoneId person : alone.handed_in) lists[person] = lying(context, person).handed_in;
  return lists;
}

void begin_together(const Workshop& workshop, const Context& context, Events& events) {
  events.emplace_back(ClockSet{started(together_minutes(workshop), context.now)});
}

}  // namespace

void open_box(const Workshop& workshop, const Context& context, Events& events) {
  if (const AloneRound* alone = workshop.open_alone()) open_with(workshop, lists_in(*alone, context), events);
}

int alone_minutes(const Workshop& workshop) { return workshop.settings.alone_minutes; }

int together_minutes(const Workshop& workshop) {
  const int all = workshop.minutes_of(Stage::rank);
  return all > alone_minutes(workshop) ? all - alone_minutes(workshop) : all;
}

Result<Events> decide(const Workshop& workshop, const ChooseKeyAlone& command, const Context& context) {
  Own own = TRY(own_of(workshop, context));
  Choices now = TRY(chosen(workshop, own.ballot.draft, command.key));
  return changed(std::move(own), std::move(now));
}

Result<Events> decide(const Workshop& workshop, const DropKeyAlone& command, const Context& context) {
  Own own = TRY(own_of(workshop, context));
  Choices now = dropped(own.ballot.draft, command.key);
  return changed(std::move(own), std::move(now));
}

Result<Events> decide(const Workshop& workshop, const MoveKeyAlone& command, const Context& context) {
  Own own = TRY(own_of(workshop, context));
  Choices now = TRY(moved(own.ballot.draft, command.key, command.place));
  return changed(std::move(own), std::move(now));
}

Result<Events> decide(const Workshop& workshop, const HandInAlone& command, const Context& context) {
  Own own = TRY(own_of(workshop, context));
  const Choices& choices = command.choices.empty() ? own.ballot.draft : command.choices;
  TRY_STATUS(check_choices(workshop, choices));
  const PersonalBallot before = std::exchange(own.ballot, {choices, choices});
  const AloneRound& alone = *workshop.open_alone();
  Events events;
  if (own.ballot != before) events.emplace_back(BallotLaid{own.person, own.ballot});
  if (!alone.has_handed_in(own.person)) events.emplace_back(PersonHandedIn{own.person, own.round});
  if (events.empty() || !nobody_is_left(workshop, context, own)) return events;
  // The last list goes straight to the others; it never lies in the box.
  std::erase_if(events, [](const Event& event) { return std::holds_alternative<BallotLaid>(event); });
  std::map<PhoneId, Choices> lists = lists_in(alone, context);
  lists[own.person] = choices;
  open_with(workshop, lists, events);
  begin_together(workshop, context, events);
  return events;
}

Result<Events> decide(const Workshop& workshop, const EndAlone&, const Context& context) {
  TRY_STATUS(require_open(workshop));
  if (!workshop.open_alone()) return Events{};
  if (!context.actor.runs_the_room()) TRY_STATUS(nobody_is_left(workshop, context, TRY(own_of(workshop, context))));
  Events events;
  open_box(workshop, context, events);
  begin_together(workshop, context, events);
  return events;
}

}  // namespace knippe::domain
