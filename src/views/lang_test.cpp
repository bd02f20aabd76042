#include "views/lang.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace knippe::views {
namespace {

class Language : public testing::Test {
 protected:
  const Catalogue catalogue_;
  const Words& nb = catalogue_[Lang::nb];
  const Words& nn = catalogue_[Lang::nn];
  const Words& en = catalogue_[Lang::en];
};

constexpr Instant winter{1'795'531'920'000};  // 2026-11-24T14:52:00Z
constexpr Instant summer{1'782'000'000'000};  // 2026-06-21T00:00:00Z

TEST(ChooseLang, CookieThenHeaderThenBokmaal) {
  EXPECT_EQ(choose_lang("nn", "en"), Lang::nn);
  EXPECT_EQ(choose_lang("xx", "en"), Lang::en);
  EXPECT_EQ(choose_lang("", ""), Lang::nb);
  EXPECT_EQ(choose_lang("", "de-DE,de;q=0.9"), Lang::nb);
  EXPECT_EQ(choose_lang("", "no,en;q=0.8"), Lang::nb);
  EXPECT_EQ(choose_lang("", "de, en-GB;q=0.7, nn-NO;q=0.8"), Lang::nn);
  EXPECT_EQ(choose_lang("", "en;q=0, nn;q=0.001"), Lang::nn);
  EXPECT_EQ(choose_lang("", "en;q=0"), Lang::nb);
  EXPECT_EQ(choose_lang("", ";;,=,q;q=1,en;q=x,\x01"), Lang::nb);
  EXPECT_EQ(parse_lang("no-NO-nynorsk"), Lang::nb);
  EXPECT_EQ(parse_lang("no-nynorsk"), Lang::nn);
  EXPECT_EQ(parse_lang("NB_no"), Lang::nb);
  EXPECT_FALSE(parse_lang("nbx"));
}

TEST_F(Language, SaysTheSameThingInThreeLanguages) {
  EXPECT_EQ(nb("stage.welcome"), "Velkommen");
  EXPECT_EQ(nn("stage.welcome"), "Velkomen");
  EXPECT_EQ(en("stage.welcome"), "Welcome");
  EXPECT_EQ(nb("nowhere.at_all"), "nowhere.at_all");
  EXPECT_FALSE(nb.find("nowhere.at_all"));
  EXPECT_EQ(nn.find("stage.keys"), "Nøklane");
}

TEST_F(Language, CountsInPlurals) {
  EXPECT_EQ(nb.plural("common.groups", 1), "1 gruppe");
  EXPECT_EQ(nb.plural("common.groups", 0), "0 grupper");
  EXPECT_EQ(en.plural("common.groups", 12), "12 groups");
  EXPECT_EQ(nb.plural("common.phones", 20'000), "20\u00a0000 telefoner");
  EXPECT_EQ(en.plural("common.phones", 20'000), "20,000 phones");
}

TEST_F(Language, FillsPlacesWithoutReadingTheFillers) {
  EXPECT_EQ(nb.format("stage.position", 4, 7), "Steg 4 av 7");
  EXPECT_EQ(nb.format("common.group_named", 3, "{1} & <b>"), "Gruppe 3 · {1} & <b>");
  EXPECT_EQ(nb.format("common.group_named", 3), "Gruppe 3 · {2}");
}

TEST_F(Language, ExplainsErrors) {
  EXPECT_EQ(nb.error({ErrorKind::bad_input, "text.too_long", "200"}), "Teksten er for lang. Den kan ha 200 tegn.");
  EXPECT_EQ(nn.error({ErrorKind::refused, "no.such_rule", ""}), "Det går ikkje no.");
}

TEST_F(Language, WritesDatesAndTimesInTheRoomsZone) {
  EXPECT_EQ(nb.date(winter, "Europe/Oslo"), "24. november 2026");
  EXPECT_EQ(nb.short_date(winter, "Europe/Oslo"), "24. nov. 2026");
  EXPECT_EQ(nn.long_date(winter, "Europe/Oslo"), "tysdag 24. november 2026");
  EXPECT_EQ(en.date_and_time(winter, "Europe/Oslo"), "24 November 2026 at 15:52");
  EXPECT_EQ(nb.clock_time(winter, "Europe/Oslo"), "15:52");
  EXPECT_EQ(nb.clock_time(summer, "Europe/Oslo"), "02:00");
  EXPECT_EQ(nb.clock_time(winter, "America/New_York"), "09:52");
  EXPECT_EQ(nb.clock_time(winter, "Nowhere/Land"), "14:52");
  EXPECT_EQ(nb.plain_date("2017-11-24"), "24. november 2017");
  EXPECT_EQ(nb.plain_date("soon"), "soon");
  EXPECT_EQ(iso_date({1'795'560'000'000}, "Europe/Oslo"), "2026-11-24");
  EXPECT_EQ(iso_date({1'795'561'200'000}, "Europe/Oslo"), "2026-11-25");
}

TEST_F(Language, ReadsTheClockBack) {
  EXPECT_EQ(instant_of("2026-11-24", "15:52", "Europe/Oslo"), winter);
  EXPECT_EQ(instant_of("2026-06-21", "02:00", "Europe/Oslo"), summer);
  EXPECT_EQ(clock_text(*instant_of("2026-03-29", "03:30", "Europe/Oslo"), "Europe/Oslo"), "03:30");
  for (const auto& [date, time] : {std::pair{"2026-02-29", "12:00"}, {"2026-11-24", "24:00"}, {"2026-11-24", "9:00"},
                                   {"", ""}, {"2026-11-24", "aa:00"}})
    EXPECT_FALSE(instant_of(date, time, "Europe/Oslo")) << date << time;
  EXPECT_TRUE(is_time_zone("Europe/Oslo"));
  EXPECT_FALSE(is_time_zone("Europe/Atlantis"));
  EXPECT_FALSE(is_time_zone(""));
}

TEST_F(Language, WritesNumbersAsTheLanguageDoes) {
  EXPECT_EQ(nb.number(3.84, 1), "3,8");
  EXPECT_EQ(en.number(3.84, 1), "3.8");
  EXPECT_EQ(nb.number(5.0, 1), "5,0");
  EXPECT_EQ(nb.number(std::int64_t{9999}), "9999");
  EXPECT_EQ(nb.number(std::int64_t{1'234'567}), "1\u00a0234\u00a0567");
}

TEST_F(Language, SortsNorwegianLetters) {
  std::vector<std::string> names = {"Ås", "Ørsta", "Ærø", "Zürich", "alta"};
  std::ranges::sort(names, [&](const auto& a, const auto& b) { return nb.compare(a, b) < 0; });
  EXPECT_EQ(names, (std::vector<std::string>{"alta", "Zürich", "Ærø", "Ørsta", "Ås"}));
}

TEST_F(Language, AnswersManyThreadsAtOnce) {
  std::array<int, 4> wrong{};
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < wrong.size(); ++i)
    threads.emplace_back([&, i] {
      const Words& w = i % 2 ? nn : en;
      const std::string expected = i % 2 ? "24. november 2026" : "24 November 2026";
      for (int round = 0; round < 500; ++round)
        wrong[i] += w.date(winter, "Europe/Oslo") != expected || w("stage.keys") != (i % 2 ? "Nøklane" : "The keys") ||
                    w.number(2.5, 1) != (i % 2 ? "2,5" : "2.5");
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, (std::array<int, 4>{}));
}

}  // namespace
}  // namespace knippe::views
