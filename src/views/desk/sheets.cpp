// Sheets to print: one A4 for each group with its own QR code, and one for the door of the room.

#include "views/components.h"
#include "views/desk/parts.h"
#include "views/page.h"

namespace knippe::views {
namespace {

using namespace desk;

void sheet_head(Writer& h, const Desk& d) {
  const domain::Description& about = d.workshop.about;
  h.div({cls("ark__topp")}, [&] {
    logo(h, d.w("common.product"));
    h.p([&] {
      h.b({d.spoken()}, about.title);
      h.span({d.spoken()}, about.place);
      if (!about.place.empty() && !about.date.empty()) h.text(" · ");
      h.text(d.w.plain_date(about.date));
    });
  });
}

struct Step {
  std::string_view what;
  std::string why;
};

void steps(Writer& h, std::span<const Step> all) {
  h.ol({cls("gark__steg")}, [&] {
    int number = 0;
    for (const Step& step : all)
      h.li([&] {
        h.i(++number);
        h.span([&] {
          h.b(step.what);
          h.text(step.why);
        });
      });
  });
}

void code_line(Writer& h, const Desk& d) {
  if (d.extras.code.empty()) return;
  h.p({cls("gark__kode")}, [&] {
    h.span([&] {
      h.text(d.w("desk.without_camera"));
      h.text(" ");
      h.b(report::bare_address(d.view.base_url));
    });
    h.b(spaced_code(d.extras.code));
  });
}

void sheet_foot(Writer& h, const Desk& d) {
  h.div({cls("gark__fot")}, [&] {
    h.p([&] {
      h.b(d.w("desk.no_phone"));
      h.text(d.w("desk.no_phone_text"));
    });
    h.p([&] {
      h.b(d.w("desk.no_login"));
      h.text(d.w("desk.no_login_text"));
    });
  });
}

void sheet(Writer& h, const Desk& d, std::string_view heading_id, Part who, std::string_view url, std::string_view qr_title,
           std::span<const Step> todo) {
  h.section({cls("ark ark--a4"), aria_labelledby(heading_id)}, [&] {
    sheet_head(h, d);
    h.div({cls("gark__hvem")}, [&] { who(h); });
    h.div({cls("gark__midt")}, [&] {
      h.div({cls("gark__qr")}, [&] { qr_code(h, url, qr_title); });
      steps(h, todo);
    });
    code_line(h, d);
    sheet_foot(h, d);
  });
}

void group_sheet(Writer& h, const Desk& d, const domain::Group& group, std::string_view url) {
  const std::string number = std::to_string(group.number.value), heading = "ark-" + number;
  const std::string called = d.w.format("common.group", group.number.value);
  const Step todo[] = {{d.w("desk.point_camera"), d.w.format("desk.point_camera_text", group.number.value)},
                       {d.w("desk.share_phone"), std::string(d.w("desk.share_phone_text"))},
                       {d.w("desk.follow_screen"), std::string(d.w("desk.follow_screen_text"))}};
  const auto who = [&](Writer&) {
    h.span({cls("gark__nr"), aria_hidden()}, group.number.value);
    h.div([&] {
      if (!group.name.empty()) h.p(called);
      h.h2({id(heading), when(!group.name.empty(), d.spoken())}, group.name.empty() ? called : group.name);
    });
  };
  sheet(h, d, heading, who, url, d.w.format("desk.qr_group", group.number.value), todo);
}

void room_sheet(Writer& h, const Desk& d, std::string_view url) {
  const Step todo[] = {{d.w("desk.point_camera"), std::string(d.w("desk.point_camera_room"))},
                       {d.w("desk.find_group"), std::string(d.w("desk.find_group_text"))},
                       {d.w("desk.follow_screen"), std::string(d.w("desk.follow_screen_text"))}};
  const auto who = [&](Writer&) {
    h.span({cls("gark__nr gark__nr--rom"), aria_hidden()}, [&] { icon(h, Icon::door_open); });
    h.div([&] {
      h.p(d.w("desk.room_sheet_line"));
      h.h2({id("ark-rom")}, d.w("desk.room_sheet"));
    });
  };
  sheet(h, d, "ark-rom", who, url, d.w("desk.qr_room"), todo);
}

}  // namespace

std::string sheets_page(const View& view, const domain::Workshop& workshop, const DeskExtras& extras, std::string_view join_url,
                        std::span<const GroupLink> links) {
  const Kept nothing;
  const Desk d{view, view.words, workshop, extras, nothing};
  const Frame frame{.w = view.words, .title = std::string(view.words("desk.sheets_title")), .surface = Surface::print,
                    .warning = view.warning, .rehearsal = workshop.rehearsal, .footer = false};
  return page(frame, [&](Writer& h) { print_bar(h, d.w, d.w("desk.sheets_title"), d.w.plural("desk.sheets_text", static_cast<std::int64_t>(links.size())), desk_url(extras.room)); },
              [&](Writer& h) {
                h.h1({cls("ds-sr-only")}, d.w("desk.sheets_title"));
                if (links.empty() && join_url.empty()) return h.p({cls("arkramme")}, d.w("desk.no_sheets"));
                h.div({cls("arkramme"), tabindex(0), role("group"), aria_label(d.w("desk.preview"))}, [&] {
                  if (!join_url.empty()) room_sheet(h, d, join_url);
                  for (const GroupLink& link : links)
                    if (const domain::Group* group = workshop.find_group(link.group)) group_sheet(h, d, *group, link.url);
                });
              });
}

}  // namespace knippe::views
