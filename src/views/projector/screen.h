#pragma once
// One picture on the hall's screen and the parts that several pictures share. Each picture writes the inside of #skjerm.

#include <string_view>
#include <vector>

#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/projector/projector.h"
#include "views/report/wording.h"
#include "views/result.h"
#include "views/view.h"

namespace knippe::views::projector {

using report::breakable;
using report::group_label;
using report::key_label;

struct Screen {
  const View& view;
  const Words& w;
  const domain::Workshop& workshop;
  const ProjectorLink& link;

  /// People can get in with the code now.
  bool is_door_open() const;
  std::string_view address() const;
  /// lang="da" on a text that is not in the screen's language.
  Attribute spoken(std::string_view language = {}) const { return report::spoken(w, workshop, language); }
};

/// "scene", or "scene scene--alene" when nobody can join and the panel is left out.
std::string_view scene_class(const Screen& s);
/// The dark panel with QR code, address and code; nothing when the door is closed.
void join_panel(Writer& h, const Screen& s);
/// A QR code on white; nothing for an empty address.
void qr_card(Writer& h, std::string_view url, std::string_view label);
/// "472 918", read out digit group by digit group.
void code(Writer& h, const Screen& s);
/// "Steg 4 · Ranger", the heading and the stage's clock.
void heading(Writer& h, const Screen& s, domain::Stage stage, std::string_view text);
/// Everything right of the panel: the heading, `content`, the white strip of figures.
void main_part(Writer& h, const Screen& s, domain::Stage stage, std::string_view title, Part content, Part figures);

/// One figure of the strip: what, how many, of how many.
void figure(Writer& h, std::string_view what, std::string_view number, std::string_view of = {});
/// A figure with a dot for each group, or a bar when there are too many to count by eye.
void progress(Writer& h, const Screen& s, std::string_view what, int done, int total);
/// A figure that is a sentence.
void hint(Writer& h, std::string_view what, std::string_view sentence);
void groups_and_people(Writer& h, const Screen& s);
/// A large friendly sentence where nothing has arrived yet.
void nothing_yet(Writer& h, std::string_view text, std::string_view more = {});

void instructions(Writer& h, const Screen& s);
void join(Writer& h, const Screen& s);
void keys(Writer& h, const Screen& s);
void supplements(Writer& h, const Screen& s);
void words(Writer& h, const Screen& s);
void top(Writer& h, const Screen& s);
void measures(Writer& h, const Screen& s);
void pitch(Writer& h, const Screen& s);
void thanks(Writer& h, const Screen& s);

}  // namespace knippe::views::projector
