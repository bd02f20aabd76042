// Published counts of other programs, round by round: tests/counting/*.case (its README tells the format and the sources).

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "tally/elimination.h"
#include "tally/meek_for_tests.h"

namespace knippe::tally {
namespace {

/// "12.000000003", or nothing for "-".
std::optional<Number> number(const std::string& text) {
  if (text == "-") return std::nullopt;
  const auto point = text.find('.');
  if (point == std::string::npos) return Number(text);
  Number value(text.substr(0, point));
  Number unit = 1;
  for (const char digit : text.substr(point + 1)) value += (unit /= 10) * (digit - '0');
  return value;
}

struct ExpectedRound {
  std::vector<std::optional<Number>> votes;
  Number exhausted;
  std::optional<Number> quota;
};

struct Case {
  Question question;
  std::vector<std::string> options;
  std::vector<std::string> ballots;
  std::set<Option> winners;
  std::vector<ExpectedRound> rounds;
  bool has_tiers = false;
  bool is_blocked = false;  ///< the source's reading of equal choices elects others than ours (MeekReading)
};

std::vector<Option> options_in(const std::string& text) {
  std::istringstream in(text);
  std::vector<Option> out;
  for (Option option = 0; in >> option;) out.push_back(option - 1);
  return out;
}

ExpectedRound round_in(const std::string& text) {
  ExpectedRound round;
  std::istringstream in(text);
  std::string word;
  while (in >> word && word != "|") round.votes.push_back(number(word));
  in >> word;
  round.exhausted = *number(word);
  if (in >> word >> word) round.quota = number(word);
  return round;
}

void read_line(Case& read, const std::string& line) {
  const auto space = line.find(' ');
  const std::string word = line.substr(0, space);
  const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
  if (word == "rule") read.question.rule = *rule_named(rest);
  if (word == "seats") read.question.seats = std::stoul(rest);
  if (word == "blocked") read.is_blocked = true;
  if (word == "decimals") read.question.decimals = std::stoi(rest);
  if (word == "option") read.options.push_back(rest);
  if (word == "lot") read.question.ties.lot = options_in(rest);
  if (word == "ballot") read.ballots.push_back(rest);
  if (word == "winners") std::ranges::copy(options_in(rest), std::inserter(read.winners, read.winners.end()));
  if (word == "round" && !rest.empty()) read.rounds.push_back(round_in(rest));
  read.has_tiers |= word == "ballot" && rest.contains('=');
}

Case read_case(const std::filesystem::path& path) {
  std::ifstream in(path);
  Case read;
  for (std::string line; std::getline(in, line);) read_line(read, line);
  return read;
}

TestElection election_of(const Case& read) {
  TestElection election{read.options.size(), {}};
  for (const std::string& line : read.ballots) {
    std::istringstream in(line.substr(line.find(':') + 1));
    TestBallot ballot{{}, std::stoll(line)};
    bool is_tied = false;
    for (std::string word; in >> word;) {
      if (word == ">" || word == "=") {
        is_tied = word == "=";
        continue;
      }
      if (!is_tied) ballot.tiers.emplace_back();
      ballot.tiers.back().push_back(static_cast<Option>(std::stoul(word) - 1));
    }
    election.ballots.push_back(ballot);
  }
  return election;
}

Outcome count_case(const Case& read) {
  const Profile profile = election_of(read).profile();
  switch (read.question.rule) {
    case Rule::irv: return irv(profile, read.question);
    case Rule::stv_droop: return stv_droop(profile, read.question);
    default: return stv_meek(profile, read.question);
  }
}

/// Options without a vote are not told from those that are out.
std::set<Option> with_votes(const Round& round) {
  std::set<Option> out;
  for (Option option = 0; option < round.votes.size(); ++option)
    if (round.votes[option] > 0) out.insert(option);
  return out;
}

std::set<Option> with_votes(const ExpectedRound& round) {
  std::set<Option> out;
  for (Option option = 0; option < round.votes.size(); ++option)
    if (round.votes[option].value_or(0) > 0) out.insert(option);
  return out;
}

bool is_near(const Number& a, const Number& b, const Number& by) { return abs(Number(a - b)) <= by; }

/// The source may put several of our rounds into one; each of its rounds must be among ours, digit by digit.
void expect_irv_round(const Outcome& outcome, const ExpectedRound& expected) {
  const auto ours = std::ranges::find_if(outcome.rounds, [&](const Round& r) { return with_votes(r) == with_votes(expected); });
  ASSERT_NE(ours, outcome.rounds.end());
  for (Option option = 0; option < ours->votes.size(); ++option)
    if (expected.votes[option]) EXPECT_EQ(ours->votes[option], *expected.votes[option]) << option;
  EXPECT_EQ(ours->exhausted, expected.exhausted);
}

void expect_meek_round(const Round& ours, const ExpectedRound& expected, const Number& by) {
  for (Option option = 0; option < ours.votes.size(); ++option)
    EXPECT_TRUE(is_near(ours.votes[option], *expected.votes[option], by)) << option << ": " << ours.votes[option] << " " << *expected.votes[option];
  EXPECT_TRUE(is_near(ours.exhausted, expected.exhausted, by)) << ours.exhausted << " " << expected.exhausted;
  EXPECT_TRUE(is_near(*ours.quota, *expected.quota, by)) << *ours.quota << " " << *expected.quota;
}

/// The published digits, all of them, from the definition and the source's readings of equal choices.
void expect_meek_explained(const Case& read) {
  const auto in_votes = [](NaiveMeek::Units units) { return Number(boost::multiprecision::cpp_int(units), boost::multiprecision::cpp_int(NaiveMeek::one)); };
  const TestElection election = election_of(read);
  NaiveMeek naive{election, read.question, {.is_blocked = true, .is_apart = true}};
  naive.count();
  EXPECT_EQ(std::set<Option>(naive.elected.begin(), naive.elected.end()), read.winners);
  ASSERT_GE(naive.stages.size(), read.rounds.size());
  for (std::size_t i = 0; i < read.rounds.size(); ++i) {
    SCOPED_TRACE(i + 1);
    for (Option option = 0; option < election.options; ++option) EXPECT_EQ(in_votes(naive.stages[i].votes[option]), *read.rounds[i].votes[option]) << option;
    EXPECT_EQ(in_votes(naive.stages[i].residual), read.rounds[i].exhausted);
    EXPECT_EQ(in_votes(naive.stages[i].quota), *read.rounds[i].quota);
  }
}

class ElectionCase : public testing::TestWithParam<std::string> {
 protected:
  Case read_ = read_case("tests/counting/" + GetParam());
  Outcome outcome_ = count_case(read_);
};

TEST_P(ElectionCase, IsCountedAsPublished) {
  ASSERT_FALSE(read_.rounds.empty());
  if (read_.question.rule == Rule::stv_meek) expect_meek_explained(read_);
  if (read_.is_blocked) return;
  EXPECT_EQ(std::set<Option>(outcome_.winners.begin(), outcome_.winners.end()), read_.winners);
  if (read_.question.rule == Rule::irv)
    for (const ExpectedRound& round : read_.rounds) expect_irv_round(outcome_, round);
  if (read_.question.rule != Rule::stv_meek) return;
  ASSERT_GE(outcome_.rounds.size(), read_.rounds.size());
  for (std::size_t i = 0; i < read_.rounds.size(); ++i) {
    SCOPED_TRACE(i + 1);
    expect_meek_round(outcome_.rounds[i], read_.rounds[i], read_.has_tiers ? Number(1, 100'000) : Number(0));
  }
}

std::vector<std::string> case_files() {
  std::vector<std::string> names;
  std::error_code missing;
  for (const auto& file : std::filesystem::directory_iterator("tests/counting", missing))
    if (file.path().extension() == ".case") names.push_back(file.path().filename());
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Counting, ElectionCase, testing::ValuesIn(case_files()), [](const auto& info) {
  return info.param.substr(0, info.param.find('.'));
});

}  // namespace
}  // namespace knippe::tally
