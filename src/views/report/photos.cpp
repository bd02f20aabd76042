#include <algorithm>

#include "views/components.h"
#include "views/report/parts.h"

namespace knippe::views::report {
namespace {

void picture(Writer& h, const Paper& p, const domain::Photo& photo) {
  const std::string number = "/bilde/" + std::to_string(photo.id.value);
  h.li([&] {
    h.figure([&] {
      h.a({id("bilde-", photo.id.value), href(report_url(p, number))}, [&] {
        h.img({src(report_url(p, number + "/liten")), alt(photo.alt), width(photo.width), height(photo.height)});
      });
      h.figcaption([&] { h.span({spoken(p.w, p.workshop)}, group_label(p, photo.group)); });
    });
  });
}

}  // namespace

void photos(Writer& h, const Paper& p) {
  if (std::ranges::none_of(p.workshop.photos, &domain::Photo::is_public)) return;
  section(h, "bilde-h", p.w("photo.report_heading"), [&](Writer&) {
    h.ul({cls("rbilder"), role("list")}, [&] {
      for (const domain::Photo& photo : p.workshop.photos)
        if (photo.is_public()) picture(h, p, photo);
    });
  });
}

}  // namespace knippe::views::report
