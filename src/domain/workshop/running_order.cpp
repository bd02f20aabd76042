#include "domain/workshop/running_order.h"

#include <algorithm>
#include <numeric>

namespace knippe::domain {
namespace {

//                                      welcome keys supplement rank measures pitch result
constexpr RunningOrder orders[] = {{"ks2017", {10, 20, 15, 15, 20, 15, 10}},
                                   {"dag", {15, 30, 30, 30, 35, 25, 15}},
                                   {"kveld", {10, 15, 15, 15, 15, 12, 8}},
                                   {"kort", {5, 10, 10, 10, 10, 10, 5}}};

}  // namespace

int RunningOrder::total() const { return std::accumulate(minutes.begin(), minutes.end(), 0); }

std::span<const RunningOrder> running_orders() { return orders; }

const RunningOrder* find_running_order(std::string_view id) {
  const auto found = std::ranges::find(orders, id, &RunningOrder::id);
  return found == std::end(orders) ? nullptr : found;
}

void apply_running_order(Settings& settings, const RunningOrder& order) {
  for (StagePlan& plan : settings.stages) plan.minutes = order.minutes[static_cast<std::size_t>(plan.stage)];
}

}  // namespace knippe::domain
