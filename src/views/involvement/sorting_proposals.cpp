// Which contributions may belong together, and which theme one may belong to.

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "domain/involvement/bounds.h"
#include "likeness/alike.h"
#include "likeness/bunches.h"
#include "views/involvement/parts.h"
#include "views/involvement/sorting.h"

namespace knippe::views {

using namespace involvement;

namespace {

/// What a page may cost: docs/decisions/0014-likeness.md.
constexpr std::size_t compared_max = 2'000;
constexpr std::size_t per_theme_max = 50;
constexpr std::size_t bunches_max = 3;
constexpr std::size_t neighbours = 5;
constexpr std::size_t words_in_name = 2;

using Piece = Unsorted::Piece;

void add_newest(std::vector<Piece>& pieces, const Involvement& i, const std::vector<ContributionId>& ids, std::size_t most) {
  const std::size_t before = pieces.size();
  for (auto id = ids.rbegin(); id != ids.rend() && pieces.size() - before < most; ++id)
    if (const Contribution& each = *i.find_contribution(*id); !each.text.empty()) pieces.push_back({each.id, each.theme, each.text});
  std::reverse(pieces.begin() + static_cast<std::ptrdiff_t>(before), pieces.end());
}

std::vector<likeness::Text> texts_of(const std::vector<Piece>& pieces, std::string_view language) {
  std::vector<likeness::Text> texts;
  for (const Piece& piece : pieces) texts.push_back({piece.text, language});
  return texts;
}

/// Finds the theme that most of a text's nearest neighbours are in.
class Neighbourhood {
 public:
  explicit Neighbourhood(const Unsorted& unsorted) : unsorted_(unsorted), collection_(texts_of(unsorted.sorted, unsorted.language)) {}

  void add(std::string_view text) {
    std::size_t looked_at = 0;
    for (const likeness::Match& match : collection_.alike({text, unsorted_.language}, likeness::related_percent)) {
      if (looked_at++ == neighbours) break;
      percents_[unsorted_.sorted[match.text].theme] += match.percent;
    }
  }

  /// Of what was added since the last time; 0: none is near.
  ThemeId taken() {
    const auto best = std::ranges::max_element(percents_, {}, [](const auto& each) { return each.second; });
    const ThemeId theme = best == percents_.end() ? ThemeId{} : best->first;
    percents_.clear();
    return theme;
  }

 private:
  const Unsorted& unsorted_;
  likeness::Collection collection_;
  std::map<ThemeId, int> percents_;
};

AlikeBunch shown(const likeness::Bunch& bunch, const Unsorted& unsorted, Neighbourhood& near) {
  AlikeBunch shown{{}, 0, bunch.words, {}};
  for (const std::size_t text : bunch.texts) {
    if (shown.contributions.size() == contributions_per_page) break;
    shown.contributions.push_back(unsorted.compared[text].id);
    near.add(unsorted.compared[text].text);
  }
  shown.more = bunch.texts.size() - shown.contributions.size();
  shown.theme = near.taken();
  return shown;
}

}  // namespace

Unsorted unsorted_of(const Involvement& i) {
  Unsorted unsorted;
  unsorted.language = i.language;
  const auto is_loose = [&](ContributionId id) { return !i.find_contribution(id)->theme; };
  std::ranges::merge(i.published, i.waiting, std::back_inserter(unsorted.loose));
  std::erase_if(unsorted.loose, [&](ContributionId id) { return !is_loose(id); });
  add_newest(unsorted.compared, i, unsorted.loose, compared_max);
  for (const Theme& theme : i.themes) {
    if (!theme.name.empty()) unsorted.sorted.push_back({{}, theme.id, theme.name});
    add_newest(unsorted.sorted, i, theme.published, per_theme_max);
  }
  return unsorted;
}

Proposals proposals_of(const Unsorted& unsorted, std::size_t page_number) {
  Proposals proposals{unsorted.loose, unsorted.compared.size(), {}, {}};
  Neighbourhood near(unsorted);
  const auto texts = texts_of(unsorted.compared, unsorted.language);
  for (const likeness::Bunch& bunch : likeness::bunches(texts, bunches_max)) proposals.bunches.push_back(shown(bunch, unsorted, near));
  const sak::Pages pages = sak::pages_of(unsorted.loose.size(), page_number);
  for (std::size_t n = pages.first; n < pages.last; ++n) {
    const auto piece = std::ranges::lower_bound(unsorted.compared, unsorted.loose[n], {}, &Piece::id);
    if (piece == unsorted.compared.end() || piece->id != unsorted.loose[n]) continue;
    near.add(piece->text);
    proposals.nearest[piece->id] = near.taken();
  }
  return proposals;
}

std::string proposed_name(std::span<const std::string> words) {
  std::string name;
  for (const std::string& word : words.first(std::min(words.size(), words_in_name))) {
    const std::string longer = name.empty() ? word : name + ", " + word;
    if (length(longer) <= bounds::theme) name = longer;
  }
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
  const std::int32_t first = text.moveIndex32(0, 1);
  icu::UnicodeString head(text, 0, first);
  text.replace(0, first, head.toUpper(icu::Locale::getRoot()));
  name.clear();
  text.toUTF8String(name);
  return name;
}

}  // namespace knippe::views
