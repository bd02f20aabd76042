// What people are told: why, room for manoeuvre, promise, dates, changes, who and how.

#include <cstdlib>

#include "views/calendar/steps.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/method.h"
#include "views/involvement/parts.h"

namespace knippe::views::sak {

using namespace involvement;

namespace {

void fact(Writer& h, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  h.div([&] {
    h.dt(name);
    h.dd(text);
  });
}

void room_card(Writer& h, const CaseLook& look, Openness openness, std::string_view css, const char* heading) {
  const Words& w = look.view.words;
  h.section({cls("romkort", css), aria_labelledby(heading)}, [&] {
    h.div({cls("romkort__hode")}, [&] {
      icon(h, icon_of(openness));
      h.h3({id(heading)}, name_of(w, openness));
    });
    h.p({cls("romkort__under")}, line_of(w, openness));
    bool any = false;
    h.ul({role("list")}, [&] {
      for (const RoomItem& item : look.involvement.items) {
        if (item.withdrawn || item.openness != openness) continue;
        any = true;
        h.li({spoken(w, look.involvement)}, [&] {
          h.b(item.text);
          h.p({cls("romkort__grunn")}, [&] { own_text(h, w, item.reason); });
          if (!item.source.empty()) h.p({cls("romkort__kilde")}, w.format("involvement.source_is", item.source));
        });
      }
      if (!any) h.li({cls("dempet")}, w("involvement.none_here"));
    });
  });
}

std::string_view field_name(const Words& w, const std::string& field) {
  if (field == "problem") return w("involvement.problem");
  if (field == "goal") return w("involvement.goal");
  if (field == "use") return w("involvement.use");
  if (field == "sign") return w("involvement.sign");
  if (field == "openness") return w("involvement.openness");
  if (field == "item") return w("involvement.item");
  if (field == "reason") return w("involvement.reason");
  if (field == "source") return w("involvement.source");
  if (field == "level") return w("involvement.level");
  if (field == "decides") return w("involvement.decides");
  if (field == "decides_on") return w("involvement.decides_on");
  if (field == "youth_about") return w("youth.about");
  if (field == "youth_influence") return w("youth.influence");
  if (field == "youth_after") return w("youth.after");
  if (field == "answer") return w("involvement.answer");
  return w("involvement.answer_by");
}

/// "step:3" → what step 3 is called.
std::string changed_name(const CaseLook& look, const std::string& field) {
  const Words& w = look.view.words;
  if (!field.starts_with("step")) return std::string(field_name(w, field));
  const Step* step = look.involvement.find_step(StepId{static_cast<std::uint32_t>(std::atoi(field.substr(field.find(':') + 1).c_str()))});
  return step ? step_title(w, *step) : std::string(w("involvement.steps_heading"));
}

/// A changed value as people read it: dates and choices in words.
std::string shown(const Words& w, const std::string& field, const std::string& value) {
  if (value.empty()) return std::string(w("involvement.nothing"));
  if (field == "decides_on" || field == "answer_by") return w.plain_date(value);
  if (field.starts_with("step:")) return when_of(w, value);
  if (StepKind kind{}; field.starts_with("step_kind:") && boost::describe::enum_from_string(value.c_str(), kind)) return std::string(name_of(w, kind));
  if (Openness openness{}; field == "openness" && boost::describe::enum_from_string(value.c_str(), openness))
    return std::string(name_of(w, openness));
  if (Level level{}; field == "level" && boost::describe::enum_from_string(value.c_str(), level)) return std::string(name_of(w, level));
  return value;
}

}  // namespace

void why_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Why& why = look.involvement.why;
  h.section({cls("hvorfor"), aria_labelledby("hvorfor-h")}, [&] {
    h.div({cls("hvorfor__merke"), aria_hidden()}, [&] { icon(h, Icon::key_horizontal); });
    h.div([&] {
      h.h2({id("hvorfor-h")}, look.involvement.information ? w("involvement.why_information") : w("involvement.why_heading"));
      h.p({cls("stor"), spoken(w, look.involvement)}, [&] { own_text(h, w, why.problem); });
      h.dl({cls("hvorfor__fakta"), spoken(w, look.involvement)}, [&] {
        fact(h, w("involvement.goal"), why.goal);
        fact(h, w("involvement.use"), why.use);
        fact(h, w("involvement.sign"), why.sign);
      });
    });
  });
}

