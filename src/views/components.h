#pragma once
// Parts that several pages share. Each writes finished, accessible markup; texts arrive in the reader's language.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/icon.h"
#include "views/lang.h"

namespace knippe::views {

enum class Tone { neutral, info, success, warning, danger, accent };
/// The data-color value of Designsystemet.
std::string_view color(Tone tone);

enum class Variant { primary, secondary, tertiary };

struct Button {
  std::string_view label;
  std::string_view id = {};      ///< stable, on everything that can take focus
  std::string_view name = {};    ///< of the submit value, usually "op"
  std::string_view value = {};
  Variant variant = Variant::primary;
  std::string_view color = {};   ///< e.g. "danger"
  std::optional<Icon> icon = {};
  std::string_view about = {};   ///< read out after the label, so that equal buttons can be told apart
  bool small = false;
  bool wide = false;
  bool disabled = false;         ///< aria-disabled
  bool harmless_enter = false;   ///< a hidden first submit button for Enter
};
/// A submit button.
void button(Writer& h, const Button& button);
/// A link that looks like a button.
void link_button(Writer& h, const Button& button, const Url& to);
/// A small square submit button with an icon; `label` is for screen readers.
void icon_button(Writer& h, Icon which, const Button& button);

/// One input with its label, description and error wired together.
struct Field {
  std::string_view id;
  std::string_view name;
  std::string_view label;
  std::string_view value = {};
  std::string_view description = {};
  std::string_view error = {};         ///< empty: none
  std::string_view type = "text";      ///< text, email, password, date, time, number
  std::string_view autocomplete = {};
  std::string_view inputmode = {};
  std::string_view placeholder = {};
  std::string_view css_class = {};     ///< besides ds-input
  std::size_t max_length = 0;          ///< code points; 0: no limit
  int rows = 3;                        ///< of a text area
  bool required = false;
  bool optional_mark = false;          ///< says "(valgfritt)" beside the label
  bool counter = false;                ///< "57 av 200 tegn" under a text area, kept fresh by app.js
  bool keep_draft = false;             ///< app.js remembers unsent text on this phone
  bool autofocus = false;
};
void text_field(Writer& h, const Words& w, const Field& field);
void text_area(Writer& h, const Words& w, const Field& field);
/// A group of radio buttons or check boxes.
void fieldset(Writer& h, std::string_view legend, Part content);
struct Choice {
  std::string_view id, name, value, label;
  bool chosen = false;
};
void radio(Writer& h, const Choice& choice);
void checkbox(Writer& h, const Choice& choice);

struct FieldError {
  std::string id;       ///< of the input
  std::string message;
};
/// Lists what is wrong, with links to the fields; takes focus. Writes nothing when there is no error.
void error_summary(Writer& h, const Words& w, std::span<const FieldError> errors);

void alert(Writer& h, Tone tone, std::string_view title, Part body);
void tag(Writer& h, Tone tone, std::string_view text);
/// `filled` of `total` dots, said as text to screen readers by what stands beside them.
void dots(Writer& h, int filled, int total);
/// A bar of `percent` (0..100), decoration beside a number.
void bar(Writer& h, int percent, std::string_view css_class = {});
/// "57 av 200 tegn".
void character_count(Writer& h, const Words& w, std::string_view id, std::size_t used, std::size_t limit);

/// "Ranger", "Ranger topp fem sammen", the catalogue's words for a stage.
std::string_view stage_name(const Words& w, domain::Stage stage);
/// One line on what happens in a stage.
std::string_view stage_line(const Words& w, domain::Stage stage);
/// 1..7.
int stage_number(domain::Stage stage);
/// The seven-part progress line of a phone's header (class "steg").
void stage_progress(Writer& h, const Words& w, domain::Stage current);

/// A running clock. The server says when it ends; with scripts the seconds are counted down, without them the clock time
/// is shown. Paused: the time left, standing still. Writes nothing when there is no clock.
struct Timer {
  domain::Countdown clock;
  Instant now;
  std::string_view zone;
  std::string_view css_class = "minitid";
  std::string_view id = {};
  bool with_icon = true;
  std::string_view label = {};  ///< shown above (class "stortid__lbl"), as on the projector
};
void timer(Writer& h, const Words& w, const Timer& timer);

/// A QR code (ISO/IEC 18004, error correction M) as SVG with `title` as its name.
void qr_code(Writer& h, std::string_view text, std::string_view title);

/// A form's hidden fields: the command id of this rendering (see Frame::command).
void hidden_field(Writer& h, std::string_view name, std::string_view value);

}  // namespace knippe::views
