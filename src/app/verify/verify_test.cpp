// A server that cheats, in every way we could think of, against `knippe verify`.

#include <gtest/gtest.h>

#include "app/verify/check_receipt.h"
#include "app/verify/findings_for_tests.h"
#include "app/verify/made_log_test.h"
#include "app/verify/read_bundle.h"

namespace knippe::app {
namespace {

Findings verified(const std::vector<std::string>& lines, const BundleOptions& options = {}) { return check_bundle(joined(lines), options).findings; }

bool all_holds(const Findings& findings) { return !findings.has(Verdict::broken) && !findings.has(Verdict::unchecked); }

std::string where_of(const Findings& findings, std::string_view check) {
  for (const Finding& each : findings.all)
    if (each.check == check && each.verdict == Verdict::broken) return each.where;
  return "";
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

TEST(Verify, AnHonestLogHolds) {
  const MadeLog made;
  const BundleChecked checked = check_bundle(joined(made.lines()));
  EXPECT_TRUE(all_holds(checked.findings)) << told(checked.findings);
  EXPECT_EQ(checked.check->standing_on()->size, made.events.size());
  EXPECT_EQ(joined(made.lines()).find("Hemmelig"), std::string::npos);
}

TEST(Verify, OneFlippedBitOfARecordIsFoundAndLocated) {
  const MadeLog made;
  auto lines = made.lines();
  const std::size_t at = made.line_of(10);  // group 2 handed in; the heads before and after are at 8 and 10
  for (std::size_t bit = 0; bit + 8 < lines[at].size() * 8; ++bit) {
    auto changed = lines;
    changed[at][bit / 8] = static_cast<char>(changed[at][bit / 8] ^ (1 << bit % 8));
    ASSERT_FALSE(all_holds(verified(changed))) << "bit " << bit << " of " << lines[at];
  }
  auto changed = lines;
  replace(changed[at], "\"time\":1800000000010", "\"time\":1800000000011");
  EXPECT_EQ(where_of(verified(changed), "tree"), "head 10 or records 9-10");
}

TEST(Verify, AnEditedBodyOrSaltIsLocatedToItsRecord) {
  const MadeLog made;
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"[2,1,3,8,7]", "[2,1,3,8,6]"}, {"\"salt\":\"", "\"salt\":\"00"}}) {
    auto lines = made.lines();
    std::string& line = lines[made.line_of(10)];
    replace(line, from, to);
    if (from != "[2,1,3,8,7]") line.erase(line.find("\"salt\":\"00") + 10, 2);
    const Findings findings = verified(lines);
    EXPECT_EQ(where_of(findings, "commitments"), "record 10") << told(findings);
  }
}

TEST(Verify, AnEditedBodyWithANewCommitmentBreaksTheTree) {
  MadeLog made;
  journal::Event& event = made.events[9];
  event.body = R"({"group":2,"round":1,"choices":[8,7,6,5,4]})";
  event.commitment = journal::commitment(*event.salt, *event.body);
  EXPECT_EQ(where_of(verified(made.lines()), "tree"), "head 10 or records 9-10");
}

TEST(Verify, ADroppedAndAReorderedRecordAreFound) {
  const MadeLog made;
  auto dropped = made.lines();
  dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(made.line_of(11)));
  EXPECT_EQ(where_of(verified(dropped), "records"), "record 11");
  auto last = made.lines();
  last.erase(last.end() - 2);
  EXPECT_TRUE(verified(last).has_broken("records"));
  auto swapped = made.lines();
  std::swap(swapped[made.line_of(9)], swapped[made.line_of(10)]);
  EXPECT_EQ(where_of(verified(swapped), "records"), "record 9");
}

