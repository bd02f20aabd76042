// Making and describing groups, sitting down with a phone, asking for help.

#include "base/text.h"
#include "domain/limits.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"

namespace knippe::domain {
namespace {

Result<std::vector<std::string>> checked_members(const std::vector<std::string>& members) {
  std::vector<std::string> clean;
  for (const std::string& member : members) {
    std::string name = TRY(optional_line(member, limits::member_name));
    if (!name.empty()) clean.push_back(std::move(name));
  }
  if (clean.size() > limits::members) return bad_input("group.too_many_members", std::to_string(limits::members));
  return clean;
}

Status check_people(int people) {
  if (people < 0 || people > static_cast<int>(limits::people_in_group)) return bad_input("group.bad_size");
  return {};
}

/// Sitting down needs an open door only for a phone that has no seat yet.
Status require_way_in(const Workshop& workshop, PhoneId phone) {
  TRY_STATUS(require_open(workshop));
  if (!workshop.door_open && !workshop.seat_of(phone)) return refuse("room.door_closed");
  if (phone.value > limits::phones) return fail(ErrorKind::too_many, "room.full");
  return {};
}

Status seat(const Workshop& workshop, PhoneId phone, GroupNumber group, const std::string& raw_name, Events& events) {
  std::string name = TRY(optional_line(raw_name, limits::phone_name));
  if (workshop.seat_of(phone) != group) events.emplace_back(PhoneSeated{phone, group});
  const auto known = workshop.phone_names.find(phone.value);
  if (!name.empty() && (known == workshop.phone_names.end() || known->second != name))
    events.emplace_back(PhoneNamed{phone, std::move(name)});
  return {};
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const MakeGroup& command, const Context& context) {
  const PhoneId phone = context.actor.as_phone();
  if (phone) {
    TRY_STATUS(require_way_in(workshop, phone));
    if (workshop.settings.groups_fixed) return refuse("group.fixed");
  } else if (workshop.phase == Phase::closed) {
    return refuse("workshop.closed");
  }
  if (workshop.groups.size() >= limits::groups)
    return fail(ErrorKind::too_many, "group.too_many", std::to_string(limits::groups));
  TRY_STATUS(check_people(command.people));
  std::string name = TRY(optional_line(command.name, limits::group_name));
  std::vector<std::string> members = TRY(checked_members(command.members));

  const GroupNumber number{static_cast<std::uint32_t>(workshop.groups.size() + 1)};
  Events events{GroupMade{number, !phone && command.paper}};
  if (!name.empty() || !members.empty()) events.emplace_back(GroupDescribed{number, std::move(name), std::move(members)});
  if (command.people > 0) events.emplace_back(GroupSized{number, command.people});
  if (phone) TRY_STATUS(seat(workshop, phone, number, command.phone_name, events));
  // A group that comes late to the pitches still gets its minute.
  if (workshop.has_visited(Stage::pitch)) {
    PitchesQueued queued{workshop.pitches.queue};
    queued.queue.push_back(number);
    events.emplace_back(std::move(queued));
  }
  return events;
}

Result<Events> decide(const Workshop& workshop, const DescribeGroup& command, const Context& context) {
  const Group* group = TRY(group_for(workshop, command.group, context));
  TRY_STATUS(check_people(command.people));
  std::string name = TRY(optional_line(command.name, limits::group_name));
  std::vector<std::string> members = TRY(checked_members(command.members));
  Events events;
  if (name != group->name || members != group->members)
    events.emplace_back(GroupDescribed{command.group, std::move(name), std::move(members)});
  if (context.actor.runs_the_room() && command.people != group->stated_people)
    events.emplace_back(GroupSized{command.group, command.people});
  return events;
}

Result<Events> decide(const Workshop& workshop, const SitDown& command, const Context& context) {
  const PhoneId phone = context.actor.as_phone();
  if (!phone) return fail(ErrorKind::forbidden, "actor.not_phone");
  TRY_STATUS(require_way_in(workshop, phone));
  if (!workshop.find_group(command.group)) return fail(ErrorKind::not_found, "group.unknown");
  Events events;
  TRY_STATUS(seat(workshop, phone, command.group, command.phone_name, events));
  return events;
}

Result<Events> decide(const Workshop& workshop, const LeaveGroup&, const Context& context) {
  const PhoneId phone = context.actor.as_phone();
  if (!phone) return fail(ErrorKind::forbidden, "actor.not_phone");
  if (!workshop.seat_of(phone)) return Events{};
  return Events{PhoneReleased{phone}};
}

Result<Events> decide(const Workshop& workshop, const ReleasePhone& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (!workshop.seat_of(command.phone)) return fail(ErrorKind::not_found, "phone.unknown");
  return Events{PhoneReleased{command.phone}};
}

Result<Events> decide(const Workshop& workshop, const AskForHelp& command, const Context& context) {
  TRY_STATUS(require_open(workshop));
  const Group* group = TRY(group_for(workshop, command.group, context));
  if (group->wants_help == command.wanted) return Events{};
  return Events{HelpAsked{command.group, command.wanted}};
}

}  // namespace knippe::domain
