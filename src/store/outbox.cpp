#include "store/outbox.h"

#include <optional>

#include "store/account.h"
#include "store/database.h"

namespace knippe::store {
namespace {

#define SELECT_MESSAGE "SELECT id, kind, recipient, account, language, room, parameters, created, state, settled FROM outbox "

template <class IdType>
std::optional<IdType> if_any(IdType id) {
  return id ? std::optional(id) : std::nullopt;
}

Message message_of(const Rows& rows) {
  return {.id = rows.id<MessageId>(0),
          .kind = static_cast<MessageKind>(rows.number(1)),
          .recipient = rows.text(2),
          .account = rows.id<AccountId>(3),
          .language = rows.text(4),
          .room = rows.id<RoomId>(5),
          .parameters = rows.text(6),
          .created = rows.time(7),
          .state = static_cast<MessageState>(rows.number(8)),
          .settled = rows.time(9)};
}

std::unexpected<Error> no_such_message() { return fail(ErrorKind::not_found, "message.unknown"); }

constexpr int waiting_state = static_cast<int>(MessageState::waiting);

}  // namespace

Status Outbox::put(const Message& message) {
  const std::string recipient = TRY(clean_email(message.recipient)), key = email_key(recipient);
  const int kind = static_cast<int>(message.kind);
  return database_.write([&](Connection& db) -> Status {
    TRY_STATUS(db.execute("DELETE FROM outbox WHERE state = ? AND kind = ? AND recipient_key = ? AND room IS ?", waiting_state, kind, key, if_any(message.room)));
    return db.execute("INSERT INTO outbox (kind, recipient, recipient_key, account, language, room, parameters, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", kind,
                      recipient, key, if_any(message.account), message.language, if_any(message.room), message.parameters, clock_.now());
  });
}

Result<Message> Outbox::find(MessageId id) {
  return database_.read([&](Connection& db) -> Result<Message> {
    auto rows = db.run(SELECT_MESSAGE "WHERE id = ?", id);
    if (rows.next()) return message_of(rows);
    TRY_STATUS(rows.end());
    return no_such_message();
  });
}

Result<std::vector<Message>> Outbox::list(bool waiting, std::size_t most) {
  return database_.read([&](Connection& db) -> Result<std::vector<Message>> {
    std::vector<Message> messages;
    auto rows = db.run(SELECT_MESSAGE "WHERE (state = ?) = ? ORDER BY id DESC LIMIT ?", waiting_state, waiting, static_cast<std::int64_t>(most));
    while (rows.next()) messages.push_back(message_of(rows));
    TRY_STATUS(rows.end());
    return messages;
  });
}

Result<std::size_t> Outbox::count_waiting() {
  return database_.read([&](Connection& db) -> Result<std::size_t> {
    auto rows = db.run("SELECT count(*) FROM outbox WHERE state = ?", waiting_state);
    const std::size_t count = rows.next() ? static_cast<std::size_t>(rows.number(0)) : 0;
    TRY_STATUS(rows.end());
    return count;
  });
}

Status Outbox::settle(MessageId id, MessageState state) {
  return database_.write([&](Connection& db) -> Status {
    TRY_STATUS(db.execute("UPDATE outbox SET state = ?, settled = ?, recipient = '', recipient_key = '' WHERE id = ? AND state = ?", static_cast<int>(state), clock_.now(), id,
                          waiting_state));
    return db.changed() == 1 ? Status() : no_such_message();
  });
}

Status Outbox::sweep() {
  return database_.write([&](Connection& db) { return db.execute("DELETE FROM outbox WHERE created < ?", clock_.now().plus_ms(-messages_kept_ms)); });
}

Status drop_messages(Connection& db, MessageKind kind, std::string_view key) {
  return db.execute("DELETE FROM outbox WHERE state = ? AND kind = ? AND recipient_key = ?", waiting_state, static_cast<int>(kind), key);
}

Status drop_messages_of(Connection& db, AccountId account) { return db.execute("DELETE FROM outbox WHERE account = ?", account); }

}  // namespace knippe::store
