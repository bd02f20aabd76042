// Why, room for manoeuvre, promise.

#include "domain/involvement/bounds.h"
#include "views/involvement/basis.h"

namespace knippe::views::sak {

using namespace involvement;

namespace {

struct Asked {
  const char* id;
  std::string_view label, description, stored;
  Gap gap;
  std::size_t max;
};

void area(Writer& h, const Basis& b, const std::string& form, const Asked& asked, int rows = 2) {
  text_area(h, b.w, {.id = asked.id, .name = asked.id, .label = asked.label, .value = b.value(form, asked.id, asked.stored),
                     .description = asked.description, .error = b.fault(asked.gap), .max_length = asked.max, .rows = rows});
}

void openness_choice(Writer& h, const Basis& b, const std::string& form, const std::string& suffix, Openness chosen) {
  const std::string value(b.value(form, "grad", boost::describe::enum_to_string(chosen, "")));
  fieldset(h, b.w("involvement.openness"), [&](Writer&) {
    h.div({cls("trekol")}, [&] {
      for (const Openness openness : {Openness::open, Openness::partly, Openness::fixed}) {
        const std::string one = boost::describe::enum_to_string(openness, ""), choice = "grad-" + one + suffix, line = choice + "-d";
        h.div({cls("valg")}, [&] {
          h.input({cls("ds-input"), type("radio"), id(choice), name("grad"), attr::value(one), checked(one == value), aria_describedby(line)});
          h.label({for_id(choice)}, name_of(b.w, openness));
          h.p({id(line)}, line_of(b.w, openness));
        });
      }
    });
  });
}

void item_fields(Writer& h, const Basis& b, const std::string& form, const RoomItem& item) {
  const std::string suffix = "-" + std::to_string(item.id.value);
  openness_choice(h, b, form, suffix, item.openness);
  text_field(h, b.w, {.id = "punkt" + suffix, .name = "punkt", .label = b.w("involvement.item"), .value = b.value(form, "punkt", item.text),
                      .description = item.id ? std::string_view() : b.w("involvement.item_text"), .max_length = bounds::item});
  text_area(h, b.w, {.id = "grunn" + suffix, .name = "grunn", .label = b.w("involvement.reason"), .value = b.value(form, "grunn", item.reason),
                     .error = b.tried && item.id && item.reason.empty() ? line_of(b.w, Gap::room_reason) : std::string_view(),
                     .max_length = bounds::reason, .rows = 2});
  const bool no_source = b.tried && item.id && item.openness == Openness::fixed && item.source.empty();
  text_field(h, b.w, {.id = "kilde" + suffix, .name = "kilde", .label = b.w("involvement.source"), .value = b.value(form, "kilde", item.source),
                      .description = b.w("involvement.source_text"), .error = no_source ? line_of(b.w, Gap::room_source) : std::string_view(),
                      .max_length = bounds::source});
}

void item_row(Writer& h, const Basis& b, const RoomItem& item) {
  const std::string number = std::to_string(item.id.value), form = "punkt:" + number, out = "fjern-punkt:" + number;
  const bool faulty = item.reason.empty() || (item.openness == Openness::fixed && item.source.empty());
  const bool open = b.look.kept.is(form) || b.look.kept.is(out) || faulty;
  h.li({cls("rp", item.openness == Openness::open ? "rp--apen" : item.openness == Openness::partly ? "rp--delvis" : "rp--fast")}, [&] {
    h.span({cls("rp__merke")}, [&] {
      icon(h, icon_of(item.openness));
      h.text(name_of(b.w, item.openness));
    });
    h.div([&] {
      h.h3({spoken(b.w, b.i)}, item.text);
      h.p({cls("rp__kilde"), spoken(b.w, b.i)}, item.reason, item.source.empty() ? "" : " · ", item.source);
      desk::fold(h, {.id = "endre-punkt-" + number, .summary = b.w("involvement.edit"), .about = item.text, .open = open}, [&](Writer&) {
        basis_form(h, b, form, "punkt-" + number, true, [&](Writer&) { item_fields(h, b, form, item); });
        basis_form(h, b, out, "endring-" + out, true, [&](Writer&) { h.p({cls("liten")}, b.w("involvement.withdraw_item")); });
      });
    });
  });
}

void level_choice(Writer& h, const Basis& b) {
  const std::string value(b.value("lofte", "nivaa", boost::describe::enum_to_string(b.i.promise.level, "")));
  fieldset(h, b.w("involvement.level"), [&](Writer&) {
    h.div({cls("trapp")}, [&] {
      for (const Level level : {Level::inform, Level::consult, Level::involve, Level::collaborate, Level::empower}) {
        const std::string one = boost::describe::enum_to_string(level, ""), choice = "nivaa-" + one, line = choice + "-d";
        h.div({cls("valg valg--trinn")}, [&] {
          h.input({cls("ds-input"), type("radio"), id(choice), name("nivaa"), attr::value(one), checked(one == value), aria_describedby(line)});
          h.label({for_id(choice)}, name_of(b.w, level));
          h.p({id(line)}, line_of(b.w, level));
        });
      }
    });
    for (const Gap gap : {Gap::promise_level, Gap::promise_informs_only})
      if (const auto fault = b.fault(gap); !fault.empty()) h.p({cls("ds-validation-message"), id("nivaa-f")}, fault);
  });
}

std::string date_value(const Basis& b, const std::string& name, const std::string& stored) { return std::string(b.value("lofte", name, typed_date(stored))); }

}  // namespace

void why_form(Writer& h, const Basis& b) {
  const Words& w = b.w;
  const Why& why = b.i.why;
  const Told told[] = {{w("involvement.problem"), why.problem}, {w("involvement.goal"), why.goal}, {w("involvement.use"), why.use}, {w("involvement.sign"), why.sign}};
  section(h, b, Section::why, told, "hvorfor", [&](Writer&) {
    basis_form(h, b, "hvorfor", "problem", true, [&](Writer&) {
      area(h, b, "hvorfor", {"problem", w("involvement.problem"), w("involvement.problem_text"), b.i.why.problem, Gap::why_problem, bounds::why});
      area(h, b, "hvorfor", {"maal", w("involvement.goal"), w("involvement.goal_text"), b.i.why.goal, Gap::why_goal, bounds::why});
      area(h, b, "hvorfor", {"bruk", w("involvement.use"), w("involvement.use_text"), b.i.why.use, Gap::why_use, bounds::why});
      area(h, b, "hvorfor", {"virket", w("involvement.sign"), w("involvement.sign_text"), b.i.why.sign, Gap::why_sign, bounds::why});
    });
  });
}

void room_form(Writer& h, const Basis& b) {
  section(h, b, Section::room, {}, "", [&](Writer&) {
    for (const Gap gap : {Gap::room_empty, Gap::room_reason, Gap::room_source, Gap::nothing_open})
      if (b.lacks(gap)) h.p({cls("ds-validation-message")}, line_of(b.w, gap));
    if (!b.lacks(Gap::room_empty)) h.ul({cls("rps"), role("list")}, [&] {
      for (const RoomItem& item : b.i.items)
        if (!item.withdrawn) item_row(h, b, item);
    });
    const bool first = b.lacks(Gap::room_empty);
    desk::fold(h, {.id = "nytt-punkt", .summary = b.w("involvement.add_item"), .open = first || b.look.kept.is("punkt:0")}, [&](Writer&) {
      basis_form(h, b, "punkt:0", "punkt-0", true, [&](Writer&) { item_fields(h, b, "punkt:0", RoomItem{}); });
    });
  });
}

void promise_form(Writer& h, const Basis& b) {
  const Words& w = b.w;
  const Promise& p = b.i.promise;
  const Told told[] = {{w("involvement.level"), std::string(name_of(w, p.level))}, {w("involvement.answer"), p.answer}, {w("involvement.decides"), p.decides},
                       {w("involvement.decides_on"), w.plain_date(p.decides_on)}, {w("involvement.answer_by"), w.plain_date(p.answer_by)}};
  section(h, b, Section::promise, told, "lofte", [&](Writer&) {
    basis_form(h, b, "lofte", "bestemmer", true, [&](Writer&) {
      level_choice(h, b);
      text_field(h, w, {.id = "bestemmer", .name = "bestemmer", .label = w("involvement.decides"), .value = b.value("lofte", "bestemmer", p.decides),
                        .error = b.fault(Gap::promise_decides), .max_length = bounds::line});
      text_field(h, w, {.id = "bestemmes", .name = "bestemmes", .label = w("involvement.decides_on"), .value = date_value(b, "bestemmes", p.decides_on),
                        .description = w("involvement.date_text"), .error = b.fault(Gap::promise_decides_on), .inputmode = "numeric", .max_length = 20});
      area(h, b, "lofte", {"svar", w("involvement.answer"), w("involvement.answer_text"), p.answer, Gap::promise_answer, bounds::reason});
      text_field(h, w, {.id = "svarfrist", .name = "svarfrist", .label = w("involvement.answer_by"), .value = date_value(b, "svarfrist", p.answer_by),
                        .description = w("involvement.date_text"), .error = b.fault(Gap::promise_answer_by), .inputmode = "numeric", .max_length = 20});
    });
  });
}

}  // namespace knippe::views::sak
