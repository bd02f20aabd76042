// Before a contribution is sent: has somebody said this already?

#include <algorithm>
#include <iterator>

#include "likeness/alike.h"
#include "views/alike.h"
#include "views/involvement/case_sections.h"
#include "views/involvement/parts.h"

namespace knippe::views {

using namespace involvement;
using namespace sak;

namespace {

/// Taking texts apart costs; in a case with thousands the newest are looked at.
constexpr std::size_t compared_max = 500;
constexpr std::size_t shown_max = 3;

std::vector<ContributionId> to_compare_with(const Involvement& i, const Stand& stand) {
  const Theme* theme = i.find_theme(stand.theme);
  if (stand.stance == Stance::none || !theme) return i.published;
  std::vector<ContributionId> arguments;
  std::ranges::merge(theme->pro, theme->con, std::back_inserter(arguments));
  return arguments;
}

}  // namespace

std::vector<ContributionId> alike_contributions(const Involvement& i, std::string_view text, const Stand& stand) {
  const std::vector<ContributionId> all = to_compare_with(i, stand);
  std::vector<ContributionId> ids;
  std::vector<likeness::Text> texts;
  for (auto id = all.rbegin(); id != all.rend() && ids.size() < compared_max; ++id)
    if (const Contribution& each = *i.find_contribution(*id); !each.text.empty()) {
      ids.push_back(each.id);
      texts.push_back({each.text, i.language});
    }
  std::vector<ContributionId> found;
  for (const likeness::Match& match : likeness::Collection(texts).alike({text, i.language})) {
    found.push_back(ids[match.text]);
    if (found.size() == shown_max) break;
  }
  return found;
}

void sak::look_first(Writer& h, const CaseLook& look, std::span<const ContributionId> alike) {
  const Words& w = look.view.words;
  look_first(h, look, alike, {w.plural("alikecase.heading", static_cast<std::int64_t>(alike.size())), w("alikecase.text")});
}

void sak::look_first(Writer& h, const CaseLook& look, std::span<const ContributionId> alike, const AlikeWords& words) {
  const Words& w = look.view.words;
  h.section({cls("likner"), id("likner"), aria_labelledby("likner-h")}, [&] {
    h.div({id("likner-hode"), tabindex(-1), autofocus()}, [&] {
      h.h2({id("likner-h")}, words.heading);
      h.p(words.text);
    });
    h.ul({role("list")}, [&] {
      for (const ContributionId wanted : alike) {
        const Contribution* each = look.involvement.find_contribution(wanted);
        if (!each || each->status != ContributionStatus::published) continue;
        const bool mine = look.phone && std::ranges::binary_search(each->supporters, look.phone);
        const std::string number = std::to_string(wanted.value);
        h.li([&] {
          h.p({spoken(w, look.involvement)}, [&] { marked(h, {each->text, look.involvement.language}, {look.kept.field("tekst"), look.involvement.language}); });
          h.div([&] {
            h.span({cls("liten")}, w.plural("involvement.supports", static_cast<std::int64_t>(each->supporters.size())));
            button(h, {.label = mine ? w("involvement.unsupport") : w("involvement.support"), .id = "stott-" + number, .name = "op", .value = (mine ? "trekk:" : "stott:") + number,
                       .variant = mine ? Variant::primary : Variant::secondary, .icon = mine ? Icon::checkmark : Icon::hand_finger,
                       .about = w.format("involvement.contribution_number", number), .small = true});
          });
        });
      }
    });
  });
}

}  // namespace knippe::views