TEST(Verify, ARenumberedLogWithoutARecordBreaksTheTree) {
  MadeLog made;
  std::vector<std::string> heads;
  for (const std::uint64_t size : made.head_sizes) heads.push_back(proof::write_text_line("head", made.signed_head(size)));
  made.events.erase(made.events.begin() + 9);
  for (std::size_t i = 9; i < made.events.size(); ++i) made.events[i].seq = Seq{i + 1};
  auto lines = made.lines();
  std::copy(heads.begin(), heads.end(), lines.begin() + 2);
  const Findings findings = verified(lines);
  EXPECT_TRUE(findings.has_broken("tree")) << told(findings);
}

TEST(Verify, ABadOrForeignOrRolledBackHeadIsFound) {
  const MadeLog made;
  auto flipped = made.lines();
  replace(flipped[3], "\\n10\\n", "\\n11\\n");
  EXPECT_TRUE(verified(flipped).has_broken("signatures"));
  auto foreign = made.lines();
  foreign[3] = proof::write_text_line("head", proof::sign_checkpoint({"knippe.example.no/rom/0000000000008", 10, made.tree.root(10)}, made.key));
  EXPECT_TRUE(verified(foreign).has_broken("signatures"));
  auto rolled_back = made.lines();
  std::swap(rolled_back[2], rolled_back[4]);
  EXPECT_TRUE(verified(rolled_back).has_broken("signatures"));
  auto beyond = made.lines();
  beyond[4] = proof::write_text_line("head", proof::sign_checkpoint({made.origin, 1000, made.tree.root()}, made.key));
  EXPECT_EQ(where_of(verified(beyond), "tree"), "head 1000");
}

TEST(Verify, AForkIsAHeadThatTheRecordsDoNotGive) {
  const MadeLog made;
  auto lines = made.lines();
  Digest root = made.tree.root(10);
  root[0] ^= std::byte{1};
  lines[3] = proof::write_text_line("head", proof::sign_checkpoint({made.origin, 10, root}, made.key));
  EXPECT_EQ(where_of(verified(lines), "tree"), "head 10 or records 9-10");
}

