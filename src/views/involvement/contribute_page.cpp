// Writing a contribution without account, the list of all, and one theme with its answer.

#include <algorithm>

#include "domain/involvement/bounds.h"
#include "domain/limits.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/measures.h"
#include "views/involvement/parts.h"
#include "views/photo_field.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

void theme_choice(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  if (look.involvement.themes.empty()) return;
  const std::string_view chosen = look.kept.field("tema", "0");
  h.fieldset({cls("ds-fieldset")}, [&] {
    h.legend({cls("ds-label")}, [&] {
      h.text(w("involvement.about_what"));
      h.span({cls("frivillig")}, " ", w("common.optional"));
    });
    h.div({cls("brikker")}, [&] {
      const auto chip = [&](std::uint32_t number, std::string_view name, Attribute language) {
        const std::string value = std::to_string(number), chip_id = "tema-" + value;
        h.div({cls("valg valg--brikke")}, [&] {
          h.input({cls("ds-input"), type("radio"), id(chip_id), attr::name("tema"), attr::value(value), checked(chosen == value)});
          h.label({for_id(chip_id), language}, name);
        });
      };
      for (const Theme& theme : look.involvement.themes) chip(theme.id.value, theme.name, spoken(w, look.involvement));
      chip(0, w("involvement.other_theme"), when(false, attr::lang("")));
    });
  });
}

void group_fields(Writer& h, const CaseLook& look, std::string_view error) {
  const Words& w = look.view.words;
  const Kept& kept = look.kept;
  h.details({cls("ds-details"), id("gruppe-felt"), attr::open(!kept.field("gruppe").empty() || !kept.field("antall").empty())}, [&] {
    h.summary({id("gruppe-vis")}, w("involvement.as_group"));
    h.div([&] {
      text_field(h, w, {.id = "gruppe", .name = "gruppe", .label = w("involvement.which_group"), .value = kept.field("gruppe"),
                        .description = w("involvement.which_group_text"), .max_length = bounds::group_name});
      text_field(h, w, {.id = "antall", .name = "antall", .label = w("involvement.how_many"), .value = kept.field("antall"), .error = error,
                        .inputmode = "numeric", .max_length = 6});
    });
  });
}

}  // namespace

std::string_view sak::faulty_field(const Error& error) {
  if (error.message_key == "contribution.people") return "antall";
  if (error.message_key == "argument.theme") return "tema";
  return error.message_key.starts_with("photo.") || error.message_key == "contribution.no_photos" ? "bilde-fil" : "tekst";
}

void sak::photo_fields(Writer& h, const CaseLook& look, const PhotoWords& words, std::string_view error) {
  const Words& w = look.view.words;
  const bool chosen = !look.kept.field("fil").empty();
  h.details({cls("ds-details"), id("bilde-felt"), attr::open(chosen || !error.empty() || !look.kept.field("bildetekst").empty())}, [&] {
    h.summary({id("bilde-vis")}, words.add);
    h.div([&] {
      if (chosen && error.empty()) h.p({id("velg-igjen")}, [&] { h.strong(w("casephoto.choose_again")); });
      photo_field(h, w, {.label = w("photo.choose"), .error = std::string(error)});
      text_field(h, w, {.id = "bildetekst", .name = "bildetekst", .label = w("casephoto.alt"), .value = look.kept.field("bildetekst"), .description = w("casephoto.alt_text"),
                        .autocomplete = "off", .max_length = domain::limits::photo_alt, .optional_mark = true});
      h.p({cls("liten")}, words.people);
    });
  });
}

