#include "domain/measure/follow_up.h"

#include <gtest/gtest.h>

#include "domain/limits.h"

namespace knippe::domain {
namespace {

FollowUp answer(Progress progress, std::string date = {}) { return {progress, false, std::move(date), true, {}, {}}; }
using Answers = std::vector<FollowUp>;

TEST(FollowUps, are_overdue_the_day_after_while_something_remains) {
  EXPECT_FALSE(is_overdue("2026-10-01", Answers{}, "2026-10-01"));
  EXPECT_TRUE(is_overdue("2026-10-01", Answers{}, "2026-10-02"));
  EXPECT_TRUE(is_overdue("2026-10-01", Answers{answer(Progress::under_way)}, "2026-10-02"));
  for (const Progress ended : {Progress::done, Progress::stopped, Progress::tried})
    EXPECT_FALSE(is_overdue("2026-10-01", Answers{answer(ended)}, "2027-01-01"));
  EXPECT_FALSE(is_overdue("", Answers{}, "2027-01-01"));
}

TEST(FollowUps, the_last_date_given_counts_and_silence_about_it_moves_nothing) {
  const Answers answers{answer(Progress::under_way, "2026-12-01"), answer(Progress::under_way)};
  EXPECT_EQ(due_date("2026-10-01", answers), "2026-12-01");
  EXPECT_FALSE(is_overdue("2026-10-01", answers, "2026-12-01"));
  EXPECT_TRUE(is_overdue("2026-10-01", answers, "2026-12-02"));
  EXPECT_EQ(due_date("2026-10-01", Answers{}), "2026-10-01");
}

TEST(FollowUps, nobody_has_answered_means_planned) {
  EXPECT_EQ(progress_of(Answers{}), Progress::planned);
  EXPECT_EQ(progress_of(Answers{answer(Progress::done), answer(Progress::stopped)}), Progress::stopped);
}

TEST(FollowUps, are_checked) {
  const auto refusal = [](FollowUp wanted, const Answers& earlier = {}) {
    const auto checked_answer = checked(std::move(wanted), earlier);
    return checked_answer ? std::string() : checked_answer.error().message_key;
  };
  FollowUp wordy = answer(Progress::done);
  wordy.text = std::string(limits::follow_up_text, 'x');
  EXPECT_EQ(refusal(wordy), "");
  wordy.text += 'x';
  EXPECT_EQ(refusal(wordy), "text.too_long");
  EXPECT_EQ(refusal(answer(Progress::planned, "2026-02-30")), "measure.bad_date");
  EXPECT_EQ(refusal(answer(Progress::done), Answers(limits::follow_ups_per_measure)), "follow_up.too_many");
}

}  // namespace
}  // namespace knippe::domain
