// The rules of the workshop as folders: given.jsonl has happened, when.jsonl is wanted, then.jsonl comes of it. README.md tells how a
// line is written. KNIPPE_GOLDEN_WRITE=1 writes what came of it instead of comparing; read the difference before it is committed.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "domain/rules.h"
#include "domain/workshop/template.h"
#include "golden.h"
#include "views/result.h"

namespace knippe::domain {

#define KNIPPE_GOLDEN_COMMANDS(X)                                                                                             \
  X(OpenWorkshop) X(CloseWorkshop) X(OpenStage, stage) X(PauseClock) X(ResumeClock) X(ExtendClock, minutes) X(SetDoor, open)  \
  X(RevealResult, revealed) X(PublishReport, published) X(MakeGroup, name, members, people, paper, phone_name)                \
  X(DescribeGroup, group, name, members, people) X(SitDown, group, phone_name) X(LeaveGroup) X(ReleasePhone, phone)           \
  X(AskForHelp, group, wanted) X(ProposeSupplement, group, text, look_first) X(EditSupplement, supplement, text)                          \
  X(WithdrawSupplement, supplement) X(AcceptSupplement, supplement, short_name, text) X(ReturnSupplement, supplement, reason) \
  X(MergeSupplements, sources, short_name, text) X(PartSupplements, supplement)                                               \
  X(NameTheme, theme, name, supplements) X(RemoveTheme, theme) X(MoveToTheme, supplement, theme)                              \
  X(ChooseKey, group, key) X(DropKey, group, key) X(MoveKey, group, key, place) X(HandInRanking, group, choices)              \
  X(GiveBackRanking, group) X(ChooseKeyAlone, key) X(DropKeyAlone, key) X(MoveKeyAlone, key, place)                        \
  X(HandInAlone, choices) X(EndAlone) X(PlanMeasure, group, text, owner, date, key) X(EditMeasure, measure, text, owner, date, key)     \
  X(DeleteMeasure, measure) X(FollowUpMeasure, measure, progress, trial, text, date) X(QueuePitches, queue) X(StartPitch, group) X(PausePitch) X(ResumePitch) X(EndPitch)              \
  X(SkipPitch, group) X(TakeNote, from, about, kind, text) X(WithdrawNote, note) X(CloseRoom) \
  X(IntroduceSpeaker, speaker, name, affiliation, notes, keys) X(MoveSpeaker, speaker, place) X(RemoveSpeaker, speaker) X(SetProjector, projector)

#define KNIPPE_DESCRIBE(name, ...) BOOST_DESCRIBE_STRUCT(name, (), (__VA_ARGS__))
KNIPPE_GOLDEN_COMMANDS(KNIPPE_DESCRIBE)
#undef KNIPPE_DESCRIBE

namespace {

using namespace golden;

std::optional<Command> command_named(const std::string& wanted, const json::value& fields) {
#define KNIPPE_READ(name, ...)                                 \
  if (wanted == #name) {                                       \
    name command;                                              \
    if (!read(fields, command)) return std::nullopt;           \
    return command;                                            \
  }
  KNIPPE_GOLDEN_COMMANDS(KNIPPE_READ)
#undef KNIPPE_READ
  return std::nullopt;
}

class Story {
 public:
  /// Carries out one line and gives what came of it, a line for each event.
  std::vector<json::value> tell(const json::object& line) {
    if (const json::value* room = line.if_contains("room")) return open_room(room->as_object()), std::vector<json::value>{};
    if (const json::value* seconds = line.if_contains("after_s")) now_ = now_.plus_ms(seconds->as_int64() * 1000);
    for (const auto& [name, fields] : line) {
      if (name == "by" || name == "after_s") continue;
      const auto command = command_named(std::string(name), fields);
      if (command) return carry_out(*command, actor_of(line));
      ADD_FAILURE() << "no such command, or not its fields: " << json::serialize(line);
    }
    return {};
  }

  json::value state() const { return json::parse(WorkshopRules::encode_state(workshop_)); }

  /// The counted result: keys with points, best first.
  json::value result() const {
    const views::RankingResult counted = views::result_of(workshop_);
    json::array keys;
    for (const views::RankedKey& row : counted.keys)
      if (row.points > 0) keys.push_back({{"key", row.key.value}, {"place", row.place}, {"points", row.points}, {"chosen_by", row.chosen_by}});
    json::object out{{"round", counted.round}, {"handed_in", counted.handed_in}, {"keys", keys}};
    if (counted.agreement) out["agreement_hundredths"] = counted.agreement->hundredths();
    return out;
  }

