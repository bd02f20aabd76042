// What the proofs cost (docs/formats/checkpoint.md).
//   proof                        the tree per record, proofs at a million leaves, memory per leaf
//   proof write RECORDS > FILE   a signed log bundle of so many records, to be timed with `knippe verify FILE`

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "journal/record.h"
#include "journal/tree.h"
#include "proof/checkpoint.h"
#include "proof/hash_tree.h"
#include "proof/keys.h"
#include "proof/log_bundle.h"

namespace {

using namespace knippe;

constexpr std::size_t million = 1'000'000;
volatile unsigned char seen;  // keeps what is measured from being optimised away

template <class F>
double seconds(F f) {
  const auto from = std::chrono::steady_clock::now();
  f();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

template <class F>
double median_of(int turns, F f) {
  std::vector<double> all;
  for (int i = 0; i < turns; ++i) all.push_back(seconds(f));
  std::ranges::sort(all);
  return all[all.size() / 2];
}

journal::Event record(std::uint64_t seq, std::string kind, std::string body, Random& random) {
  journal::Event event{RoomId{7}, Seq{seq}, std::move(kind), Instant{1'800'000'000'000 + static_cast<std::int64_t>(seq)}, "phone:12", random.bytes<16>(), {},
                       std::move(body), random.bytes<32>()};
  event.commitment = journal::commitment(*event.salt, *event.body);
  return event;
}

void measure_tree() {
  SeededRandom random(1);
  std::vector<journal::Event> events;
  for (std::uint64_t seq = 1; seq <= 100'000; ++seq) events.push_back(record(seq, "RankingHandedIn", R"({"group":7,"round":1,"choices":[3,9,1,14,5]})", random));
  const double leaves = median_of(7, [&] { for (const auto& event : events) seen = static_cast<unsigned char>(journal::leaf_hash(event)[0]); });
  const double commitments = median_of(7, [&] { for (const auto& event : events) seen = static_cast<unsigned char>(journal::commitment(*event.salt, *event.body)[0]); });
  const double with_tree = median_of(7, [&] {
    journal::CompactRange range;
    for (const auto& event : events) range.add(journal::leaf_hash(event));
    seen = static_cast<unsigned char>(range.root()[0]);
  });
  const double kept = median_of(7, [&] {
    proof::HashTree tree;
    for (const auto& event : events) tree.add(journal::leaf_hash(event));
    seen = static_cast<unsigned char>(tree.root()[0]);
  });
  const auto us = [&](double whole) { return 1e6 * whole / static_cast<double>(events.size()); };
  fmt::print("| what | per record |\n|---|---|\n");
  fmt::print("| commitment | {:.2f} us |\n| leaf (envelope and hash) | {:.2f} us |\n", us(commitments), us(leaves));
  fmt::print("| leaf and compact range, as the journal does on every append | {:.2f} us |\n", us(with_tree));
  fmt::print("| leaf and whole tree, as the logbook does when it reads | {:.2f} us |\n", us(kept));
}

void measure_proofs() {
  SeededRandom random(2);
  proof::HashTree tree;
  for (std::size_t i = 0; i < million; ++i) tree.add(random.bytes<32>());
  constexpr int asked = 20'000;
  std::size_t longest = 0;
  const double inclusion = median_of(5, [&] {
    for (int i = 0; i < asked; ++i) longest = std::max(longest, tree.inclusion(random.below(million), million).size());
  });
  const double consistency = median_of(5, [&] {
    for (int i = 0; i < asked; ++i) longest = std::max(longest, tree.consistency(1 + random.below(million), million).size());
  });
  const std::uint64_t at = 123'456;
  const auto proof = tree.inclusion(at, million);
  const Digest root = tree.root();
  const double checked = median_of(5, [&] {
    for (int i = 0; i < asked; ++i) seen = journal::verify_inclusion(tree.leaf(at), at, million, proof, root);
  });
  const proof::KeyPair key(random.bytes<32>());
  const double signing = median_of(5, [&] {
    for (int i = 0; i < 1000; ++i) seen = static_cast<unsigned char>(proof::sign_checkpoint({"knippe.example.no/rom/0000000000007", million, root}, key)[0]);
  });
  fmt::print("\n| at 1,000,000 leaves | |\n|---|---|\n");
  fmt::print("| inclusion proof, made | {:.2f} us, {} hashes, {} bytes |\n", 1e6 * inclusion / asked, proof.size(), proof.size() * 32);
  fmt::print("| consistency proof, made | {:.2f} us, at most {} hashes |\n", 1e6 * consistency / asked, longest);
  fmt::print("| inclusion proof, checked | {:.2f} us |\n", 1e6 * checked / asked);
  fmt::print("| a head, signed | {:.1f} us |\n", 1e6 * signing / 1000);
  fmt::print("| memory of the tree | {:.0f} bytes a leaf |\n", static_cast<double>(tree.bytes()) / million);
}

int write(std::uint64_t records) {
  SeededRandom random(3);
  const proof::KeyPair key(random.bytes<32>());
  const std::string origin = proof::origin_of("knippe.example.no", RoomId{7});
  std::vector<journal::Event> events{record(1, "WorkshopCreated", R"({"settings":{"places":5,"points":[5,4,3,2,1]}})", random),
                                     record(2, "WorkshopOpened", "{}", random),
                                     record(3, "StageOpened", R"({"stage":"rank","round":1,"clock":{"planned_ms":0,"ends_at":0,"left_ms":0}})", random)};
  for (std::uint64_t seq = 4; seq <= 63; ++seq) events.push_back(record(seq, "GroupMade", fmt::format(R"({{"group":{},"paper":false}})", seq - 3), random));
  const auto make = [&](std::uint64_t seq) {
    if (seq <= events.size()) return events[seq - 1];
    SeededRandom own(seq);  // the same record both times it is made
    return record(seq, "RankingHandedIn", fmt::format(R"({{"group":{},"round":1,"choices":[{},{},{},{},{}]}})", 1 + own.below(60), 1 + own.below(3),
                  4 + own.below(3), 7 + own.below(3), 10 + own.below(3), 13 + own.below(3)), own);
  };
  journal::CompactRange tree;
  for (std::uint64_t seq = 1; seq <= records; ++seq) tree.add(journal::leaf_hash(make(seq)));
  std::string out = proof::write_bundle_head({origin, RoomId{7}, records, "bench"}) + proof::write_keys_line(proof::write_keys(proof::first_key(key, Instant{0})));
  out += proof::write_text_line("head", proof::sign_checkpoint({origin, records, tree.root()}, key));
  for (std::uint64_t seq = 1; seq <= records; ++seq) {
    proof::write_record(out, make(seq));
    if (out.size() < (1 << 20) && seq < records) continue;
    std::fwrite(out.data(), 1, out.size(), stdout);
    out.clear();
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "write") return write(std::strtoull(argv[2], nullptr, 10));
  measure_tree();
  measure_proofs();
  return 0;
}
