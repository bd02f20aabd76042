// What waits for the one who is logged in, by their roles; and what a politician says about a case.

#include <algorithm>

#include "domain/measure/follow_up.h"
#include "store/store.h"
#include "views/local_time.h"
#include "views/work/work.h"
#include "web/cases.h"
#include "web/desk_view.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using namespace domain::involvement;
using views::Task;
using views::TaskKind;

void steps_that_end(const Involvement& i, const Task& of, std::string_view today, std::vector<Task>& tasks) {
  for (const Step& step : i.steps) {
    const std::string& ends = step.ends.empty() ? step.starts : step.ends;
    const int days = days_of(std::string(today), ends);
    if (days < 1 || days > views::days_ahead) continue;
    Task task = of;
    task.kind = TaskKind::step_ends;
    task.step = step.kind;
    task.date = ends;
    tasks.push_back(std::move(task));
  }
}

void tasks_of(const Call& call, RoomId room, const Involvement& i, const CaseRights& may, std::vector<Task>& tasks) {
  const std::string today = views::iso_date(call.site.clock.now(), i.time_zone);
  const Task of{.kind = TaskKind::draft, .room = room, .title = i.title, .language = i.language, .today = today};
  const auto add = [&](TaskKind kind, std::size_t count, const std::string& date) {
    Task task = of;
    task.kind = kind;
    task.count = count;
    task.date = date;
    tasks.push_back(std::move(task));
  };
  if (i.phase == Phase::draft && may.own) add(TaskKind::draft, gaps_of(i).size(), {});
  const auto late = std::ranges::count_if(i.measures, [&](const CaseMeasure& planned) {
    return !planned.measure.deleted && domain::is_overdue(planned.measure.date, planned.measure.answers, today);
  });
  if (late > 0 && may.own) add(TaskKind::case_measures, static_cast<std::size_t>(late), {});
  if (i.phase != Phase::open) return;
  if (may.moderate && !i.waiting.empty()) add(TaskKind::read, i.waiting.size(), {});
  if (may.answer && i.unanswered() > 0) add(TaskKind::answer, i.unanswered(), i.promise.answer_by);
  if (may.own) {
    steps_that_end(i, of, today, tasks);
    if (!i.promise.decides_on.empty() && i.promise.decides_on < today) add(TaskKind::decision, 1, i.promise.decides_on);
  }
  if (may.state) add(TaskKind::state, i.published.size(), {});
}

void overdue_measures(const Call& call, const store::Room& room, std::vector<Task>& tasks) {
  (void)call.site.desk.read(room.id, [&](const domain::Workshop& workshop, Seq) {
    if (workshop.rehearsal || (!workshop.published && workshop.phase != domain::Phase::closed)) return;
    const std::string today = views::iso_date(call.site.clock.now(), workshop.settings.time_zone);
    const auto late = std::ranges::count_if(workshop.measures, [&](const domain::Measure& measure) {
      return !measure.deleted && domain::is_overdue(measure.date, measure.answers, today);
    });
    if (late > 0)
      tasks.push_back({.kind = TaskKind::measures, .room = room.id, .title = workshop.about.title, .language = workshop.settings.language,
                       .today = today, .count = static_cast<std::size_t>(late)});
  });
}

std::vector<Task> tasks_for(const Call& call) {
  std::vector<Task> tasks;
  const auto rooms = call.site.store.rooms().list_all(store::default_organisation);
  if (!rooms) return tasks;
  for (const store::Room& room : *rooms) {
    if (room.kind != store::involvement_kind) {
      if (room.may_be_run_by(call.account) && may_run_workshop(call, room)) overdue_measures(call, room, tasks);
      continue;
    }
    const CaseRights may = case_may(call, room);
    if (!may.read) continue;
    (void)call.site.cases.read(room.id, [&](const Involvement& i, Seq) { tasks_of(call, room.id, i, may, tasks); });
  }
  return tasks;
}

Status say(const Call& call) {
  if (call.op() != "uttal") return bad_input("form.unknown_op");
  const store::Account account = TRY(call.site.store.accounts().find(call.account));
  TRY(call.submit(MakeStatement{account.name, std::string(call.field("uttalelse"))}));
  return {};
}

}  // namespace

http::Response work(const Call& call) {
  std::string name;
  if (const auto account = call.site.store.accounts().find(call.account)) name = account->name;
  return page_answer(views::work_page(call.view(), tasks_for(call), name));
}

http::Response make_statement(const Call& call) {
  const Status said = say(call);
  if (said) return see_other(room_path("saker", call.room) + "#uttalelser");
  return show_case(call, kept_form(call, "uttal", said.error()), status_of(said.error().kind), [](const views::CaseLook& look) {
    return look.involvement.phase == Phase::draft ? views::case_page(look) : views::case_desk_page(look);
  });
}

}  // namespace knippe::web
