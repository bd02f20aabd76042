#include "views/page.h"

#include "views/assets.h"
#include "views/icon.h"
#include "views/profile/sender.h"

namespace knippe::views {
namespace {

std::string_view surface_class(Surface surface) {
  switch (surface) {
    case Surface::participant: return "flate-deltaker";
    case Surface::projector: return "flate-skjerm";
    case Surface::desk: return "flate-styring";
    case Surface::open_web: return "flate-offentlig";
    case Surface::report: return "flate-rapport";
    case Surface::print: return "flate-utskrift";
  }
  __builtin_unreachable();
}

constexpr std::string_view htmx_config =
    R"({"includeIndicatorCSS":false,"history":false,"extensions":"sse","sse":{"reconnectMaxDelay":5000},)"
    R"("morphIgnore":["data-htmx-powered","open"]})";

void head(Writer& h, const Frame& frame) {
  h.head([&] {
    h.markup(R"(<meta charset="utf-8">)");
    h.meta("viewport", "width=device-width, initial-scale=1");
    h.title(frame.w.format("common.title", frame.title));
    if (!frame.indexable) h.meta("robots", "noindex");
    if (frame.refresh_s > 0) h.refresh_without_scripts(frame.refresh_s);
    h.meta("theme-color", "#0B5A60");
    if (!frame.command.empty()) h.meta("kommando", frame.command);
    h.tab_icon(asset_url("nokkel.svg"));
    h.preload_font(asset_url("inter-latin-opsz-normal.woff2"));
    h.stylesheet(asset_url("style.css"));
    if (frame.cases) h.stylesheet(asset_url("case.css"));
    if (!frame.style.empty()) h.stylesheet(asset_url(frame.style));
    if (frame.sender) sender_styles(h, *frame.sender);
    for (const Alternate& other : frame.alternates) h.alternate(other.type, other.title, other.to);
    if (frame.live || frame.stream) {
      h.meta("htmx-config", htmx_config);
      h.script(asset_url("htmx.min.js"));
      h.script(asset_url("hx-sse.min.js"));
    }
    h.script(asset_url("app.js"));
    if (!frame.script.empty()) h.script(asset_url(frame.script));
  });
}

/// Hidden until app.js finds the server out of reach. Its own live region, because it is not the user's doing.
void lost_connection(Writer& h, const Words& w) {
  h.div({cls("frakoblet"), id("frakoblet"), role("alert"), hidden(), data("tilbake", w("common.back_online"))}, [&] {
    icon(h, Icon::link_broken);
    h.p([&] {
      h.b(w("common.lost_title"));
      h.span({data("tekst", w("common.lost_text")), data("sendes", w("common.kept_text"))}, w("common.lost_text"));
    });
  });
}

void footer(Writer& h, const Words& w, const Sender* sender) {
  h.footer({cls("dfot")}, [&] {
    if (sender) sender_contact(h, w, *sender);
    h.nav({aria_label(w("common.footer"))}, [&] {
      h.ul({role("list")}, [&] {
        h.li([&] { h.a({id("fot-personvern"), href("/personvern")}, w("common.privacy")); });
        h.li([&] { h.a({id("fot-tilgjengelighet"), href("/tilgjengelighet")}, w("common.accessibility")); });
        h.li([&] { h.a({id("fot-kontroll"), href("/kontroll")}, w("proof.to_control")); });
        for (const Lang lang : all_langs) {
          if (lang == w.lang()) continue;
          h.li([&] {
            h.a({id(lang == Lang::nb ? "fot-nb" : lang == Lang::nn ? "fot-nn" : "fot-en"),
                 href(Url::local(std::string("?spraak=") + std::string(code(lang)))), attr::lang(code(lang)), hreflang(code(lang))},
                own_name(lang));
          });
        }
      });
    });
  });
}

void body(Writer& h, const Frame& frame, Part header, Part main, Part after) {
  const Words& w = frame.w;
  h.body({data("size", frame.surface == Surface::desk ? "sm" : "md")}, [&] {
    h.a({cls("ds-skip-link"), href("#innhold")}, w("common.skip_link"));
    if (!frame.warning.empty()) h.p({cls("advarselslinje")}, [&] { icon(h, Icon::exclamationmark_triangle); h.text(frame.warning); });
    const auto mark = [&](std::string_view name, std::string_view text) {
      h.element("aside", {cls("simulert"), aria_label(name)}, [&] { h.p(text); });
    };
    if (frame.simulated) mark(w("common.simulated"), w("common.simulated_text"));
    if (frame.example) mark(w("common.example"), w("common.example_text"));
    if (frame.rehearsal) mark(w("keeping.rehearsal"), w("keeping.rehearsal_text"));
    if (frame.sender && !frame.sender_in_header) sender_line(h, w, *frame.sender);
    header(h);
    lost_connection(h, w);
    h.main({id("innhold"), cls(frame.main_class), tabindex(-1), when(frame.seq > 0, data("seq", frame.seq))}, [&] { main(h); });
    after(h);
    if (frame.footer) footer(h, w, frame.sender);
    h.div({id("status"), cls("ds-sr-only"), role("status"), aria_live("polite")}, frame.status);
    if (frame.stream) h.div({id("strom"), hidden(), hx_stream(*frame.stream), hx_swap("none")}, "");
  });
}

}  // namespace

std::string page(const Frame& frame, Part header, Part main, Part after) {
  Writer h(32 * 1024);
  h.markup("<!doctype html>\n");
  h.element("html", {attr::lang(frame.page_language.empty() ? code(frame.w.lang()) : frame.page_language),
                     data("color-scheme", "light"), cls(surface_class(frame.surface))},
            [&] {
              head(h, frame);
              body(h, frame, header, main, after);
            });
  return h.take_string();
}

std::string page(const Frame& frame, Part header, Part main) { return page(frame, header, main, [](Writer&) {}); }

void partial(Writer& h, std::string_view target_id, std::uint64_t seq, Part content) {
  h.hx_partial(target_id, seq, [&] { content(h); });
}

void plain_header(Writer& h, const Words& w) {
  h.header({cls("dtopp")}, [&] {
    h.div({cls("dtopp__rad")}, [&] { h.a({id("topp-hjem"), href("/"), cls("logolenke")}, [&] { logo(h, w("common.product")); }); });
  });
}

}  // namespace knippe::views
