// A case's public log: every kind of event is decided, nothing personal is given, and what is published is counted again.

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <set>

#include "app/verify/check_receipt.h"
#include "app/verify/findings_for_tests.h"
#include "app/verify/read_bundle.h"
#include "base/random.h"
#include "domain/involvement/rules.h"
#include "proof/hash_tree.h"
#include "proof/log_bundle.h"
#include "proof/receipt.h"
#include "views/involvement/counts.h"

namespace knippe::app {
namespace {

using namespace domain::involvement;
using domain::InvolvementRules;

/// Members that hold words are known by name: codes, dates and choices. Numbers of phones and rooms are never given.
template <class Member>
bool may_be_given(std::string_view name) {
  static const std::set<std::string_view> codes{"language", "time_zone", "decides_on", "answer_by", "method", "hearing_from", "hearing_to", "date"};
  if constexpr (std::is_same_v<Member, std::string>) return codes.contains(name);
  return !std::is_same_v<Member, PhoneId> && !std::is_same_v<Member, RoomId>;
}

TEST(CaseLog, EveryKindOfEventIsDecidedAndNoneThatIsGivenHoldsWordsOrPersons) {
  std::size_t given = 0;
  boost::mp11::mp_for_each<boost::mp11::mp_iota<std::variant_size<Event::variant>>>([&](auto index) {
    using One = std::variant_alternative_t<index, Event::variant>;
    const std::string_view kind = InvolvementRules::kind(Event(One{}));
    EXPECT_TRUE(proof::is_decided_for_cases(kind)) << kind << " is on no list in proof/log_bundle.cpp";
    if (!proof::withheld_because(kind, proof::Of::involvement).empty()) return;
    ++given;
    boost::mp11::mp_for_each<boost::describe::describe_members<One, boost::describe::mod_any_access>>([&](auto member) {
      using Member = std::remove_cvref_t<decltype(std::declval<One>().*member.pointer)>;
      EXPECT_TRUE(may_be_given<Member>(member.name)) << kind << "." << member.name;
    });
  });
  EXPECT_GT(given, 20u);
  EXPECT_FALSE(proof::is_decided_for_cases("SomethingNew"));
  EXPECT_FALSE((may_be_given<std::string>("reason") || may_be_given<PhoneId>("phone"))) << "the test can fail";
}

struct MadeCase {
  static constexpr RoomId room{78};
  SeededRandom random{11};
  proof::KeyPair key{random.bytes<32>()};
  std::string origin = proof::origin_of("knippe.example.no", room);
  std::vector<journal::Event> events;
  proof::HashTree tree;
  Involvement state;

