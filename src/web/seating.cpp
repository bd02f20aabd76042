// Mixed tables: reading a list, mixing it, moving people, printing, making groups. The list lies in the store, never in the log.

#include <algorithm>

#include "base/encoding.h"
#include "base/text.h"
#include "domain/limits.h"
#include "store/store.h"
#include "views/desk/seating.h"
#include "web/desk_view.h"
#include "web/handlers.h"
#include "web/seating.h"

namespace knippe::web {
namespace {

using domain::Workshop;

constexpr std::size_t reason_max = 200;
constexpr int people_at_a_table = 6;  // when nobody says how many tables

struct Hall {
  seating::People people;
  seating::Seats seats;
  store::Seating kept;

  views::SeatingLook look() const { return {people, seats, kept.tables, kept.seed, kept.keep_reason}; }
};

std::string seats_text(const seating::Seats& seats) {
  std::string text;
  for (const int table : seats) text += (text.empty() ? "" : ",") + std::to_string(table);
  return text;
}

Result<Hall> hall_of(const Call& call) {
  auto kept = TRY(call.site.store.seatings().find(call.room));
  if (!kept) return fail(ErrorKind::not_found, "seating.no_list");
  Hall hall{TRY(seating::read_people(kept->people)), {}, std::move(*kept)};
  for (const std::string_view number : split(hall.kept.seats, ',')) hall.seats.push_back(static_cast<int>(parse_number(number).value_or(0)));
  if (hall.seats.size() != hall.people.list.size()) return fail(ErrorKind::internal, "seating.no_list");
  return hall;
}

Status save(const Call& call, Hall& hall) {
  hall.kept.seats = seats_text(hall.seats);
  return call.site.store.seatings().save(call.room, hall.kept);
}

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto hall = hall_of(call);
  if (!hall && hall.error().kind != ErrorKind::not_found) return error_answer(call, hall.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    if (!hall) return views::seating_page(call.view(seq), workshop, call.room, nullptr, kept);
    const views::SeatingLook look = hall->look();
    return views::seating_page(call.view(seq), workshop, call.room, &look, kept);
  });
  return page ? page_answer(*std::move(page), status) : error_answer(call, page.error());
}

http::Response paper(const Call& call, views::SeatingPaper which) {
  const auto hall = hall_of(call);
  if (!hall) return hall.error().kind == ErrorKind::not_found ? see_other(room_path("styring", call.room, "bord")) : error_answer(call, hall.error());
  auto page = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) {
    return views::seating_paper(call.view(seq), workshop, call.room, hall->look(), which);
  });
  return page ? page_answer(*std::move(page)) : error_answer(call, page.error());
}

/// What the field says; nothing in it: tables of six.
Result<int> tables_for(const Call& call, std::size_t people) {
  const std::string_view typed = trim_ascii(call.field("bord"));
  const auto count = static_cast<int>(people);
  if (typed.empty()) return std::max(1, (count + people_at_a_table - 1) / people_at_a_table);
  const auto number = parse_number(typed);
  if (!number || *number < 1 || *number > people) return bad_input("seating.bad_tables", std::to_string(count));
  return static_cast<int>(*number);
}

Status read_in(const Call& call) {
  const bool from_file = call.upload && !call.upload->empty();
  Hall hall;
  hall.people = TRY(seating::read_people(from_file ? *call.upload : call.field("liste")));
  hall.kept.people = seating::write_people(hall.people);
  hall.kept.tables = TRY(tables_for(call, hall.people.list.size()));
  hall.kept.seed = 1;
  hall.seats = seating::mix(hall.people, hall.kept.tables, hall.kept.seed);
  return save(call, hall);
}

Status mix_again(const Call& call) {
  Hall hall = TRY(hall_of(call));
  hall.kept.tables = TRY(tables_for(call, hall.people.list.size()));
  hall.seats = seating::mix(hall.people, hall.kept.tables, ++hall.kept.seed);
  return save(call, hall);
}