std::string contribute_page(const CaseLook& look, std::span<const ContributionId> alike) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const bool refused = look.kept.is("send") && look.kept.error && alike.empty();
  const std::string message = refused ? w.error(*look.kept.error) : "";
  const std::string_view faulty = refused ? faulty_field(*look.kept.error) : "";
  const std::string title(w("involvement.write_heading"));
  Frame frame = public_frame(look, refused ? w.format("front.title_error", title) : title, "imain");
  if (!alike.empty()) frame.style = "case_after.css";
  return page(
      frame,
      [&](Writer& h) { narrow_header(h, look, ""); },
      [&](Writer& h) {
        if (refused) refusal(h, look, "send", faulty);
        h.h1(title);
        if (!i.takes_input) return h.p({cls("dingress")}, w("involvement.input_over"));
        h.p({cls("dingress")}, w.format("involvement.write_lead", w.plain_date(i.promise.answer_by)));
        page_form(h, look.view, public_url(look.room, "innspill/nytt"), {.css = "iskjema", .upload_bytes = i.takes_photos ? photo_bytes_max : 0}, [&](Writer&) {
          if (!alike.empty()) button(h, {.label = w("involvement.send"), .name = "op", .value = "send", .harmless_enter = true});
          text_area(h, w, {.id = "tekst", .name = "tekst", .label = w("involvement.your_contribution"), .value = look.kept.field("tekst"),
                           .description = w("involvement.your_contribution_text"), .error = faulty == "tekst" ? message : std::string(),
                           .max_length = bounds::contribution, .rows = 5, .counter = true, .keep_draft = true});
          theme_choice(h, look);
          text_field(h, w, {.id = "sted", .name = "sted", .label = w("involvement.where"), .value = look.kept.field("sted"),
                            .description = w("involvement.where_text"), .max_length = bounds::place, .optional_mark = true});
          if (i.takes_photos) photo_fields(h, look, {w("casephoto.add"), w("casephoto.people")}, faulty == "bilde-fil" ? message : std::string());
          group_fields(h, look, faulty == "antall" ? message : std::string());
          if (i.takes_photos) upload_progress(h, w);
          if (!alike.empty()) {
            look_first(h, look, alike);
            button(h, {.label = w("alikecase.send_anyway"), .id = "send-likevel", .name = "op", .value = "send-likevel", .icon = Icon::paperplane, .wide = true});
            return;
          }
          button(h, {.label = w("involvement.send"), .id = "send", .name = "op", .value = "send", .icon = Icon::paperplane, .wide = true});
          h.p({cls("liten")}, i.moderation == Moderation::before ? w("involvement.read_before") : w("involvement.read_after"));
          h.p({cls("liten")}, w("involvement.access"));
        });
      });
}

std::string contributions_page(const CaseLook& look, std::size_t page_number, ThemeId wanted) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const Theme* theme = i.find_theme(wanted);
  const auto& listed = theme ? theme->published : i.published;
  const Pages pages = pages_of(listed.size(), page_number);
  const std::string address = public_url(look.room, "innspill").text() + (theme ? "?tema=" + std::to_string(theme->id.value) : "");
  const Crumb crumbs[] = {{w("involvement.cases"), Url("/saker")}, {i.title, public_url(look.room)}};
  const std::string title(w("involvement.contributions_heading"));
  return public_page(
      public_frame(look, title + " – " + i.title),
      [&](Writer& h) {
        h.div({cls("sakhode")}, [&] {
          breadcrumbs(h, w, crumbs, title);
          h.h1(theme ? std::string_view(theme->name) : std::string_view(title));
          h.p({cls("sakhode__ingress")}, w.plural("involvement.contributions", static_cast<std::int64_t>(listed.size())));
        });
        h.div({cls("pkol")}, [&] {
          if (listed.empty()) return h.p({cls("pingress")}, w("involvement.no_contributions"));
          page_form(h, look.view, public_url(look.room, "stott"), {}, [&](Writer&) {
            hidden_field(h, "side", std::to_string(pages.number));
            if (theme) hidden_field(h, "tema", std::to_string(theme->id.value));
            h.ul({cls("innspliste"), role("list")}, [&] {
              for (std::size_t n = pages.last; n > pages.first; --n) contribution_item(h, look, *i.find_contribution(listed[n - 1]));
            });
          });
          page_turner(h, w, pages, address);
        });
      });
}

std::string theme_page(const CaseLook& look, ThemeId wanted) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const Theme& theme = *i.find_theme(wanted);
  const Crumb crumbs[] = {{w("involvement.cases"), Url("/saker")}, {i.title, public_url(look.room)}};
  Frame frame = public_frame(look, theme.name + " – " + i.title);
  frame.style = "case_after.css";
  return public_page(
      frame,
      [&](Writer& h) {
        h.div({cls("sakhode")}, [&] {
          breadcrumbs(h, w, crumbs, theme.name);
          h.h1({spoken(w, i)}, theme.name);
          h.p({cls("sakhode__ingress")}, w.plural("involvement.contributions", static_cast<std::int64_t>(theme.published.size())));
        });
        h.div({cls("pkol")}, [&] {
          h.section({cls("pseksjon"), aria_labelledby("svar-h")}, [&] {
            h.h2({id("svar-h")}, w("involvement.answer_heading"));
            if (theme.answer.verdict == Verdict::none)
              h.p({cls("pingress")}, w.format("involvement.answer_waits", w.plain_date(i.promise.answer_by)));
            else
              h.div({cls("panel panel--luft")}, [&] { answer_box(h, look, theme); });
          });
          followed_by(h, look, theme);
          arguments_section(h, look, theme);
          h.p({cls("etter")}, [&] {
            h.a({cls("ds-link"), id("innspill-i-temaet"), href(Url::local(public_url(look.room, "innspill").text() + "?tema=" + std::to_string(theme.id.value)))},
                w("involvement.theme_contributions"));
          });
        });
      });
}

}  // namespace knippe::views
