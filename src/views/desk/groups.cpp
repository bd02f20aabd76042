// The groups with what they have done in this stage, and making one more.

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/regions.h"
#include "views/desk/status.h"

namespace knippe::views::desk {
namespace {

using domain::Group;

/// Everybody who does not work on paper.
int people_alone(const domain::Workshop& workshop) {
  int sum = 0;
  for (const Group& group : workshop.groups)
    if (!group.paper) sum += group.people();
  return sum;
}

constexpr int dots_max = 12;

struct Look {
  std::string_view color;
  Icon icon;
};
constexpr Look looks[progress_count] = {{"success", Icon::checkmark_circle_fill}, {"accent", Icon::pencil_fill},
                                        {"danger", Icon::hand_finger_fill}, {"neutral", Icon::hourglass}};
const Look& look_of(Progress progress) { return looks[static_cast<std::size_t>(progress)]; }

void summary_item(Writer& h, Progress progress, std::string_view text) {
  h.li([&] {
    h.span({cls("pr", "pr--" + std::string(look_of(progress).color))}, "");
    h.text(text);
  });
}

void summary(Writer& h, const Desk& d) {
  const Tally tally = tally_of(d.w, d.workshop);
  const auto number = [&](Progress progress) { return tally[static_cast<std::size_t>(progress)]; };
  h.ul({cls("sammendrag"), role("list")}, [&] {
    summary_item(h, Progress::done, done_line(d.w, d.workshop, number(Progress::done)));
    if (const int working = number(Progress::working)) summary_item(h, Progress::working, d.w.format("desk.count_working", working));
    if (const int help = number(Progress::help)) summary_item(h, Progress::help, d.w.format("desk.count_help", help));
    if (const int idle = number(Progress::idle)) summary_item(h, Progress::idle, d.w.format("desk.count_idle", idle));
  });
}

void figure(Writer& h, const Desk& d, const Group& group, const GroupStatus& status) {
  if (status.of == 0) return h.td({cls("num")}, status.figure);
  h.td([&] {
    if (status.of <= dots_max) dots(h, status.figure, status.of);
    else h.span({aria_hidden()}, d.w.format("alone.of_short", status.figure, status.of));
    h.span({cls("ds-sr-only")}, d.w.format(d.workshop.open_alone() && !group.paper ? "alone.done_of" : "desk.chosen_of", status.figure, status.of));
  });
}

void status_cell(Writer& h, const Desk& d, const Group& group, const GroupStatus& status) {
  h.td([&] {
    h.span({cls("stat"), data("color", look_of(status.progress).color)}, [&] {
      icon(h, look_of(status.progress).icon);
      h.text(status.text);
    });
    if (status.progress != Progress::help) return;
    const std::string op = "hjelp:" + std::to_string(group.number.value), button_id = "hjelp-" + std::to_string(group.number.value);
    button(h, {.label = d.w("desk.helped"), .id = button_id, .name = "op", .value = op, .variant = Variant::secondary,
               .about = group_label(d.w, group), .small = true});
  });
}

void row(Writer& h, const Desk& d, const Group& group) {
  const GroupStatus status = status_of(d.w, d.workshop, group);
  h.tr({cls(status.progress == Progress::help ? "varsle" : ""), id("gruppe-", group.number.value)}, [&] {
    h.th({scope("row")}, [&] {
      h.span({cls("gnr"), aria_hidden()}, group.number.value);
      const std::string plain = d.w.format("common.group", group.number.value);
      h.a({id("til-gruppe-", group.number.value), href(desk_url(d.extras.room, "gruppe/" + std::to_string(group.number.value)))}, [&] {
        if (group.name.empty()) return h.text(plain);
        h.span({cls("ds-sr-only")}, plain, ": ");
        h.span({d.spoken()}, group.name);
      });
      if (group.paper) h.span({cls("ds-tag"), data("color", "neutral"), data("size", "sm")}, d.w("desk.paper"));
    });
    h.td({cls("num")}, group.people());
    figure(h, d, group, status);
    status_cell(h, d, group, status);
    h.td({cls("num")}, group.last_active.ms > 0 ? d.clock(group.last_active) : std::string("–"));
  });
}

/// How far the individual part has come, and that time running out ends nothing.
void alone_line(Writer& h, const Desk& d) {
  const domain::AloneRound* alone = d.is_open() ? d.workshop.open_alone() : nullptr;
  if (!alone) return;
  const bool out_of_time = d.workshop.clock.planned_ms > 0 && d.workshop.clock.left_at(d.view.now) <= 0;
  h.p({cls("panelkropp panelhint alenelinje")}, [&] {
    icon(h, Icon::padlock_locked);
    h.text(d.w.format(out_of_time ? "alone.desk_time_up" : "alone.desk_line", alone->handed_in.size(), people_alone(d.workshop)));
  });
}

void table(Writer& h, const Desk& d) {
  const bool by_dots = d.workshop.stage == domain::Stage::rank || d.workshop.stage == domain::Stage::result;
  desk_form(h, d, {.css = "tabellramme"}, [&](Writer&) {
    h.table({cls("gtab")}, [&] {
      h.thead([&] {
        h.tr([&] {
          h.th({scope("col")}, d.w("desk.column_group"));
          h.th({scope("col"), cls("num")}, d.w("desk.column_people"));
          h.th({scope("col"), cls(by_dots ? "" : "num")}, d.workshop.open_alone() ? d.w("alone.column") : figure_heading(d.w, d.workshop.stage));
          h.th({scope("col")}, d.w("desk.column_status"));
          h.th({scope("col"), cls("num")}, d.w("desk.column_active"));
        });
      });
      h.tbody([&] {
        for (const Group& group : d.workshop.groups) row(h, d, group);
      });
    });
  });
}

}  // namespace

void new_group(Writer& h, const Desk& d) {
  const bool kept = d.kept.is("ny-gruppe") && d.kept.error;
  const std::string message = kept ? d.w.error(*d.kept.error) : "";
  const std::string_view faulty = kept ? faulty_group_field(*d.kept.error) : "";
  const auto typed = [&](const char* field) { return kept ? d.kept.field(field) : std::string_view(); };
  const auto error = [&](std::string_view field) { return field == faulty ? std::string_view(message) : std::string_view(); };
  fold(h, {.id = "desk-ny-gruppe", .summary = d.w("desk.new_group"), .open = kept}, [&](Writer&) {
    desk_form(h, d, {.css = "nygruppe"}, [&](Writer&) {
      text_field(h, d.w, {.id = "ny-navn", .name = "navn", .label = d.w("desk.group_name"), .value = typed("navn"), .error = error("navn"),
                          .max_length = domain::limits::group_name, .optional_mark = true, .keep_draft = true});
      text_field(h, d.w, {.id = "ny-antall", .name = "antall", .label = d.w("desk.group_size"), .value = typed("antall"), .error = error("antall"),
                          .inputmode = "numeric", .css_class = "kort-felt", .optional_mark = true, .keep_draft = true});
      text_area(h, d.w, {.id = "ny-medlemmer", .name = "medlemmer", .label = d.w("desk.group_members"), .value = typed("medlemmer"),
                         .description = d.w("desk.members_hint"), .error = error("medlemmer"), .optional_mark = true, .keep_draft = true});
      explained_checkbox(h, "ny-papir", "papir", d.w("desk.group_paper"), d.w("desk.group_paper_line"), kept && !typed("papir").empty());
      button(h, {.label = d.w("desk.make_group"), .id = "lag-gruppe", .name = "op", .value = "ny-gruppe", .icon = Icon::plus});
    });
  });
}

void groups_region(Writer& h, const Desk& d) {
  h.section({cls("panel gruppepanel"), id("desk-grupper"), aria_labelledby("desk-grupper-h"), data("seq", d.view.seq)}, [&] {
    h.div({cls("panelhode")}, [&] {
      h.h2({id("desk-grupper-h")}, d.w("desk.groups"));
      if (!d.workshop.groups.empty() && !d.is_draft()) summary(h, d);
    });
    alone_line(h, d);
    if (d.workshop.groups.empty()) h.p({cls("panelkropp panelhint")}, d.w(d.workshop.settings.groups_fixed ? "desk.groups_missing" : "desk.no_groups"));
    else table(h, d);
    if (!d.is_closed()) new_group(h, d);
  });
}

}  // namespace knippe::views::desk
