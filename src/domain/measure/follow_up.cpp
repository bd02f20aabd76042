#include "domain/measure/follow_up.h"

#include <ranges>

#include "base/text.h"
#include "domain/limits.h"

namespace knippe::domain {

bool is_unfinished(Progress progress) { return progress == Progress::planned || progress == Progress::under_way; }

Progress progress_of(std::span<const FollowUp> answers) { return answers.empty() ? Progress::planned : answers.back().progress; }

std::string_view due_date(std::string_view planned, std::span<const FollowUp> answers) {
  for (const FollowUp& answer : answers | std::views::reverse)
    if (!answer.date.empty()) return answer.date;
  return planned;
}

bool is_overdue(std::string_view planned, std::span<const FollowUp> answers, std::string_view today) {
  const std::string_view due = due_date(planned, answers);
  return !due.empty() && is_unfinished(progress_of(answers)) && due < today;
}

Result<FollowUp> checked(FollowUp wanted, std::span<const FollowUp> earlier) {
  if (earlier.size() >= limits::follow_ups_per_measure)
    return refuse("follow_up.too_many", std::to_string(limits::follow_ups_per_measure));
  if (!wanted.date.empty() && !is_iso_date(wanted.date)) return bad_input("measure.bad_date");
  wanted.text = TRY(clean_paragraphs(wanted.text));
  if (length(wanted.text) > limits::follow_up_text) return bad_input("text.too_long", std::to_string(limits::follow_up_text));
  return wanted;
}

}  // namespace knippe::domain
