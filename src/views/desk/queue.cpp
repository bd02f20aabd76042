// New keys that wait for an answer: a quick yes here, wording and reasons on the page of its own.

#include <algorithm>

#include "views/components.h"
#include "views/desk/regions.h"
#include "views/desk/supplement_forms.h"

namespace knippe::views::desk {
namespace {

using domain::Supplement;
using domain::SupplementStatus;

constexpr std::size_t shown_max = 8;

void item(Writer& h, const Desk& d, const Supplement& supplement) {
  const std::string number = std::to_string(supplement.id.value);
  h.li({id("ny-nokkel-" + number)}, [&] {
    desk_form(h, d, {.css = "ko__ja"}, [&](Writer&) {
      h.p([&] {
        words_of(h, d, supplement);
        h.small(d.w.format("desk.from_group_at", supplement.group.value, d.clock(supplement.proposed_at)));
      });
      h.button({cls("ikonknapp ikonknapp--ja"), id("godkjenn-" + number), name("op"), value("godkjenn:" + number)}, [&] {
        icon(h, Icon::checkmark_heavy);
        h.span({cls("ds-sr-only")}, d.w("desk.accept"), " ", named_supplement(d.w, supplement));
      });
    });
    return_form(h, d, supplement, Page::desk);
  });
}

}  // namespace

void queue_region(Writer& h, const Desk& d) {
  const bool relevant = d.is_open() && d.workshop.has_visited(domain::Stage::supplement);
  const auto waiting = supplements_in(d.workshop, SupplementStatus::waiting);
  if (!relevant && (waiting.empty() || !d.is_open())) return no_panel(h, d.view, "desk-ko");
  const std::string count = waiting.empty() ? "" : d.w.format("desk.waiting", waiting.size());
  panel(h, d.view, {.id = "desk-ko", .heading = d.w("desk.new_keys"), .count = count}, [&](Writer&) {
    if (waiting.empty()) h.p({cls("panelkropp panelhint")}, d.w("desk.none_waiting"));
    h.ul({cls("ko"), role("list")}, [&] {
      for (std::size_t i = 0; i < std::min(waiting.size(), shown_max); ++i) item(h, d, *waiting[i]);
    });
    h.p({cls("panelfot")}, [&] {
      h.a({cls("ds-link"), id("til-nokler"), href(desk_url(d.extras.room, "nokler"))}, d.w("desk.to_moderation"));
    });
  });
}

}  // namespace knippe::views::desk
