#include "views/calendar/steps.h"

namespace knippe::views {
namespace {

std::string in_words(const Words& w, std::string_view first, std::string_view from, std::string_view last, std::string_view until) {
  std::string text = w.plain_date(first);
  if (!from.empty()) text = until.empty() ? w.format("steps.at", text, from) : w.format("steps.at_until", text, from, until);
  return last == first ? text : text + " – " + w.plain_date(last);
}

}  // namespace

std::string when_of(const Words& w, const domain::involvement::Step& step) { return in_words(w, step.starts, step.from, step.last_day(), step.until); }

std::string when_of(const Words& w, std::string_view value) {
  const auto slash = value.find('/');
  const std::string_view first = value.substr(0, slash), last = slash == std::string_view::npos ? first : value.substr(slash + 1);
  const auto time = [](std::string_view end) { return end.size() > 11 ? end.substr(11) : std::string_view(); };
  return in_words(w, first.substr(0, 10), time(first), last.substr(0, 10), time(last));
}

}  // namespace knippe::views