  MadeCase() {
    add(InvolvementCreated{"nb", "Europe/Oslo", false});
    add(InvolvementNamed{"Trygg skolevei", ""});
    add(InvolvementOpened{});
    add(ThemeMade{ThemeId{1}}), add(ThemeNamed{ThemeId{1}, "Lys"});
    for (const std::uint32_t number : {1, 2, 3}) {
      add(ContributionReceived{ContributionId{number}, PhoneId{number}, Source::web, {}, 0}, "phone:" + std::to_string(number));
      add(ContributionWorded{ContributionId{number}, "Hemmelig", "", ""}, "phone:" + std::to_string(number));
    }
    add(ContributionPublished{ContributionId{1}}), add(ContributionPublished{ContributionId{2}});
    add(ContributionSupported{ContributionId{1}, PhoneId{7}, true}, "phone:7");
    add(ContributionRemoved{ContributionId{3}, Rule::hateful});
    add(ContributionsGrouped{ThemeId{1}, {ContributionId{1}}});
    add(AnswerGiven{ThemeId{1}, domain::involvement::Verdict::taken_in, {}});
  }
  void add(const Event& event, const std::string& actor = "account:1") {
    const std::uint64_t seq = events.size() + 1;
    journal::Event record{room, Seq{seq}, std::string(InvolvementRules::kind(event)), Instant{1'800'000'000'000 + static_cast<std::int64_t>(seq)}, actor,
                          random.bytes<16>(), {}, InvolvementRules::encode(event), random.bytes<32>()};
    record.commitment = journal::commitment(*record.salt, *record.body);
    InvolvementRules::apply(state, event, {record.seq, record.time});
    tree.add(journal::leaf_hash(record));
    events.push_back(std::move(record));
  }
  std::string counts() const { return views::case_counts(state, room, "0.1.0"); }
  std::vector<std::string> lines(const std::string& result) const {
    std::vector<std::string> out{proof::write_bundle_head({origin, room, events.size(), "0.1.0"}),
                                 proof::write_keys_line(proof::write_keys(proof::first_key(key, Instant{1'000}))),
                                 proof::write_text_line("head", proof::sign_checkpoint({origin, tree.size(), tree.root()}, key))};
    for (const journal::Event& event : events) proof::write_record(out.emplace_back(), event, proof::Of::involvement);
    out.push_back(proof::write_text_line("result", result));
    return out;
  }
};

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from << " in " << text;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(CaseLog, AnHonestCaseHoldsAndNamesNobody) {
  const MadeCase made;
  const std::string text = joined(made.lines(made.counts()));
  for (const char* secret : {"Hemmelig", "phone:", "Trygg", "Lys"}) EXPECT_EQ(text.find(secret), std::string::npos) << secret;
  const BundleChecked checked = check_bundle(text);
  EXPECT_EQ(told(checked.findings), "");
  EXPECT_EQ(checked.check->size(), made.events.size());
}

TEST(CaseLog, NumbersThatTheLogDoesNotGiveAreFound) {
  const MadeCase made;
  const std::string counts = made.counts();
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"\"contributions\": 2", "\"contributions\": 1"}, {"\"contributions\": 2", "\"contributions\": 99"}, {"\"removed\": 1", "\"removed\": 0"},
           {"\"supports\": 1", "\"supports\": 50"}, {"\"decisions\": 0", "\"decisions\": 1"}, {"\"theme\": 1", "\"theme\": 2"}}) {
    const Findings findings = check_bundle(joined(made.lines(changed(counts, from, to)))).findings;
    EXPECT_TRUE(findings.has_broken("recount")) << from << " → " << to << told(findings);
  }
}

TEST(CaseLog, OneFlippedBitIsFoundInEveryRecord) {
  const MadeCase made;
  const auto lines = made.lines(made.counts());
  for (std::size_t at = 3; at + 1 < lines.size(); ++at)
    for (std::size_t bit = at % 3; bit + 8 < std::min(lines[at].find("\"withheld\":\"") + 10, lines[at].size()) * 8; bit += 3) {
      auto other = lines;
      other[at][bit / 8] = static_cast<char>(other[at][bit / 8] ^ (1 << bit % 8));
      const Findings findings = check_bundle(joined(other)).findings;
      ASSERT_TRUE(findings.has(Verdict::broken) || findings.has(Verdict::unchecked)) << "bit " << bit << " of " << lines[at];
    }
}

TEST(CaseLog, AReceiptOfASealedRecordIsFoundByItsCode) {
  const MadeCase made;
  const std::string code = proof::receipt_code(made.tree.leaf(13));  // the support
  BundleOptions options;
  options.code = code;
  const BundleChecked checked = check_bundle(joined(made.lines(made.counts())), options);
  const auto found = check_receipt(code, *checked.check);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].verdict, Verdict::holds);
  EXPECT_EQ(found[0].words.text(), std::string_view("verify.receipt_received"));
  options.code = "000000000000";
  EXPECT_EQ(check_receipt("0000-0000-0000", *check_bundle(joined(made.lines(made.counts())), options).check)[0].verdict, Verdict::broken);
}

}  // namespace
}  // namespace knippe::app
