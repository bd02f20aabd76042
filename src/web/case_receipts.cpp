// That a contribution or a support stands in its case's log. The code in the address can be made by this installation alone: from the public
// log nobody gets to these pages, and so not to the envelope, which holds the number of somebody's phone.

#include "base/encoding.h"
#include "proof/keyring.h"
#include "proof/logbook.h"
#include "proof/receipt.h"
#include "views/proof/proof.h"
#include "web/handlers.h"
#include "web/receipt_code.h"

namespace knippe::web {
namespace {

using domain::involvement::Involvement;

struct Place {
  Seq record;
  std::string code;  ///< as it was given out
  bool is_support = false;
};

Result<Place> place_of(const Call& call, std::string_view code) {
  if (const auto record = of_support_code(call.site.tokens, call.room, code)) return Place{*record, support_code(call.site.tokens, call.room, *record), true};
  const auto contribution = of_receipt_code(call.site.tokens, call.room, code);
  if (!contribution) return fail(ErrorKind::not_found, "contribution.no_receipt");
  return call.site.cases.read(call.room, [&](const Involvement& i, Seq) -> Result<Place> {
    const auto* found = i.find_contribution(*contribution);
    if (!found) return fail(ErrorKind::not_found, "contribution.no_receipt");
    return Place{found->record, receipt_code(call.site.tokens, call.room, *contribution), false};
  });
}

/// What the log says; the rest is the case's.
Result<views::ReceiptFacts> facts_of(const Call& call, const Place& place) {
  views::ReceiptFacts facts = TRY(call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<views::ReceiptFacts> {
    if (place.record.value == 0 || place.record.value > log.tree.size()) return fail(ErrorKind::not_found, "contribution.no_receipt");
    views::ReceiptFacts found;
    found.code = proof::written(proof::receipt_code(log.leaf(place.record)));
    found.record = place.record.value;
    found.size = log.tree.size();
    found.leaf = to_hex(log.leaf(place.record));
    found.root = to_hex(log.tree.root());
    return found;
  }));
  facts.handed_in_at = TRY(call.site.logbook.time_of(call.room, place.record));
  facts.room = call.room;
  const proof::Verifier verifier{call.site.keys.origin(call.room), call.site.keys.present()};
  facts.key_id = verifier.vkey().substr(0, verifier.name.size() + 9);
  TRY_STATUS(call.site.cases.read(call.room, [&](const Involvement& i, Seq) {
    facts.title = i.title;
    facts.language = i.language;
    facts.zone = i.time_zone;
  }));
  return facts;
}

Result<proof::WholeReceipt> whole_of(const Call& call, const Place& place) {
  proof::WholeReceipt receipt = TRY(call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<proof::WholeReceipt> {
    const std::uint64_t index = place.record.value - 1, size = log.tree.size();
    if (index >= size) return fail(ErrorKind::not_found, "contribution.no_receipt");
    return proof::WholeReceipt{{}, index, log.tree.inclusion(index, size), call.site.keys.sign(call.room, size, log.tree.root())};
  }));
  receipt.envelope = TRY(call.site.logbook.envelope(call.room, place.record));
  return receipt;
}

}  // namespace

http::Response case_receipt(const Call& call) {
  const auto place = place_of(call, call.captured[0]);
  if (!place) return error_answer(call, place.error());
  auto facts = facts_of(call, *place);
  if (!facts) return error_answer(call, facts.error());
  return page_answer(views::case_receipt_page(call.view(), {*std::move(facts), room_path("saker", call.room, "kvittering/" + place->code + "/logg"), place->is_support}));
}

http::Response case_receipt_file(const Call& call) {
  if (call.captured[1] != "bevis.tlog-proof") return error_answer(call, {ErrorKind::not_found, "contribution.no_receipt", {}});
  const auto place = place_of(call, call.captured[0]);
  if (!place) return error_answer(call, place.error());
  const auto whole = whole_of(call, *place);
  if (!whole) return error_answer(call, whole.error());
  http::Response response = http::text(200, proof::write_receipt(*whole));
  response.headers.set("Cache-Control", "no-store");
  return response.with("Content-Disposition", "inline; filename=\"bevis.tlog-proof\"");
}

}  // namespace knippe::web
