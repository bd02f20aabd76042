#pragma once
// Pages with which anybody checks that the log was not changed (docs/formats/checkpoint.md, receipt.md): a receipt and what became of it,
// a room's log with its signed heads, and how to check us, in plain words. What they show was computed elsewhere.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "views/erasure/retention_page.h"
#include "views/view.h"

namespace knippe::views {

/// What became of something handed in (docs/formats/receipt.md).
/// beside: the persons' own rankings make the result; a group's list stands beside them.
enum class Counted { included, so_far, beside, replaced, given_back, earlier_round };

struct ReceiptFacts {
  std::string code;         ///< "F7K2-9QXM-4TBD"
  Counted answer = Counted::so_far;
  RoomId room;
  std::string title;        ///< of the workshop; empty before its report is published
  std::string language;     ///< of the title
  std::string zone;         ///< time zone of the room
  GroupNumber group;        ///< 0: a person's mark
  Instant handed_in_at;
  std::optional<Instant> published_at;
  std::uint64_t record = 0; ///< its number in the log
  std::uint64_t size = 0;   ///< records in the log now
  std::string leaf, root;   ///< hex
  std::string key_id;       ///< "knippe.example.no/rom/…+5b1c90e2"
};

/// GET /kvittering and /kvittering/{code}: a field for the code, and the answer. Kept form "kvittering", field "kode", with the error
/// of a code that nobody knows.
std::string receipt_page(const View& view, const std::optional<ReceiptFacts>& facts, const Kept& kept = {});

/// GET /rom/{room}/kvittering: what the group keeps. `list`: names of the keys it handed in, in order.
struct OwnReceipt {
  ReceiptFacts facts;
  std::string group_name;
  std::vector<std::string> list;
  std::string points;       ///< "5-4-3-2-1"
};
/// `mark`: the code of this phone's own mark when it has ranked alone (written), or empty.
std::string own_receipt_page(const View& view, const std::optional<OwnReceipt>& own, std::string_view mark, RoomId room);

/// GET /saker/{case}/kvittering/{code}/logg: that a contribution, or a support, was received and stands in the log. `facts.code` is computed
/// from the record; `path`: of this page. Its receipt: `path` less "logg", and "bevis.tlog-proof".
struct CaseReceipt {
  ReceiptFacts facts;
  std::string path;
  bool is_support = false;
};
std::string case_receipt_page(const View& view, const CaseReceipt& receipt);

struct HeadRow {
  std::uint64_t size = 0;
  Instant time;
  std::string root;         ///< hex
};
/// A proof that was asked for, between two sizes.
struct ConsistencyShown {
  std::uint64_t from = 0, to = 0;
  std::string from_root, to_root;
  std::vector<std::string> hashes;  ///< hex
};
/// A witness that the operator knows, and the newest head that it signed (docs/formats/checkpoint.md).
struct SeenBy {
  std::string name, vkey;
  Instant at;
  std::uint64_t size = 0;  ///< 0: none
};
struct LogFacts {
  RoomId room;
  std::string title, language;      ///< empty before the report is published, and for the system room
  std::string zone;
  bool is_system = false;
  bool is_case = false;
  bool has_bundle = false;
  std::string origin, vkey;
  std::vector<HeadRow> heads;       ///< newest first
  std::uint64_t heads_in_all = 0;
  std::optional<ConsistencyShown> proof;
  std::vector<SeenBy> seen_by;      ///< every known witness
  std::optional<RetentionLook> keeping;  ///< of a room that is public
};
/// GET /rom/{room}/bevis. Kept form "samsvar", fields "fra", "til".
std::string log_page(const View& view, const LogFacts& facts, const Kept& kept = {});

/// GET /kontroll: how to check us. `public_keys`: base64, the present one last. `witnesses`: what they saw of
/// the system log.
std::string control_page(const View& view, std::span<const std::string> public_keys, std::span<const SeenBy> witnesses = {});

}  // namespace knippe::views
