// The rules of a case (involvement process) as folders whose names begin with "case-"; README.md tells how a line is written.

#include <cstdlib>

#include "domain/involvement/rules.h"
#include "golden.h"

namespace knippe::domain::involvement {

#define KNIPPE_CASE_COMMANDS(X)                                                                                                   \
  X(NameInvolvement, title, summary) X(WriteWhy, why, change) X(PlaceItem, item, change) X(WithdrawItem, item, change)            \
  X(MakePromise, promise, change) X(AssignRoles, roles) X(ChooseMethod, method, reason) X(SetEarliness, earliness, reason)        \
  X(PlaceInPlan, plan) X(PlaceStep, step, change) X(WithdrawStep, step, change) X(SetModeration, moderation) X(SetPhotos, taken) X(WordYouth, about, influence, after, change) X(SetYouth, open) X(OpenInvolvement, information) X(SetInput, open)         \
  X(CloseInvolvement) X(SendContribution, text, place, theme, group_name, people, source, held, look_first, stance, photo, entrance, company) X(PublishContribution, contribution)    \
  X(RemoveContribution, contribution, rule, reason) X(SupportContribution, contribution, supported) X(NameTheme, theme, name)     \
  X(GroupContributions, theme, contributions) X(GroupAnew, name, contributions) X(GiveAnswer, theme, verdict, item, reason)          \
  X(RecordDecision, decision, date, themes, text, source)                                                                         \
  X(PlanMeasure, measure, theme, decision, trial, text, owner, date, hypothesis) X(WithdrawMeasure, measure)                      \
  X(PlaceMilestone, measure, milestone, text, date) X(ReachMilestone, measure, milestone, reached)                                \
  X(FollowUpMeasure, measure, progress, text, date, learned) X(SetOutcome, item, outcome, result)                                 \
  X(WriteEvaluation, influence, people, well, learned, changed, sign, expectations)

#define KNIPPE_DESCRIBE(name, ...) BOOST_DESCRIBE_STRUCT(name, (), (__VA_ARGS__))
KNIPPE_CASE_COMMANDS(KNIPPE_DESCRIBE)
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
  KNIPPE_CASE_COMMANDS(KNIPPE_READ)
#undef KNIPPE_READ
  return std::nullopt;
}

class Story {
 public:
  std::vector<json::value> tell(const json::object& line) {
    if (const json::value* wanted = line.if_contains("case")) return make(wanted->as_object()), std::vector<json::value>{};
    if (const json::value* seconds = line.if_contains("after_s")) now_ = now_.plus_ms(seconds->as_int64() * 1000);
    for (const auto& [name, fields] : line) {
      if (name == "by" || name == "after_s") continue;
      if (const auto command = command_named(std::string(name), fields)) return carry_out(*command, actor_of(line));
      ADD_FAILURE() << "no such command, or not its fields: " << json::serialize(line);
    }
    return {};
  }
  json::value state() const { return json::parse(InvolvementRules::encode_state(case_)); }

 private:
  /// {"case": {"draft": true}}: a case with every key, open unless a draft; {"empty": true}: only its title.
  void make(const json::object& wanted) {
    must(CreateInvolvement{"Trygg skolevei", "nb"});
    if (wanted.contains("empty")) return;
    must(WriteWhy{{"Utrygt", "Flere går", "Velge strekninger", "Seks av ti går"}, ""});
    must(PlaceItem{{{}, Openness::open, "Hvilke strekninger", "Ingen er valgt", "", false}, ""});
    must(MakePromise{{Level::involve, "Hovedutvalget", "2027-03-18", "Svar med grunn", "2027-03-01"}, ""});
    must(AssignRoles{{"Tone", "Sindre", "Liv", "Si hvor det er utrygt"}});
    must(ChooseMethod{"barnetrakk", "Barna vet det"});
    must(SetEarliness{Earliness::alternatives, ""});
    must(PlaceInPlan{{PlanKind::theme_plan, "Trafikksikkerhetsplan", "26/2071", "", ""}});
    if (!wanted.contains("draft")) must(OpenInvolvement{});
  }
  void must(const Command& command) {
    for (const json::value& line : carry_out(command, Actor::account(AccountId{1})))
      EXPECT_FALSE(line.as_object().contains("refused")) << json::serialize(line);
  }
  std::vector<json::value> carry_out(const Command& command, const Actor& actor) {
    const auto events = decide(case_, command, {now_, actor});
    if (!events) {
      json::object refusal{{"refused", events.error().message_key}};
      if (!events.error().detail.empty()) refusal["detail"] = events.error().detail;
      return {refusal};
    }
    std::vector<json::value> lines;
    for (const Event& event : *events) {
      apply(case_, event, {Seq{++seq_}, now_});
      lines.push_back(json::object{{std::string(InvolvementRules::kind(event)), json::parse(InvolvementRules::encode(event))}});
    }
    if (lines.empty()) lines.push_back(json::object{{"unchanged", true}});
    return lines;
  }

  Involvement case_;
  Instant now_{1'800'000'000'000};
  std::uint64_t seq_ = 0;
};

class CaseGolden : public ::testing::TestWithParam<fs::path> {
 protected:
  std::vector<json::value> told(const char* file) {
    std::vector<json::value> came;
    for (const json::value& line : lines_of(GetParam() / file))
      for (json::value& each : story_.tell(line.as_object())) came.push_back(std::move(each));
    return came;
  }
  void write(const std::vector<json::value>& came, const std::vector<json::value>& ends) {
    std::ofstream out(GetParam() / "then.jsonl");
    for (const json::value& line : came) out << json::serialize(line) << "\n";
    for (const json::value& line : ends) out << json::serialize(line) << "\n";
  }
  Story story_;
};

TEST_P(CaseGolden, Case) {
  for (const json::value& came : told("given.jsonl")) ASSERT_FALSE(came.as_object().contains("refused")) << "given: " << json::serialize(came);
  const std::vector<json::value> came = told("when.jsonl");
  std::vector<json::value> wanted, ends;
  for (json::value& line : lines_of(GetParam() / "then.jsonl")) (is_about_the_end(line) ? ends : wanted).push_back(std::move(line));
  if (std::getenv("KNIPPE_GOLDEN_WRITE")) return write(came, ends);
  for (std::size_t n = 0; n < std::max(came.size(), wanted.size()); ++n) {
    const std::string found = n < came.size() ? json::serialize(came[n]) : "nothing", should = n < wanted.size() ? json::serialize(wanted[n]) : "nothing";
    EXPECT_TRUE(n < came.size() && n < wanted.size() && came[n] == wanted[n]) << "line " << n + 1 << " should be " << should << "\nbut is " << found;
  }
  EXPECT_FALSE(wanted.empty()) << "a case that expects nothing proves nothing";
  for (const json::value& line : ends) {
    const json::value& state = line.at("state");
    EXPECT_TRUE(holds(state, story_.state())) << "the state should hold " << json::serialize(state) << "\nbut is " << json::serialize(story_.state());
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, CaseGolden, ::testing::ValuesIn(folders(true)), name_of);

TEST(CaseGoldenRunner, HasItsCases) { EXPECT_GE(folders(true).size(), 6U); }

}  // namespace
}  // namespace knippe::domain::involvement
