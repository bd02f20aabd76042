#include "store/schema.h"

#include <fmt/format.h>

#include "store/whole_file.h"

namespace knippe::store {
namespace {

constexpr const char* version_1 = R"sql(
CREATE TABLE organisation (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO organisation VALUES (1, '');

CREATE TABLE account (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,  -- stands in journals as actor, so never given twice
  organisation  INTEGER NOT NULL REFERENCES organisation,
  name          TEXT    NOT NULL,
  email         TEXT    NOT NULL,
  email_key     TEXT    NOT NULL UNIQUE,            -- case folded
  password_hash TEXT    NOT NULL,
  administrator INTEGER NOT NULL,
  facilitator   INTEGER NOT NULL,
  disabled      INTEGER NOT NULL DEFAULT 0,
  created       INTEGER NOT NULL
) STRICT;

CREATE TABLE link (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash    BLOB    NOT NULL UNIQUE,
  kind          INTEGER NOT NULL,
  organisation  INTEGER NOT NULL REFERENCES organisation,
  email         TEXT    NOT NULL,
  email_key     TEXT    NOT NULL,
  administrator INTEGER NOT NULL,
  facilitator   INTEGER NOT NULL,
  expires       INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash BLOB    NOT NULL UNIQUE,
  account    INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  created    INTEGER NOT NULL,
  last_seen  INTEGER NOT NULL
) STRICT;
CREATE INDEX session_of_account ON session (account);

CREATE TABLE phone (
  room       INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  token_hash BLOB UNIQUE,                           -- null: revoked
  created    INTEGER NOT NULL,
  PRIMARY KEY (room, number)
) STRICT;

CREATE TABLE join_code (code TEXT PRIMARY KEY, room INTEGER NOT NULL UNIQUE) STRICT;

CREATE TABLE entry (
  token_hash   BLOB    PRIMARY KEY,
  token        TEXT    NOT NULL,                    -- hangs on the wall, shown again on demand
  room         INTEGER NOT NULL,
  kind         INTEGER NOT NULL,
  group_number INTEGER NOT NULL,                    -- 0 for the projector
  UNIQUE (room, kind, group_number)
) STRICT;

CREATE TABLE room (
  id           INTEGER PRIMARY KEY,
  kind         TEXT    NOT NULL,
  organisation INTEGER NOT NULL REFERENCES organisation,
  title        TEXT    NOT NULL,
  date         TEXT    NOT NULL,
  status       INTEGER NOT NULL,
  simulated    INTEGER NOT NULL,
  owner        INTEGER REFERENCES account,          -- null: administrators only
  slug         TEXT    UNIQUE,                      -- null before the first publishing
  created      INTEGER NOT NULL
) STRICT;
CREATE INDEX room_of_owner ON room (owner);

CREATE TABLE room_facilitator (
  room    INTEGER NOT NULL REFERENCES room ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  PRIMARY KEY (room, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX facilitator_of_room ON room_facilitator (account);

CREATE TABLE template (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  organisation INTEGER NOT NULL REFERENCES organisation,
  name         TEXT    NOT NULL,
  language     TEXT    NOT NULL,
  content      TEXT    NOT NULL,                    -- the rules' JSON
  changed      INTEGER NOT NULL,
  UNIQUE (organisation, name)
) STRICT;

CREATE TABLE api_token (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash BLOB    NOT NULL UNIQUE,
  account    INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  name       TEXT    NOT NULL,
  created    INTEGER NOT NULL,
  last_used  INTEGER,
  revoked    INTEGER
) STRICT;
)sql";

// Which files of DIR/files are a picture of a room (photos.h).
constexpr const char* photos_step = R"sql(
CREATE TABLE photo (
  room       INTEGER NOT NULL,
  commitment TEXT    NOT NULL,                      -- as the log knows it, hex
  salt       BLOB    NOT NULL,
  display    TEXT    NOT NULL,                      -- SHA-256 of the file, hex
  thumbnail  TEXT    NOT NULL,
  PRIMARY KEY (room, commitment)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_of_display ON photo (display);
CREATE INDEX photo_of_thumbnail ON photo (thumbnail);
)sql";

// Signed heads of rooms' logs, and where the record of a receipt stands (heads.h).
constexpr const char* heads_step = R"sql(
CREATE TABLE signed_head (
  room INTEGER NOT NULL,
  size INTEGER NOT NULL,
  time INTEGER NOT NULL,
  note TEXT    NOT NULL,
  PRIMARY KEY (room, size)
) STRICT, WITHOUT ROWID;
CREATE TABLE receipt (
  code TEXT    NOT NULL,
  room INTEGER NOT NULL,
  seq  INTEGER NOT NULL,
  PRIMARY KEY (code, room, seq)
) STRICT, WITHOUT ROWID;
)sql";

// Copies to practise on, the archive, and deletions that are begun and not finished (store.h).
constexpr const char* keeping_step = R"sql(
ALTER TABLE room ADD COLUMN rehearsal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN archived  INTEGER NOT NULL DEFAULT 0;
CREATE TABLE deletion (room INTEGER PRIMARY KEY) STRICT;
)sql";

// The one-time link by which a room takes in another facilitator.
constexpr const char* cooperation_step = R"sql(
CREATE TABLE room_invitation (
  room       INTEGER PRIMARY KEY REFERENCES room ON DELETE CASCADE,
  token_hash BLOB    NOT NULL UNIQUE,
  expires    INTEGER NOT NULL
) STRICT;
)sql";

// The list of people that mixed tables are made from (seatings.h).
constexpr const char* seating_step = R"sql(
CREATE TABLE seating (
  room        INTEGER PRIMARY KEY,
  people      TEXT    NOT NULL,
  seats       TEXT    NOT NULL,
  tables      INTEGER NOT NULL,
  seed        INTEGER NOT NULL,
  keep_reason TEXT    NOT NULL
) STRICT;
)sql";

