#include "views/work/work.h"

#include <algorithm>
#include <tuple>

#include "base/encoding.h"
#include "views/components.h"
#include "views/desk/office.h"
#include "views/involvement/parts.h"

namespace knippe::views {
namespace {

using sak::desk_url;

std::string what(const Words& w, const Task& task) {
  const auto count = static_cast<std::int64_t>(task.count);
  switch (task.kind) {
    case TaskKind::answer: return w.plural("involvement.without_answer", count);
    case TaskKind::read: return w.plural("involvement.to_read", count);
    case TaskKind::decision: return std::string(w("office.decision_due"));
    case TaskKind::step_ends: return w.format("office.step_ends", name_of(w, task.step));
    case TaskKind::case_measures:
    case TaskKind::measures: return w.plural("office.measures_late", count);
    case TaskKind::draft: return w.plural("involvement.missing", count);
    case TaskKind::state: return w.plural("office.may_state", count);
  }
  __builtin_unreachable();
}

Url where(const Task& task) {
  switch (task.kind) {
    case TaskKind::answer: return desk_url(task.room, "svar");
    case TaskKind::read: return Url::local(desk_url(task.room, "innspill").text() + "?vis=venter");
    case TaskKind::draft: return desk_url(task.room, "grunnlag");
    case TaskKind::case_measures: return desk_url(task.room, "tiltak");
    case TaskKind::measures: return desk::desk_url(task.room, "tiltak");
    case TaskKind::decision:
    case TaskKind::step_ends:
    case TaskKind::state: return desk_url(task.room);
  }
  __builtin_unreachable();
}

/// "27 dager igjen", "i dag", "3 dager over".
std::string time_left(const Words& w, const Task& task) {
  if (task.date == task.today) return std::string(w("involvement.today"));
  return task.is_late() ? w.plural("involvement.days_over", involvement::days_of(task.date, task.today) - 1)
                        : w.plural("involvement.days_left", involvement::days_of(task.today, task.date) - 1);
}

void row(Writer& h, const Words& w, const Task& task, std::size_t number) {
  h.li({cls("vkort vkort--oppgave", task.is_late() ? "vkort--over" : "")}, [&] {
    h.div([&] {
      h.h3([&] { h.a({id("oppgave-" + std::to_string(number)), href(where(task))}, what(w, task)); });
      h.p({cls("vkort__meta"), when(task.language != code(w.lang()), lang(task.language))}, task.title);
    });
    if (!task.date.empty())
      h.p({cls("stat"), data("color", task.is_late() ? "danger" : "neutral")}, [&] {
        icon(h, task.is_late() ? Icon::exclamationmark_triangle : Icon::calendar);
        h.text(w.plain_date(task.date) + " · " + time_left(w, task));
      });
  });
}

void list(Writer& h, const Words& w, std::string_view list_id, std::string_view heading, const std::vector<Task>& tasks, bool late, std::size_t& number) {
  if (std::ranges::none_of(tasks, [&](const Task& task) { return task.is_late() == late; })) return;
  const std::string heading_id = std::string(list_id) + "-h";
  h.section({cls("arbeidsdel"), id(list_id), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id)}, heading);
    h.ul({cls("vliste"), role("list")}, [&] {
      for (const Task& task : tasks)
        if (task.is_late() == late) row(h, w, task, ++number);
    });
  });
}

}  // namespace

std::string work_page(const View& view, std::vector<Task> tasks, std::string_view user) {
  const Words& w = view.words;
  std::ranges::stable_sort(tasks, {}, [](const Task& task) { return std::tuple(task.date.empty(), task.date, task.kind); });
  return page(
      sak::desk_frame(view, std::string(w("office.work_title"))),
      [&](Writer& h) { desk::office_header(h, view, {desk::Office::work, user, view.menu.administration}); },
      [&](Writer& h) {
        h.div({cls("sidetopp")}, [&] {
          h.div([&] {
            h.h1(w("office.work_title"));
            h.p(tasks.empty() ? w("office.nothing_waits") : w("office.work_text"));
          });
        });
        std::size_t number = 0;
        list(h, w, "over-frist", w("office.late"), tasks, true, number);
        list(h, w, "venter", w("office.waits"), tasks, false, number);
      });
}

}  // namespace knippe::views