 private:
  /// {"groups": 3, "stage": "rank", "settings": {…}, "draft": true}: the seminar of 2017, with a phone at each table.
  void open_room(const json::object& wanted) {
    Template made = seminar_2017();
    if (const json::value* settings = wanted.if_contains("settings")) EXPECT_TRUE(read(*settings, made.settings));
    must(CreateWorkshop{made.settings, made.about, made.keys, false, made.name}, Actor::account(AccountId{1}));
    if (wanted.contains("draft")) return;
    must(OpenWorkshop{}, Actor::account(AccountId{1}));
    const std::int64_t groups = wanted.contains("groups") ? wanted.at("groups").as_int64() : 3;
    for (std::uint32_t n = 1; n <= groups; ++n) must(MakeGroup{}, Actor::phone(PhoneId{n}));
    Stage stage = Stage::welcome;
    if (const json::value* named = wanted.if_contains("stage")) EXPECT_TRUE(read(*named, stage));
    if (stage != Stage::welcome) must(OpenStage{stage}, Actor::account(AccountId{1}));
  }

  void must(const Command& command, const Actor& actor) {
    for (const json::value& line : carry_out(command, actor)) EXPECT_FALSE(line.as_object().contains("refused")) << json::serialize(line);
  }

  std::vector<json::value> carry_out(const Command& command, const Actor& actor) {
    const auto events = WorkshopRules::decide(workshop_, command, {now_, actor}, box_);
    if (!events) {
      json::object refusal{{"refused", events.error().message_key}};
      if (!events.error().detail.empty()) refusal["detail"] = events.error().detail;
      return {refusal};
    }
    std::vector<json::value> lines;
    for (const Event& event : *events) {
      if (const auto change = WorkshopRules::box_change(event)) change_box(box_, *change);
      if (WorkshopRules::is_recorded(event)) apply(workshop_, event, {Seq{++seq_}, now_});
      lines.push_back(json::object{{std::string(WorkshopRules::kind(event)), json::parse(WorkshopRules::encode(event))}});
    }
    if (lines.empty()) lines.push_back(json::object{{"unchanged", true}});
    return lines;
  }

  Workshop workshop_;
  BallotBox box_;
  Instant now_{1'800'000'000'000};
  std::uint64_t seq_ = 0;
};

class Golden : public ::testing::TestWithParam<fs::path> {
 protected:
  void given() {
    for (const json::value& line : lines_of(GetParam() / "given.jsonl"))
      for (const json::value& came : story_.tell(line.as_object()))
        ASSERT_FALSE(came.as_object().contains("refused")) << "given: " << json::serialize(line) << " → " << json::serialize(came);
  }
  std::vector<json::value> when() {
    std::vector<json::value> came;
    for (const json::value& line : lines_of(GetParam() / "when.jsonl"))
      for (json::value& each : story_.tell(line.as_object())) came.push_back(std::move(each));
    return came;
  }
  void check_end(const json::value& line) {
    for (const auto& [what, wanted] : line.as_object()) {
      const json::value found = what == "state" ? story_.state() : story_.result();
      EXPECT_TRUE(what == "state" ? holds(wanted, found) : wanted == found)
          << what << " should hold " << json::serialize(wanted) << "\nbut is " << json::serialize(found);
    }
  }
  void write(const std::vector<json::value>& came, const std::vector<json::value>& ends) {
    std::ofstream out(GetParam() / "then.jsonl");
    for (const json::value& line : came) out << json::serialize(line) << "\n";
    for (const json::value& line : ends)
      out << json::serialize(line.as_object().contains("result") ? json::value(json::object{{"result", story_.result()}}) : line) << "\n";
  }

  Story story_;
};

TEST_P(Golden, Case) {
  given();
  const std::vector<json::value> came = when();
  std::vector<json::value> wanted, ends;
  for (json::value& line : lines_of(GetParam() / "then.jsonl")) (is_about_the_end(line) ? ends : wanted).push_back(std::move(line));
  if (std::getenv("KNIPPE_GOLDEN_WRITE")) return write(came, ends);
  for (std::size_t i = 0; i < std::max(came.size(), wanted.size()); ++i) {
    const std::string found = i < came.size() ? json::serialize(came[i]) : "nothing";
    const std::string should = i < wanted.size() ? json::serialize(wanted[i]) : "nothing";
    EXPECT_TRUE(i < came.size() && i < wanted.size() && came[i] == wanted[i]) << "line " << i + 1 << " should be " << should << "\nbut is " << found;
  }
  EXPECT_FALSE(wanted.empty()) << "a case that expects nothing proves nothing";
  for (const json::value& line : ends) check_end(line);
}

std::vector<fs::path> cases() { return folders(false); }

INSTANTIATE_TEST_SUITE_P(Cases, Golden, ::testing::ValuesIn(cases()), name_of);

TEST(GoldenRunner, SeesADifference) {
  const json::value found = json::parse(R"({"a":1,"list":[{"b":2,"c":3}]})");
  EXPECT_TRUE(holds(json::parse(R"({"list":[{"b":2}]})"), found));
  for (const char* other : {R"({"a":2})", R"({"list":[]})", R"({"list":[{"b":3}]})", R"({"d":1})", R"([1])"})
    EXPECT_FALSE(holds(json::parse(other), found)) << other;
}

TEST(GoldenRunner, HasItsCases) { EXPECT_GE(cases().size(), 20U); }

}  // namespace
}  // namespace knippe::domain
