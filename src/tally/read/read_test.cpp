#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tally/read/election.h"

namespace knippe::tally {
namespace {

/// "title|A,B|seats|weight:0>1=2;..." in a stable order.
std::string told(const Result<Election>& election) {
  if (!election) return election.error().message_key + " " + election.error().detail;
  std::ostringstream out;
  for (const std::string& name : election->names) out << name << ",";
  std::vector<std::string> ballots;
  election->ballots.for_each([&](const BallotView& ballot) {
    std::string line = std::to_string(ballot.weight) + ":";
    std::size_t at = 0;
    for (const std::uint16_t size : ballot.shape) {
      for (std::size_t i = 0; i < size; ++i) line += (i ? "=" : at ? ">" : "") + std::to_string(ballot.choices[at + i]);
      at += size;
    }
    ballots.push_back(line);
  });
  std::ranges::sort(ballots);
  for (const std::string& ballot : ballots) out << " " << ballot;
  return out.str();
}

TEST(ReadPreflib, OrdersWithTiesCountsAndNames) {
  const auto election = read("# TITLE: Lunch\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 9\n# ALTERNATIVE NAME 1: Soup\n"
                             "# ALTERNATIVE NAME 2: Fish\n# ALTERNATIVE NAME 3: Rice\n4: 1,2\n3: 3,{1,2}\r\n1: {1,3}, 2\n1:\n",
                             Format::preflib);
  EXPECT_EQ("Soup,Fish,Rice, 1: 1:0=2>1 3:2>0=1 4:0>1", told(election));
  EXPECT_EQ("Lunch", election->title);
  EXPECT_EQ(9, election->ballots.total());
}

TEST(ReadPreflib, WhatIsWrongIsSaidWithLineAndColumn) {
  const std::string head = "# NUMBER ALTERNATIVES: 2\n";
  EXPECT_EQ("tally.expected_option 2:6", told(read(head + "4: 1,3\n", Format::preflib)));
  EXPECT_EQ("tally.named_twice 2:6", told(read(head + "4: 1,1\n", Format::preflib)));
  EXPECT_EQ("tally.expected_count 3:1", told(read(head + "4: 1\nx: 1\n", Format::preflib)));
  EXPECT_EQ("tally.expected_colon 2:2", told(read(head + "4=1\n", Format::preflib)));
  EXPECT_EQ("tally.expected_brace 2:8", told(read(head + "4: {1,2\n", Format::preflib)));
  EXPECT_EQ("tally.expected_line_end 2:5", told(read(head + "4: 1;2\n", Format::preflib)));
  EXPECT_EQ("tally.expected_alternatives 1:1", told(read("4: 1,2\n", Format::preflib)));
  EXPECT_EQ("tally.too_many_options 1:24", told(read("# NUMBER ALTERNATIVES: 1000000000\n1: 1\n", Format::preflib)));
  EXPECT_EQ("tally.too_many_votes 2:1", told(read(head + "999999999999999: 1\n", Format::preflib)));
}

TEST(ReadBlt, WeightsTiesSkipsAndNames) {
  const auto election = read("3 2\n3 1 2 0 # three\n(id 7) 2 3=1 - 2 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"Board\"\n", Format::blt);
  EXPECT_EQ("A,B,C, 1: 2:2=0>1 3:0>1", told(election));
  EXPECT_EQ("Board", election->title);
  EXPECT_EQ(2u, election->seats);
}

TEST(ReadBlt, WithdrawnOnesAreTakenOutOfEveryBallot) {
  const auto election = read("4 1\n-2\n3 1 2 3 0\n2 2=4 1 0\n1 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"T\"\n", Format::blt);
  EXPECT_EQ("A,C,D, 1: 2:2>0 3:0>1", told(election));
  EXPECT_EQ(std::vector<std::string>{"B"}, election->withdrawn);
}

TEST(ReadBlt, NicknamesAndAnOrderForTies) {
  const auto election = read("2 1\n[nick apple pear]\n[tie pear apple]\n3 apple=pear 0\n0\n\"Apple\"\n\"Pear\"\n\"T\"\n", Format::blt);
  EXPECT_EQ("Apple,Pear, 3:0=1", told(election));
  EXPECT_EQ((std::vector<Option>{1, 0}), election->tie_order);
}

TEST(ReadBlt, WhatIsWrongIsSaidWithLineAndColumn) {
  EXPECT_EQ("tally.expected_options_and_seats 1:1", told(read("x", Format::blt)));
  EXPECT_EQ("tally.expected_seats 1:3", told(read("2 3\n", Format::blt)));
  EXPECT_EQ("tally.expected_option 2:5", told(read("2 1\n1 1 7 0\n0\n", Format::blt)));
  EXPECT_EQ("tally.named_twice 2:5", told(read("2 1\n1 1 1 0\n0\n", Format::blt)));
  EXPECT_EQ("tally.expected_ballot_end 2:6", told(read("2 1\n1 1 2", Format::blt)));
  EXPECT_EQ("tally.expected_quoted_name 3:1", told(read("2 1\n0\nA\n", Format::blt)));
  EXPECT_EQ("tally.too_many_options 1:1", told(read("1000000000 1\n", Format::blt)));
}

TEST(ReadCvotes, HeadersTagsTiesWeightsAndMultipliers) {
  const auto election = read("#/Candidates: A ; B;C\n#/Implicit Ranking: false\n#/Weight Allowed: true\n#/Number of Seats: 2\n\n"
                             "tag,other || A > B = C ^2 * 12 # remark\n/EMPTY_RANKING/ * 3\nC>A\n",
                             Format::cvotes);
  EXPECT_EQ("A,B,C, 1:2>0 24:0>1=2 3:", told(election));
  EXPECT_EQ(Unranked::ignored, election->unranked);
  EXPECT_EQ(2u, election->seats);
}

TEST(ReadCvotes, WeightsCountOnlyWhereTheyAreAllowed) {
  EXPECT_EQ("A,B, 1:0>1", told(read("#/Candidates: A;B\nA > B ^7\n", Format::cvotes)));
}

TEST(ReadCvotes, WithoutCandidatesTheNamesOfTheVotesAreTaken) {
  EXPECT_EQ("A,B C,D, 2:1>0 5:2", told(read("B C > A * 2\nD * 5\n", Format::cvotes)));
}

TEST(ReadCvotes, WhatIsWrongIsSaidWithLineAndColumn) {
  const std::string head = "#/Candidates: A;B\n";
  EXPECT_EQ("tally.expected_option 2:5", told(read(head + "A > X\n", Format::cvotes)));
  EXPECT_EQ("tally.named_twice 2:5", told(read(head + "A > A\n", Format::cvotes)));
  EXPECT_EQ("tally.expected_name 2:4", told(read(head + "A >> B\n", Format::cvotes)));
  EXPECT_EQ("tally.expected_count 2:5", told(read(head + "A * x\n", Format::cvotes)));
  EXPECT_EQ("tally.expected_true_false 1:21", told(read("#/Implicit Ranking: maybe\n", Format::cvotes)));
  EXPECT_EQ("tally.name_twice 1:17", told(read("#/Candidates: A;A\n", Format::cvotes)));
}

TEST(ReadCsv, NamesNumbersSeparatorsQuotesAndHeadings) {
  EXPECT_EQ("A,B, 1:0 1:0>1", told(read("A,B\r\nA,\r\n", Format::csv)));
  EXPECT_EQ("2,7,11, 1:2>0>1", told(read("11;2;7\n", Format::csv)));
  EXPECT_EQ("a, b,say \"c\", 1:0>1", told(read("\"a, b\",\"say \"\"c\"\"\"\n", Format::csv)));
  EXPECT_EQ("A,B, 1:0>1", told(read("1. valg\t2. valg\nA\tB\n", Format::csv)));
  EXPECT_EQ("A,B, 12:0>1 3:1", told(read("vekt,1. valg,2. valg\n12,A,B\n3,B,\n", Format::csv)));
}

TEST(ReadCsv, WhatIsWrongIsSaidWithLineAndColumn) {
  EXPECT_EQ("tally.named_twice 1:3", told(read("A,A\n", Format::csv)));
  EXPECT_EQ("tally.expected_closing_quote 1:3", told(read("A,\"B\n", Format::csv)));
  EXPECT_EQ("tally.expected_separator 1:4", told(read("\"A\"B\n", Format::csv)));
  EXPECT_EQ("tally.expected_count 2:1", told(read("vekt,1. valg\nx,A\n", Format::csv)));
  EXPECT_EQ("tally.expected_vote 1:1", told(read("", Format::csv)));
}

TEST(ReadBundle, TheCountedRoundWithItsPoints) {
  const auto election = read(R"({"format":"knippe-result-1","workshop":{"title":"Ø"},"rule":{"name":"points","points":[3,1],"places":2},
    "keys":[{"id":4,"label":"1","short_name":"Tid","retired":false},{"id":9,"label":"2","short_name":"Rom","retired":true},
            {"id":5,"label":"3","short_name":"Ro","retired":false}],"counted_round":2,
    "rounds":[{"round":1,"ballots":[{"group":1,"choices":[9]}]},{"round":2,"ballots":[{"group":1,"choices":[5,4]}]}]})",
                             Format::bundle);
  EXPECT_EQ("1 Tid,3 Ro, 1:1>0", told(election));
  EXPECT_EQ((std::vector<int>{3, 1}), election->points);
  EXPECT_EQ(2u, election->seats);
}

TEST(ReadBundle, WhatIsWrongIsSaidWithItsPlaceOrPath) {
  EXPECT_EQ("tally.expected_json 2:7", told(read("{\n  \"a\" 1}", Format::bundle)));
  EXPECT_EQ("tally.bundle 1:1 format", told(read("{}", Format::bundle)));
}

TEST(Read, TheFormatIsKnownByNameOrContent) {
  EXPECT_EQ(Format::preflib, format_of_name("a/b.soi"));
  EXPECT_EQ(Format::bundle, format_of_name("pakke.json"));
  EXPECT_EQ(std::nullopt, format_of_name("votes"));
  EXPECT_EQ(Format::bundle, format_of_content(" {}"));
  EXPECT_EQ(Format::blt, format_of_content("3 1\n0\n"));
  EXPECT_EQ(Format::cvotes, format_of_content("A > B\n"));
  EXPECT_EQ(Format::preflib, format_of_content("# FILE NAME: x\n"));
  EXPECT_EQ(Format::csv, format_of_content("A,B\n"));
}

}  // namespace
}  // namespace knippe::tally
