#include "app/verify/check_receipt.h"

#include "base/text.h"
#include "journal/tree.h"
#include "proof/receipt.h"

namespace knippe::app {
namespace {

std::string code_of(const proof::WholeReceipt& whole) { return proof::receipt_code(journal::leaf_hash(as_bytes(whole.envelope))); }

Finding broken(views::MessageKey words, std::vector<std::string> fill = {}) { return {Verdict::broken, "receipt", words, std::move(fill), "receipt"}; }

/// The proof inside a whole receipt; its head's signature was checked with the bundle's heads.
std::optional<Finding> check_proof(const proof::WholeReceipt& whole) {
  const auto text = proof::unverified_text(whole.head);
  const auto head = text ? proof::parse_checkpoint(*text) : std::nullopt;
  const Digest leaf = journal::leaf_hash(as_bytes(whole.envelope));
  if (head && journal::verify_inclusion(leaf, whole.index, head->size, whole.proof, head->root)) return std::nullopt;
  return broken("verify.receipt_proof_broken");
}

Finding answer(const SoughtReceipt& sought, const LogCheck& log) {
  const domain::Workshop& state = log.state();
  const std::string record = std::to_string(*sought.record);
  const auto said = [&](views::MessageKey words) { return Finding{Verdict::holds, "receipt", words, {record}, "record " + record}; };
  if (log.is_of_a_case()) return said("verify.receipt_received");
  if (sought.kind != "RankingHandedIn") return said(state.published ? "verify.receipt_mark" : "verify.receipt_mark_so_far");
  if (!sought.handed_in) return {Verdict::unchecked, "receipt", "verify.receipt_erased", {record}, "record " + record};
  if (sought.replaced) return said("verify.receipt_replaced");
  const domain::Sheet* sheet = state.sheet_of(sought.handed_in->group, sought.handed_in->round);
  if (!sheet || !sheet->is_handed_in()) return said("verify.receipt_given_back");
  if (sought.handed_in->round != state.counted_round()) return said("verify.receipt_earlier");
  if (state.persons_count_in(sought.handed_in->round)) return said("verify.receipt_beside");
  return said(state.published ? "verify.receipt_included" : "verify.receipt_so_far");
}

}  // namespace

std::optional<BundleOptions> options_for_receipt(std::string_view receipt, BundleOptions options) {
  if (const auto whole = proof::parse_receipt(receipt)) {
    options.code = code_of(*whole);
    options.receipt_head = whole->head;
    return options;
  }
  options.code = proof::read_code(trim_ascii(receipt));
  return options.code ? std::optional(std::move(options)) : std::nullopt;
}

std::vector<Finding> check_receipt(std::string_view receipt, const LogCheck& log) {
  std::vector<Finding> found;
  const auto whole = proof::parse_receipt(receipt);
  if (whole)
    if (auto wrong = check_proof(*whole)) found.push_back(*std::move(wrong));
  const auto& sought = log.sought();
  if (!sought || !sought->record) {
    found.push_back(broken("verify.receipt_not_found"));
  } else if (whole && whole->index + 1 != *sought->record) {
    found.push_back(broken("verify.receipt_elsewhere", {std::to_string(whole->index + 1), std::to_string(*sought->record)}));
  } else {
    found.push_back(answer(*sought, log));
  }
  return found;
}

}  // namespace knippe::app
