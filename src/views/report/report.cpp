#include "views/report/report.h"

#include "base/encoding.h"
#include "views/components.h"
#include "views/page.h"
#include "views/report/parts.h"

namespace knippe::views {
namespace report {

Url report_url(const Paper& paper, std::string_view rest) {
  return Url::local("/resultater/" + to_base32(paper.room.value) + std::string(rest));
}

void section(Writer& h, std::string_view heading_id, std::string_view heading, Part content) {
  h.section({cls("rseksjon"), aria_labelledby(heading_id)}, [&] {
    h.h2({id(heading_id)}, heading);
    content(h);
  });
}

void text_of_people(Writer& h, const Paper& paper, std::string_view text) {
  if (text.empty()) return h.em(paper.w("report.erased"));
  h.span({spoken(paper.w, paper.workshop)}, [&] { breakable(h, text); });
}

std::string group_label(const Paper& paper, GroupNumber number) {
  return group_label(paper.w, *paper.workshop.find_group(number));
}

}  // namespace report

namespace {

using report::Paper;

void top(Writer& h, const Paper& p) {
  const Words& w = p.w;
  h.header({cls("rtopp"), id("topp")}, [&] {
    h.div({cls("rtopp__inn")}, [&] {
      h.a({id("topp-hjem"), href("/"), cls("logolenke")}, [&] { logo(h, w("common.product")); });
      h.div({cls("rknapper")}, [&] {
        link_button(h, {.label = w("report.download_csv"), .id = "last-ned-csv", .variant = Variant::secondary,
                        .icon = Icon::table, .small = true}, report::report_url(p, "/rangering.csv"));
        link_button(h, {.label = w("report.download_json"), .id = "last-ned-json", .variant = Variant::secondary,
                        .icon = Icon::download, .small = true}, report::report_url(p, "/pakke.json"));
        link_button(h, {.label = w("export.xlsx"), .id = "last-ned-xlsx", .variant = Variant::secondary, .icon = Icon::download, .small = true},
                    report::report_url(p, "/eksport/alt.xlsx"));
        link_button(h, {.label = w("slides.title"), .id = "til-lysark", .variant = Variant::secondary, .icon = Icon::monitor, .small = true},
                    report::report_url(p, "/lysark"));
        h.button({cls("ds-button"), id("skriv-ut"), type("button"), data("variant", "secondary"), data("size", "sm"),
                  data("skriv-ut"), hidden()}, [&] {
          icon(h, Icon::printer_small);
          h.text(w("common.print"));
        });
      });
    });
  });
}

void fact(Writer& h, Icon which, std::string_view text, Attribute language = when(false, attr::lang(""))) {
  if (text.empty()) return;
  h.span({language}, [&] {
    icon(h, which);
    h.text(text);
  });
}

void head(Writer& h, const Paper& p) {
  const Words& w = p.w;
  const domain::Description& about = p.workshop.about;
  const Attribute language = report::spoken(w, p.workshop);
  h.header({cls("rhode")}, [&] {
    h.p({cls("overlinje")}, w("report.overline"));
    h.h1({language}, about.title.empty() ? std::string(w("report.erased")) : about.title);
    if (!about.question.empty()) h.p({cls("rsporsmal"), language}, about.question);
    h.p({cls("rmeta")}, [&] {
      fact(h, Icon::calendar, about.date.empty() ? std::string() : w.plain_date(about.date));
      fact(h, Icon::location_pin, about.place, language);
      fact(h, Icon::person_group,
           w.plural("common.groups", p.result.groups) + ", " + w.plural("report.participants", p.workshop.people()));
    });
  });
}

void marks(Writer& h, const Paper& p) {
  const Words& w = p.w;
  if (p.workshop.simulated)
    alert(h, Tone::warning, w("report.simulated_title"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("report.simulated_text")); });
  if (p.workshop.rehearsal)
    alert(h, Tone::warning, w("keeping.rehearsal"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("keeping.report_text")); });
  if (!p.workshop.published)
    alert(h, Tone::info, w("report.preview_title"), [&](Writer&) { h.p({cls("ds-paragraph")}, w("report.preview_text")); });
}

void standing_on(Writer& h, const Paper& p, const ReportHead& head) {
  if (head.root.empty()) return;
  h.p({cls("rfot__hode"), id("logghode")}, [&] {
    h.slots(p.w("report.head"), p.w.number(static_cast<std::int64_t>(head.size)), [&] { h.code(head.root); });
    h.text(" ");
    h.a({id("til-loggen"), cls("ds-link"), href(Url::local("/rom/" + to_base32(p.room.value) + "/bevis"))}, p.w("report.head_link"));
  });
}

void kept_for(Writer& h, const Paper& p, const RetentionLook& look) {
  const Kept kept;
  retention_said(h, {p.view, kept, p.workshop.settings.time_zone, report::report_url(p, "")}, look, report::spoken(p.w, p.workshop));
}

void foot(Writer& h, const Paper& p, const ReportHead& log_head, const RetentionLook* keeping) {
  const Words& w = p.w;
  h.footer({cls("rfot")}, [&] {
    h.p(w("report.privacy"));
    if (keeping) kept_for(h, p, *keeping);
    h.p([&] {
      h.slots(w("report.check_it"),
              [&] { h.a({id("fot-pakke"), cls("ds-link"), href(report::report_url(p, "/pakke.json"))}, w("report.bundle_name")); });
    });
    standing_on(h, p, log_head);
    h.p({cls("rskriv")}, w("report.print_hint"));
    h.p([&] {
      if (p.workshop.published && p.workshop.published_at.ms > 0)
        h.text(w.format("report.published_at", w.date_and_time(p.workshop.published_at, p.workshop.settings.time_zone)) + " ");
      h.text(w.format("report.program", p.program_version));
    });
  });
}

}  // namespace

std::string report_page(const View& view, const domain::Workshop& workshop, RoomId room, std::string_view program_version, const ReportHead& log_head,
                        const CaseOfWorkshop& belongs_to, const std::optional<OtherRules>* others, const RetentionLook* keeping) {
  const Paper paper{view, view.words, workshop, room, result_of(workshop), program_version, others};
  const Frame frame{.w = view.words, .title = view.words.format("report.title", workshop.about.title), .surface = Surface::report,
                    .main_class = "rapp", .warning = view.warning, .rehearsal = workshop.rehearsal,
                    .indexable = workshop.published && !workshop.simulated && !workshop.rehearsal, .sender = view.sender.get()};
  return page(frame, [&](Writer& h) { top(h, paper); },
              [&](Writer& h) {
                head(h, paper);
                if (belongs_to.room) h.p([&] { part_of_case(h, paper.w, belongs_to); });
                marks(h, paper);
                report::summary(h, paper);
                report::ranking(h, paper);
                report::how_it_was_counted(h, paper);
                report::alone_and_together(h, paper);
                report::would_other_rules_differ(h, paper);
                report::earlier_rounds(h, paper);
                report::supplements(h, paper);
                report::words(h, paper);
                report::measures(h, paper);
                report::notes(h, paper);
                report::pitches(h, paper);
                report::photos(h, paper);
                foot(h, paper, log_head, keeping);
              });
}

}  // namespace knippe::views
