#include "base/encoding.h"
#include "base/text.h"
#include "domain/limits.h"
#include "views/archive/record.h"
#include "views/components.h"
#include "views/desk/office.h"
#include "views/desk/parts.h"
#include "views/desk/set_up_parts.h"
#include "views/page.h"

namespace knippe::views {
namespace desk {
namespace {

namespace limits = domain::limits;

/// The first text that is empty or too long, in the order in which the rules look.
std::string faulty_text(const domain::Template& values, bool empty) {
  const auto wrong = [&](std::string_view text, std::size_t max) { return empty ? trim_ascii(text).empty() : length(text) > max; };
  if (wrong(values.about.title, limits::title)) return "tittel";
  if (!empty && wrong(values.about.question, limits::question)) return "sporsmal";
  if (!empty && wrong(values.about.place, limits::place)) return "sted";
  for (std::size_t n = 1; n <= values.keys.size(); ++n) {
    const domain::Key& key = values.keys[n - 1];
    const std::string prefix = "nokkel-" + std::to_string(n);
    if (wrong(key.short_name, limits::short_name)) return prefix + "-kort";
    if (!empty && wrong(key.text, limits::key_text)) return prefix + "-tekst";
    if (!empty && wrong(key.speaker, limits::place)) return prefix + "-innleder";
  }
  return "tittel";
}

std::string faulty_minutes(const domain::Template& values) {
  for (const domain::StagePlan& plan : values.settings.stages)
    if (plan.minutes < 0 || plan.minutes > limits::minutes) return "min-" + std::to_string(stage_number(plan.stage));
  const int alone = values.settings.alone_minutes;
  return alone < 0 || alone > domain::limits::minutes ? "alene-min" : "min-1";
}

}  // namespace

std::string faulty_input(const domain::Template& values, const Error& error) {
  const std::string& key = error.message_key;
  if (key == "text.empty" || key == "text.too_long") return faulty_text(values, key == "text.empty");
  if (key == "workshop.bad_date") return "dato";
  if (key == "workshop.bad_start") return "starter";
  if (key == "workshop.bad_places") return "k";
  if (key == "workshop.bad_points") return "poeng";
  if (key == "workshop.bad_language") return "sprak";
  if (key == "workshop.bad_time_zone") return "tidssone";
  if (key == "workshop.bad_minutes") return faulty_minutes(values);
  if (key == "workshop.too_few_keys" || key == "workshop.too_many_keys") return "nokler";
  return {};
}

std::string SetUp::target(std::string_view part) const {
  std::string address = is_new() ? "/styring/nytt" : "/styring/" + to_base32(room.value) + "/oppsett";
  if (is_new() && values.name == domain::seminar_2017().name) address = template_path(seminar_record());
  if (!part.empty()) address.append("#").append(part);
  return address;
}

void numbered_section(Writer& h, std::string_view section_id, int number, std::string_view heading, std::string_view hint, Part content) {
  const std::string heading_id = std::string(section_id) + "-h";
  h.section({cls("panel"), id(section_id), aria_labelledby(heading_id), tabindex(-1)}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id(heading_id)}, [&] {
        h.span({cls("panelnr"), aria_hidden()}, number);
        h.text(heading);
      });
      if (!hint.empty()) h.span({cls("panelhint")}, hint);
    });
    content(h);
  });
}

}  // namespace desk

namespace {

using namespace desk;

void heading(Writer& h, const SetUp& s) {
  h.div({cls("sidetopp")}, [&] {
    h.div([&] {
      breadcrumbs(h, s.w, s.room, s.values.about.title, s.w(s.is_new() ? "desk.new" : "desk.set_up"));
      h.h1(s.w(s.is_new() ? "desk.new_workshop" : "desk.set_up"));
      if (s.is_new() && !s.values.name.empty()) h.p(s.w.format("desk.from_template", s.values.name));
      else h.p(s.w(s.is_draft() ? "desk.everything_may_change" : "desk.rules_are_fixed"));
    });
  });
}

void what_went_wrong(Writer& h, const SetUp& s) {
  if (s.message.empty()) return;
  if (s.faulty.empty()) return alert(h, Tone::danger, s.w("desk.not_saved"), [&](Writer&) { h.p({cls("ds-paragraph")}, s.message); });
  const FieldError errors[] = {{s.faulty, s.message}};
  error_summary(h, s.w, errors);
}

void form(Writer& h, const SetUp& s) {
  page_form(h, s.view, Url::local(s.target()), {.css = "nytt", .id = "oppsettskjema"}, [&](Writer&) {
    button(h, {.label = s.w(s.is_new() ? "desk.create" : "desk.save_set_up"), .name = "op", .value = s.is_new() ? "opprett" : "lagre", .harmless_enter = true});
    h.div({cls("nytt__skjema")}, [&] {
      about_section(h, s);
      keys_section(h, s);
      stages_section(h, s);
      rules_section(h, s);
    });
    summary_aside(h, s);
  });
}

}  // namespace

std::string set_up_page(const View& view, const domain::Template& values, RoomId room, domain::Phase phase, const Kept& kept,
                        bool rehearsal) {
  SetUp s{view, view.words, values, room, phase, kept};
  if (kept.error) {
    s.message = view.words.error(*kept.error);
    s.faulty = desk::faulty_input(values, *kept.error);
  }
  const Frame frame{.w = view.words, .title = std::string(view.words(s.is_new() ? "desk.new_workshop" : "desk.set_up")), .surface = Surface::desk,
                    .main_class = "sideinn", .command = view.form_token, .warning = view.warning, .rehearsal = rehearsal};
  return page(frame, [&](Writer& h) { office_header(h, view, {}); },
              [&](Writer& h) {
                what_went_wrong(h, s);
                heading(h, s);
                form(h, s);
              });
}

}  // namespace knippe::views
