#include "likeness/bunches.h"

#include <algorithm>
#include <utility>

#include "likeness/alike.h"
#include "likeness/cloud.h"

namespace knippe::likeness {
namespace {

constexpr std::size_t words_most = 4;

/// Puts texts into bunches one after another.
class Bunching {
 public:
  explicit Bunching(std::span<const Text> texts) : collection_(texts), relations_(collection_), bunch_of_(texts.size()), sums_(texts.size()) {
    for (std::size_t text = 0; text < texts.size(); ++text) {
      bunch_of_[text] = nearest(text);
      if (bunch_of_[text] == all_.size()) all_.emplace_back();
      all_[bunch_of_[text]].texts.push_back(text);
    }
  }

  std::vector<Bunch> taken() && { return std::move(all_); }

 private:
  /// The bunch whose texts are on the average most alike, the first of equal ones; past the last when none is.
  std::size_t nearest(std::size_t text) {
    std::vector<std::size_t> met;
    for (const Match& match : relations_.before(text)) {
      const std::size_t bunch = bunch_of_[match.text];
      if (sums_[bunch] == 0) met.push_back(bunch);
      sums_[bunch] += match.percent;
    }
    std::size_t best = all_.size();
    int most = related_percent - 1;
    for (const std::size_t bunch : met) {
      const int mean = std::exchange(sums_[bunch], 0) / static_cast<int>(all_[bunch].texts.size());
      if (mean < most || mean < related_percent || (mean == most && bunch > best)) continue;
      best = bunch;
      most = mean;
    }
    return best;
  }

  Collection collection_;
  Relations relations_;
  std::vector<std::size_t> bunch_of_;
  std::vector<int> sums_;  ///< by bunch; 0 between texts
  std::vector<Bunch> all_;
};

void name(Bunch& bunch, std::span<const Text> texts) {
  std::vector<Text> own;
  for (const std::size_t text : bunch.texts) own.push_back(texts[text]);
  const Stemmer stemmer;
  for (const CloudWord& each : cloud(own, 2 * words_most)) {
    if (bunch.word.empty()) bunch.word = each.word;
    const auto stems = stemmer.words_of({each.word, own.front().language});
    const bool of_field = !stems.empty() && is_field_word(stems.front().stem);
    if (2 * static_cast<std::size_t>(each.texts) < own.size() || each.texts < 2 || of_field || bunch.words.size() == words_most) continue;
    bunch.words.push_back(each.word);
  }
}

}  // namespace

std::vector<Bunch> bunches(std::span<const Text> texts, std::size_t most) {
  std::vector<Bunch> all = Bunching(texts).taken();
  std::erase_if(all, [](const Bunch& bunch) { return bunch.texts.size() < 2; });
  std::ranges::sort(all, [](const Bunch& a, const Bunch& b) {
    return a.texts.size() != b.texts.size() ? a.texts.size() > b.texts.size() : a.texts < b.texts;
  });
  if (all.size() > most) all.resize(most);
  for (Bunch& bunch : all) name(bunch, texts);
  return all;
}

}  // namespace knippe::likeness
