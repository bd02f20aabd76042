#include "web/receipts.h"

#include "base/encoding.h"
#include "proof/keyring.h"
#include "store/store.h"
#include "web/receipt_code.h"

namespace knippe::web {
namespace {

constexpr std::size_t cases_tried = 1'000;  ///< newest first; a code says nothing of its case

bool is_same_sheet(const proof::Mark& mark, GroupNumber group, int round) {
  return mark.kind == "RankingHandedIn" && mark.group == group.value && (round == 0 || mark.round == round);
}

views::Counted answer_of(const proof::Log& log, const proof::Mark& mark, const domain::Workshop& workshop) {
  using enum views::Counted;
  const GroupNumber group{mark.group};
  if (mark.kind == "RankingHandedIn") {
    for (const proof::Mark& later : log.marks)
      if (later.seq > mark.seq && is_same_sheet(later, group, mark.round)) return replaced;
    const domain::Sheet* sheet = workshop.sheet_of(group, mark.round);
    if (!sheet || !sheet->is_handed_in()) return given_back;
    if (mark.round != workshop.counted_round()) return earlier_round;
    if (workshop.persons_count_in(mark.round)) return beside;
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
    facts.group = GroupNumber{mark->group};
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

std::optional<std::string> case_receipt_path(const Call& call, const std::string& code) {
  const auto rooms = call.site.store.rooms().list_public(store::involvement_kind, cases_tried, true);
  if (!rooms) return std::nullopt;
  for (const store::Room& room : *rooms)
    if (of_receipt_code(call.site.tokens, room.id, code) || of_support_code(call.site.tokens, room.id, code))
      return room_path("saker", room.id, "kvittering/" + code + "/logg");
  return std::nullopt;
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
