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

void open_box(const Workshop& workshop, const Context& context, Events& events) {
  const AloneRound* alone = workshop.open_alone();
  if (!alone) return;
  BoxOpened opened{alone->round, {}};
  std::map<GroupNumber, std::vector<Choices>> tables;
  for (const PhoneId person : alone->handed_in) {
    Choices choices = lying(context, person).handed_in;
    tables[workshop.seat_of(person)].push_back(choices);
    opened.ballots.push_back(std::move(choices));
  }
  std::ranges::sort(opened.ballots);
  PicksCounted counted{alone->round, {}};
  for (const auto& [group, ballots] : tables) counted.groups.push_back(picks_of(group, ballots));
  counted.groups = shown_picks(std::move(counted.groups));
  events.emplace_back(std::move(opened));
  if (!counted.groups.empty()) events.emplace_back(std::move(counted));
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
  const Own own = TRY(own_of(workshop, context));
  const Choices& choices = command.choices.empty() ? own.ballot.draft : command.choices;
  TRY_STATUS(check_choices(workshop, choices));
  const PersonalBallot ballot{choices, choices};
  Events events;
  if (ballot != own.ballot) events.emplace_back(BallotLaid{own.person, ballot});
  if (!workshop.open_alone()->has_handed_in(own.person)) events.emplace_back(PersonHandedIn{own.person, own.round});
  return events;
}

Result<Events> decide(const Workshop& workshop, const EndAlone&, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  TRY_STATUS(require_open(workshop));
  if (!workshop.open_alone()) return Events{};
  Events events;
  open_box(workshop, context, events);
  events.emplace_back(ClockSet{started(together_minutes(workshop), context.now)});
  return events;
}

}  // namespace knippe::domain
