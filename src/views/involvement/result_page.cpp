// "Dere sa – vi gjorde": what was said and what became of it, promise beside result, the evaluation. Written to be printed as well.

#include <algorithm>
#include <numeric>

#include "base/encoding.h"
#include "views/follow_up/parts.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/measures.h"
#include "views/involvement/parts.h"
#include "views/involvement/results.h"
#include "views/involvement/youth.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

std::string_view color_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::none: return "neutral";
    case Outcome::kept: return "success";
    case Outcome::partly: return "warning";
    case Outcome::not_kept: return "danger";
  }
  __builtin_unreachable();
}

Icon icon_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::none: return Icon::hourglass;
    case Outcome::kept: return Icon::checkmark_circle_fill;
    case Outcome::partly: return Icon::checkmark_circle;
    case Outcome::not_kept: return Icon::x_mark_octagon_fill;
  }
  __builtin_unreachable();
}

void tally(Writer& h, const Words& w, const Involvement& i) {
  h.dl({cls("fasit")}, [&] {
    for (const Outcome outcome : {Outcome::kept, Outcome::partly, Outcome::not_kept})
      h.div([&] {
        h.dt(name_of(w, outcome));
        h.dd({cls("num")}, std::ranges::count_if(i.items, [&](const RoomItem& item) { return !item.withdrawn && item.outcome == outcome; }));
      });
  });
}

void head(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const Crumb crumbs[] = {{w("involvement.cases"), Url("/saker")}, {i.title, public_url(look.room)}};
  h.div({cls("sakhode")}, [&] {
    breadcrumbs(h, w, crumbs, w("caseresult.heading"));
    h.p({cls("statusrad")}, [&] { status_mark(h, w, card_of(look.room, i)); });
    h.h1(w("caseresult.heading"));
    h.p({cls("sakhode__ingress"), spoken(w, i)}, i.title);
    if (std::ranges::any_of(i.items, [](const RoomItem& item) { return item.outcome != Outcome::none; })) tally(h, w, i);
  });
}

void what_followed(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  const auto decisions = decisions_about(look.involvement, theme.id);
  const auto measures = measures_after(look.involvement, theme.id);
  if (decisions.empty() && measures.empty()) return;
  h.ul({cls("sagjort__etter")}, [&] {
    for (const Decision* each : decisions)
      h.li([&] {
        h.b(w("casemeasure.decided"));
        h.text(" " + w.plain_date(each->date) + ": ");
        h.span({spoken(w, look.involvement)}, each->text.empty() ? w("involvement.erased") : std::string_view(each->text));
        if (!each->source.empty()) h.text(" (" + each->source + ")");
      });
    for (const CaseMeasure* each : measures)
      h.li([&] {
        const std::string number = std::to_string(each->id.value);
        h.a({cls("ds-link"), id("tiltak-" + number), href(public_url(look.room, "tiltak/" + number)), spoken(w, look.involvement)}, text_of(w, each->measure));
        h.text(" ");
        case_standing(h, look, *each);
      });
  });
}

void theme_row(Writer& h, const CaseLook& look, const Theme& theme) {
  const Words& w = look.view.words;
  h.li({cls("sagjort")}, [&] {
    h.div({cls("sagjort__sa")}, [&] {
      h.h3({spoken(w, look.involvement)}, [&] {
        h.a({id("tema-", theme.id.value), href(public_url(look.room, "tema/" + std::to_string(theme.id.value)))}, theme.name);
      });
      h.p(w.plural("involvement.contributions", static_cast<std::int64_t>(theme.published.size())));
    });
    h.div([&] {
      if (theme.answer.verdict == Verdict::none)
        h.p(w.format("involvement.answer_waits", w.plain_date(look.involvement.promise.answer_by)));
      else
        answer_box(h, look, theme);
      what_followed(h, look, theme);
    });
  });
}

void said_and_done(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  if (i.published.empty()) return;
  h.section({cls("pseksjon"), aria_labelledby("sa-h")}, [&] {
    h.h2({id("sa-h")}, w("caseresult.themes"));
    h.p({cls("pingress")}, [&] {
      h.text(w.plural("involvement.answered", static_cast<std::int64_t>(i.answered())));
      h.text(" ");
      if (i.unanswered() > 0) h.text(w.plural("involvement.unanswered", static_cast<std::int64_t>(i.unanswered()), w.plain_date(i.promise.answer_by)));
      if (i.unanswered() > 0 && today_of(look) > i.promise.answer_by) {
        h.text(" ");
        h.strong(w("involvement.overdue"));
      }
    });
    youth_count(h, look);
    h.ul({cls("sagjortliste"), role("list")}, [&] {
      for (const Theme& theme : i.themes)
        if (!theme.published.empty()) theme_row(h, look, theme);
    });
  });
}

