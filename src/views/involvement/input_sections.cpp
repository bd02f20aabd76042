// What came in and what was answered, on a case's public page.

#include <algorithm>

#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"

namespace knippe::views::sak {

using namespace involvement;

namespace {

constexpr std::size_t newest_shown = 3;

void theme_card(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  h.li({cls("svarkort")}, [&] {
    h.div({cls("svarkort__sa")}, [&] {
      h.h3({spoken(w, look.involvement)}, [&] {
        h.a({id("tema-", theme.id.value), href(public_url(look.room, "tema/" + std::to_string(theme.id.value)))}, theme.name);
      });
      h.p({cls("svarkort__n")}, w.plural("involvement.contributions", static_cast<std::int64_t>(theme.published.size())));
    });
    answer_box(h, look, theme);
  });
}

void removed_line(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  if (i.removed.empty()) return;
  h.details({cls("ds-details"), id("fjernet")}, [&] {
    h.summary({id("fjernet-vis")}, w.plural("involvement.removed", static_cast<std::int64_t>(i.removed.size())));
    h.div([&] {
      h.ul([&] {
        for (const Rule rule : {Rule::personal, Rule::hateful, Rule::unlawful, Rule::off_topic, Rule::duplicate, Rule::advertising}) {
          const auto count = std::ranges::count_if(i.removed, [&](ContributionId each) { return i.find_contribution(each)->rule == rule; });
          if (count > 0) h.li(w.format("involvement.removed_by", name_of(w, rule), count));
        }
      });
      h.p(w("involvement.removed_text"));
    });
  });
}

}  // namespace

void answers_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const auto answered = [](const Theme& theme) { return theme.answer.verdict != Verdict::none; };
  if (i.published.empty()) return;
  h.section({cls("pseksjon"), id("svar"), aria_labelledby("svar-h")}, [&] {
    h.h2({id("svar-h")}, w("involvement.answers_heading"));
    h.p({cls("pingress")}, [&] {
      h.text(w.plural("involvement.answered", static_cast<std::int64_t>(i.answered())));
      h.text(" ");
      if (i.unanswered() > 0)
        h.text(w.plural("involvement.unanswered", static_cast<std::int64_t>(i.unanswered()), w.plain_date(i.promise.answer_by)));
      if (i.unanswered() > 0 && iso_date(look.view.now, i.time_zone) > i.promise.answer_by) {
        h.text(" ");
        h.strong(w("involvement.overdue"));
      }
    });
    h.p([&] { h.a({cls("ds-link"), id("til-resultatet"), href(public_url(look.room, "resultat"))}, w("caseresult.see_result")); });
    if (std::ranges::none_of(i.themes, answered)) return;
    h.ul({cls("svar"), role("list")}, [&] {
      for (const Theme& theme : i.themes)
        if (answered(theme)) theme_card(h, look, theme);
    });
  });
}

void support_line(Writer& h, const CaseLook& look, const Contribution& contribution) {
  const Words& w = look.view.words;
  const bool mine = look.phone && std::ranges::binary_search(contribution.supporters, look.phone);
  const std::string number = std::to_string(contribution.id.value);
  h.div({cls("arg")}, [&] {
    h.span(w.plural("involvement.supports", static_cast<std::int64_t>(contribution.supporters.size())));
    if (!look.involvement.takes_input) return;
    button(h, {.label = mine ? w("involvement.unsupport") : w("involvement.support"), .id = "stott-" + number, .name = "op",
               .value = (mine ? "trekk:" : "stott:") + number, .variant = mine ? Variant::primary : Variant::secondary,
               .icon = mine ? Icon::checkmark : Icon::hand_finger, .about = w.format("involvement.contribution_number", number), .small = true});
    if (mine && look.supported == contribution.id)
      h.a({cls("ds-link"), id("stottekvittering"), href(public_url(look.room, "kvittering/" + look.support_code + "/logg"))}, w("proof.support_receipt"));
  });
}

void contribution_item(Writer& h, const CaseLook& look, const Contribution& contribution) {
  const Words& w = look.view.words;
  h.li({cls("inns"), id("innspill-" + std::to_string(contribution.id.value))}, [&] {
    h.p({cls("inns__t"), spoken(w, look.involvement)}, [&] { own_text(h, w, contribution.text); });
    h.p({cls("inns__m")}, [&] {
      h.text(facts_of(look, contribution));
      if (const auto source = source_of(w, contribution.source); !source.empty()) h.span({cls("lapp")}, source);
      if (contribution.entrance == Entrance::youth) h.span({cls("lapp")}, w("youth.mark"));
    });
    contribution_photo(h, look, contribution, photo_url(look.room, contribution.id));
    support_line(h, look, contribution);
  });
}

void contributions_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  h.section({cls("pseksjon"), id("innspill"), aria_labelledby("innspill-h")}, [&] {
    h.h2({id("innspill-h")}, w("involvement.contributions_heading"));
    h.p({cls("pingress")}, i.published.empty() ? std::string(w("involvement.no_contributions"))
                                               : w.plural("involvement.contributions", static_cast<std::int64_t>(i.published.size())) + ", " +
                                                     w.plural("involvement.supports", i.supports) + ".");
    if (!i.published.empty()) page_form(h, look.view, public_url(look.room, "stott"), {}, [&](Writer&) {
      h.ul({cls("innspliste"), role("list")}, [&] {
        const std::size_t last = i.published.size();
        for (std::size_t n = last; n > 0 && n + newest_shown > last; --n) contribution_item(h, look, *i.find_contribution(i.published[n - 1]));
      });
    });
    if (i.published.size() > newest_shown)
      h.p({cls("etter")}, [&] { h.a({cls("ds-link"), id("alle-innspill"), href(public_url(look.room, "innspill"))}, w("involvement.all_contributions")); });
    removed_line(h, look);
  });
}

void take_part_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  h.section({cls("pseksjon"), id("delta"), aria_labelledby("delta-h")}, [&] {
    h.h2({id("delta-h")}, w("involvement.take_part"));
    if (look.involvement.takes_input)
      h.p([&] {
        h.a({cls("maate"), id("skriv-innspill"), href(public_url(look.room, "innspill/nytt"))}, [&] {
          icon(h, Icon::note_pencil);
          h.span([&] {
            h.b(w("involvement.write"));
            h.text(w("involvement.write_text"));
          });
          icon(h, Icon::arrow_right);
        });
      });
    else
      h.p({cls("pingress")}, w("involvement.input_over"));
    h.form({cls("kodesok"), action(public_url(look.room, "kvittering"))}, [&] {
      text_field(h, w, {.id = "kvitteringskode", .name = "kode", .label = w("involvement.have_code"), .description = w("involvement.have_code_text"),
                        .autocomplete = "off", .max_length = 20});
      h.button({cls("ds-button"), id("vis-kvittering"), type("submit"), data("variant", "secondary")}, w("involvement.show_receipt"));
    });
  });
}

}  // namespace knippe::views::sak
