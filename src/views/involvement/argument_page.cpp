// Arguments for and against: two columns without reply threads on a theme's page, and the page for writing one.

#include <algorithm>

#include "domain/involvement/bounds.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

constexpr std::size_t shown_max = 25;

std::string slug(Stance stance) { return stance == Stance::pro ? "for" : "mot"; }
const std::vector<ContributionId>& side_of(const Theme& theme, Stance stance) { return stance == Stance::pro ? theme.pro : theme.con; }
std::int64_t count_of(const std::vector<ContributionId>& ids) { return static_cast<std::int64_t>(ids.size()); }

/// The most supported first; of equals the oldest.
std::vector<const Contribution*> weightiest(const Involvement& i, const std::vector<ContributionId>& ids) {
  std::vector<const Contribution*> all;
  for (const ContributionId id : ids) all.push_back(i.find_contribution(id));
  std::ranges::stable_sort(all, std::greater{}, [](const Contribution* each) { return each->supporters.size(); });
  if (all.size() > shown_max) all.resize(shown_max);
  return all;
}

/// What a form for an argument holds besides its words.
void stand_fields(Writer& h, const Stand& stand) {
  hidden_field(h, "tema", std::to_string(stand.theme.value));
  hidden_field(h, "stilling", slug(stand.stance));
}

void add_form(Writer& h, const CaseLook& look, const Stand& stand) {
  const Words& w = look.view.words;
  const std::string field = "argument-" + slug(stand.stance);
  page_form(h, look.view, public_url(look.room, "innspill/nytt"), {.css = "nyttarg"}, [&](Writer&) {
    stand_fields(h, stand);
    text_field(h, w, {.id = field, .name = "tekst", .label = w(stand.stance == Stance::pro ? "argument.write_pro" : "argument.write_con"),
                      .description = w.format("argument.short", static_cast<std::int64_t>(bounds::argument)), .autocomplete = "off", .max_length = bounds::argument});
    button(h, {.label = w("argument.add"), .id = "legg-til-" + slug(stand.stance), .name = "op", .value = "send", .variant = Variant::secondary,
               .about = w(stand.stance == Stance::pro ? "argument.is_pro" : "argument.is_con"), .small = true});
  });
}

void column(Writer& h, const CaseLook& look, const Theme& theme, Stance stance) {
  const Words& w = look.view.words;
  const bool pro = stance == Stance::pro;
  const auto& ids = side_of(theme, stance);
  const std::string heading = slug(stance) + "-h";
  h.section({cls(pro ? "formot__kol formot__kol--for" : "formot__kol formot__kol--mot"), aria_labelledby(heading)}, [&] {
    h.h3({id(heading)}, [&] {
      icon(h, pro ? Icon::plus : Icon::minus);
      h.text(w(pro ? "argument.pro" : "argument.con"));
      h.span({cls("formot__n")}, " (", w.number(count_of(ids)), ")");
    });
    if (ids.empty()) h.p({cls("liten")}, w(pro ? "argument.none_pro" : "argument.none_con"));
    else
      page_form(h, look.view, public_url(look.room, "stott"), {}, [&](Writer&) {
        hidden_field(h, "tema", std::to_string(theme.id.value));
        h.ul({role("list")}, [&] {
          for (const Contribution* each : weightiest(look.involvement, ids))
            h.li({id("innspill-" + std::to_string(each->id.value))}, [&] {
              h.p({spoken(w, look.involvement)}, [&] { own_text(h, w, each->text); });
              if (const auto source = source_of(w, each->source); !source.empty()) h.p({cls("liten")}, source);
              support_line(h, look, *each);
            });
        });
      });
    if (look.involvement.takes_input) add_form(h, look, {theme.id, stance});
  });
}

}  // namespace

void sak::arguments_section(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  if (!look.involvement.takes_input && theme.pro.empty() && theme.con.empty()) return;
  h.section({cls("pseksjon"), id("for-og-imot"), aria_labelledby("fm-h")}, [&] {
    h.h2({id("fm-h")}, w("argument.heading"));
    h.p({cls("pingress")}, w("argument.lead"));
    h.div({cls("formot")}, [&] {
      column(h, look, theme, Stance::pro);
      column(h, look, theme, Stance::con);
    });
  });
}

void sak::sides_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const auto has_any = [](const Theme& theme) { return !theme.pro.empty() || !theme.con.empty(); };
  if (i.themes.empty() || (!i.takes_input && std::ranges::none_of(i.themes, has_any))) return;
  h.section({cls("pseksjon"), id("for-og-imot"), aria_labelledby("fm-h")}, [&] {
    h.h2({id("fm-h")}, w("argument.heading"));
    h.p({cls("pingress")}, w("argument.choose_theme"));
    h.ul({cls("sider"), role("list")}, [&] {
      for (const Theme& theme : i.themes)
        h.li([&] {
          h.a({cls("ds-link"), id("sider-", theme.id.value), spoken(w, i), href(Url::local(public_url(look.room, "tema/" + std::to_string(theme.id.value)).text() + "#for-og-imot"))}, theme.name);
          h.span({cls("liten")}, w.plural("argument.count_pro", count_of(theme.pro)) + " · " + w.plural("argument.count_con", count_of(theme.con)));
        });
    });
  });
}

std::string argument_page(const CaseLook& look, const Stand& stand, std::span<const ContributionId> alike) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const bool refused = look.kept.is("send") && look.kept.error && alike.empty();
  const std::string message = refused ? w.error(*look.kept.error) : "";
  const std::string title(w(stand.stance == Stance::pro ? "argument.write_pro" : "argument.write_con"));
  const Theme* theme = i.find_theme(stand.theme);
  Frame frame = public_frame(look, refused ? w.format("front.title_error", title) : title, "imain");
  frame.style = "case_after.css";
  return page(
      frame, [&](Writer& h) { narrow_header(h, look, ""); },
      [&](Writer& h) {
        if (refused) refusal(h, look, "send", "tekst");
        h.h1(title);
        if (!i.takes_input) return h.p({cls("dingress")}, w("involvement.input_over"));
        if (theme) h.p({cls("dingress")}, w.format("argument.about", theme->name));
        page_form(h, look.view, public_url(look.room, "innspill/nytt"), {.css = "iskjema"}, [&](Writer&) {
          if (!alike.empty()) button(h, {.label = w("involvement.send"), .name = "op", .value = "send", .harmless_enter = true});
          stand_fields(h, stand);
          text_field(h, w, {.id = "tekst", .name = "tekst", .label = w(stand.stance == Stance::pro ? "argument.is_pro" : "argument.is_con"),
                            .value = look.kept.field("tekst"), .description = w.format("argument.short", static_cast<std::int64_t>(bounds::argument)), .error = message,
                            .autocomplete = "off", .max_length = bounds::argument});
          if (!alike.empty()) look_first(h, look, alike);
          const bool again = !alike.empty();
          button(h, {.label = w(again ? "alikecase.send_anyway" : "involvement.send"), .id = again ? "send-likevel" : "send", .name = "op",
                     .value = again ? "send-likevel" : "send", .icon = Icon::paperplane, .wide = true});
          h.p({cls("liten")}, i.moderation == Moderation::before ? w("involvement.read_before") : w("involvement.read_after"));
          h.p({cls("liten")}, w("involvement.access"));
        });
      });
}

}  // namespace knippe::views