Status move(const Call& call) {
  Hall hall = TRY(hall_of(call));
  const auto person = parse_number(call.field("person")), table = parse_number(call.field("til"));
  if (!person || *person < 1 || *person > hall.seats.size()) return bad_input("seating.nobody_chosen");
  if (!table || *table < 1 || *table > static_cast<std::uint64_t>(hall.kept.tables)) return bad_input("seating.bad_tables", std::to_string(hall.kept.tables));
  hall.seats[*person - 1] = static_cast<int>(*table) - 1;
  return save(call, hall);
}

Status keep_list(const Call& call) {
  Hall hall = TRY(hall_of(call));
  hall.kept.keep_reason = TRY(optional_line(call.field("grunn"), reason_max));
  return save(call, hall);
}

domain::MakeGroup group_of(const Hall& hall, int table, bool with_number, bool with_names) {
  domain::MakeGroup group;
  int people = 0;
  for (std::size_t n = 0; n < hall.seats.size(); ++n)
    if (hall.seats[n] == table) {
      ++people;
      if (with_names) group.members.push_back(hall.people.list[n].name);
    }
  if (with_number) group.people = people;
  return group;
}

Status make_groups(const Call& call) {
  const Hall hall = TRY(hall_of(call));
  const bool none = TRY(call.site.desk.read(call.room, [](const Workshop& w, Seq) -> Result<bool> { return w.groups.empty(); }));
  if (!none) return refuse("seating.has_groups");
  if (hall.kept.tables > static_cast<int>(domain::limits::groups)) return refuse("seating.too_many_tables");
  const bool with_number = call.form.has("antall"), with_names = call.form.has("navn");
  for (int table = 0; table < hall.kept.tables; ++table) {
    Call once = call;  // each table is a command of its own, and a repeated press makes none twice
    once.form.add("bordnummer", std::to_string(table + 1));
    TRY(once.submit(group_of(hall, table, with_number, with_names)));
  }
  return {};
}

Status carry_out(const Call& call) {
  if (call.op() == "les-inn") return read_in(call);
  if (call.op() == "bland") return mix_again(call);
  if (call.op() == "flytt") return move(call);
  if (call.op() == "ta-vare") return keep_list(call);
  if (call.op() == "lag-grupper") return make_groups(call);
  if (call.op() == "slett-liste") return erase_seating(call.site, call.room);
  return bad_input("form.unknown_op");
}

}  // namespace

Status erase_seating(const Site& site, RoomId room) {
  if (!TRY(site.store.seatings().find(room))) return {};
  TRY_STATUS(site.store.seatings().erase(room));
  return site.desk.erase(room, {});  // erases no record, but empties the write-ahead log, where the list may still stand
}

Status erase_seating_at_close(const Site& site, RoomId room) {
  const auto kept = TRY(site.store.seatings().find(room));
  if (!kept || !kept->keep_reason.empty()) return {};
  return erase_seating(site, room);
}

Status erase_forgotten_seatings(const Site& site) {
  for (const RoomId room : TRY(site.store.seatings().rooms())) {
    const auto closed = site.desk.read(room, [](const Workshop& w, Seq) -> Result<bool> { return w.phase == domain::Phase::closed; });
    if (closed && *closed) TRY_STATUS(erase_seating_at_close(site, room));
  }
  return {};
}

http::Response mixed_tables(const Call& call) { return show(call); }
http::Response table_list(const Call& call) { return paper(call, views::SeatingPaper::tables); }
http::Response door_list(const Call& call) { return paper(call, views::SeatingPaper::door); }

http::Response change_mixed_tables(const Call& call) {
  const Status done = carry_out(call);
  if (done) return see_other(call.op() == "lag-grupper" ? room_path("styring", call.room) : room_path("styring", call.room, "bord"));
  views::Kept kept = kept_form(call, std::string(call.op()), done.error());
  if (call.upload && !call.upload->empty()) kept.fields["liste"] = is_valid_utf8(*call.upload) ? std::string(*call.upload) : std::string();
  return show(call, kept, status_of(done.error().kind));
}

}  // namespace knippe::web
