#include "domain/workshop/running_order.h"

#include <gtest/gtest.h>

#include "domain/workshop/template.h"

namespace knippe::domain {
namespace {

TEST(RunningOrders, last_as_long_as_their_names_say) {
  EXPECT_EQ(find_running_order("kort")->total(), 60);
  EXPECT_EQ(find_running_order("kveld")->total(), 90);
  EXPECT_EQ(find_running_order("ks2017")->total(), 105);
  EXPECT_EQ(find_running_order("dag")->total(), 180);
  EXPECT_EQ(find_running_order("uke"), nullptr);
}

TEST(RunningOrders, give_every_stage_time_and_the_seminar_its_own) {
  for (const RunningOrder& order : running_orders()) {
    Settings settings = seminar_2017().settings;
    apply_running_order(settings, order);
    for (const StagePlan& plan : settings.stages) EXPECT_GT(plan.minutes, 0) << order.id;
  }
  Settings settings = seminar_2017().settings;
  apply_running_order(settings, *find_running_order("kort"));
  EXPECT_NE(settings, seminar_2017().settings);
  apply_running_order(settings, *find_running_order("ks2017"));
  EXPECT_EQ(settings, seminar_2017().settings);
}

}  // namespace
}  // namespace knippe::domain
