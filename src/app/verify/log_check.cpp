#include "app/verify/log_check.h"

#include <boost/json.hpp>

#include "app/verify/recount.h"
#include "base/encoding.h"
#include "proof/receipt.h"

namespace knippe::app {
namespace {

constexpr std::size_t told_max = 20;  // of one kind; a file of rubbish need not be listed line by line

std::string number(std::uint64_t value) { return std::to_string(value); }

}  // namespace

LogCheck::LogCheck(RoomId room, std::string about) : room_(room) { findings_.about = std::move(about); }

void LogCheck::broken(std::string_view check, views::MessageKey words, std::vector<std::string> fill, std::string where) {
  std::size_t told = 0;
  for (const Finding& each : findings_.all) told += each.check == check && each.verdict == Verdict::broken;
  if (told < told_max) findings_.add({Verdict::broken, check, words, std::move(fill), std::move(where)});
}

void LogCheck::holds(std::string_view check, views::MessageKey words, std::vector<std::string> fill) {
  if (!findings_.has_broken(check)) findings_.add({Verdict::holds, check, words, std::move(fill)});
}

void LogCheck::unreadable(std::uint64_t line) { broken("records", "verify.unreadable", {number(line)}, "line " + number(line)); }

void LogCheck::keys(const proof::KeyList& list, const std::optional<proof::PublicKey>& trusted) {
  known_keys_ = proof::keys_trusted_from(list, trusted.value_or(list.keys.front().key));
  if (known_keys_.empty()) return broken("keys", "verify.key_unknown", {to_base64(*trusted)}, "keys");
  if (known_keys_.back() != list.present()) return broken("keys", "verify.key_swapped", {to_base64(list.present())}, "keys");
  holds("keys", "verify.keys_hold", {number(list.keys.size())});
}

void LogCheck::head(std::string_view note, bool kept) {
  ++heads_;
  const auto text = proof::unverified_text(note);
  const auto said = text ? proof::parse_checkpoint(*text) : std::nullopt;
  const std::string where = said ? "head " + number(said->size) : "head no. " + number(heads_);
  const auto opened = proof::open_checkpoint(note, known_keys_);
  if (!opened) return broken("signatures", "verify.signature_broken", {said ? number(said->size) : "?"}, where);
  if (proof::room_of_origin(opened->origin) != room_) return broken("signatures", "verify.head_of_another", {opened->origin}, where);
  if (!kept && opened->size < newest_head_) broken("signatures", "verify.heads_out_of_order", {number(opened->size)}, where);
  if (!kept) newest_head_ = opened->size;
  if (auto wrong = witnesses_.look_at(note, *opened)) findings_.add(*std::move(wrong));
  signed_[opened->size] = *opened;
  expect_root(opened->size, opened->root, where);
}

void LogCheck::expect_root(std::uint64_t size, const Digest& root, std::string what) { expected_.emplace(size, ExpectedRoot{root, std::move(what)}); }

void LogCheck::compare_roots() {
  const auto [from, to] = expected_.equal_range(tree_.size());
  if (from == to) return;
  const Digest root = tree_.root();
  bool good = true;
  for (auto each = from; each != to; ++each) {
    if (each->second.root == root) continue;
    good = false;
    broken("tree", "verify.root_differs", {number(tree_.size()), number(last_good_)},
           each->second.what + " or records " + number(last_good_ + 1) + "-" + number(tree_.size()));
  }
  if (!good) return;
  last_good_ = tree_.size();
  if (const auto found = signed_.find(tree_.size()); found != signed_.end()) standing_on_ = found->second;
}

void LogCheck::check_commitment(const journal::Event& event, bool withheld) {
  if (withheld || (!event.body && !event.salt)) {
    ++not_given_;
    return;
  }
  ++given_;
  if (!journal::commitment_holds(event))
    broken("commitments", "verify.commitment_broken", {number(event.seq.value), event.kind}, "record " + number(event.seq.value));
}

void LogCheck::look_in_a_case(std::uint64_t seq, std::string_view kind, const Digest& leaf) {
  if (!of_a_case_ || !sought_ || sought_->record || proof::receipt_code(leaf) != sought_->code) return;
  sought_->record = seq;
  sought_->kind = kind;
}

void LogCheck::look_for_receipt(const journal::Event& event, const Digest& leaf) {
  if (!proof::gets_receipt(event.kind)) return;
  if (!sought_->record && proof::receipt_code(leaf) == sought_->code) {
    sought_->record = event.seq.value;
    sought_->kind = event.kind;
    if (event.kind == "RankingHandedIn" && event.body)
      if (const auto decoded = domain::WorkshopRules::decode(event.kind, std::string_view(*event.body)))
        sought_->handed_in = std::get<domain::RankingHandedIn>(*decoded);
  } else if (sought_->handed_in && event.kind == "RankingHandedIn" && event.body) {
    if (const auto decoded = domain::WorkshopRules::decode(event.kind, std::string_view(*event.body))) {
      const auto& later = std::get<domain::RankingHandedIn>(*decoded);
      sought_->replaced = sought_->replaced || (later.group == sought_->handed_in->group && later.round == sought_->handed_in->round);
    }
  }
}

void LogCheck::count_marks(const journal::Event& event) {
  if (!event.body || (event.kind != "PersonHandedIn" && event.kind != "BoxOpened")) return;
  boost::json::error_code error;
  const boost::json::value body = boost::json::parse(*event.body, error);
  const boost::json::object* object = error ? nullptr : body.if_object();
  const boost::json::value* round = object ? object->if_contains("round") : nullptr;
  if (!round || !round->is_int64()) return;
  const int at = static_cast<int>(round->get_int64());
  if (event.kind == "PersonHandedIn") {
    const boost::json::value* person = object->if_contains("person");
    ++marks_[at][person ? boost::json::serialize(*person) : event.actor];
  } else if (const boost::json::value* ballots = object->if_contains("ballots"); ballots && ballots->is_array()) {
    boxes_[at] += ballots->get_array().size();
  }
}

void LogCheck::fold(const journal::Event& event, bool withheld) {
  if (room_ == proof::system_room) return;
  const bool given = !withheld && event.body;
  const auto text = given ? std::optional<std::string_view>(*event.body) : std::nullopt;
  if (event.seq == Seq{1}) of_a_case_ = domain::InvolvementRules::begins(event.kind);
  const auto fold_by = [&]<class Rules>(Rules, typename Rules::State& state) {
    const auto decoded = Rules::decode(event.kind, text);
    if (!decoded && decoded.error().message_key == "journal.unknown_kind") {
      unknown_kinds_.insert(event.kind);
      return;
    }
    if (!decoded) return broken("fold", "verify.fold_broken", {number(event.seq.value), event.kind}, "record " + number(event.seq.value));
    Rules::apply(state, *decoded, {event.seq, event.time});
    if constexpr (std::is_same_v<Rules, domain::InvolvementRules>) case_count_.count(*decoded);
  };
  of_a_case_ ? fold_by(domain::InvolvementRules{}, case_) : fold_by(domain::WorkshopRules{}, state_);
}

std::string LogCheck::encoded_state() const {
  return of_a_case_ ? domain::InvolvementRules::encode_state(case_) : domain::WorkshopRules::encode_state(state_);
}

bool LogCheck::is_next(std::uint64_t seq) {
  if (tree_.size() == 0) compare_roots();
  const std::uint64_t next = tree_.size() + 1;
  if (seq != next) broken("records", "verify.record_missing", {number(next), number(seq)}, "record " + number(next));
  return seq == next;
}

void LogCheck::sealed(std::uint64_t seq, const Digest& leaf) {
  if (!is_next(seq)) return;
  ++sealed_;
  ++not_given_;
  case_count_.hidden();
  tree_.add(leaf);
  look_in_a_case(seq, {}, leaf);
  compare_roots();
}

void LogCheck::record(const journal::Event& event, bool withheld) {
  if (!is_next(event.seq.value)) return;
  check_commitment(event, withheld);
  const Digest leaf = journal::leaf_hash(event);
  tree_.add(leaf);
  if (sought_) look_for_receipt(event, leaf);
  count_marks(event);
  fold(event, withheld);
  look_in_a_case(event.seq.value, event.kind, leaf);
  if (withheld && (event.kind == "ContributionReceived" || event.kind == "ContributionSupported")) case_count_.hidden();
  compare_roots();
}

/// A box holds one ballot for each person who handed in in its round.
void LogCheck::compare_marks() {
  for (const auto& [round, ballots] : boxes_) {
    const std::size_t people = marks_[round].size();
    if (ballots == people)
      holds("ballots", "verify.ballots_hold", {number(ballots)});
    else
      broken("ballots", "verify.ballots_differ", {number(ballots), number(people), std::to_string(round)}, "round " + std::to_string(round));
  }
}

void LogCheck::sum_up(std::optional<std::uint64_t> size) {
  if (size && *size != tree_.size()) broken("records", "verify.size_differs", {number(*size), number(tree_.size())}, "record " + number(tree_.size() + 1));
  holds("records", "verify.records_hold", {number(tree_.size())});
  holds("commitments", "verify.commitments_hold", {number(given_), number(not_given_)});
  for (const auto& [at, expected] : expected_)
    if (at > tree_.size()) broken("tree", "verify.head_beyond", {number(at), number(tree_.size())}, expected.what);
  if (heads_ == 0) {
    findings_.add({Verdict::unchecked, "signatures", "verify.no_heads", {}});
  } else {
    holds("signatures", "verify.signatures_hold", {number(heads_)});
    holds("tree", "verify.tree_holds", {number(expected_.size())});
  }
  for (const std::string& kind : unknown_kinds_) findings_.add({Verdict::unchecked, "fold", "verify.kind_unknown", {kind}});
  if (room_ != proof::system_room && unknown_kinds_.empty()) holds("fold", "verify.fold_holds");
}

Findings LogCheck::finish(std::optional<std::uint64_t> size) {
  sum_up(size);
  for (Finding& each : witnesses_.sum_up()) findings_.add(std::move(each));
  compare_marks();
  compare_with_published();
  return findings_;
}

void LogCheck::compare_with_published() {
  if (of_a_case_ && result_)
    for (Finding& each : case_count_.compare(*result_)) findings_.add(std::move(each));
  else if (result_)
    for (Finding& each : compare_with_result(state_, *result_)) findings_.add(std::move(each));
  else if (state_.published || case_count_.opened())
    findings_.add({Verdict::unchecked, "recount", "verify.no_result", {}});
  if (sealed_ && !of_a_case_) broken("records", "verify.sealed_in_workshop", {number(sealed_)}, "records");
}

}  // namespace knippe::app
