// The list of keys: each may be moved, edited and taken out with buttons alone. A button re-renders the page, with all that
// has been typed, at the key it moved.

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/parts.h"
#include "views/desk/set_up_parts.h"

namespace knippe::views::desk {
namespace {

using domain::Key;

std::string row_id(std::size_t n) { return "nokkel-" + std::to_string(n); }

/// The name a screen reader hears for key number n.
std::string called(const SetUp& s, std::size_t n) {
  const Key& key = s.values.keys[n - 1];
  return key.short_name.empty() ? s.w.format("common.key", n) : s.w.format("desk.key_named", n, key.short_name);
}

/// A submit button that skips the browser's own checks and returns to key number `lands_at`.
void key_button(Writer& h, const SetUp& s, std::string_view op, std::size_t n, std::size_t lands_at, Icon which, std::string_view label, bool possible) {
  const std::string number = std::to_string(n), button_id = std::string(op) + "-" + number;
  h.button({cls("ikonknapp"), id(button_id), name("op"), value(std::string(op) + ":" + number), formaction(Url::local(s.target(row_id(lands_at)))),
            named("formnovalidate", ""), aria_disabled(!possible)},
           [&] {
             icon(h, which);
             h.span({cls("ds-sr-only")}, label, " ", called(s, n));
           });
}

void key_fields(Writer& h, const SetUp& s, std::size_t n) {
  const Key& key = s.values.keys[n - 1];
  const std::string number = std::to_string(n), field = "nokkel_" + number + "_", input = row_id(n) + "-";
  std::vector<Option> options;
  for (const Language& language : languages()) options.push_back({std::string(language.code), std::string(language.name)});
  h.fieldset({cls("nkred")}, [&] {
    h.legend({cls("ds-sr-only")}, called(s, n));
    h.div({cls("rutenett")}, [&] {
      h.div({cls("b3")}, [&] {
        text_field(h, s.w, {.id = input + "kort", .name = field + "kort", .label = s.w("desk.short_name"), .value = key.short_name,
                            .description = s.w("desk.short_name_use"), .error = s.error_of(input + "kort"), .max_length = domain::limits::short_name});
      });
      h.div({cls("b3")}, [&] {
        text_field(h, s.w, {.id = input + "innleder", .name = field + "innleder", .label = s.w("desk.speaker"), .value = key.speaker,
                            .description = s.w("desk.speaker_use"), .error = s.error_of(input + "innleder"), .max_length = domain::limits::place, .optional_mark = true});
      });
      h.div({cls("b4")}, [&] {
        text_area(h, s.w, {.id = input + "tekst", .name = field + "tekst", .label = s.w("desk.whole_text"), .value = key.text,
                           .error = s.error_of(input + "tekst"), .max_length = domain::limits::key_text, .rows = 2});
      });
      select_field(h, {.id = input + "sprak", .name = field + "sprak", .label = s.w("desk.language"), .chosen = key.language, .css_class = "b2"}, options);
    });
  });
}

void key_text(Writer& h, const SetUp& s, const Key& key) {
  domain::Workshop workshop;
  workshop.settings = s.values.settings;
  const Attribute spoken = report::spoken(s.w, workshop, key.language);
  h.span({cls("nkrad__tekst")}, [&] {
    if (key.short_name.empty()) h.b(s.w("desk.new_key_row"));
    else h.b({spoken}, key.short_name);
    if (!key.text.empty() && key.text != key.short_name) h.span({spoken}, key.text);
    if (!key.speaker.empty()) h.span(key.speaker);
  });
}

void key_row(Writer& h, const SetUp& s, std::size_t n) {
  const Key& key = s.values.keys[n - 1];
  const std::size_t count = s.values.keys.size();
  const bool unfinished = key.short_name.empty() || s.faulty.starts_with(row_id(n) + "-");
  h.li({id(row_id(n)), cls("nkpunkt")}, [&] {
    h.div({cls("nkrad")}, [&] {
      h.span({cls("nkrad__nr"), aria_hidden()}, n);
      key_text(h, s, key);
      if (!s.is_draft()) return;
      h.span({cls("nkrad__knapper")}, [&] {
        key_button(h, s, "opp", n, n - 1, Icon::arrow_up, s.w("desk.move_up"), n > 1);
        key_button(h, s, "ned", n, n + 1, Icon::arrow_down, s.w("desk.move_down"), n < count);
        key_button(h, s, "fjern", n, n < count ? n : n - 1, Icon::trash, s.w("desk.remove"), true);
      });
    });
    if (!s.is_draft()) return;
    h.details({cls("nkmer"), id(row_id(n) + "-mer"), open(unfinished)}, [&] {
      h.summary({cls("ikonknapp"), id(row_id(n) + "-mer-vis")}, [&] {
        icon(h, Icon::pencil);
        h.span({cls("ds-sr-only")}, s.w("desk.edit"), " ", called(s, n));
      });
      key_fields(h, s, n);
    });
  });
}

void add_button(Writer& h, const SetUp& s) {
  const std::string there = s.target(row_id(s.values.keys.size() + 1));
  h.button({cls("ds-button"), id("legg-til"), data("variant", "secondary"), name("op"), value("legg-til"), formaction(Url::local(there)),
            named("formnovalidate", "")},
           [&] {
             icon(h, Icon::plus);
             h.text(s.w("desk.add_a_key"));
           });
}

}  // namespace

void keys_section(Writer& h, const SetUp& s) {
  const std::string hint = s.w.plural("common.keys", static_cast<std::int64_t>(s.values.keys.size()));
  numbered_section(h, "nokler", 2, s.w("desk.keys"), hint, [&](Writer&) {
    if (s.faulty == "nokler") h.p({cls("ds-validation-message panelkropp")}, s.message);
    h.ol({cls("nkflat")}, [&] {
      for (std::size_t n = 1; n <= s.values.keys.size(); ++n) key_row(h, s, n);
    });
    if (s.is_draft() && s.values.keys.size() < domain::limits::keys) h.div({cls("panelfot")}, [&] { add_button(h, s); });
  });
}

}  // namespace knippe::views::desk
