// Themes of the new keys: what stands under each, what may belong together, a new one.

#include <algorithm>

#include "domain/limits.h"
#include "views/components.h"
#include "views/desk/arrange.h"

namespace knippe::views::desk {
namespace {

using domain::Key;
using domain::Theme;

constexpr std::size_t most_proposals = 4;
constexpr int tones = 4;

std::string_view name_of(const Desk& d, const Theme& theme) { return theme.name.empty() ? d.w("desk.erased") : std::string_view(theme.name); }

std::vector<const Key*> keys_under(const Desk& d, ThemeId theme) {
  std::vector<const Key*> keys = new_keys(d.workshop);
  std::erase_if(keys, [&](const Key* key) { return d.workshop.find_supplement(key->origin)->theme != theme; });
  return keys;
}

void key_lines(Writer& h, const Desk& d, const std::vector<const Key*>& keys) {
  h.ul({role("list")}, [&] {
    for (const Key* key : keys)
      h.li([&] {
        h.b(key->label);
        h.span({d.spoken(key->language)}, key->short_name);
      });
  });
}

void name_field(Writer& h, const Desk& d, const std::string& op, const std::string& input, std::string_view label, std::string_view now) {
  const bool refused = d.was_refused(op);
  text_field(h, d.w, {.id = input, .name = "navn", .label = label, .value = refused ? d.kept.field("navn") : now,
                      .error = refused ? d.w.error(*d.kept.error) : "", .max_length = domain::limits::theme_name});
}

void change_theme(Writer& h, const Desk& d, const Theme& theme) {
  const std::string number = std::to_string(theme.id.value), op = "tema-navn:" + number;
  fold(h, {.id = "tema-endre-" + number, .summary = d.w("theme.change"), .about = name_of(d, theme), .open = d.was_refused(op)}, [&](Writer&) {
    page_form(h, d.view, desk_url(d.extras.room), {.css = "tema__skjema"}, [&](Writer&) {
      hidden_field(h, "tilbake", "nokler");
      name_field(h, d, op, "tema-navn-" + number, d.w("theme.name"), theme.name);
      h.div({cls("knapperad")}, [&] {
        button(h, {.label = d.w("common.save"), .id = "tema-lagre-" + number, .name = "op", .value = op, .about = name_of(d, theme), .small = true});
        button(h, {.label = d.w("theme.remove"), .id = "tema-fjern-" + number, .name = "op", .value = "tema-fjern:" + number,
                   .variant = Variant::tertiary, .about = name_of(d, theme), .small = true});
      });
    });
  });
}

void theme_box(Writer& h, const Desk& d, const Theme& theme, int tone) {
  const auto keys = keys_under(d, theme.id);
  h.div({cls("temaboks tema--" + std::to_string(tone % tones)), id("tema-", theme.id.value)}, [&] {
    h.h3([&] {
      h.span({d.spoken()}, name_of(d, theme));
      h.span(keys.size());
    });
    key_lines(h, d, keys);
    change_theme(h, d, theme);
  });
}

struct Proposal {
  std::string name;
  std::vector<const Key*> keys;
};

/// Keys without a theme that share what they are about.
std::vector<Proposal> proposals(const Desk& d) {
  const auto loose = keys_under(d, {});
  std::vector<likeness::Text> texts;
  for (const Key* key : loose) texts.push_back({key->text, key->language});
  std::vector<Proposal> found;
  for (const likeness::Bunch& bunch : likeness::bunches(texts)) {
    if (found.size() == most_proposals) break;
    Proposal& proposal = found.emplace_back(Proposal{bunch.word, {}});
    for (const std::size_t text : bunch.texts) proposal.keys.push_back(loose[text]);
  }
  return found;
}

void proposed(Writer& h, const Desk& d, const Proposal& proposal, std::size_t index) {
  const std::string number = std::to_string(index + 1), op = "nytt-tema:" + number;
  page_form(h, d.view, desk_url(d.extras.room), {.css = "temaboks temaboks--forslag"}, [&](Writer&) {
    hidden_field(h, "tilbake", "nokler");
    for (const Key* key : proposal.keys) hidden_field(h, "kilde-" + std::to_string(key->origin.value), "ja");
    key_lines(h, d, proposal.keys);
    name_field(h, d, op, "tema-navn-ny-" + number, d.w("theme.proposed_name"), proposal.name);
    button(h, {.label = d.w("theme.make"), .id = "nytt-tema-" + number, .name = "op", .value = op, .variant = Variant::secondary,
               .about = proposal.name, .small = true});
  });
}

void new_theme(Writer& h, const Desk& d) {
  page_form(h, d.view, desk_url(d.extras.room), {.css = "nytema"}, [&](Writer&) {
    hidden_field(h, "tilbake", "nokler");
    name_field(h, d, "nytt-tema:0", "tema-navn-ny-0", d.w("theme.new"), "");
    button(h, {.label = d.w("theme.add"), .id = "nytt-tema-0", .name = "op", .value = "nytt-tema:0", .variant = Variant::secondary});
  });
}

}  // namespace

void themes_panel(Writer& h, const Desk& d) {
  if (d.is_draft()) return;
  const auto keys = new_keys(d.workshop);
  panel(h, d.view, {.id = "temaer", .heading = d.w("theme.themes"), .hint = d.w.plural("common.keys", static_cast<std::int64_t>(keys.size()))},
        [&](Writer&) {
          h.div({cls("temaliste")}, [&] {
            int tone = 0;
            for (const Theme& theme : d.workshop.themes)
              if (!theme.removed) theme_box(h, d, theme, tone++);
            const auto found = proposals(d);
            if (!found.empty()) h.h3({cls("temaliste__forslag")}, d.w("theme.proposals"));
            for (std::size_t i = 0; i < found.size(); ++i) proposed(h, d, found[i], i);
          });
          new_theme(h, d);
        });
}

void theme_form(Writer& h, const Desk& d, const domain::Supplement& supplement) {
  std::vector<Option> options = {{"0", std::string(d.w("theme.none"))}};
  for (const Theme& theme : d.workshop.themes)
    if (!theme.removed) options.push_back({std::to_string(theme.id.value), std::string(name_of(d, theme))});
  if (options.size() == 1) return;
  const std::string number = std::to_string(supplement.id.value), chosen = std::to_string(supplement.theme.value);
  page_form(h, d.view, desk_url(d.extras.room), {.css = "temavalg"}, [&](Writer&) {
    hidden_field(h, "tilbake", "nokler");
    select_field(h, {.id = "tema-for-" + number, .name = "tema", .label = d.w("theme.theme"), .chosen = chosen}, options);
    button(h, {.label = d.w("theme.move"), .id = "flytt-" + number, .name = "op", .value = "tema:" + number, .variant = Variant::secondary,
               .about = named_supplement(d.w, supplement), .small = true});
  });
}

}  // namespace knippe::views::desk
