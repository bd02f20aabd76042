#include <algorithm>
#include <array>

#include "views/components.h"
#include "views/front/front.h"
#include "views/page.h"

namespace knippe::views {
namespace {

/// What we say about a status. Statuses that mean the same to a person share their words.
struct Explanation {
  int status;
  MessageKey title;
  MessageKey text;
  MessageKey name;
  Icon icon;
};

constexpr std::array explanations = {
    Explanation{400, "front.e400", "front.e400_text", "front.e400_name", Icon::x_mark},
    Explanation{401, "front.e401", "front.e401_text", "front.e401_name", Icon::padlock_locked},
    Explanation{403, "front.e403", "front.e403_text", "front.e403_name", Icon::padlock_locked},
    Explanation{404, "front.e404", "front.e404_text", "front.e404_name", Icon::key_horizontal},
    Explanation{405, "front.e405", "front.e405_text", "front.e405_name", Icon::x_mark},
    Explanation{408, "front.e408", "front.e408_text", "front.e408_name", Icon::hourglass},
    Explanation{409, "front.e409", "front.e409_text", "front.e409_name", Icon::arrows_circlepath},
    Explanation{410, "front.e410", "front.e410_text", "front.e410_name", Icon::link_broken},
    Explanation{413, "front.e413", "front.e413_text", "front.e413_name", Icon::files},
    Explanation{414, "front.e414", "front.e414_text", "front.e414_name", Icon::files},
    Explanation{415, "front.e415", "front.e415_text", "front.e415_name", Icon::file_text},
    Explanation{422, "front.e422", "front.e422_text", "front.e422_name", Icon::pencil},
    Explanation{429, "front.e429", "front.e429_text", "front.e429_name", Icon::hourglass},
    Explanation{431, "front.e431", "front.e431_text", "front.e431_name", Icon::files},
    Explanation{500, "front.e500", "front.e500_text", "front.e500_name", Icon::exclamationmark_triangle},
    Explanation{503, "front.e503", "front.e503_text", "front.e503_name", Icon::hourglass}};

const Explanation& explain(int status) {
  const auto exact = std::ranges::find(explanations, status, &Explanation::status);
  if (exact != explanations.end()) return *exact;
  return *std::ranges::find(explanations, status >= 500 ? 500 : 400, &Explanation::status);
}

}  // namespace

std::string error_page(const View& view, int status, const std::optional<Error>& error, const std::optional<Url>& back) {
  const Words& w = view.words;
  const Explanation& what = explain(status);
  const Frame frame{.w = w, .title = std::string(w(what.title)), .surface = Surface::participant, .main_class = "dmain feil",
                    .warning = view.warning, .sender = view.sender.get()};
  return page(
      frame, [&](Writer& h) { plain_header(h, w); },
      [&](Writer& h) {
        h.span({cls("feil__merke"), aria_hidden()}, [&] { icon(h, what.icon); });
        h.h1({cls("dtittel")}, w(what.title));
        h.p({cls("feil__tekst")}, error ? w.error(*error) : std::string(w(what.text)));
        h.div({cls("feil__knapper")}, [&] {
          if (back) return link_button(h, {.label = w("front.try_again"), .id = "til-proev-igjen", .wide = true}, *back);
          link_button(h, {.label = w("front.write_code"), .id = "til-skriv-kode", .wide = true}, Url(LiteralUrl("/")));
          if (status == 401 || status == 403)
            link_button(h, {.label = w("front.to_login"), .id = "til-innlogging", .variant = Variant::secondary, .wide = true}, Url(LiteralUrl("/logg-inn")));
          if (status == 404)
            link_button(h, {.label = w("front.see_reports"), .id = "til-resultater", .variant = Variant::secondary, .wide = true},
                        Url(LiteralUrl("/#resultater")));
          if (status == 429) h.p({cls("lik__hint")}, w("front.e429_hint"));
        });
        h.p({cls("feil__kode")}, w.format("front.error_code", status, w(what.name)));
      });
}

}  // namespace knippe::views
