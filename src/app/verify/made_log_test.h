#pragma once
// For tests: a small workshop's log, signed and bundled as a server would, and room to tamper with it.

#include <string>
#include <vector>

#include "base/random.h"
#include "domain/rules.h"
#include "journal/record.h"
#include "proof/checkpoint.h"
#include "proof/hash_tree.h"
#include "proof/keys.h"
#include "proof/log_bundle.h"
#include "proof/receipt.h"
#include "views/report/bundle.h"

namespace knippe::app {

struct MadeLog {
  static constexpr RoomId room{77};
  const std::string origin = proof::origin_of("knippe.example.no", room);

  SeededRandom random{9};
  proof::KeyPair key{random.bytes<32>()};
  proof::KeyList keys = proof::first_key(key, Instant{1'000});
  std::vector<journal::Event> events;
  std::vector<std::uint64_t> head_sizes;
  proof::HashTree tree;
  domain::Workshop state;

  MadeLog() {
    using namespace domain;
    add(WorkshopCreated{});
    std::vector<Key> listed;
    for (std::uint32_t i = 1; i <= 8; ++i) listed.push_back({KeyId{i}, std::to_string(i), "Nøkkel", "Tekst", "nb", "Kari Hemmelig", {}, false});
    add(KeysListed{listed});
    add(WorkshopOpened{});
    for (const std::uint32_t group : {1, 2, 3}) add(GroupMade{GroupNumber{group}});
    add(GroupDescribed{GroupNumber{1}, "Helse", {"Ola Hemmelig"}});
    add(StageOpened{Stage::rank, 1, {}});
    head();
    hand_in(1, {1, 2, 3, 4, 5});
    hand_in(2, {2, 1, 3, 8, 7});
    head();
    hand_in(1, {5, 4, 3, 2, 1});
    hand_in(3, {8, 7, 6, 5, 4});
    add(RankingGivenBack{GroupNumber{3}, 1});
    add(WorkshopClosed{});
    add(ReportPublished{});
    head();
  }

  void add(const domain::Event& event) {
    const std::uint64_t seq = events.size() + 1;
    journal::Event record{room, Seq{seq}, std::string(domain::WorkshopRules::kind(event)), Instant{1'800'000'000'000 + static_cast<std::int64_t>(seq)}, "phone:1",
                          random.bytes<16>(), {}, domain::WorkshopRules::encode(event), random.bytes<32>()};
    record.commitment = journal::commitment(*record.salt, *record.body);
    domain::WorkshopRules::apply(state, event, {record.seq, record.time});
    tree.add(journal::leaf_hash(record));
    events.push_back(std::move(record));
  }
  void hand_in(std::uint32_t group, std::initializer_list<std::uint32_t> choices) {
    domain::RankingHandedIn event{GroupNumber{group}, 1, {}};
    for (const std::uint32_t choice : choices) event.choices.push_back(KeyId{choice});
    add(event);
  }
  void head() { head_sizes.push_back(events.size()); }

  std::string signed_head(std::uint64_t size) const { return proof::sign_checkpoint({origin, size, tree.root(size)}, key); }
  std::string code_of(std::uint64_t seq) const { return proof::receipt_code(tree.leaf(seq - 1)); }

  /// The lines of the bundle: head, keys, signed heads, records, result.
  std::vector<std::string> lines() const {
    std::vector<std::string> out{proof::write_bundle_head({origin, room, events.size(), "0.1.0"}), proof::write_keys_line(proof::write_keys(keys))};
    for (const std::uint64_t size : head_sizes) out.push_back(proof::write_text_line("head", signed_head(size)));
    for (const journal::Event& event : events) proof::write_record(out.emplace_back(), event);
    out.push_back(proof::write_text_line("result", views::result_bundle(state, room, "0.1.0")));
    return out;
  }
  /// Where record `seq` stands in lines().
  std::size_t line_of(std::uint64_t seq) const { return 2 + head_sizes.size() + seq - 1; }
};

}  // namespace knippe::app
