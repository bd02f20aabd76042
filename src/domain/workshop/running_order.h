#pragma once
// Ready-made running orders: how long each stage takes when a workshop has an evening, an hour, half a day.

#include <array>
#include <span>
#include <string_view>

#include "domain/workshop/workshop.h"

namespace knippe::domain {

struct RunningOrder {
  std::string_view id;                    ///< in forms: "ks2017", "dag", "kveld", "kort"
  std::array<int, stage_count> minutes;   ///< of the stages in their order
  int total() const;
};

std::span<const RunningOrder> running_orders();
/// nullptr when there is none of that name.
const RunningOrder* find_running_order(std::string_view id);
/// Gives the stages the order's minutes.
void apply_running_order(Settings& settings, const RunningOrder& order);

}  // namespace knippe::domain
