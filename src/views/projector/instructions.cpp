// What to do now, in three lines that can be read from the back row.

#include <array>

#include "views/components.h"
#include "views/projector/screen.h"

namespace knippe::views::projector {
namespace {

struct Steps {
  MessageKey title;
  std::array<MessageKey, 3> lines;
};

Steps steps_of(domain::Stage stage) {
  switch (stage) {
    case domain::Stage::welcome:
      return {"projector.welcome_title", {"projector.welcome_1", "projector.welcome_2", "projector.welcome_3"}};
    case domain::Stage::keys: return {"projector.keys_do", {"projector.keys_1", "projector.keys_2", "projector.keys_3"}};
    case domain::Stage::supplement:
      return {"projector.supplement_title", {"projector.supplement_1", "projector.supplement_2", "projector.supplement_3"}};
    case domain::Stage::rank: return {"projector.rank_do", {"projector.rank_1", "projector.rank_2", "projector.rank_3"}};
    case domain::Stage::measures:
      return {"projector.measures_title", {"projector.measures_1", "projector.measures_2", "projector.measures_3"}};
    case domain::Stage::pitch: return {"projector.pitch_do", {"projector.pitch_1", "projector.pitch_2", "projector.pitch_3"}};
    case domain::Stage::result: return {"projector.result_do", {"projector.result_1", "projector.result_2", "projector.result_3"}};
  }
  __builtin_unreachable();
}

}  // namespace

void instructions(Writer& h, const Screen& s) {
  const Steps steps = steps_of(s.workshop.stage);
  main_part(
      h, s, s.workshop.stage, s.w(steps.title),
      [&](Writer&) {
        h.ol({cls("gjor")}, [&] {
          int number = 0;
          for (const MessageKey& line : steps.lines)
            h.li([&] {
              h.span({cls("rad__nr"), aria_hidden()}, ++number);
              h.span(s.w.format(line, s.workshop.settings.places));
            });
        });
      },
      [&](Writer&) {
        groups_and_people(h, s);
        hint(h, s.w("projector.stuck"), s.w("projector.stuck_hint"));
      });
}

}  // namespace knippe::views::projector
