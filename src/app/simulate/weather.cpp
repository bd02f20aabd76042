#include "app/simulate/weather.h"

namespace knippe::app {

http::Cut Weather::next_cut() {
  switch (random_.below(12)) {
    case 0: return http::Cut::in_request;
    case 1: return http::Cut::before_answer;
    case 2: return http::Cut::in_answer;
    default: return http::Cut::none;
  }
}

}  // namespace knippe::app
