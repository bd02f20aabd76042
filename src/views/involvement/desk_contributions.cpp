// Reading contributions, and grouping and answering them.

#include "domain/involvement/bounds.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

const char* name_of(Pile pile) {
  switch (pile) {
    case Pile::waiting: return "venter";
    case Pile::published: return "publisert";
    case Pile::removed: return "fjernet";
  }
  __builtin_unreachable();
}

const std::vector<ContributionId>& list_of(const Involvement& i, Pile pile) {
  switch (pile) {
    case Pile::waiting: return i.waiting;
    case Pile::published: return i.published;
    case Pile::removed: return i.removed;
  }
  __builtin_unreachable();
}

void head(Writer& h, const CaseLook& look, std::string_view title) {
  const Words& w = look.view.words;
  const Crumb crumbs[] = {{w("involvement.my_cases"), Url("/styring/saker")}, {look.involvement.title, sak::desk_url(look.room)}};
  h.div({cls("sidetopp")}, [&] {
    h.div([&] {
      breadcrumbs(h, w, crumbs, title);
      h.h1(title);
    });
  });
}

void piles(Writer& h, const CaseLook& look, Pile here) {
  const Words& w = look.view.words;
  h.nav({aria_label(w("involvement.piles"))}, [&] {
    h.ul({cls("knapperad"), role("list")}, [&] {
      const auto link = [&](Pile pile, std::string_view label) {
        h.li([&] {
          h.a({cls("ds-link"), id(std::string("vis-") + name_of(pile)), when(pile == here, aria_current("page")),
               href(Url::local(sak::desk_url(look.room, "innspill").text() + "?vis=" + name_of(pile)))},
              std::string(label) + " (" + w.number(static_cast<std::int64_t>(list_of(look.involvement, pile).size())) + ")");
        });
      };
      link(Pile::waiting, w("involvement.pile_waiting"));
      link(Pile::published, w("involvement.pile_published"));
      link(Pile::removed, w("involvement.pile_removed"));
    });
  });
}

void remove_form(Writer& h, const CaseLook& look, const Contribution& c, Pile pile) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(c.id.value), op = "fjern:" + number, field = "grunn-" + number;
  const bool refused = look.kept.is(op) && look.kept.error;
  const std::string message = refused ? w.error(*look.kept.error) : "";
  const std::string about = w.format("involvement.contribution_number", number);
  desk::fold(h, {.id = "fjern-" + number, .summary = w("involvement.remove"), .about = about, .open = refused}, [&](Writer&) {
    refusal(h, look, op, field);
    page_form(h, look.view, sak::desk_url(look.room, "innspill"), {.css = "utfyll"}, [&](Writer&) {
      hidden_field(h, "vis", name_of(pile));
      std::vector<desk::Option> rules;
      for (const Rule rule : {Rule::personal, Rule::hateful, Rule::unlawful, Rule::off_topic, Rule::duplicate, Rule::advertising})
        rules.push_back({boost::describe::enum_to_string(rule, ""), std::string(views::name_of(w, rule))});
      desk::select_field(h, {.id = "regel-" + number, .name = "regel", .label = w("involvement.rule"), .chosen = refused ? look.kept.field("regel") : std::string_view()}, rules);
      text_area(h, w, {.id = field, .name = "grunn", .label = w("involvement.removal_reason"), .value = refused ? look.kept.field("grunn") : std::string_view(c.removal),
                       .description = w("involvement.removal_reason_text"), .error = message, .max_length = bounds::reason, .rows = 2});
      button(h, {.label = w("involvement.remove"), .id = "fjern-knapp-" + number, .name = "op", .value = op, .variant = Variant::secondary, .color = "danger", .about = about, .small = true});
    });
  });
}

/// Before it is public only those who read contributions see it.
void photo_here(Writer& h, const CaseLook& look, const Contribution& c) {
  if (c.status == ContributionStatus::published) return contribution_photo(h, look, c, photo_url(look.room, c.id));
  if (look.may.moderate) return contribution_photo(h, look, c, sak::desk_url(look.room, "innspill/" + std::to_string(c.id.value) + "/bilde"));
  if (c.photo.exists()) h.p({cls("liten")}, look.view.words("casephoto.read_first"));
}