struct Row {
  std::string_view mark;
  std::string_view promised, reason;
  Outcome outcome = Outcome::none;
  std::string result;
};

void result_row(Writer& h, const CaseLook& look, const Row& row) {
  const Words& w = look.view.words;
  h.li({cls("lr__rad")}, [&] {
    h.div({cls("lr__l")}, [&] {
      h.p({cls("lr__merke")}, row.mark);
      h.h3({spoken(w, look.involvement)}, row.promised.empty() ? w("involvement.erased") : row.promised);
      if (!row.reason.empty())
        h.p({spoken(w, look.involvement)}, [&] {
          h.span({cls("ds-sr-only")}, w("caseresult.promise"), " ");
          h.text(row.reason);
        });
    });
    h.div({cls("lr__r")}, [&] {
      h.p({cls("stat"), data("color", color_of(row.outcome))}, [&] {
        icon(h, icon_of(row.outcome));
        h.text(name_of(w, row.outcome));
      });
      if (!row.result.empty())
        h.p([&] {
          h.span({cls("ds-sr-only")}, w("caseresult.result"), " ");
          h.span({spoken(w, look.involvement)}, row.result);
        });
    });
  });
}

/// What became of the promised date: counted, not claimed.
std::string answers_in_words(const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  if (i.unanswered() > 0) return w.plural("caseresult.still_unanswered", static_cast<std::int64_t>(i.unanswered()));
  return i.last_answer().ms > 0 ? w.format("caseresult.last_answer", w.date(i.last_answer(), i.time_zone)) : std::string();
}

void side_by_side(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  h.section({cls("pseksjon"), aria_labelledby("lr-h")}, [&] {
    h.h2({id("lr-h")}, w("caseresult.side_by_side"));
    h.p({cls("pingress")}, w.format("caseresult.side_by_side_text", w.date(i.opened_at, i.time_zone)));
    h.ol({cls("lr"), role("list")}, [&] {
      for (const RoomItem& item : i.items)
        if (!item.withdrawn) result_row(h, look, {name_of(w, item.openness), item.text, item.reason, item.outcome, item.result});
      if (!i.information)
        result_row(h, look, {w("involvement.answer_by"), w.plain_date(i.promise.answer_by), i.promise.answer, answers_outcome(i, today_of(look)), answers_in_words(look)});
    });
  });
}

void gap_side(Writer& h, const Words& w, std::string_view when_asked, const std::vector<int>& counts) {
  h.div([&] {
    h.dt(when_asked);
    if (counts.empty()) return h.dd(w("caseresult.too_few"));
    h.dd({cls("num")}, mean_of(w, counts));
    h.dd({cls("liten")}, w.plural("caseresult.answers", std::accumulate(counts.begin(), counts.end(), 0)));
  });
}

void expectations(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Expectations& e = look.involvement.expectations;
  if (e.entry.empty() && e.exit.empty()) return;
  h.section({cls("pseksjon"), aria_labelledby("fo-h")}, [&] {
    h.h2({id("fo-h")}, w("caseresult.expectations"));
    h.p({cls("pingress")}, w("caseresult.expectations_text"));
    h.dl({cls("fasit")}, [&] {
      gap_side(h, w, w("caseresult.before"), e.entry);
      gap_side(h, w, w("caseresult.after"), e.exit);
    });
    if (e.entry.empty() || e.exit.empty()) return;
    const std::string before = mean_of(w, e.entry), after = mean_of(w, e.exit);
    const auto sum = [](const std::vector<int>& counts) { return counts[0] + 2 * counts[1] + 3 * counts[2] + 4 * counts[3] + 5 * counts[4]; };
    const auto total = [](const std::vector<int>& counts) { return std::accumulate(counts.begin(), counts.end(), 0); };
    const std::int64_t left = static_cast<std::int64_t>(sum(e.entry)) * total(e.exit), right = static_cast<std::int64_t>(sum(e.exit)) * total(e.entry);
    h.p({cls("brod")}, w(before == after ? "caseresult.as_expected" : right > left ? "caseresult.more_than_expected" : "caseresult.less_than_expected"));
  });
}

