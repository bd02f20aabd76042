// GET /styring/tiltak: what became of the measures of all my workshops.

#include <algorithm>
#include <vector>

#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/follow_up/follow_up.h"
#include "views/follow_up/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

struct Filter {
  MeasureFilter filter;
  std::string_view id;
  MessageKey label;
  LiteralUrl to;
};
constexpr Filter filters[] = {{MeasureFilter::all, "vis-alle", "followup.show_all", "/styring/tiltak"},
                              {MeasureFilter::overdue, "vis-forfalt", "followup.show_overdue", "/styring/tiltak?vis=forfalt"},
                              {MeasureFilter::unanswered, "vis-ubesvart", "followup.show_unanswered", "/styring/tiltak?vis=ubesvart"},
                              {MeasureFilter::done, "vis-ferdig", "followup.show_done", "/styring/tiltak?vis=ferdig"}};

bool passes(const ListedMeasure& each, MeasureFilter filter, Instant now) {
  switch (filter) {
    case MeasureFilter::all: return true;
    case MeasureFilter::overdue: return follow_up::is_overdue(each.measure, now, each.time_zone);
    case MeasureFilter::unanswered: return each.measure.answers.empty();
    case MeasureFilter::done: return domain::progress_of(each.measure.answers) == domain::Progress::done;
  }
  __builtin_unreachable();
}

void choices(Writer& h, const View& view, std::span<const ListedMeasure> measures, MeasureFilter chosen) {
  const Words& w = view.words;
  h.nav({aria_label(w("followup.filter"))}, [&] {
    h.ul({cls("tiltakfilter"), role("list")}, [&] {
      for (const Filter& each : filters) {
        const auto count = std::ranges::count_if(measures, [&](const ListedMeasure& one) { return passes(one, each.filter, view.now); });
        h.li([&] {
          h.a({id(each.id), href(each.to), when(each.filter == chosen, aria_current("page"))}, [&] {
            h.text(w(each.label));
            h.text(" ");
            h.span({cls("tabelltall")}, count);
          });
        });
      }
    });
  });
}

void row(Writer& h, const View& view, const ListedMeasure& each) {
  const Words& w = view.words;
  const std::string room = to_base32(each.room.value), number = std::to_string(each.measure.id.value);
  const Attribute language = when(each.language != code(w.lang()), attr::lang(each.language));
  const std::string_view due = domain::due_date(each.measure.date, each.measure.answers);
  h.li({cls("vkort")}, [&] {
    h.p([&] { follow_up::standing(h, w, each.measure, view.now, each.time_zone); });
    h.div([&] {
      h.h2([&] {
        h.a({id("tiltak-" + room + "-" + number), href(Url::local((each.of_case ? "/styring/sak/" : "/styring/") + room + "/tiltak#tiltak-" + number)), language},
            each.measure.text.empty() ? w("report.erased") : std::string_view(each.measure.text));
      });
      h.ul({cls("vkort__meta"), role("list")}, [&] {
        h.li({language}, each.workshop);
        if (!each.of_case) h.li(w.format("common.group", each.group));
        if (!each.measure.owner.empty()) h.li({language}, each.measure.owner);
        if (!due.empty()) h.li(w.format("report.by_date", w.plain_date(due)));
        h.li(each.measure.answers.empty() ? std::string(w("followup.no_answer"))
                                          : w.format("followup.answered", w.date(each.measure.answers.back().at, each.time_zone)));
      });
    });
  });
}

}  // namespace

std::string measure_list_page(const View& view, std::span<const ListedMeasure> measures, MeasureFilter filter, const ListLook& look) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("followup.list_title")), .surface = Surface::desk, .main_class = "sideinn",
                    .command = view.form_token, .warning = view.warning};
  return page(frame, [&](Writer& h) { desk::office_header(h, view, {desk::Office::none, look.user, look.may_administer}); },
              [&](Writer& h) {
                h.div({cls("sidetopp")}, [&] {
                  h.div([&] {
                    desk::breadcrumbs(h, w, {}, {}, w("followup.list_title"));
                    h.h1(w("followup.list_title"));
                    h.p(w("followup.list_text"));
                  });
                });
                choices(h, view, measures, filter);
                const auto shown = std::ranges::count_if(measures, [&](const ListedMeasure& each) { return passes(each, filter, view.now); });
                if (shown == 0) return h.p({cls("luft")}, w("followup.none_here"));
                h.ul({cls("vliste"), role("list")}, [&] {
                  for (const ListedMeasure& each : measures)
                    if (passes(each, filter, view.now)) row(h, view, each);
                });
              });
}

}  // namespace knippe::views