TEST(Verify, ASwappedKeyIsAStrangerARotatedOneIsNot) {
  MadeLog made;
  const proof::PublicKey first = made.key.public_key();
  const proof::KeyPair next(made.random.bytes<32>());
  auto rotated = made;
  proof::rotate(rotated.keys, rotated.key, next, Instant{2'000});
  rotated.key = next;
  EXPECT_TRUE(all_holds(verified(rotated.lines(), {.trusted = first, .code = {}, .receipt_head = {}})));
  auto swapped = made;
  swapped.keys = proof::first_key(next, Instant{2'000});
  swapped.key = next;
  EXPECT_TRUE(all_holds(verified(swapped.lines()))) << "who trusts the bundle's own key cannot see it";
  EXPECT_TRUE(verified(swapped.lines(), {.trusted = first, .code = {}, .receipt_head = {}}).has_broken("keys"));
}

TEST(Verify, AResultThatIsNotWhatTheLogGivesIsFound) {
  const MadeLog made;
  const auto changed = [&](std::string_view from, std::string_view to) {
    auto lines = made.lines();
    replace(lines.back(), from, to);
    return verified(lines);
  };
  EXPECT_EQ(where_of(changed("\\\"points\\\": 7", "\\\"points\\\": 9"), "recount"), "round 1");
  EXPECT_EQ(where_of(changed("\\\"chosen_by\\\": 2", "\\\"chosen_by\\\": 3"), "recount"), "round 1");
  EXPECT_EQ(where_of(changed("\\\"counted_round\\\": 1", "\\\"counted_round\\\": 2"), "recount"), "result");
}

TEST(Verify, ABallotCountedTwiceOrLeftOutIsFound) {
  MadeLog made;
  auto twice = made;
  twice.state.groups[2].sheets.resize(1);
  twice.state.groups[2].sheets[0].handed_in = twice.state.groups[0].sheets[0].handed_in;  // given back, but counted again
  EXPECT_EQ(where_of(verified(twice.lines()), "recount"), "round 1");
  auto left_out = made;
  left_out.state.groups[1].sheets[0].handed_in.clear();
  EXPECT_EQ(where_of(verified(left_out.lines()), "recount"), "round 1");
  auto exchanged = made;
  std::swap(exchanged.state.groups[0].sheets[0].handed_in, exchanged.state.groups[1].sheets[0].handed_in);
  EXPECT_EQ(where_of(verified(exchanged.lines()), "recount"), "round 1");
}

TEST(Verify, MoreBallotsThanHandInsAreFound) {
  LogCheck check(RoomId{77}, "");
  std::uint64_t seq = 0;
  const auto record = [&](std::string kind, std::string body) {
    journal::Event event{RoomId{77}, Seq{++seq}, std::move(kind), Instant{1}, "phone:1", {}, {}, std::move(body), journal::Salt{}};
    event.commitment = journal::commitment(*event.salt, *event.body);
    check.record(event, false);
  };
  record("PersonHandedIn", R"({"person":1,"round":1})");
  record("PersonHandedIn", R"({"person":2,"round":1})");
  record("PersonHandedIn", R"({"person":1,"round":1})");
  record("BoxOpened", R"({"round":1,"ballots":[[1],[2],[2]]})");
  const Findings findings = check.finish(4);
  EXPECT_EQ(where_of(findings, "ballots"), "round 1") << told(findings);
}

TEST(Verify, WhatIsNoBundleIsSaidToBeUnchecked) {
  for (const char* text : {"", "{}", "hei", "{\"format\":\"knippe-log-2\"}\n"}) {
    const Findings findings = check_bundle(std::string_view(text)).findings;
    EXPECT_TRUE(findings.has(Verdict::unchecked) && !findings.has(Verdict::broken)) << text;
  }
}

Finding receipt_answer(const MadeLog& made, const std::string& receipt) {
  const auto options = options_for_receipt(receipt);
  if (!options) return {Verdict::unchecked, "receipt", "verify.no_receipt", {}};
  const BundleChecked checked = check_bundle(joined(made.lines()), *options);
  if (checked.findings.has(Verdict::broken)) return {Verdict::broken, "bundle", "verify.does_not_hold", {}};
  return check_receipt(receipt, *checked.check).front();
}

TEST(VerifyReceipt, SaysWhatBecameOfIt) {
  const MadeLog made;
  const auto said = [&](std::uint64_t seq) { return std::string(receipt_answer(made, made.code_of(seq)).words.text()); };
  EXPECT_EQ(said(9), "verify.receipt_replaced");
  EXPECT_EQ(said(10), "verify.receipt_included");
  EXPECT_EQ(said(11), "verify.receipt_included");
  EXPECT_EQ(said(12), "verify.receipt_given_back");
  EXPECT_EQ(std::string(receipt_answer(made, "0000-0000-0000").words.text()), "verify.receipt_not_found");
  EXPECT_EQ(receipt_answer(made, "hei").verdict, Verdict::unchecked);
}

TEST(VerifyReceipt, AWholeReceiptFromBeforeHoldsInTheLogOfLater) {
  const MadeLog made;
  const proof::WholeReceipt whole{journal::envelope(made.events[9]), 9, made.tree.inclusion(9, 10), made.signed_head(10)};
  EXPECT_EQ(receipt_answer(made, proof::write_receipt(whole)).verdict, Verdict::holds);
  auto moved = whole;
  moved.index = 8;
  EXPECT_EQ(receipt_answer(made, proof::write_receipt(moved)).verdict, Verdict::broken);
  auto forked = whole;
  Digest root = made.tree.root(10);
  root[5] ^= std::byte{4};
  forked.head = proof::sign_checkpoint({made.origin, 10, root}, made.key);
  EXPECT_EQ(receipt_answer(made, proof::write_receipt(forked)).verdict, Verdict::broken) << "another log was signed for the participant";
}

}  // namespace
}  // namespace knippe::app
