#include "seating/people.h"

#include <gtest/gtest.h>

namespace knippe::seating {
namespace {

std::string refusal(std::string_view csv) {
  const auto people = read_people(csv);
  return people ? "" : people.error().message_key + ":" + people.error().detail;
}

TEST(ReadPeople, semicolons_commas_and_tabs_with_and_without_bom) {
  const People wanted{{"Sted", "Rolle"}, {{"Kari", {"Nord", "politiker"}}, {"Ola", {"Sør", ""}}}};
  EXPECT_EQ(read_people("Navn;Sted;Rolle\nKari;Nord;politiker\nOla;Sør;\n"), wanted);
  EXPECT_EQ(read_people("\xEF\xBB\xBFNavn,Sted,Rolle\r\nKari,Nord,politiker\r\n\r\nOla,Sør,\r\n"), wanted);
  EXPECT_EQ(read_people("Navn\tSted\tRolle\n Kari \tNord\tpolitiker\nOla\tSør\t"), wanted);
}

TEST(ReadPeople, quoted_fields_hold_separators_quotes_and_line_breaks) {
  const auto people = read_people("Navn;Sted\n\"Moe; Liv \"\"Lille\"\"\";\"Nord\nøst\"\nOla;Sør\n");
  ASSERT_TRUE(people);
  EXPECT_EQ(people->list[0], (Person{"Moe; Liv \"Lille\"", {"Nord øst"}}));
  EXPECT_EQ(read_people(write_people(*people)), *people);
}

TEST(ReadPeople, a_list_comes_back_as_it_was_written_whatever_stands_in_it) {
  const People people{{"Sted, by, land", "a;b"}, {{"Moe, Liv", {"\"Nord\"", "x;y;z"}}, {"Ola", {"", "\"\""}}}};
  EXPECT_EQ(read_people(write_people(people)), people);
}

TEST(ReadPeople, says_what_is_wrong_and_in_which_line) {
  EXPECT_EQ(refusal(""), "seating.no_header:1");
  EXPECT_EQ(refusal("Navn;Sted\n"), "seating.nobody:");
  EXPECT_EQ(refusal("Navn;Sted\nKari;Nord\n\nOla\n"), "seating.wrong_columns:4");
  EXPECT_EQ(refusal("Navn;Sted\n;Nord\n"), "seating.no_name:2");
  EXPECT_EQ(refusal("Navn;Sted\n" + std::string(61, 'x') + ";Nord\n"), "seating.too_long:2");
  EXPECT_EQ(refusal("Navn;a;b;c;d;e\n"), "seating.too_many_columns:1");
  EXPECT_EQ(refusal("Navn;Sted\n\"Kari;Nord\n"), "seating.open_quote:2");
  EXPECT_EQ(refusal("Navn\n\xff\n"), "seating.not_utf8:");
  std::string many = "Navn\n";
  for (std::size_t n = 0; n <= people_max; ++n) many += "P\n";
  EXPECT_EQ(refusal(many), "seating.too_many_people:2000");
}

TEST(ReadPeople, a_list_of_names_alone_will_do) { EXPECT_EQ(read_people("Navn\nKari\nOla")->list.size(), 2U); }

}  // namespace
}  // namespace knippe::seating
