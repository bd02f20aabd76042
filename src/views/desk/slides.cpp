// The closing session as slides to print or show: 16:9, one thing on each.

#include <algorithm>

#include "views/alike.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"
#include "views/result.h"

namespace knippe::views {
namespace {

constexpr std::size_t texts_on_slide = 6, roomy_top = 6, top_on_slide = 8;

struct Deck {
  const Words& w;
  const domain::Workshop& workshop;
  std::string_view report_url;
  RankingResult result;
  int made = 0;

  Attribute spoken(std::string_view language = {}) const { return report::spoken(w, workshop, language); }
};

void slide(Writer& h, Deck& d, std::string_view css, std::string_view heading, Part content, Attribute language = when(false, attr::lang(""))) {
  const std::string heading_id = "lysark-" + std::to_string(++d.made);
  h.section({cls("lysark", css), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id), language}, heading);
    content(h);
    h.p({cls("lysark__fot")}, [&] {
      h.span({d.spoken()}, d.workshop.about.title);
      h.span(d.made);
    });
  });
}

void title(Writer& h, Deck& d) {
  const domain::Description& about = d.workshop.about;
  slide(h, d, "lysark--tittel", about.title, [&](Writer&) {
    if (!about.question.empty()) h.p({cls("lysark__sporsmal"), d.spoken()}, about.question);
    h.p({cls("lysark__meta")}, [&] {
      h.span({d.spoken()}, about.place);
      if (!about.place.empty() && !about.date.empty()) h.text(" · ");
      h.text(d.w.plain_date(about.date));
    });
    h.p({cls("lysark__meta")}, d.w.plural("common.groups", d.result.groups) + ", " + d.w.plural("report.participants", d.workshop.people()));
    if (d.workshop.simulated) h.p({cls("lysark__meta")}, d.w("report.simulated_title"));
  }, d.spoken());
}

void ranked_row(Writer& h, const Deck& d, const RankedKey& ranked) {
  const domain::Key* key = d.workshop.find_key(ranked.key);
  if (!key) return;
  h.li([&] {
    h.b({cls("lysark__plass", ranked.place == 1 ? "lysark__plass--en" : "")}, ranked.place);
    h.span({d.spoken(key->language)}, key->short_name);
    h.em(d.w.plural("common.points", ranked.points));
    bar(h, ranked.percent, "lysark__spor");
  });
}

/// All that share the last place are there; when they are many the list goes on.
void top(Writer& h, Deck& d) {
  if (d.result.empty()) return;
  const std::size_t size = d.result.top_size();
  for (std::size_t first = 0; first < size; first += top_on_slide)
    slide(h, d, size > roomy_top ? "lysark--tett" : "", d.w.format("slides.top", d.result.places), [&](Writer&) {
      h.ol({cls("lysark__topp"), role("list")}, [&] {
        for (std::size_t i = first; i < std::min(size, first + top_on_slide); ++i) ranked_row(h, d, d.result.keys[i]);
      });
    });
}

void agreement(Writer& h, Deck& d) {
  if (!d.result.agreement) return;
  slide(h, d, "lysark--tall", d.w("slides.agreement"), [&](Writer&) {
    h.p({cls("lysark__stort")}, agreement_words(d.w, *d.result.agreement, d.result.places));
    h.p({cls("lysark__sporsmal")}, d.w.format(d.result.by_persons ? "persons.agreement" : "desk.agreement", agreement_number(d.w, *d.result.agreement), d.result.places));
    h.p({cls("lysark__meta")}, d.result.by_persons ? d.w.plural("persons.counted", d.result.handed_in) : d.w.format("desk.counted", d.result.handed_in, d.result.groups));
  });
}

