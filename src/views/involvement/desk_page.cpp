// What waits for a case's owner: things to read, things to answer, dates; typing in; opening and closing for input.

#include "domain/involvement/bounds.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"
#include "views/involvement/statements.h"
#include "views/involvement/trust.h"
#include "views/photo_field.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

void number_card(Writer& h, std::string_view label, std::size_t count, const Words& w) {
  h.div([&] {
    h.dt(label);
    h.dd({cls("num")}, w.number(static_cast<std::int64_t>(count)));
  });
}

/// " (27 dager igjen)", " (i dag)", " (3 dager over)"; nothing of a closed case, where time no longer runs.
std::string time_left(const CaseLook& look, const std::string& date) {
  if (look.involvement.phase == Phase::closed) return {};
  const Words& w = look.view.words;
  const std::string today = iso_date(look.view.now, look.involvement.time_zone);
  const std::string left = date == today  ? std::string(w("involvement.today"))
                           : date > today ? w.plural("involvement.days_left", days_of(today, date) - 1)
                                          : w.plural("involvement.days_over", days_of(date, today) - 1);
  return " (" + left + ")";
}

void waits(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  h.section({cls("panel panel--luft"), aria_labelledby("venter-h")}, [&] {
    h.h2({id("venter-h")}, w("involvement.waits_for_you"));
    h.ul({cls("gjoremal"), role("list")}, [&] {
      const auto task = [&](bool due, const char* link_id, const Url& to, const std::string& text) {
        h.li([&] {
          icon(h, due ? Icon::exclamationmark_triangle : Icon::checkmark_circle);
          h.a({cls("ds-link"), id(link_id), href(to)}, text);
        });
      };
      task(!i.waiting.empty(), "til-lesing", Url::local(sak::desk_url(look.room, "innspill").text() + "?vis=venter"),
           w.plural("involvement.to_read", static_cast<std::int64_t>(i.waiting.size())));
      task(i.unanswered() > 0, "til-svar", sak::desk_url(look.room, "svar"), w.plural("involvement.without_answer", static_cast<std::int64_t>(i.unanswered())));
    });
    h.dl({cls("felter felter--to")}, [&] {
      h.div([&] { h.dt(w("involvement.answer_by")); h.dd(w.plain_date(i.promise.answer_by) + time_left(look, i.promise.answer_by)); });
      h.div([&] { h.dt(w("involvement.decides_on")); h.dd(w.plain_date(i.promise.decides_on) + time_left(look, i.promise.decides_on)); });
    });
  });
}

void numbers(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  h.dl({cls("tallrad")}, [&] {
    number_card(h, w("involvement.n_published"), i.published.size(), w);
    number_card(h, w("involvement.n_supports"), i.supports, w);
    number_card(h, w("involvement.n_removed"), i.removed.size(), w);
    number_card(h, w("involvement.n_answered"), i.answered(), w);
    if (i.youth.open || i.from_youth > 0) number_card(h, w("youth.n_published"), i.from_youth, w);
  });
}

void type_in(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Kept& kept = look.kept;
  const bool refused = kept.is("skriv-inn") && kept.error;
  const std::string message = refused ? w.error(*kept.error) : "";
  const std::string_view faulty = refused ? faulty_field(*kept.error) : "";
  const auto error_at = [&](std::string_view field) { return faulty == field ? std::string_view(message) : std::string_view(); };
  h.section({cls("panel del"), id("skriv-inn"), aria_labelledby("skriv-inn-h")}, [&] {
    h.div({cls("del__hode")}, [&] { h.h2({id("skriv-inn-h")}, w("involvement.type_in")); });
    h.p({cls("liten")}, w("involvement.type_in_text"));
    refusal(h, look, "skriv-inn", faulty);
    page_form(h, look.view, sak::desk_url(look.room), {.css = "utfyll", .upload_bytes = look.involvement.takes_photos ? photo_bytes_max : 0}, [&](Writer&) {
      fieldset(h, w("involvement.how_it_came"), [&](Writer&) {
        radio(h, {"kilde-paper", "kilde", "paper", w("involvement.source_paper"), kept.field("kilde", "paper") == "paper"});
        radio(h, {"kilde-spoken", "kilde", "spoken", w("involvement.source_spoken"), kept.field("kilde") == "spoken"});
      });
      text_area(h, w, {.id = "tekst", .name = "tekst", .label = w("involvement.contribution"), .value = kept.field("tekst"), .error = error_at("tekst"),
                       .max_length = bounds::contribution, .rows = 3});
      std::vector<desk::Option> themes{{"0", std::string(w("involvement.other_theme"))}};
      for (const Theme& theme : look.involvement.themes) themes.push_back({std::to_string(theme.id.value), theme.name});
      desk::select_field(h, {.id = "tema", .name = "tema", .label = w("involvement.theme"), .chosen = kept.field("tema", "0"), .error = error_at("tema")}, themes);
      const desk::Option sides[] = {{"", std::string(w("involvement.contribution"))}, {"for", std::string(w("argument.is_pro"))}, {"mot", std::string(w("argument.is_con"))}};
      desk::select_field(h, {.id = "stilling", .name = "stilling", .label = w("argument.kind"), .chosen = kept.field("stilling")}, sides);
      text_field(h, w, {.id = "sted", .name = "sted", .label = w("involvement.where"), .value = kept.field("sted"), .max_length = bounds::place, .optional_mark = true});
      text_field(h, w, {.id = "gruppe", .name = "gruppe", .label = w("involvement.which_group"), .value = kept.field("gruppe"), .max_length = bounds::group_name, .optional_mark = true});
      text_field(h, w, {.id = "antall", .name = "antall", .label = w("involvement.how_many"), .value = kept.field("antall"), .error = error_at("antall"), .inputmode = "numeric", .max_length = 6,
                        .optional_mark = true});
      if (look.involvement.takes_photos) {
        photo_fields(h, look, {w("casephoto.add"), w("casephoto.people")}, error_at("bilde-fil"));
        upload_progress(h, w);
      }
      button(h, {.label = w("involvement.type_in_save"), .id = "skriv-inn-lagre", .name = "op", .value = "skriv-inn", .small = true});
    });
  });
}

