// Every case that is open or over, for everyone.

#include <algorithm>

#include "base/encoding.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;

namespace {

void card(Writer& h, const Words& w, const CaseCard& c) {
  const std::string room = to_base32(c.room.value);
  const bool foreign = c.language != code(w.lang());
  h.li({cls("sakkort")}, [&] {
    h.div({cls("sakkort__topp")}, [&] {
      sak::status_mark(h, w, c);
      if (c.simulated) h.span({cls("lapp")}, w("common.example"));
      if (c.takes_input && !c.answer_by.empty())
        h.span({cls("frist")}, [&] {
          icon(h, Icon::calendar);
          h.text(w.format("involvement.answer_by_short", w.plain_date(c.answer_by)));
        });
    });
    h.h3([&] { h.a({id("sak-" + room), href(sak::public_url(c.room)), when(foreign, attr::lang(c.language))}, c.title); });
    if (!c.summary.empty()) h.p({when(foreign, attr::lang(c.language))}, [&] { sak::own_text(h, w, c.summary); });
    if (!c.information) h.p({cls("sakkort__fot")}, w.plural("involvement.contributions", static_cast<std::int64_t>(c.contributions)));
  });
}

void list(Writer& h, const Words& w, std::span<const CaseCard> cases, bool over) {
  if (std::ranges::none_of(cases, [over](const CaseCard& c) { return (c.phase == Phase::closed) == over; })) return;
  h.ul({cls("sakliste"), role("list")}, [&] {
    for (const CaseCard& c : cases)
      if ((c.phase == Phase::closed) == over) card(h, w, c);
  });
}

}  // namespace

void case_cards(Writer& h, const Words& w, std::span<const CaseCard> cases) {
  h.ul({cls("sakliste sakliste--forside"), role("list")}, [&] {
    for (const CaseCard& c : cases) card(h, w, c);
  });
}

void latest_answers(Writer& h, const Words& w, std::span<const LatestAnswer> answers) {
  h.ul({cls("svar"), role("list")}, [&] {
    for (const LatestAnswer& one : answers) {
      const std::string room = to_base32(one.room.value), number = std::to_string(one.theme.value);
      const Attribute language = when(one.language != code(w.lang()), attr::lang(one.language));
      h.li({cls("svarkort")}, [&] {
        h.div({cls("svarkort__sa")}, [&] {
          h.h3({language}, [&] { h.a({id("svar-" + room + "-" + number), href(sak::public_url(one.room, "tema/" + number))}, one.name); });
          h.p({cls("svarkort__n")}, [&] {
            h.span({language}, one.case_title);
            h.text(" · " + w.plural("involvement.contributions", static_cast<std::int64_t>(one.contributions)));
          });
        });
        h.div({cls("svarkort__gjorde")}, [&] {
          sak::verdict_line(h, w, one.answer, one.time_zone);
          h.p({language}, [&] { sak::own_text(h, w, one.answer.reason); });
        });
      });
    }
  });
}

std::string case_list_page(const View& view, std::span<const CaseCard> cases) {
  const Words& w = view.words;
  const bool over = std::ranges::find(cases, Phase::closed, &CaseCard::phase) != cases.end();
  const Frame frame{.w = w, .title = std::string(w("involvement.cases")), .surface = Surface::open_web, .command = view.form_token,
                    .cases = true, .warning = view.warning,
                    .alternates = {{"application/atom+xml", std::string(w("casemeasure.feed_all")), Url("/tiltak.atom")}}, .indexable = true, .sender = view.sender.get()};
  return sak::public_page(
      frame,
      [&](Writer& h) {
        h.div({cls("sakhode")}, [&] {
          h.h1(w("involvement.cases"));
          h.p({cls("sakhode__ingress")}, w("involvement.cases_text"));
        });
        h.div({cls("pkol")}, [&] {
          h.section({cls("pseksjon"), aria_labelledby("apne-h")}, [&] {
            h.h2({id("apne-h")}, w("involvement.open_cases"));
            if (cases.empty() || std::ranges::all_of(cases, [](const CaseCard& c) { return c.phase == Phase::closed; }))
              h.p({cls("pingress")}, w("involvement.no_cases"));
            list(h, w, cases, false);
          });
          if (over)
            h.section({cls("pseksjon"), aria_labelledby("over-h")}, [&] {
              h.h2({id("over-h")}, w("involvement.closed_cases"));
              list(h, w, cases, true);
            });
          h.p([&] { h.a({cls("ds-link"), id("folg-tiltak"), href("/tiltak.atom")}, w("casemeasure.follow_all")); });
        });
      });
}

}  // namespace knippe::views