void evaluation(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  const Evaluation& e = i.evaluation;
  if (e.influence == Influence::none) return;
  const auto card = [&](std::string_view heading, const std::string& text) {
    h.div({cls("evalu__kort")}, [&] {
      h.h3(heading);
      h.p({spoken(w, i)}, [&] { own_text(h, w, text); });
    });
  };
  h.section({cls("pseksjon"), aria_labelledby("ev-h")}, [&] {
    h.h2({id("ev-h")}, w("caseresult.evaluation"));
    h.p({cls("pingress")}, [&] {
      h.b(w("caseresult.did_it_change"));
      h.text(" ");
      h.text(name_of(w, e.influence));
      h.text(". ");
      if (e.people > 0) h.text(w.plural("caseresult.took_part", e.people));
    });
    h.div({cls("evalu")}, [&] {
      card(w("caseresult.what_changed"), e.changed);
      card(w("caseresult.well"), e.well);
      card(w("caseresult.learned"), e.learned);
    });
    if (!e.sign.empty())
      h.dl({cls("felter panel panel--luft")}, [&] {
        h.div([&] {
          h.dt({spoken(w, i)}, w.format("caseresult.sign_was", i.why.sign));
          h.dd({spoken(w, i)}, [&] { own_text(h, w, e.sign); });
        });
      });
    h.p({cls("liten")}, w.format("caseresult.evaluated_on", w.date(e.at, i.time_zone)));
  });
}

void files(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  h.section({cls("pseksjon ikke-utskrift"), aria_labelledby("fil-h")}, [&] {
    h.h2({id("fil-h")}, w("caseresult.files"));
    h.p({cls("pingress")}, w("caseresult.files_text"));
    h.ul({cls("knapperad"), role("list")}, [&] {
      const auto file = [&](std::string_view name, std::string_view label) {
        h.li([&] { h.a({cls("ds-link"), id("fil-" + std::string(name.substr(0, name.find('.'))) + std::string(name.substr(name.find('.') + 1))),
                        href(public_url(look.room, "eksport/" + std::string(name)))}, label); });
      };
      file("alt.xlsx", w("caseresult.file_xlsx"));
      file("alt.json", "JSON");
      file("uttalelser.csv", w("caseresult.file_contributions"));
      file("svar.csv", w("caseresult.file_answers"));
      file("tiltak.csv", w("caseresult.file_measures"));
      file("lofter.csv", w("caseresult.file_promises"));
      h.li([&] { h.a({cls("ds-link"), id("til-uttalelser"), href(public_url(look.room, "uttalelser"))}, w("caseresult.assessment")); });
      h.li([&] { h.a({cls("ds-link"), id("til-loggen"), href(Url::local("/rom/" + to_base32(look.room.value) + "/bevis"))}, w("proof.case_log")); });
    });
  });
}

}  // namespace

std::string_view name_of(const Words& w, Outcome outcome) {
  switch (outcome) {
    case Outcome::none: return w("caseresult.outcome_none");
    case Outcome::kept: return w("caseresult.outcome_kept");
    case Outcome::partly: return w("caseresult.outcome_partly");
    case Outcome::not_kept: return w("caseresult.outcome_not_kept");
  }
  __builtin_unreachable();
}

std::string_view name_of(const Words& w, Influence influence) {
  switch (influence) {
    case Influence::none: return w("caseresult.influence_none");
    case Influence::yes: return w("caseresult.influence_yes");
    case Influence::partly: return w("caseresult.influence_partly");
    case Influence::no: return w("caseresult.influence_no");
  }
  __builtin_unreachable();
}

namespace sak {

Outcome answers_outcome(const Involvement& i, std::string_view today) {
  const std::string& promised = i.promise.answer_by;
  if (i.unanswered() > 0) return today > promised ? Outcome::not_kept : Outcome::none;
  if (i.last_answer().ms == 0) return Outcome::none;
  return iso_date(i.last_answer(), i.time_zone) <= promised ? Outcome::kept : Outcome::partly;
}

std::string mean_of(const Words& w, const std::vector<int>& counts) {
  std::int64_t people = 0, sum = 0;
  for (std::size_t n = 0; n < counts.size(); ++n) {
    people += counts[n];
    sum += static_cast<std::int64_t>(n + 1) * counts[n];
  }
  return people == 0 ? std::string() : w.number(static_cast<double>((sum * 100 + people * 5) / (people * 10)) / 10.0, 1);
}

}  // namespace sak

std::string case_result_page(const CaseLook& look, Ask ask) {
  const Words& w = look.view.words;
  Frame frame = public_frame(look, std::string(w("caseresult.heading")) + " – " + look.involvement.title);
  frame.style = "case_after.css";
  frame.indexable = look.involvement.phase != Phase::draft && !look.involvement.simulated;
  return public_page(
      frame,
      [&](Writer& h) {
        head(h, look);
        h.div({cls("pkol")}, [&] {
          said_and_done(h, look);
          side_by_side(h, look);
          expectations(h, look);
          evaluation(h, look);
          if (ask != Ask::nothing) h.div({cls("pseksjon ikke-utskrift")}, [&] { ask_expectation(h, look, ask); });
          files(h, look);
        });
      });
}

}  // namespace knippe::views
