// "Slik er uttalelsene vurdert": every published contribution under its theme with the answer, for the case paper.

#include "views/involvement/measures.h"
#include "views/involvement/parts.h"
#include "views/involvement/results.h"
#include "views/involvement/youth.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

void contribution_row(Writer& h, const CaseLook& look, const Contribution& c) {
  const Words& w = look.view.words;
  h.tr([&] {
    h.td({cls("num")}, w.number(static_cast<std::int64_t>(c.id.value)));
    h.td(w.short_date(c.at, look.involvement.time_zone));
    h.td({spoken(w, look.involvement)}, [&] {
      own_text(h, w, c.text);
      std::string facts = c.place;
      if (c.entrance == Entrance::youth) facts += (facts.empty() ? "" : " · ") + std::string(w("youth.mark"));
      if (!c.group_name.empty()) facts += (facts.empty() ? "" : " · ") + c.group_name;
      if (!facts.empty()) h.p({cls("liten")}, facts);
      contribution_photo(h, look, c, photo_url(look.room, c.id));
    });
    h.td({cls("num")}, w.number(static_cast<std::int64_t>(c.supporters.size())));
  });
}

void table_of(Writer& h, const CaseLook& look, std::string_view name, const std::vector<ContributionId>& listed, ThemeId theme) {
  const Words& w = look.view.words;
  const std::string caption = w.format("caseresult.table_of", name);
  h.div({cls("tabellramme"), tabindex(0), role("region"), aria_label(caption)}, [&] {
    h.table({cls("ds-table uttalelser")}, [&] {
      h.caption({cls("ds-sr-only")}, caption);
      h.thead([&] {
        h.tr([&] {
          for (const std::string_view heading : {w("caseresult.col_number"), w("caseresult.col_date"), w("caseresult.col_text"), w("caseresult.col_supports")})
            h.th({scope("col")}, heading);
        });
      });
      h.tbody([&] {
        for (const ContributionId each : listed)
          if (const Contribution& c = *look.involvement.find_contribution(each); c.theme == theme) contribution_row(h, look, c);
      });
    });
  });
}

void theme_section(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  const std::string heading = "t-" + std::to_string(theme.id.value);
  h.section({cls("pseksjon"), aria_labelledby(heading)}, [&] {
    h.h2({id(heading), spoken(w, look.involvement)}, theme.name);
    if (theme.answer.verdict == Verdict::none)
      h.p({cls("pingress")}, w.format("involvement.answer_waits", w.plain_date(look.involvement.promise.answer_by)));
    else
      h.div({cls("panel panel--luft")}, [&] { answer_box(h, look, theme); });
    table_of(h, look, theme.name, theme.published, theme.id);
  });
}

}  // namespace

std::string case_assessment_page(const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const std::string title(w("caseresult.assessment"));
  const Crumb crumbs[] = {{w("involvement.cases"), Url("/saker")}, {i.title, public_url(look.room)}};
  Frame frame = public_frame(look, title + " – " + i.title);
  frame.style = "case_after.css";
  std::size_t grouped = 0;
  for (const Theme& theme : i.themes) grouped += theme.published.size();
  return public_page(
      frame,
      [&](Writer& h) {
        h.div({cls("sakhode")}, [&] {
          breadcrumbs(h, w, crumbs, title);
          h.h1(title);
          h.p({cls("sakhode__ingress"), spoken(w, i)}, i.title + (i.plan.case_number.empty() ? "" : " (" + i.plan.case_number + ")"));
          h.p(w.format("caseresult.assessment_text", i.published.size(), i.answered(), i.removed.size()));
          youth_count(h, look);
          h.p({cls("ikke-utskrift")}, [&] { h.a({cls("ds-link"), id("som-csv"), href(public_url(look.room, "eksport/uttalelser.csv"))}, w("caseresult.file_contributions")); });
        });
        h.div({cls("pkol")}, [&] {
          for (const Theme& theme : i.themes)
            if (!theme.published.empty()) theme_section(h, look, theme);
          if (grouped < i.published.size())
            h.section({cls("pseksjon"), aria_labelledby("t-0")}, [&] {
              h.h2({id("t-0")}, w("caseresult.no_theme"));
              h.p({cls("pingress")}, w.format("involvement.answer_waits", w.plain_date(i.promise.answer_by)));
              table_of(h, look, w("caseresult.no_theme"), i.published, {});
            });
        });
      });
}

}  // namespace knippe::views
