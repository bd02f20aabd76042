#include "views/involvement/method.h"

#include <gtest/gtest.h>

#include <boost/describe.hpp>
#include <set>

#include "domain/involvement/involvement.h"
#include "views/involvement/naming.h"

namespace knippe::views {
namespace {

TEST(Methods, AreAtLeastTwentyAndEachIsWholeInBothForms) {
  EXPECT_GE(all_methods().size(), 20U);
  std::set<std::string> ids, names;
  for (const Method& method : all_methods()) {
    EXPECT_TRUE(ids.insert(method.id).second) << method.id;
    EXPECT_TRUE(names.insert(method.nb.name).second) << method.id;
    for (const Method::Text* text : {&method.nb, &method.nn})
      for (const std::string* part : {&text->name, &text->summary, &text->fits, &text->not_when, &text->demands})
        EXPECT_FALSE(part->empty()) << method.id;
    EXPECT_NE(method.nb.demands, method.nn.demands) << method.id;
    EXPECT_FALSE(method.levels.empty()) << method.id;
    for (const std::string& level : method.levels) {
      domain::involvement::Level known{};
      EXPECT_TRUE(boost::describe::enum_from_string(level.c_str(), known)) << method.id << ": " << level;
    }
  }
}

TEST(Methods, AreFoundByTheirId) {
  ASSERT_TRUE(find_method("barnetrakk"));
  EXPECT_EQ(find_method("barnetrakk")->in(Lang::nb).name, "Barnetråkk");
  EXPECT_EQ(find_method("finnes-ikke"), nullptr);
}

TEST(TypedDates, AreReadAndShownTheNorwegianWay) {
  EXPECT_EQ(iso_of_typed(" 1.3.2027 "), "2027-03-01");
  EXPECT_EQ(iso_of_typed("18.03.2027"), "2027-03-18");
  EXPECT_EQ(typed_date("2027-03-18"), "18.03.2027");
  for (const char* typed : {"", "i mars", "2027-03-18", "1.3.27", "1..2027", "001.3.2027"}) EXPECT_EQ(iso_of_typed(typed), typed);
  EXPECT_EQ(typed_date("i mars"), "i mars");
}

}  // namespace
}  // namespace knippe::views