void running(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const bool takes = look.involvement.takes_input;
  h.section({cls("panel panel--luft"), aria_labelledby("drift-h")}, [&] {
    h.h2({id("drift-h")}, w("involvement.running"));
    refusal(h, look, "avslutt", "avslutt");
    page_form(h, look.view, sak::desk_url(look.room), {.css = "knapperad"}, [&](Writer&) {
      if (!look.involvement.information)
        button(h, {.label = takes ? w("involvement.stop_input") : w("involvement.start_input"), .id = "innspill-av-paa", .name = "op",
                   .value = takes ? "steng" : "ta-imot", .variant = Variant::secondary});
      button(h, {.label = w("involvement.close"), .id = "avslutt", .name = "op", .value = "avslutt", .variant = Variant::tertiary, .color = "danger"});
    });
    h.p({cls("liten")}, w("involvement.close_text"));
  });
}

}  // namespace

std::string case_desk_page(const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const Crumb crumbs[] = {{w("involvement.my_cases"), Url("/styring/saker")}};
  return page(
      desk_frame(look, look.kept.error ? w.format("front.title_error", i.title) : i.title),
      [&](Writer& h) { owner_header(h, look.view); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            breadcrumbs(h, w, crumbs, i.title);
            h.h1({spoken(w, i)}, i.title);
            h.p([&] { status_mark(h, w, card_of(look.room, i)); });
          });
          h.div({cls("knapperad")}, [&] {
            link_button(h, {.label = w("involvement.public_page"), .id = "til-offentlig", .variant = Variant::secondary, .icon = Icon::eye}, public_url(look.room));
            if (look.may.own) link_button(h, {.label = w("involvement.basis"), .id = "til-grunnlag", .variant = Variant::secondary, .icon = Icon::pencil}, sak::desk_url(look.room, "grunnlag"));
            if (!i.information)
              link_button(h, {.label = w("involvement.contributions_heading"), .id = "til-innspill", .variant = Variant::secondary, .icon = Icon::chat}, sak::desk_url(look.room, "innspill"));
            if (i.youth.open) link_button(h, {.label = w("youth.sheet"), .id = "til-ung-ark", .variant = Variant::secondary, .icon = Icon::printer_small}, sak::desk_url(look.room, "ung"));
            if (look.may.answer) link_button(h, {.label = w("casemeasure.heading"), .id = "til-tiltak", .variant = Variant::secondary, .icon = Icon::clipboard_checkmark}, sak::desk_url(look.room, "tiltak"));
            if (look.may.answer) link_button(h, {.label = w("caseresult.desk_title"), .id = "til-resultat", .variant = Variant::secondary, .icon = Icon::bar_chart}, sak::desk_url(look.room, "resultat"));
          });
        });
        if (!i.information) {
          if (look.may.answer || look.may.moderate) waits(h, look);
          numbers(h, look);
        }
        if (look.may.state) statement_form(h, look);
        case_keeping(h, look);
        if (i.phase != Phase::open || !look.may.own) return;
        if (!i.information) type_in(h, look);
        running(h, look);
      });
}

}  // namespace knippe::views
