// GET/POST /styring/sak/{case}/sorter: contributions without a theme are put into one, many at a time or one by one.

#include "domain/involvement/bounds.h"
#include "views/involvement/parts.h"
#include "views/involvement/sorting.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

struct Sorter {
  const CaseLook& look;
  std::size_t page_number;
  const Words& w = look.view.words;

  bool may_sort() const { return look.may.answer && look.involvement.phase == Phase::open; }
  /// A contribution that has neither a theme nor been removed since the proposals were made.
  const Contribution* loose(ContributionId id) const {
    const Contribution* each = look.involvement.find_contribution(id);
    return each && !each->theme && each->status != ContributionStatus::removed ? each : nullptr;
  }
  void form(Writer& h, const desk::FormLook& form_look, Part content) const {
    page_form(h, look.view, sak::desk_url(look.room, "sorter"), form_look, [&](Writer& inside) {
      hidden_field(h, "side", std::to_string(page_number));
      content(inside);
    });
  }
};

void facts(Writer& h, const Sorter& s, const Contribution& each) {
  h.p({cls("liten")}, [&] {
    h.text(s.w.format("involvement.contribution_number", std::to_string(each.id.value)) + " · " + facts_of(s.look, each));
    if (each.status == ContributionStatus::waiting) {
      h.text(" ");
      h.span({cls("lapp")}, s.w("sorting.waiting"));
    }
  });
}

std::string_view words_of(const Sorter& s, const Contribution& each) {
  return each.text.empty() ? s.w("involvement.erased") : std::string_view(each.text);
}

std::vector<desk::Option> themes(const Sorter& s, desk::Option first) {
  std::vector<desk::Option> options;
  if (!first.label.empty()) options.push_back(std::move(first));
  for (const Theme& each : s.look.involvement.themes) options.push_back({std::to_string(each.id.value), each.name});
  return options;
}

void ticked(Writer& h, const Sorter& s, const AlikeBunch& bunch, bool refused) {
  h.ul({cls("kls"), role("list")}, [&] {
    for (const ContributionId id : bunch.contributions) {
      const Contribution* each = s.loose(id);
      if (!each) continue;
      const std::string box = "innspill-" + std::to_string(id.value);
      h.li({cls("kl")}, [&] {
        h.input({cls("ds-input"), type("checkbox"), attr::id(box), name(box), attr::value("ja"), checked(!refused || !s.look.kept.field(box).empty())});
        h.label({for_id(box), spoken(s.w, s.look.involvement)}, words_of(s, *each));
        facts(h, s, *each);
      });
    }
  });
}

void where_to(Writer& h, const Sorter& s, const AlikeBunch& bunch, const std::string& number, bool refused) {
  const Words& w = s.w;
  const Kept& kept = s.look.kept;
  const std::string message = refused ? w.error(*kept.error) : "", theme = bunch.theme ? std::to_string(bunch.theme.value) : "ny";
  const bool about_name = refused && kept.field("til") == "ny" && kept.error->message_key != "theme.none_chosen";
  const auto field = [&](const std::string& which, std::string_view otherwise) { return refused ? kept.field(which) : otherwise; };
  desk::select_field(h, {.id = "til-" + number, .name = "til", .label = w("sorting.put_in"), .chosen = field("til", theme),
                         .description = bunch.theme ? w("sorting.nearest") : std::string_view(), .error = about_name ? std::string_view() : message},
                     themes(s, s.look.may.own ? desk::Option{"ny", std::string(w("sorting.new_theme"))} : desk::Option{}));
  if (!s.look.may.own) return;
  text_field(h, w, {.id = "navn-" + number, .name = "navn", .label = w("sorting.name"), .value = field("navn", proposed_name(bunch.words)),
                    .description = w("sorting.name_text"), .error = about_name ? message : std::string_view(), .max_length = bounds::theme});
}

void bunch_form(Writer& h, const Sorter& s, const AlikeBunch& bunch) {
  const std::string number = std::to_string(bunch.contributions.front().value), op = "samle:" + number, heading = "likner-" + number;
  const bool refused = s.look.kept.is(op) && s.look.kept.error;
  std::string shared;
  for (const std::string& word : bunch.words) shared += (shared.empty() ? "" : " · ") + word;
  h.section({cls("panel del"), aria_labelledby(heading)}, [&] {
    h.h3({id(heading)}, [&] {
      h.text(s.w.plural("sorting.bunch", static_cast<std::int64_t>(bunch.contributions.size())));
      if (!shared.empty()) h.span({spoken(s.w, s.look.involvement)}, ": ", shared);
    });
    s.form(h, {}, [&](Writer&) {
      fieldset(h, s.w("involvement.which_to_move"), [&](Writer&) { ticked(h, s, bunch, refused); });
      if (bunch.more > 0) h.p({cls("liten")}, s.w.plural("sorting.more", static_cast<std::int64_t>(bunch.more)));
      h.div({cls("utfyll")}, [&] {
        where_to(h, s, bunch, number, refused);
        button(h, {.label = s.w("sorting.put_many"), .id = "samle-" + number, .name = "op", .value = op, .about = shared, .small = true});
      });
    });
  });
}