/// Long lists go on over several slides; nothing is left out.
template <class Item, class Write>
void lists(Writer& h, Deck& d, std::string_view heading, const std::vector<Item>& items, Write write) {
  const std::size_t slides = (items.size() + texts_on_slide - 1) / texts_on_slide;
  for (std::size_t part = 0; part < slides; ++part) {
    const std::string numbered = slides == 1 ? std::string(heading) : d.w.format("slides.part", heading, part + 1, slides);
    slide(h, d, "", numbered, [&](Writer&) {
      h.ul({cls("lysark__liste"), role("list")}, [&] {
        for (std::size_t i = part * texts_on_slide; i < std::min(items.size(), (part + 1) * texts_on_slide); ++i) h.li([&] { write(items[i]); });
      });
    });
  }
}

using Keys = std::vector<const domain::Key*>;

Keys of_theme(const domain::Workshop& workshop, const Keys& keys, ThemeId theme) {
  Keys some;
  for (const domain::Key* key : keys)
    if (workshop.find_supplement(key->origin)->theme == theme) some.push_back(key);
  return some;
}

/// With the groups behind it, also those whose proposals were merged into it.
void supplement_list(Writer& h, Deck& d, std::string_view heading, const Keys& keys) {
  lists(h, d, heading, keys, [&](const domain::Key* key) {
    h.b({cls("lysark__plass")}, key->label);
    h.span([&] {
      h.span({d.spoken(key->language)}, key->short_name);
      h.small(groups_behind(d.w, d.workshop, *key));
    });
  });
}

void supplements(Writer& h, Deck& d) {
  Keys keys;
  for (const domain::Key& key : d.workshop.keys)
    if (key.origin && !key.retired) keys.push_back(&key);
  const Keys loose = of_theme(d.workshop, keys, {});
  if (loose.size() == keys.size()) return supplement_list(h, d, d.w("slides.supplements"), keys);
  for (const domain::Theme& theme : d.workshop.themes)
    if (!theme.removed)
      supplement_list(h, d, d.w.format("slides.of_theme", theme.name.empty() ? d.w("report.erased") : std::string_view(theme.name)),
                      of_theme(d.workshop, keys, theme.id));
  supplement_list(h, d, d.w.format("slides.of_theme", d.w("theme.others")), loose);
}

void measures(Writer& h, Deck& d) {
  std::vector<const domain::Measure*> standing;
  for (const domain::Measure& measure : d.workshop.measures)
    if (!measure.deleted && !measure.text.empty()) standing.push_back(&measure);
  lists(h, d, d.w("slides.measures"), standing, [&](const domain::Measure* measure) {
    const domain::Group* group = d.workshop.find_group(measure->group);
    icon(h, Icon::clipboard_checkmark);
    h.span([&] {
      h.span({d.spoken()}, measure->text);
      if (group) h.small({d.spoken()}, report::group_label(d.w, *group));
    });
  });
}

void thanks(Writer& h, Deck& d) {
  const bool published = d.workshop.published;
  slide(h, d, "lysark--tittel", d.w("slides.thanks"), [&](Writer&) {
    h.div({cls("lysark__takk")}, [&] {
      h.p({cls("lysark__sporsmal")}, [&] {
        h.text(d.w(published ? "slides.report" : "slides.report_soon"));
        h.b(report::bare_address(d.report_url));
      });
      qr_code(h, d.report_url, d.w("slides.qr"));
    });
  });
}

}  // namespace

std::string slides_page(const View& view, const domain::Workshop& workshop, std::string_view report_url, const Url& back) {
  Deck deck{view.words, workshop, report_url, result_of(workshop)};
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("slides.title")), .surface = Surface::print, .warning = view.warning, .rehearsal = workshop.rehearsal, .footer = false};
  return page(frame, [&](Writer& h) { desk::print_bar(h, w, w("slides.title"), w("slides.bar"), back); },
              [&](Writer& h) {
                h.h1({cls("ds-sr-only")}, w("slides.title"));
                h.div({cls("arkramme"), tabindex(0), role("group"), aria_label(w("desk.preview"))}, [&] {
                  title(h, deck);
                  top(h, deck);
                  agreement(h, deck);
                  supplements(h, deck);
                  measures(h, deck);
                  thanks(h, deck);
                });
              });
}

}  // namespace knippe::views
