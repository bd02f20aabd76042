#pragma once
// What somebody should be told, at an address that is known (docs/decisions/0019-outbox.md). Nothing is sent from here: an administrator
// tells by hand, or later a sender of mail does. No link that grants anything is kept; it is made when the message is told. An address is
// kept only while its message waits.

#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace knippe::store {

class Connection;
class Database;

using MessageId = Id<struct MessageTag, std::uint64_t>;

/// Numbers are stored.
enum class MessageKind { invitation = 1, password_link = 2, facilitator_added = 3, case_role_given = 4 };
enum class MessageState { waiting = 0, told = 1, dropped = 2 };

struct Message {
  MessageId id = {};
  MessageKind kind = MessageKind::invitation;
  std::string recipient = {};  ///< address; empty once it no longer waits
  AccountId account = {};      ///< whose address it is; 0: nobody's yet
  std::string language = "nb"; ///< that it is written in
  RoomId room = {};            ///< that it is about; 0: none
  std::string parameters = {}; ///< words of the program separated by spaces ("rolle-svarer"); never a name or free text
  Instant created = {};
  MessageState state = MessageState::waiting;
  Instant settled = {};        ///< 0 while it waits
  bool operator==(const Message&) const = default;
};

inline constexpr std::int64_t messages_kept_ms = 90LL * 24 * 3'600'000;

class Outbox {
 public:
  Outbox(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  /// Of `message` are kept kind, recipient, account, language, room and parameters. It takes the place of one that waits with the same kind, recipient and room.
  /// bad_input `account.email_malformed`.
  Status put(const Message& message);
  /// not_found `message.unknown`.
  Result<Message> find(MessageId id);
  /// The newest first: those that wait, or those that do not.
  Result<std::vector<Message>> list(bool waiting, std::size_t most);
  Result<std::size_t> count_waiting();
  /// told or dropped; the address goes. not_found `message.unknown`, also for one that is settled.
  Status settle(MessageId id, MessageState state);
  /// What is older than messages_kept_ms goes, told or not.
  Status sweep();

 private:
  Database& database_;
  const Clock& clock_;
};

/// What waits of a kind for an address (as email_key() gives it), or all that concerns an account; inside the caller's transaction.
Status drop_messages(Connection& db, MessageKind kind, std::string_view key);
Status drop_messages_of(Connection& db, AccountId account);

}  // namespace knippe::store
