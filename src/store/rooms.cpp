#include "store/rooms.h"

#include <algorithm>

#include "store/database.h"
#include "store/slug.h"

namespace knippe::store {
namespace {

constexpr RoomId system_room{1};

#define ROOM_WITH_FACILITATORS                                                                                \
  "SELECT r.id, r.kind, r.organisation, r.title, r.date, r.status, r.simulated, r.owner, r.slug, r.created, " \
  "r.rehearsal, r.archived, f.account "                                                                                                \
  "FROM room r LEFT JOIN room_facilitator f ON f.room = r.id "
#define NEWEST_FIRST " ORDER BY r.created DESC, r.id, f.account"

Room room_of(const Rows& rows) {
  return {.id = rows.id<RoomId>(0),
          .kind = rows.text(1),
          .organisation = rows.id<OrganisationId>(2),
          .title = rows.text(3),
          .date = rows.text(4),
          .status = static_cast<RoomStatus>(rows.number(5)),
          .simulated = rows.flag(6),
          .rehearsal = rows.flag(10),
          .archived = rows.flag(11),
          .owner = rows.id<AccountId>(7),
          .facilitators = {},
          .slug = rows.text(8),
          .created = rows.time(9)};
}

/// One room per run of rows with the same id, one facilitator per row.
Result<std::vector<Room>> gather(Rows rows) {
  std::vector<Room> rooms;
  while (rows.next()) {
    if (rooms.empty() || rooms.back().id != rows.id<RoomId>(0)) rooms.push_back(room_of(rows));
    if (!rows.is_null(12)) rooms.back().facilitators.push_back(rows.id<AccountId>(12));
  }
  TRY_STATUS(rows.end());
  return rooms;
}

std::unexpected<Error> no_such_room() { return fail(ErrorKind::not_found, "room.not_found"); }

Result<Room> only(std::vector<Room> rooms) {
  if (rooms.empty()) return no_such_room();
  return std::move(rooms.front());
}

std::optional<AccountId> none_if_zero(AccountId account) { return account ? std::optional(account) : std::nullopt; }

}  // namespace

bool Room::may_be_run_by(AccountId account) const {
  return account && (account == owner || std::ranges::find(facilitators, account) != facilitators.end());
}

Rooms::Rooms(Database& database, const Clock& clock, Random& random)
    : database_(database), clock_(clock), random_(random) {}

RoomId Rooms::fresh_id() {
  for (;;) {
    const RoomId id{random_.next_u64() >> 1};
    if (id && id != system_room && !find(id)) return id;
  }
}

Result<Room> Rooms::add(const Room& room) {
  TRY_STATUS(database_.write([&](Connection& db) -> Status {
    auto there = db.run("SELECT 1 FROM room WHERE id = ?", room.id);
    if (there.next()) return refuse("room.exists");
    TRY_STATUS(there.end());
    return db.execute(
        "INSERT INTO room (id, kind, organisation, title, date, status, simulated, rehearsal, owner, created) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        room.id, room.kind, room.organisation, room.title, room.date, static_cast<int>(room.status), room.simulated,
        room.rehearsal, none_if_zero(room.owner), clock_.now());
  }));
  return find(room.id);
}

Status Rooms::remove(RoomId id) {
  Status removed = database_.write([&](Connection& db) { return db.execute("DELETE FROM room WHERE id = ?", id); });
  known_.forget(id);
  return removed;
}

Result<Room> Rooms::find(RoomId id) {
  if (auto known = known_.get(id)) return *std::move(known);
  const auto epoch = known_.epoch();
  auto rooms = TRY(database_.read(
      [&](Connection& db) { return gather(db.run(ROOM_WITH_FACILITATORS "WHERE r.id = ? ORDER BY f.account", id)); }));
  Room room = TRY(only(std::move(rooms)));
  known_.put(id, room, epoch);
  return room;
}

Result<Room> Rooms::find_by_slug(std::string_view slug) {
  return only(TRY(database_.read([&](Connection& db) {
    return gather(db.run(ROOM_WITH_FACILITATORS "WHERE r.slug = ? ORDER BY f.account", slug));
  })));
}

Result<std::vector<Room>> Rooms::list_for(AccountId account) {
  return database_.read([&](Connection& db) {
    return gather(
        db.run(ROOM_WITH_FACILITATORS
               "WHERE r.owner = ?1 OR r.id IN (SELECT room FROM room_facilitator WHERE account = ?1)" NEWEST_FIRST,
               account));
  });
}

Result<std::vector<Room>> Rooms::list_all(OrganisationId organisation) {
  return database_.read([&](Connection& db) {
    return gather(db.run(ROOM_WITH_FACILITATORS "WHERE r.organisation = ?" NEWEST_FIRST, organisation));
  });
}

Result<std::vector<RoomId>> Rooms::all_ids() {
  return database_.read([&](Connection& db) -> Result<std::vector<RoomId>> {
    std::vector<RoomId> ids;
    auto rows = db.run("SELECT id FROM room ORDER BY created DESC, id");
    while (rows.next()) ids.push_back(rows.id<RoomId>(0));
    TRY_STATUS(rows.end());
    return ids;
  });
}

Result<std::vector<Room>> Rooms::list_published(std::size_t count_max, bool simulated_too) {
  return database_.read([&](Connection& db) {
    return gather(db.run(ROOM_WITH_FACILITATORS "WHERE r.id IN (SELECT id FROM room WHERE status = ? AND simulated <= ? AND NOT rehearsal "
                                                "ORDER BY created DESC, id LIMIT ?)" NEWEST_FIRST,
                         static_cast<int>(RoomStatus::published), simulated_too, static_cast<std::int64_t>(count_max)));
  });
}

Result<std::vector<Room>> Rooms::list_public(std::string_view kind, std::size_t count_max, bool simulated_too) {
  return database_.read([&](Connection& db) {
    return gather(db.run(ROOM_WITH_FACILITATORS "WHERE r.id IN (SELECT id FROM room WHERE kind = ? AND status IN (?, ?) AND simulated <= ? "
                                                "ORDER BY created DESC, id LIMIT ?)" NEWEST_FIRST,
                         kind, static_cast<int>(RoomStatus::open), static_cast<int>(RoomStatus::closed), simulated_too,
                         static_cast<std::int64_t>(count_max)));
  });
}

template <class Work>
Status Rooms::change(RoomId id, const Work& work) {
  Status changed = database_.write([&](Connection& db) -> Status {
    auto there = db.run("SELECT 1 FROM room WHERE id = ?", id);
    if (!there.next()) {
      TRY_STATUS(there.end());
      return no_such_room();
    }
    TRY_STATUS(there.end());
    return work(db);
  });
  known_.forget(id);
  return changed;
}

Status Rooms::describe(RoomId id, std::string_view title, std::string_view date) {
  return change(id, [&](Connection& db) {
    return db.execute("UPDATE room SET title = ?, date = ? WHERE id = ?", title, date, id);
  });
}

Status Rooms::set_status(RoomId id, RoomStatus status) {
  return change(id, [&](Connection& db) {
    return db.execute("UPDATE room SET status = ? WHERE id = ?", static_cast<int>(status), id);
  });
}

Status Rooms::set_archived(RoomId id, bool archived) {
  return change(id, [&](Connection& db) { return db.execute("UPDATE room SET archived = ? WHERE id = ?", archived, id); });
}

Result<std::string> Rooms::publish(RoomId id) {
  const std::string slug = make_slug(TRY(find(id)).title, random_);
  TRY_STATUS(change(id, [&](Connection& db) {
    return db.execute("UPDATE room SET status = ?, slug = coalesce(slug, ?) WHERE id = ?",
                      static_cast<int>(RoomStatus::published), slug, id);
  }));
  return TRY(find(id)).slug;
}

Status Rooms::add_facilitator(RoomId id, AccountId account) {
  return change(id, [&](Connection& db) {
    return db.execute(add_facilitator_unless_owner, id, account);
  });
}

Status Rooms::remove_facilitator(RoomId id, AccountId account) {
  return change(id, [&](Connection& db) {
    return db.execute("DELETE FROM room_facilitator WHERE room = ? AND account = ?", id, account);
  });
}

Status Rooms::set_owner(RoomId id, AccountId account) {
  return change(id, [&](Connection& db) -> Status {
    TRY_STATUS(db.execute("DELETE FROM room_facilitator WHERE room = ? AND account = ?", id, account));
    TRY_STATUS(
        db.execute("INSERT OR IGNORE INTO room_facilitator SELECT id, owner FROM room WHERE id = ?1 AND owner <> ?2",
                   id, account));
    return db.execute("UPDATE room SET owner = ? WHERE id = ?", account, id);
  });
}

}  // namespace knippe::store
