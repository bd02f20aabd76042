#include "views/proof/parts.h"

namespace knippe::views::proof {

Frame frame_of(const View& view, std::string title) {
  Frame frame{.w = view.words, .title = std::move(title), .surface = Surface::participant, .main_class = "dmain dmain--utenbunn bevis"};
  frame.warning = view.warning;
  frame.sender = view.sender.get();
  frame.style = "proof.css";
  return frame;
}

void code_text(Writer& h, std::string_view text) { h.code({cls("hash")}, text); }

void fact(Writer& h, std::string_view term, Part value) {
  h.div([&] {
    h.dt(term);
    h.dd([&] { value(h); });
  });
}

void section(Writer& h, std::string_view heading_id, std::string_view heading, Part content) {
  h.section({cls("seksjon"), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id), cls("alle__tittel")}, heading);
    content(h);
  });
}

void ways_on(Writer& h, const Words& w, std::string_view here) {
  h.ul({cls("bevis__videre"), role("list")}, [&] {
    if (here != "kvittering") h.li([&] { h.a({cls("ds-link"), id("til-kodesjekk"), href("/kvittering")}, w("proof.to_check")); });
    if (here != "kontroll") h.li([&] { h.a({cls("ds-link"), id("til-kontroll"), href("/kontroll")}, w("proof.to_control")); });
  });
}

}  // namespace knippe::views::proof