void alike_ones(Writer& h, const Sorter& s, const Proposals& proposals) {
  if (proposals.bunches.empty()) return;
  h.section({cls("sorter__likner"), aria_labelledby("likner-h")}, [&] {
    h.h2({id("likner-h")}, s.w("sorting.alike"));
    h.p({cls("liten")}, s.w("sorting.alike_text"));
    if (proposals.compared < proposals.loose.size()) h.p({cls("liten")}, s.w.plural("sorting.compared", static_cast<std::int64_t>(proposals.compared)));
    for (const AlikeBunch& bunch : proposals.bunches) bunch_form(h, s, bunch);
  });
}

void one_form(Writer& h, const Sorter& s, const Contribution& each, ThemeId nearest) {
  const std::string number = std::to_string(each.id.value), op = "legg:" + number, field = "tema-" + number;
  const bool refused = s.look.kept.is(op) && s.look.kept.error;
  s.form(h, {.css = "sorter__en"}, [&](Writer&) {
    desk::select_field(h, {.id = field, .name = "til", .label = s.w("sorting.put_in"), .chosen = nearest ? std::to_string(nearest.value) : "0",
                           .description = nearest ? s.w("sorting.nearest") : std::string_view(), .error = refused ? s.w.error(*s.look.kept.error) : ""},
                       themes(s, {"0", std::string(s.w("sorting.choose"))}));
    button(h, {.label = s.w("sorting.put_one"), .id = "legg-" + number, .name = "op", .value = op, .variant = Variant::secondary,
               .about = s.w.format("involvement.contribution_number", number), .small = true});
  });
}

void one_by_one(Writer& h, const Sorter& s, const Proposals& proposals, const Pages& pages) {
  h.section({cls("panel del"), aria_labelledby("en-h")}, [&] {
    h.h2({id("en-h")}, s.w("sorting.one_by_one"));
    h.ul({cls("innspliste"), role("list")}, [&] {
      for (std::size_t n = pages.last; n > pages.first; --n) {
        const Contribution* each = s.loose(proposals.loose[n - 1]);
        if (!each) continue;
        const auto nearest = proposals.nearest.find(each->id);
        h.li({cls("sorter__innspill")}, [&] {
          h.p({cls("inns__t"), spoken(s.w, s.look.involvement)}, [&] { own_text(h, s.w, each->text); });
          facts(h, s, *each);
          if (s.may_sort() && !s.look.involvement.themes.empty()) one_form(h, s, *each, nearest == proposals.nearest.end() ? ThemeId{} : nearest->second);
        });
      }
    });
    page_turner(h, s.w, pages, sak::desk_url(s.look.room, "sorter").text());
  });
}

/// The field that a refusal leads to.
std::string faulty_field(const Kept& kept) {
  const std::size_t colon = kept.form.find(':');
  const std::string number = colon == std::string::npos ? "" : kept.form.substr(colon + 1);
  if (kept.form.starts_with("legg:")) return "tema-" + number;
  return (kept.field("til") == "ny" && kept.error->message_key != "theme.none_chosen" ? "navn-" : "til-") + number;
}

}  // namespace

std::string case_sorting_page(const CaseLook& look, const Proposals& proposals, std::size_t page_number) {
  const Words& w = look.view.words;
  const Sorter s{look, page_number};
  const std::string title(w("sorting.title"));
  const Crumb crumbs[] = {{w("involvement.my_cases"), Url("/styring/saker")}, {look.involvement.title, sak::desk_url(look.room)},
                          {w("involvement.themes"), sak::desk_url(look.room, "svar")}};
  return page(
      desk_frame(look, look.kept.error ? w.format("front.title_error", title) : title), [&](Writer& h) { owner_header(h, look.view); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            breadcrumbs(h, w, crumbs, title);
            h.h1(title);
            h.p({cls("liten")}, proposals.loose.empty() ? std::string(w("sorting.none")) : w.plural("involvement.without_theme", static_cast<std::int64_t>(proposals.loose.size())));
          });
        });
        if (look.kept.error) {
          const FieldError errors[] = {{faulty_field(look.kept), w.error(*look.kept.error)}};
          error_summary(h, w, errors);
        }
        if (proposals.loose.empty()) return;
        if (s.may_sort()) alike_ones(h, s, proposals);
        one_by_one(h, s, proposals, pages_of(proposals.loose.size(), page_number));
      });
}

}  // namespace knippe::views