// Which records were erased (positions only), rooms whose erasure is not finished, and how long a room's texts are kept. A restored older
// database may have the first two already.
#define KNIPPE_REGISTER_TABLES R"sql(
CREATE TABLE IF NOT EXISTS erasure (
  room INTEGER NOT NULL,
  seq  INTEGER NOT NULL,                            -- 0: the room was deleted
  commitment BLOB NOT NULL,                         -- of the record; 32 zero bytes for a room
  time INTEGER NOT NULL,
  PRIMARY KEY (room, seq, commitment)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS erasure_begun (room INTEGER PRIMARY KEY) STRICT;
)sql"
constexpr const char* erasures_step = KNIPPE_REGISTER_TABLES R"sql(
CREATE TABLE retention (
  room   INTEGER PRIMARY KEY,
  what   INTEGER NOT NULL,                          -- retention.h
  days   INTEGER NOT NULL,
  reason TEXT    NOT NULL,
  due    INTEGER                                    -- null: the workshop is not over, nothing goes, or it is gone
) STRICT;
)sql";

// What the public is told about the organisation (profiles.h). `arms`: a picture of room 1 in the table photo.
constexpr const char* profile_step = R"sql(
ALTER TABLE organisation ADD COLUMN municipality TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN colour       TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN arms         TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN arms_alt     TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN contact      TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN email        TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN phone        TEXT NOT NULL DEFAULT '';
)sql";

// Workshops that belong to a case (ties.h).
constexpr const char* ties_step = R"sql(
CREATE TABLE tie (
  workshop  INTEGER PRIMARY KEY REFERENCES room ON DELETE CASCADE,
  case_room INTEGER NOT NULL REFERENCES room ON DELETE CASCADE
) STRICT;
CREATE INDEX tie_by_case ON tie (case_room);
)sql";

