#include "views/picture_hash.h"

#include <gtest/gtest.h>

#include "views/desk/example_pages.h"
#include "views/desk/speakers.h"
#include "views/projector/projector.h"

namespace knippe::views {
namespace {

TEST(PictureHash, LeavesNumbersAndTimesOut) {
  EXPECT_EQ(picture_hash(R"(<div data-seq="1" id="a"><i data-naa="5" data-slutt="9">x</i></div>)"),
            picture_hash(R"(<div data-seq="22" id="a"><i data-naa="777" data-slutt="9">x</i></div>)"));
  EXPECT_NE(picture_hash(R"(<i data-naa="5" data-slutt="9">x</i>)"), picture_hash(R"(<i data-naa="5" data-slutt="8">x</i>)"));
  EXPECT_NE(picture_hash(R"(<i data-seq="5">x</i>)"), picture_hash(R"(<i data-seq="5">y</i>)"));
  EXPECT_NE(picture_hash("a"), picture_hash("b"));
  EXPECT_EQ(picture_hash(R"(cut data-seq="5)"), picture_hash(R"(cut data-seq="6)"));
}

/// Everything else that changes by itself would be sent to every screen again for nothing.
TEST(PictureHash, OfScreensWithARunningClockStaysTheSameASecondLater) {
  static const Catalogue catalogue;
  domain::Workshop w = example::desk_room(domain::Stage::keys);
  w.clock = {.planned_ms = 900'000, .ends_at = example::now.plus_ms(600'000), .left_ms = 0};
  View early = example::view_of(catalogue[Lang::nb]);
  early.form_token.clear();
  View late = early;
  late.now = early.now.plus_ms(1'500);
  late.seq = early.seq + 1;
  const ProjectorLink link{"http://192.0.2.7/v/472918", "472918", "http://192.0.2.7/resultater/1", Url("/skjerm/x/strom")};
  const std::string before = projector_fragments(early, w, link), after = projector_fragments(late, w, link);
  EXPECT_NE(before, after);
  EXPECT_EQ(picture_hash(before), picture_hash(after));
  EXPECT_EQ(picture_hash(presenter_fragments(early, w, example::room)), picture_hash(presenter_fragments(late, w, example::room)));
  EXPECT_EQ(picture_hash(participant_fragments(early, w, example::room, example::ours)),
            picture_hash(participant_fragments(late, w, example::room, example::ours)));
}

}  // namespace
}  // namespace knippe::views
