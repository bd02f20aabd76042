#pragma once
// Checks one room's log as it streams by: numbers, commitments, tree, signatures, the fold, ballots against hand-in marks, and at the end
// a recount against what was published. Holds the state of the room and one root for each head; never the records.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/verify/case_count.h"
#include "app/verify/finding.h"
#include "app/verify/witness_check.h"
#include "domain/involvement/rules.h"
#include "domain/rules.h"
#include "journal/record.h"
#include "journal/tree.h"
#include "proof/checkpoint.h"
#include "proof/keys.h"

namespace knippe::app {

/// A hand-in that a receipt asks for.
struct SoughtReceipt {
  std::string code;                                ///< twelve characters
  std::optional<std::uint64_t> record;             ///< where it was found
  std::string kind;
  std::optional<domain::RankingHandedIn> handed_in;
  bool replaced = false;                           ///< by a later one of the same group and round
};

class LogCheck {
 public:
  LogCheck(RoomId room, std::string about);

  /// Before the heads. `trusted`: only keys that this one leads to count.
  void keys(const proof::KeyList& list, const std::optional<proof::PublicKey>& trusted);
  /// Before the heads: whose cosignatures the reader knows.
  void witnesses(std::vector<proof::Verifier> known) { witnesses_ = WitnessCheck(std::move(known)); }
  /// Before the records, in order of size. `kept`: from elsewhere (a receipt), in any place.
  void head(std::string_view note, bool kept = false);
  /// A root that the log must have at a size, from an unsigned source (`what` names it).
  void expect_root(std::uint64_t size, const Digest& root, std::string what);
  /// The receipt to look for.
  void seek(std::string code) { sought_ = SoughtReceipt{std::move(code), {}, {}, {}, false}; }
  /// In order. A withheld body counts as not given.
  void record(const journal::Event& event, bool withheld);
  /// In order: a record of which only the leaf is given.
  void sealed(std::uint64_t seq, const Digest& leaf);
  /// The published result, as result-bundle.md describes it.
  void result(std::string text) { result_ = std::move(text); }
  /// A line that nobody can read.
  void unreadable(std::uint64_t line);
  /// All has been given; `size`: records as stated.
  Findings finish(std::optional<std::uint64_t> size);

  /// Of a workshop; untouched when the log is a case's.
  const domain::Workshop& state() const { return state_; }
  bool is_of_a_case() const { return of_a_case_; }
  const domain::involvement::Involvement& case_state() const { return case_; }
  /// The folded state as a snapshot holds it, and the number of the fold that made it.
  std::string encoded_state() const;
  int fold_version() const { return of_a_case_ ? domain::InvolvementRules::fold_version : domain::WorkshopRules::fold_version; }
  std::uint64_t size() const { return tree_.size(); }
  Digest root() const { return tree_.root(); }
  const std::optional<SoughtReceipt>& sought() const { return sought_; }
  /// The newest signed head that holds.
  const std::optional<proof::Checkpoint>& standing_on() const { return standing_on_; }

 private:
  struct ExpectedRoot {
    Digest root{};
    std::string what;
  };
  void check_commitment(const journal::Event& event, bool withheld);
  void look_for_receipt(const journal::Event& event, const Digest& leaf);
  void compare_roots();
  void look_in_a_case(std::uint64_t seq, std::string_view kind, const Digest& leaf);
  /// False, and told, when a record is missing before this one.
  bool is_next(std::uint64_t seq);
  void compare_with_published();
  void fold(const journal::Event& event, bool withheld);
  void count_marks(const journal::Event& event);
  void sum_up(std::optional<std::uint64_t> size);
  void compare_marks();
  void broken(std::string_view check, views::MessageKey words, std::vector<std::string> fill, std::string where);
  void holds(std::string_view check, views::MessageKey words, std::vector<std::string> fill = {});

  RoomId room_;
  Findings findings_;
  std::vector<proof::PublicKey> known_keys_;
  std::multimap<std::uint64_t, ExpectedRoot> expected_;
  std::uint64_t heads_ = 0, newest_head_ = 0, last_good_ = 0, given_ = 0, not_given_ = 0, sealed_ = 0;
  journal::CompactRange tree_;
  bool of_a_case_ = false;  ///< by the first record
  domain::Workshop state_;
  domain::involvement::Involvement case_;
  CaseCount case_count_;
  std::map<int, std::map<std::string, int>> marks_;   ///< round → person → hand-ins
  std::map<int, std::size_t> boxes_;                  ///< round → ballots in the box
  std::optional<SoughtReceipt> sought_;
  std::optional<proof::Checkpoint> standing_on_;
  std::map<std::uint64_t, proof::Checkpoint> signed_;
  WitnessCheck witnesses_;
  std::optional<std::string> result_;
  std::set<std::string> unknown_kinds_;  ///< of a newer program
};

}  // namespace knippe::app
