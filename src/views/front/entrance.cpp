// The entrance where only workshops are held: the code, what one should know before joining, and the published reports.

#include "views/components.h"
#include "views/front/front.h"
#include "views/front/home.h"
#include "views/front/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

void code_form(Writer& h, const View& view, const Kept& kept) {
  const Words& w = view.words;
  const bool wrong = kept.is("kode") && kept.error;
  h.form({cls("kort kodeskjema"), id("kodeskjema"), method_post(), action("/bli-med")}, [&] {
    if (!view.form_token.empty()) hidden_field(h, "kommando", view.form_token);
    h.div({cls("ds-field")}, [&] {
      h.label({cls("ds-label"), for_id("kode")}, w("front.code_label"));
      h.input({cls("ds-input kodefelt"), id("kode"), name("kode"), type("text"), inputmode("numeric"), autocomplete("off"),
               maxlength(7), pattern("[0-9 ]{6,7}"), required(), spellcheck("false"), value(kept.field("kode")),
               when(wrong, aria_invalid()), when(wrong, aria_describedby("kode-f")), when(wrong, autofocus())});
      if (wrong) h.p({cls("ds-validation-message"), id("kode-f")}, w.error(*kept.error));
    });
    h.button({cls("ds-button bred"), id("til-gruppevalg"), type("submit")}, [&] {
      h.text(w("common.continue"));
      icon(h, Icon::arrow_right);
    });
  });
}

void point(Writer& h, Icon which, std::string_view strong, std::string_view text) {
  h.li([&] {
    icon(h, which);
    h.span([&] { h.b(strong), h.text(" "), h.text(text); });
  });
}

void good_to_know(Writer& h, const Words& w) {
  h.ul({cls("punkter"), role("list")}, [&] {
    point(h, Icon::qr_code, w("front.qr"), w("front.qr_text"));
    point(h, Icon::person_group, w("front.no_login"), w("front.no_login_text"));
    point(h, Icon::shield_checkmark, w("front.no_personal"), w("front.no_personal_text"));
  });
}

}  // namespace

std::string front_page(const View& view, const Home& home, const Kept& kept) {
  if (!home.cases.empty() || !home.answers.empty()) return home_page(view, home, kept);
  const Words& w = view.words;
  const bool wrong = kept.is("kode") && kept.error;
  const std::string title = wrong ? w.format("front.title_error", w("front.title")) : std::string(w("front.title"));
  const Frame frame{.w = w, .title = title, .surface = Surface::participant, .main_class = "dmain inngang__main",
                    .command = view.form_token, .warning = view.warning,
                    .alternates = {{"application/atom+xml", std::string(w("steps.feed_reports")), Url("/resultater.atom")}}, .indexable = !wrong, .sender = view.sender.get()};
  return page(
      frame, [&](Writer& h) { entrance_header(h, w, w("front.title"), w("front.where_code")); },
      [&](Writer& h) {
        code_form(h, view, kept);
        good_to_know(h, w);
        h.section({cls("seksjon"), id("resultater"), aria_labelledby("resultater-h")}, [&] {
          h.div({cls("alle__hode")}, [&] { h.h2({id("resultater-h"), cls("alle__tittel")}, w("front.reports")); });
          report_list(h, w, home.reports);
        });
        h.p({cls("innloggingslenke")}, [&] { h.a({id("til-sok"), href("/sok")}, w("search.front")); });
        h.p({cls("innloggingslenke")}, [&] {
          h.text(w("front.facilitator"));
          h.text(" ");
          h.a({id("til-innlogging"), href("/logg-inn")}, w("front.to_login"));
        });
      });
}

}  // namespace knippe::views
