// What the owner does about the entrance for children and youth: writes its texts, switches it on, hangs up its code.

#include <algorithm>

#include "domain/involvement/bounds.h"
#include "domain/involvement/gate.h"
#include "views/involvement/youth.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

struct Asked {
  const char* field;
  std::string_view label, description;
  const std::string& stored;
  YouthGap gap;
};

void texts_form(Writer& h, const Basis& b, bool tried) {
  const Words& w = b.w;
  const Youth& youth = b.i.youth;
  const auto gaps = gaps_of(youth);
  const Asked all[] = {{"ung_om", w("youth.about"), w("youth.about_text"), youth.about, YouthGap::about},
                       {"ung_endre", w("youth.influence"), w("youth.influence_text"), youth.influence, YouthGap::influence},
                       {"ung_etter", w("youth.after"), w("youth.after_text"), youth.after, YouthGap::after}};
  basis_form(h, b, "ungdom", "ung_om", youth.open, [&](Writer&) {
    for (const Asked& asked : all) {
      const bool missing = tried && std::ranges::find(gaps, asked.gap) != gaps.end();
      text_area(h, w, {.id = asked.field, .name = asked.field, .label = asked.label, .value = b.value("ungdom", asked.field, asked.stored), .description = asked.description,
                       .error = missing ? w("youth.write_this") : std::string_view(), .max_length = bounds::youth, .rows = 2, .counter = true});
    }
  });
}

void ways(Writer& h, const Basis& b) {
  h.ul({cls("knapperad"), role("list")}, [&] {
    h.li([&] { h.a({cls("ds-link"), id("til-ung"), href(public_url(b.look.room, "ung"))}, b.w("youth.see_page")); });
    h.li([&] { h.a({cls("ds-link"), id("til-ung-ark"), href(sak::desk_url(b.look.room, "ung"))}, b.w("youth.sheet")); });
  });
}

void switch_form(Writer& h, const Basis& b) {
  const bool on = b.i.youth.open;
  refusal(h, b.look, "ungdom-paa", "ung_om");
  page_form(h, b.look.view, sak::desk_url(b.look.room, "grunnlag"), {.css = "utfyll"}, [&](Writer&) {
    button(h, {.label = on ? b.w("youth.turn_off") : b.w("youth.turn_on"), .id = "ungdom-bryter", .name = "op", .value = on ? "ungdom-av" : "ungdom-paa",
               .variant = on ? Variant::secondary : Variant::primary, .small = true});
    if (!on) h.p({cls("liten")}, b.w("youth.turn_on_text"));
  });
}

}  // namespace

void sak::youth_form(Writer& h, const Basis& b) {
  const Words& w = b.w;
  if (b.i.information) return;
  const std::size_t missing = gaps_of(b.i.youth).size();
  const bool tried = b.look.kept.is("ungdom-paa") && b.look.kept.error;
  h.section({cls("panel del"), id("ungdom"), aria_labelledby("ungdom-h")}, [&] {
    h.div({cls("del__hode")}, [&] {
      h.h2({id("ungdom-h")}, w("youth.setting"));
      if (b.i.youth.open) tag(h, Tone::success, w("youth.is_on"));
      else tag(h, Tone::neutral, missing > 0 ? w.plural("involvement.missing", static_cast<std::int64_t>(missing)) : std::string(w("youth.is_off")));
    });
    h.p({cls("liten")}, w("youth.setting_text"));
    advice(h, w, {w("youth.advice"), w("youth.bad"), w("youth.good")});
    if (b.i.youth.open) ways(h, b);
    texts_form(h, b, tried);
    switch_form(h, b);
  });
}

void sak::youth_count(Writer& h, const CaseLook& look) {
  const Involvement& i = look.involvement;
  if (i.from_youth > 0) h.p({id("fra-unge")}, look.view.words.plural("youth.count", i.from_youth));
}

std::string youth_sheet_page(const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const std::string url = look.view.base_url + public_url(look.room, "ung").text();
  const Frame frame{.w = w, .title = std::string(w("youth.sheet")), .surface = Surface::print, .warning = look.view.warning, .example = i.simulated, .footer = false};
  return page(frame, [&](Writer& h) { desk::print_bar(h, w, w("youth.sheet"), w("youth.sheet_text"), sak::desk_url(look.room)); },
              [&](Writer& h) {
                h.div({cls("arkramme"), tabindex(0), role("group"), aria_label(w("desk.preview"))}, [&] {
                  h.section({cls("ark ark--a4"), aria_labelledby("ark-h")}, [&] {
                    h.div({cls("gark__hvem ungark__hvem")}, [&] {
                      h.div([&] {
                        h.p(w("youth.say_it"));
                        h.h1({id("ark-h"), spoken(w, i)}, i.title);
                      });
                    });
                    h.div({cls("gark__midt")}, [&] {
                      h.div({cls("gark__qr")}, [&] { qr_code(h, url, w("youth.qr")); });
                      h.ol({cls("gark__steg")}, [&] {
                        int number = 0;
                        for (const std::string_view step : {w("youth.step_camera"), w("youth.step_write"), w("youth.step_code")})
                          h.li([&] {
                            h.i(++number);
                            h.b(step);
                          });
                      });
                    });
                    h.p({cls("gark__kode ungark__lenke")}, [&] {
                      h.span([&] {
                        h.text(w("youth.no_camera"));
                        h.b(url);
                      });
                    });
                    h.div({cls("gark__fot")}, [&] {
                      h.p([&] {
                        h.b(w("youth.no_name"));
                        h.text(w("youth.no_name_text"));
                      });
                      if (!i.promise.answer_by.empty()) h.p(w.format("youth.answer_by", w.plain_date(i.promise.answer_by)));
                    });
                  });
                });
              });
}

}  // namespace knippe::views