void item(Writer& h, const CaseLook& look, const Contribution& c, Pile pile) {
  const Words& w = look.view.words;
  const std::string number = std::to_string(c.id.value);
  h.li({cls("inns panel panel--luft"), id("innspill-" + number)}, [&] {
    h.p({cls("inns__t"), spoken(w, look.involvement)}, [&] { own_text(h, w, c.text); });
    h.p({cls("inns__m")}, [&] {
      h.text(w.format("involvement.contribution_number", number) + " · " + facts_of(look, c));
      if (const auto source = source_of(w, c.source); !source.empty()) h.span({cls("lapp")}, source);
      if (c.entrance == Entrance::youth) h.span({cls("lapp")}, w("youth.mark"));
    });
    photo_here(h, look, c);
    if (c.status == ContributionStatus::removed) h.p({cls("liten")}, views::name_of(w, c.rule), ": ", c.removal);
    if (look.involvement.phase != Phase::open || !look.may.moderate) return;
    if (c.status != ContributionStatus::published)
      page_form(h, look.view, sak::desk_url(look.room, "innspill"), {}, [&](Writer&) {
        hidden_field(h, "vis", name_of(pile));
        button(h, {.label = w("involvement.publish"), .id = "publiser-" + number, .name = "op", .value = "publiser:" + number,
                   .about = w.format("involvement.contribution_number", number), .small = true});
      });
    if (c.status != ContributionStatus::removed) remove_form(h, look, c, pile);
  });
}

void theme_menu(Writer& h, const CaseLook& look, ThemeId here) {
  const Words& w = look.view.words;
  h.nav({cls("panel panel--luft"), aria_labelledby("te-h")}, [&] {
    h.h2({id("te-h")}, w("involvement.themes"));
    h.ul({cls("temaliste"), role("list")}, [&] {
      const auto link = [&](ThemeId theme, std::string_view name, std::string_view state) {
        const std::string number = std::to_string(theme.value);
        h.li([&] {
          h.a({cls("ds-link"), id("velg-tema-" + number), when(theme == here, aria_current("page")), href(Url::local(sak::desk_url(look.room, "svar").text() + "?tema=" + number))}, name);
          h.span({cls("liten")}, state);
        });
      };
      std::size_t grouped = 0;
      for (const Theme& theme : look.involvement.themes) {
        grouped += theme.published.size();
        link(theme.id, theme.name, w.number(static_cast<std::int64_t>(theme.published.size())) + " · " + std::string(views::name_of(w, theme.answer.verdict)));
      }
      link({}, w("involvement.all_contributions"), w.plural("involvement.without_theme", static_cast<std::int64_t>(look.involvement.published.size() - grouped)));
    });
    h.p([&] { h.a({cls("ds-link"), id("sorter"), href(sak::desk_url(look.room, "sorter"))}, w("sorting.title")); });
    if (look.may.own) h.p([&] { h.a({cls("ds-link"), id("nytt-tema"), href(Url::local(sak::desk_url(look.room, "grunnlag").text() + "#temaer"))}, w("involvement.new_theme")); });
  });
}

void plain_list(Writer& h, const CaseLook& look, const Pages& pages, const std::vector<ContributionId>& listed) {
  h.ul({cls("kls"), role("list")}, [&] {
    for (std::size_t n = pages.last; n > pages.first; --n) {
      const Contribution& c = *look.involvement.find_contribution(listed[n - 1]);
      h.li({cls("kl")}, [&] {
        h.div({spoken(look.view.words, look.involvement)}, [&] { own_text(h, look.view.words, c.text); });
        h.p({cls("liten")}, facts_of(look, c));
      });
    }
  });
}

void grouping(Writer& h, const CaseLook& look, const Theme* theme, const Pages& pages, const std::vector<ContributionId>& listed) {
  const Words& w = look.view.words;
  h.section({cls("panel panel--luft"), aria_labelledby("gr-h")}, [&] {
    h.h2({id("gr-h")}, theme ? std::string_view(theme->name) : w("involvement.all_contributions"));
    refusal(h, look, "flytt", "gr-h");
    if (!look.may.answer || look.involvement.phase != Phase::open) plain_list(h, look, pages, listed);
    else
      page_form(h, look.view, sak::desk_url(look.room, "svar"), {.css = "skjema"}, [&](Writer&) {
      hidden_field(h, "tema", std::to_string(theme ? theme->id.value : 0));
      fieldset(h, w("involvement.which_to_move"), [&](Writer&) {
        h.ul({cls("kls"), role("list")}, [&] {
          for (std::size_t n = pages.last; n > pages.first; --n) {
            const Contribution& c = *look.involvement.find_contribution(listed[n - 1]);
            const std::string number = std::to_string(c.id.value), box = "i-" + number;
            h.li({cls("kl")}, [&] {
              h.input({cls("ds-input"), type("checkbox"), id(box), name("innspill"), attr::value(number)});
              h.label({for_id(box), spoken(w, look.involvement)}, c.text.empty() ? w("involvement.erased") : std::string_view(c.text));
              h.p({cls("liten")}, facts_of(look, c));
            });
          }
        });
      });
      std::vector<desk::Option> options;
      for (const Theme& each : look.involvement.themes) options.push_back({std::to_string(each.id.value), each.name});
      options.push_back({"0", std::string(w("involvement.no_theme"))});
      desk::select_field(h, {.id = "til", .name = "til", .label = w("involvement.move_to")}, options);
      button(h, {.label = w("involvement.move"), .id = "flytt", .name = "op", .value = "flytt", .small = true});
    });
    page_turner(h, w, pages, sak::desk_url(look.room, "svar").text() + "?tema=" + std::to_string(theme ? theme->id.value : 0));
  });
}