void room_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  h.section({cls("pseksjon"), aria_labelledby("rom-h")}, [&] {
    h.h2({id("rom-h")}, w("involvement.room_heading"));
    h.p({cls("pingress")}, look.involvement.has_room() ? w("involvement.room_text") : w("involvement.room_nothing"));
    h.div({cls("rom")}, [&] {
      room_card(h, look, Openness::open, "romkort--apen", "rom-apen");
      room_card(h, look, Openness::partly, "romkort--delvis", "rom-delvis");
      room_card(h, look, Openness::fixed, "romkort--last", "rom-fast");
    });
  });
}

void promise_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  h.section({cls("pseksjon"), aria_labelledby("lofte-h")}, [&] {
    h.h2({id("lofte-h")}, i.information ? w("involvement.decision_heading") : w("involvement.promise_heading"));
    if (!i.information && i.promise.level != Level::none)
      h.p({cls("pingress")}, [&] {
        h.b(name_of(w, i.promise.level));
        h.text(" – ");
        h.text(line_of(w, i.promise.level));
      });
    h.dl({cls("felter felter--to panel panel--luft")}, [&] {
      fact(h, w("involvement.decides"), i.promise.decides);
      fact(h, w("involvement.decides_on"), w.plain_date(i.promise.decides_on));
      if (i.information) return;
      fact(h, w("involvement.answer"), i.promise.answer);
      fact(h, w("involvement.answer_by"), w.plain_date(i.promise.answer_by));
    });
  });
}

void changes_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  if (i.changes.empty()) return;
  h.section({cls("pseksjon"), id("endringer"), aria_labelledby("endringer-h")}, [&] {
    h.h2({id("endringer-h")}, w("involvement.changes_heading"));
    h.p({cls("pingress")}, w("involvement.changes_text"));
    h.ol({cls("endringer"), role("list")}, [&] {
      for (auto change = i.changes.rbegin(); change != i.changes.rend(); ++change)
        h.li({cls("panel panel--luft")}, [&] {
          h.h3(name_of(w, change->part));
          h.p({cls("liten")}, w.date(change->at, i.time_zone));
          h.p({spoken(w, i)}, [&] {
            h.b(w("involvement.change_because"));
            h.text(" ");
            own_text(h, w, change->reason);
          });
          h.dl({cls("felter"), spoken(w, i)}, [&] {
            for (const Difference& d : change->differences)
              h.div([&] {
                h.dt(changed_name(look, d.field));
                h.dd([&] { h.s([&] { h.span({cls("ds-sr-only")}, w("involvement.was"), " "); h.text(shown(w, d.field, d.was)); }); });
                h.dd([&] { h.span({cls("ds-sr-only")}, w("involvement.now"), " "); h.text(shown(w, d.field, d.now)); });
              });
          });
        });
    });
  });
}

void about_section(Writer& h, const CaseLook& look) {
  const Words& w = look.view.words;
  const Involvement& i = look.involvement;
  h.section({cls("pseksjon"), aria_labelledby("om-h")}, [&] {
    h.h2({id("om-h")}, w("involvement.about_heading"));
    h.dl({cls("felter felter--to panel panel--luft")}, [&] {
      fact(h, w("involvement.political"), i.roles.political);
      fact(h, w("involvement.administrative"), i.roles.administrative);
      fact(h, w("involvement.answers"), i.roles.answers);
      fact(h, w("involvement.expected"), i.roles.expected);
      if (const Method* method = find_method(i.method)) fact(h, w("involvement.method"), method->in(w.lang()).name + ". " + method->in(w.lang()).summary);
      fact(h, w("involvement.method_reason"), i.method_reason);
      if (i.earliness != Earliness::none) fact(h, w("involvement.earliness"), std::string(name_of(w, i.earliness)) + ". " + std::string(line_of(w, i.earliness)));
      if (i.earliness == Earliness::proposal) fact(h, w("involvement.late_because"), i.earliness_reason);
      if (i.plan.kind != PlanKind::none) fact(h, name_of(w, i.plan.kind), i.plan.matter);
      fact(h, w("involvement.case_number"), i.plan.case_number);
      if (const int days = hearing_days(i); days > 0)
        fact(h, w("involvement.hearing"), w.plain_date(i.plan.hearing_from) + " – " + w.plain_date(i.plan.hearing_to) + " (" +
                                              w.plural("involvement.days", days) + ")");
    });
    if (hearing_is_short(i)) h.p({cls("liten")}, w("involvement.short_hearing"));
  });
}

}  // namespace knippe::views::sak
