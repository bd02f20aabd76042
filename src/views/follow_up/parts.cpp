#include "views/follow_up/parts.h"

#include <ranges>

#include "domain/limits.h"
#include "views/components.h"
#include "views/report/wording.h"

namespace knippe::views::follow_up {
namespace {

using domain::Progress;

struct Look {
  Tone tone;
  Icon icon;
};
Look look_of(Progress progress) {
  switch (progress) {
    case Progress::planned: return {Tone::neutral, Icon::hourglass};
    case Progress::under_way: return {Tone::accent, Icon::arrows_circlepath};
    case Progress::done: return {Tone::success, Icon::checkmark_circle_fill};
    case Progress::stopped: return {Tone::neutral, Icon::stop_fill};
    case Progress::tried: return {Tone::info, Icon::light_bulb};
  }
  __builtin_unreachable();
}

void status(Writer& h, std::string_view tone, Icon which, std::string_view text) {
  h.span({cls("stat tiltakstatus"), data("color", tone)}, [&] {
    icon(h, which);
    h.text(text);
  });
}

void answer(Writer& h, const Words& w, const domain::FollowUp& each, std::string_view zone, Attribute spoken) {
  h.li([&] {
    h.p({cls("tiltaksvar__hva")}, [&] {
      const Look look = look_of(each.progress);
      status(h, color(look.tone), look.icon, progress_word(w, each.progress));
      if (each.trial) status(h, color(Tone::warning), Icon::questionmark_circle, w("followup.trial"));
    });
    if (!each.text.empty()) h.p({cls("tiltaksvar__tekst"), spoken}, [&] { report::breakable(h, each.text); });
    h.p({cls("rmeta2")}, [&] {
      h.text(w.date_and_time(each.at, zone));
      h.text(" · ");
      h.text(w(each.by_owner ? "followup.by_owner" : "followup.by_facilitator"));
      if (!each.date.empty()) h.text(" · " + w.format("followup.new_date_was", w.plain_date(each.date)));
    });
  });
}

void fact(Writer& h, std::string_view term, Part content) {
  h.div([&] {
    h.element("dt", {}, [&] { h.text(term); });
    h.element("dd", {}, [&] { content(h); });
  });
}

}  // namespace

std::string_view progress_word(const Words& w, Progress progress) {
  switch (progress) {
    case Progress::planned: return w("followup.planned");
    case Progress::under_way: return w("followup.under_way");
    case Progress::done: return w("followup.done");
    case Progress::stopped: return w("followup.stopped");
    case Progress::tried: return w("followup.tried");
  }
  __builtin_unreachable();
}

bool is_overdue(const domain::Measure& measure, Instant now, std::string_view zone) {
  return domain::is_overdue(measure.date, measure.answers, iso_date(now, zone));
}

void standing(Writer& h, const Words& w, const domain::Measure& measure, Instant now, std::string_view zone, bool trial) {
  const Progress progress = domain::progress_of(measure.answers);
  const Look look = look_of(progress);
  h.span({cls("tiltakstatuser")}, [&] {
    status(h, color(look.tone), look.icon, progress_word(w, progress));
    if (trial || (!measure.answers.empty() && measure.answers.back().trial))
      status(h, color(Tone::warning), Icon::questionmark_circle, w("followup.trial"));
    if (is_overdue(measure, now, zone)) status(h, color(Tone::danger), Icon::exclamationmark_triangle_fill, w("followup.overdue"));
  });
}

void owner_fact(Writer& h, const Words& w, const domain::Measure& measure, Attribute spoken) {
  if (!measure.owner.empty()) fact(h, w("followup.owner"), [&](Writer&) { h.span({spoken}, measure.owner); });
}

void due_fact(Writer& h, const Words& w, const domain::Measure& measure) {
  const std::string_view due = domain::due_date(measure.date, measure.answers);
  fact(h, w("followup.due"), [&](Writer&) {
    h.text(due.empty() ? std::string(w("followup.no_date")) : w.plain_date(due));
    if (due != measure.date && !measure.date.empty()) h.text(" (" + w.format("followup.first_date", w.plain_date(measure.date)) + ")");
  });
}

void facts(Writer& h, const Words& w, const domain::Workshop& workshop, const domain::Measure& measure) {
  const domain::Group* group = workshop.find_group(measure.group);
  const domain::Key* key = workshop.find_key(measure.key);
  h.element("dl", {cls("tiltakfakta")}, [&] {
    owner_fact(h, w, measure, report::spoken(w, workshop));
    if (group) fact(h, w("followup.from"), [&](Writer&) { h.span({report::spoken(w, workshop)}, report::group_label(w, *group)); });
    due_fact(h, w, measure);
    if (key)
      fact(h, report::key_label(w, *key), [&](Writer&) { h.span({report::spoken(w, workshop, key->language)}, key->short_name); });
  });
}

void history(Writer& h, const Words& w, const domain::Workshop& workshop, const domain::Measure& measure) {
  history(h, w, measure, workshop.settings.time_zone, report::spoken(w, workshop));
}

void history(Writer& h, const Words& w, const domain::Measure& measure, std::string_view zone, Attribute spoken) {
  if (measure.answers.empty()) return h.p(w("followup.no_answer_yet"));
  h.ol({cls("tiltaksvar"), role("list")}, [&] {
    for (const domain::FollowUp& each : measure.answers | std::views::reverse) answer(h, w, each, zone, spoken);
  });
}

std::string answer_field(const Error& error, std::string_view suffix) {
  const std::string_view field = error.message_key == "measure.bad_date"        ? "dato"
                                 : error.message_key == "follow_up.no_progress" ? "framdrift-under_way"
                                 : error.message_key == "follow_up.learned"     ? "laert"
                                                                                : "tekst";
  return std::string(field).append(suffix);
}

void answer_fields(Writer& h, const Words& w, const domain::Measure& measure, const AnswerLook& look) {
  const auto kept = [&](const char* field) { return look.refused ? look.kept.field(field) : std::string_view{}; };
  const std::string suffix(look.suffix);
  const auto error_at = [&](std::string_view field) {
    return look.refused && look.kept.error && answer_field(*look.kept.error, suffix) == std::string(field) + suffix ? w.error(*look.kept.error)
                                                                                                                     : std::string();
  };
  const std::string chosen(look.refused ? kept("framdrift") : "");
  fieldset(h, w("followup.question"), [&](Writer&) {
    for (const Progress each : {Progress::planned, Progress::under_way, Progress::done, Progress::stopped, Progress::tried}) {
      const std::string_view code = boost::describe::enum_to_string(each, "");
      radio(h, {"framdrift-" + std::string(code) + suffix, "framdrift", code, progress_word(w, each), chosen == code});
    }
    if (const std::string error = error_at("framdrift-under_way"); !error.empty()) h.p({cls("ds-validation-message")}, error);
  });
  if (!look.in_case) checkbox(h, {"forsok" + suffix, "forsok", "ja", w("followup.is_trial"),
               look.refused ? kept("forsok") == "ja" : !measure.answers.empty() && measure.answers.back().trial});
  text_area(h, w, {.id = "tekst" + suffix, .name = "tekst", .label = w("followup.text"), .value = kept("tekst"),
                   .description = w("followup.text_hint"), .error = error_at("tekst"), .max_length = domain::limits::follow_up_text,
                   .rows = 4, .optional_mark = true, .counter = true});
  text_field(h, w, {.id = "dato" + suffix, .name = "dato", .label = w("followup.new_date"), .value = kept("dato"),
                    .description = w("followup.new_date_hint"), .error = error_at("dato"), .type = "date", .optional_mark = true});
  if (look.asks_learned)
    text_area(h, w, {.id = "laert" + suffix, .name = "laert", .label = w("followup.learned"), .value = look.refused ? kept("laert") : look.learned,
                     .description = w("followup.learned_hint"), .error = error_at("laert"), .max_length = domain::limits::follow_up_text, .rows = 3});
  button(h, {.label = w("followup.send"), .id = "svar" + suffix, .name = "op", .value = look.op, .icon = Icon::paperplane});
}

}  // namespace knippe::views::follow_up