void answering(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  const Kept& kept = look.kept;
  const Answer& answer = theme.answer;
  const bool refused = kept.is("svar") && kept.error;
  const std::string key = refused ? kept.error->message_key : "", message = refused ? w.error(*kept.error) : "";
  const std::string_view field = key == "answer.verdict" ? "verdikt-taken_in" : key == "answer.item" ? "rompunkt" : "begrunnelse";
  h.section({cls("panel del"), id("svar"), aria_labelledby("sv-h")}, [&] {
    h.h2({id("sv-h")}, w.plural("involvement.answer_to", static_cast<std::int64_t>(theme.published.size())));
    refusal(h, look, "svar", field);
    page_form(h, look.view, sak::desk_url(look.room, "svar"), {.css = "utfyll"}, [&](Writer&) {
      hidden_field(h, "tema", std::to_string(theme.id.value));
      const std::string chosen(kept.field("verdikt", boost::describe::enum_to_string(answer.verdict, "")));
      fieldset(h, w("involvement.what_became"), [&](Writer&) {
        for (const Verdict verdict : {Verdict::taken_in, Verdict::partly, Verdict::tried_out, Verdict::not_taken_in}) {
          const std::string one = boost::describe::enum_to_string(verdict, "");
          radio(h, {"verdikt-" + one, "verdikt", one, views::name_of(w, verdict), one == chosen});
        }
      });
      std::vector<desk::Option> items{{"0", std::string(w("involvement.choose"))}};
      for (const RoomItem& each : look.involvement.items)
        if (!each.withdrawn) items.push_back({std::to_string(each.id.value), std::string(views::name_of(w, each.openness)) + ": " + each.text});
      desk::select_field(h, {.id = "rompunkt", .name = "rompunkt", .label = w("involvement.room_item"), .chosen = kept.field("rompunkt", std::to_string(answer.item.value)),
                             .error = key == "answer.item" ? message : std::string()}, items);
      text_area(h, w, {.id = "begrunnelse", .name = "begrunnelse", .label = w("involvement.answer_reason"), .value = kept.field("begrunnelse", answer.reason),
                       .description = w("involvement.answer_reason_text"), .error = field == "begrunnelse" ? message : std::string(), .max_length = bounds::answer, .rows = 4});
      button(h, {.label = w("involvement.give_answer"), .id = "gi-svar", .name = "op", .value = "svar"});
      h.p({cls("liten")}, w("involvement.give_answer_text"));
    });
  });
}

}  // namespace

std::string case_contributions_page(const CaseLook& look, Pile pile, std::size_t page_number) {
  const Words& w = look.view.words;
  const auto& listed = list_of(look.involvement, pile);
  const Pages pages = pages_of(listed.size(), page_number);
  const std::string title(w("involvement.contributions_heading"));
  return page(
      desk_frame(look, look.kept.error ? w.format("front.title_error", title) : title), [&](Writer& h) { owner_header(h, look.view); },
      [&](Writer& h) {
        head(h, look, title);
        piles(h, look, pile);
        if (listed.empty()) return h.p({cls("dempet")}, w("involvement.pile_empty"));
        h.ul({cls("innspliste"), role("list")}, [&] {
          for (std::size_t n = pages.last; n > pages.first; --n) item(h, look, *look.involvement.find_contribution(listed[n - 1]), pile);
        });
        page_turner(h, w, pages, sak::desk_url(look.room, "innspill").text() + "?vis=" + name_of(pile));
      });
}

std::string case_answers_page(const CaseLook& look, ThemeId wanted, std::size_t page_number) {
  const Words& w = look.view.words;
  const Theme* theme = look.involvement.find_theme(wanted);
  const auto& listed = theme ? theme->published : look.involvement.published;
  const Pages pages = pages_of(listed.size(), page_number);
  const std::string title = w.plural("involvement.without_answer", static_cast<std::int64_t>(look.involvement.unanswered()));
  return page(
      desk_frame(look, look.kept.error ? w.format("front.title_error", title) : title), [&](Writer& h) { owner_header(h, look.view); },
      [&](Writer& h) {
        head(h, look, title);
        h.p({cls("liten")}, w.format("involvement.promised", w.plain_date(look.involvement.promise.answer_by)));
        h.div({cls("svarpult")}, [&] {
          theme_menu(h, look, wanted);
          h.div([&] {
            if (theme && look.involvement.phase == Phase::open && look.may.answer) answering(h, look, *theme);
            if (!listed.empty()) grouping(h, look, theme, pages, listed);
          });
        });
      });
}

}  // namespace knippe::views
