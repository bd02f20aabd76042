#include "domain/involvement/involvement.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <tuple>

namespace knippe::domain::involvement {
namespace {

template <class Items, class IdType>
auto* by_index(Items& items, IdType id) {
  return id.value >= 1 && id.value <= items.size() ? &items[id.value - 1] : nullptr;
}

std::chrono::sys_days day_of(const std::string& iso) {
  const auto part = [&](std::size_t from, std::size_t count) { return static_cast<unsigned>(std::atoi(iso.substr(from, count).c_str())); };
  return std::chrono::year(static_cast<int>(part(0, 4))) / std::chrono::month(part(5, 2)) / std::chrono::day(part(8, 2));
}

}  // namespace

const RoomItem* Involvement::find_item(ItemId id) const { return by_index(items, id); }
const Step* Involvement::find_step(StepId id) const { return by_index(steps, id); }

std::vector<const Step*> Involvement::steps_in_order() const {
  std::vector<const Step*> order;
  for (const Step& step : steps)
    if (!step.withdrawn) order.push_back(&step);
  std::ranges::sort(order, {}, [](const Step* step) { return std::tie(step->starts, step->from, step->kind, step->id); });
  return order;
}

const Theme* Involvement::find_theme(ThemeId id) const { return by_index(themes, id); }
const Contribution* Involvement::find_contribution(ContributionId id) const { return by_index(contributions, id); }

const Contribution* Involvement::contribution_at(Seq record) const {
  const auto found = std::ranges::lower_bound(contributions, record, {}, &Contribution::record);
  return found != contributions.end() && found->record == record ? &*found : nullptr;
}

const Sender* Involvement::find_sender(PhoneId phone) const {
  const auto found = std::ranges::lower_bound(senders, phone, {}, &Sender::phone);
  return found != senders.end() && found->phone == phone ? &*found : nullptr;
}

const Decision* Involvement::find_decision(DecisionId id) const { return by_index(decisions, id); }
const CaseMeasure* Involvement::find_measure(MeasureId id) const { return by_index(measures, id); }

bool Involvement::has_room() const {
  return std::ranges::any_of(items, [](const RoomItem& item) { return !item.withdrawn && item.openness != Openness::fixed; });
}

std::size_t Involvement::answered() const {
  std::size_t sum = 0;
  for (const Theme& theme : themes)
    if (theme.answer.verdict != Verdict::none) sum += theme.published.size();
  return sum;
}

Instant Involvement::last_answer() const {
  Instant last;
  for (const Theme& theme : themes)
    if (theme.answer.verdict != Verdict::none && theme.answer.at > last) last = theme.answer.at;
  return last;
}

int days_of(const std::string& from, const std::string& to) {
  if (!is_iso_date(from) || !is_iso_date(to)) return 0;
  return static_cast<int>((day_of(to) - day_of(from)).count()) + 1;
}

}  // namespace knippe::domain::involvement
