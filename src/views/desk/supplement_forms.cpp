#include "views/desk/supplement_forms.h"

#include "domain/limits.h"
#include "views/components.h"

namespace knippe::views::desk {

std::vector<const domain::Supplement*> supplements_in(const domain::Workshop& workshop, domain::SupplementStatus status) {
  std::vector<const domain::Supplement*> found;
  for (const domain::Supplement& supplement : workshop.supplements)
    if (supplement.status == status) found.push_back(&supplement);
  return found;
}

void words_of(Writer& h, const Desk& d, const domain::Supplement& supplement) {
  if (supplement.text.empty()) return h.em(d.w("desk.erased"));
  h.span({d.spoken()}, [&] { report::breakable(h, supplement.text); });
}

void return_form(Writer& h, const Desk& d, const domain::Supplement& supplement, Page where) {
  const std::string number = std::to_string(supplement.id.value), op = "returner:" + number, name = named_supplement(d.w, supplement);
  const bool refused = d.was_refused(op);
  const std::string message = refused ? d.w.error(*d.kept.error) : "";
  const auto fields = [&](Writer&) {
    if (where == Page::moderation) hidden_field(h, "tilbake", "nokler");
    text_field(h, d.w, {.id = "grunn-" + number, .name = "grunn", .label = d.w("desk.return_why"), .value = refused ? d.kept.field("grunn") : "",
                        .error = message, .max_length = domain::limits::reason});
    button(h, {.label = d.w("desk.return"), .id = "returner-" + number, .name = "op", .value = op, .variant = Variant::secondary,
               .icon = Icon::arrow_undo, .about = name, .small = true});
  };
  fold(h, {.id = "retur-" + number, .summary = d.w(supplement.key ? "desk.take_back_fold" : "desk.return_fold"), .about = name, .open = refused}, [&](Writer&) {
    if (where == Page::desk) desk_form(h, d, {.css = "returskjema"}, fields);
    else page_form(h, d.view, desk_url(d.extras.room), {.css = "returskjema"}, fields);
  });
}

}  // namespace knippe::views::desk