// What residents think they can influence (expectations.h): sums, and who has answered; no answer of anybody.
constexpr const char* expectations_step = R"sql(
CREATE TABLE expectation (
  room    INTEGER NOT NULL REFERENCES room ON DELETE CASCADE,
  moment  INTEGER NOT NULL,                         -- 1 entry, 2 exit
  value   INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  PRIMARY KEY (room, moment, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE expectation_mark (
  room   INTEGER NOT NULL REFERENCES room ON DELETE CASCADE,
  moment INTEGER NOT NULL,
  mark   BLOB    NOT NULL,
  PRIMARY KEY (room, moment, mark)
) STRICT, WITHOUT ROWID;
)sql";

// Roles in cases: of an account everywhere, and in single cases (case_roles.h). Whoever held workshops could make cases, and still can.
constexpr const char* roles_step = R"sql(
ALTER TABLE account ADD COLUMN case_owner INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN answerer   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN moderator  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN politician INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN case_owner INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN answerer   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN moderator  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN politician INTEGER NOT NULL DEFAULT 0;
UPDATE account SET case_owner = facilitator;
UPDATE link SET case_owner = facilitator;
CREATE TABLE case_role (
  room    INTEGER NOT NULL REFERENCES room ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  role    INTEGER NOT NULL,                         -- case_roles.h
  PRIMARY KEY (room, account, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_role_of_account ON case_role (account);
)sql";

// What somebody should be told (outbox.h).
constexpr const char* outbox_step = R"sql(
CREATE TABLE outbox (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  kind          INTEGER NOT NULL,
  recipient     TEXT    NOT NULL,                   -- '' once it no longer waits
  recipient_key TEXT    NOT NULL,                   -- case folded
  account       INTEGER REFERENCES account ON DELETE CASCADE,
  language      TEXT    NOT NULL,
  room          INTEGER REFERENCES room ON DELETE CASCADE,
  parameters    TEXT    NOT NULL,
  created       INTEGER NOT NULL,
  state         INTEGER NOT NULL DEFAULT 0,
  settled       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_of_account ON outbox (account);
CREATE INDEX outbox_of_room ON outbox (room);
)sql";

constexpr const char* steps_of_this_program[] = {version_1,        photos_step,  heads_step,    keeping_step,
                                                 cooperation_step, seating_step, erasures_step, profile_step, ties_step,
                                                 expectations_step, roles_step, outbox_step};

Status back_up_before(Connection& connection, const std::filesystem::path& dir, int version) {
  const auto file = dir / fmt::format("backup-before-v{}.db", version);
  auto unfinished = file;
  unfinished += ".unfinished";
  TRY_STATUS(write_private_file(unfinished, {}));
  TRY_STATUS(connection.copy_to(unfinished));
  std::error_code error;
  std::filesystem::rename(unfinished, file, error);
  if (error) return fail(ErrorKind::internal, "store.backup_failed", error.message());
  return sync_folder(dir);
}

Status take_steps(Connection& connection, std::span<const char* const> steps, int from) {
  for (const char* step : steps.subspan(static_cast<std::size_t>(from))) TRY_STATUS(connection.script(step));
  TRY_STATUS(connection.script(
      "CREATE TABLE IF NOT EXISTS store_version (version INTEGER NOT NULL) STRICT; DELETE FROM store_version;"));
  return connection.execute("INSERT INTO store_version VALUES (?)", static_cast<std::int64_t>(steps.size()));
}

}  // namespace

const char* register_tables() { return KNIPPE_REGISTER_TABLES; }

std::span<const char* const> schema_steps() { return steps_of_this_program; }

Result<bool> has_table(Connection& connection, std::string_view name) {
  auto table = connection.run("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name);
  const bool there = table.next();
  TRY_STATUS(table.end());
  return there;
}

Result<int> schema_version(Connection& connection) {
  if (!TRY(has_table(connection, "store_version"))) return 0;
  auto version = connection.run("SELECT version FROM store_version");
  const int number = version.next() ? static_cast<int>(version.number(0)) : 0;
  TRY_STATUS(version.end());
  return number;
}

Status migrate(Connection& connection, const std::filesystem::path& dir, std::span<const char* const> steps) {
  const int newest = static_cast<int>(steps.size());
  const int present = TRY(schema_version(connection));
  if (present == newest) return {};
  if (present > newest) {
    return refuse("store.newer_data",
                  fmt::format("the data has version {}, this program knows version {}", present, newest));
  }
  if (present > 0) TRY_STATUS(back_up_before(connection, dir, newest));
  TRY_STATUS(connection.execute("BEGIN IMMEDIATE"));
  Status outcome = take_steps(connection, steps, present);
  if (outcome) outcome = connection.execute("COMMIT");
  if (!outcome && connection.in_transaction()) (void)connection.execute("ROLLBACK");
  return outcome;
}

}  // namespace knippe::store
