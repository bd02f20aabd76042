#include "web/receipts.h"

#include <boost/json.hpp>

#include "base/encoding.h"
#include "proof/keyring.h"
#include "store/store.h"

namespace knippe::web {
namespace {

struct Handed {
  GroupNumber group;  ///< 0: a person's mark
  int round = 0;
};

/// What the body of a hand-in says besides the choices.
Handed handed_of(const proof::Mark& mark) {
  Handed handed;
  if (!mark.body) return handed;
  boost::json::error_code error;
  const boost::json::value value = boost::json::parse(*mark.body, error);
  const boost::json::object* object = error ? nullptr : value.if_object();
  const auto number = [&](const char* name) -> std::uint32_t {
    const boost::json::value* found = object ? object->if_contains(name) : nullptr;
    boost::json::error_code wrong;
    const auto given = found ? found->to_number<std::uint32_t>(wrong) : 0;
    return wrong ? 0 : given;
  };
  if (mark.kind == "RankingHandedIn") handed.group = GroupNumber{number("group")};
  handed.round = static_cast<int>(number("round"));
  return handed;
}

bool is_same_sheet(const proof::Mark& mark, GroupNumber group, int round) {
  if (mark.kind != "RankingHandedIn") return false;
  const Handed handed = handed_of(mark);
  return handed.group == group && (round == 0 || handed.round == round);
}

views::Counted answer_of(const proof::Log& log, const proof::Mark& mark, const domain::Workshop& workshop) {
  using enum views::Counted;
  const Handed handed = handed_of(mark);
  if (mark.kind == "RankingHandedIn") {
    for (const proof::Mark& later : log.marks)
      if (later.seq > mark.seq && is_same_sheet(later, handed.group, handed.round)) return replaced;
    const domain::Sheet* sheet = workshop.sheet_of(handed.group, handed.round);
    if (!sheet || !sheet->is_handed_in()) return given_back;
    if (handed.round != workshop.counted_round()) return earlier_round;
    if (workshop.persons_count_in(handed.round)) return beside;
  }
  return workshop.published ? included : so_far;
}

/// The facts that the log alone gives.
Result<views::ReceiptFacts> facts_of_log(const Call& call, RoomId room, const std::string& code, const domain::Workshop& workshop) {
  if (workshop.deleted) return fail(ErrorKind::not_found, "workshop.deleted");
  return call.site.logbook.read(room, [&](const proof::Log& log) -> Result<views::ReceiptFacts> {
    const proof::Mark* mark = log.find(code);
    if (!mark) return fail(ErrorKind::not_found, "receipt.unknown");
    views::ReceiptFacts facts;
    facts.code = proof::written(code);
    facts.answer = answer_of(log, *mark, workshop);
    facts.room = room;
    facts.group = handed_of(*mark).group;
    facts.handed_in_at = mark->time;
    facts.record = mark->seq.value;
    facts.size = log.tree.size();
    facts.leaf = to_hex(log.leaf(mark->seq));
    facts.root = to_hex(log.tree.root());
    const proof::Verifier verifier{call.site.keys.origin(room), call.site.keys.present()};
    facts.key_id = verifier.vkey().substr(0, verifier.name.size() + 9);
    return facts;
  });
}

}  // namespace

Result<RoomId> room_of_receipt(const Call& call, const std::string& code) {
  if (const auto place = call.site.store.heads().find(code)) return place->room;
  if (const auto room = call.site.logbook.find_in_memory(code)) return *room;
  return fail(ErrorKind::not_found, "receipt.unknown");
}

Result<views::ReceiptFacts> receipt_facts(const Call& call, RoomId room, const std::string& code) {
  domain::Workshop workshop;
  TRY_STATUS(call.site.desk.read(room, [&](const domain::Workshop& state, Seq) { workshop = state; }));
  views::ReceiptFacts facts = TRY(facts_of_log(call, room, code, workshop));
  facts.zone = workshop.settings.time_zone;
  if (workshop.published) {
    facts.title = workshop.about.title;
    facts.language = workshop.settings.language;
    facts.published_at = workshop.published_at;
  }
  return facts;
}

Result<proof::WholeReceipt> whole_receipt(const Call& call, RoomId room, const std::string& code) {
  Seq record;
  proof::WholeReceipt receipt = TRY(call.site.logbook.read(room, [&](const proof::Log& log) -> Result<proof::WholeReceipt> {
    const proof::Mark* mark = log.find(code);
    if (!mark) return fail(ErrorKind::not_found, "receipt.unknown");
    record = mark->seq;
    const std::uint64_t size = log.tree.size();
    return proof::WholeReceipt{{}, record.value - 1, log.tree.inclusion(record.value - 1, size), call.site.keys.sign(room, size, log.tree.root())};
  }));
  receipt.envelope = TRY(call.site.logbook.envelope(room, record));
  return receipt;
}

std::optional<std::string> last_code(const proof::Log& log, GroupNumber group, int round) {
  for (auto mark = log.marks.rbegin(); mark != log.marks.rend(); ++mark)
    if (is_same_sheet(*mark, group, round)) return proof::receipt_code(log.leaf(mark->seq));
  return std::nullopt;
}

std::optional<std::string> own_mark(const proof::Log& log, PhoneId phone) {
  const std::string actor = "phone:" + std::to_string(phone.value);
  for (auto mark = log.marks.rbegin(); mark != log.marks.rend(); ++mark)
    if (mark->kind == "PersonHandedIn" && mark->actor == actor) return proof::receipt_code(log.leaf(mark->seq));
  return std::nullopt;
}

}  // namespace knippe::web
