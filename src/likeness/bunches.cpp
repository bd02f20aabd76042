#include "likeness/bunches.h"

#include <algorithm>

#include "likeness/alike.h"
#include "likeness/cloud.h"

namespace knippe::likeness {
namespace {

/// The mean of how alike a text is to each of a bunch, in percent.
int mean_percent(const Collection& collection, const Bunch& bunch, std::size_t text) {
  int sum = 0;
  for (const std::size_t other : bunch.texts) sum += collection.percent(other, text);
  return sum / static_cast<int>(bunch.texts.size());
}

std::string shared_word(std::span<const Text> texts, const Bunch& bunch) {
  std::vector<Text> own;
  for (const std::size_t text : bunch.texts) own.push_back(texts[text]);
  const auto words = cloud(own, 1);
  return words.empty() ? std::string() : words.front().word;
}

}  // namespace

std::vector<Bunch> bunches(std::span<const Text> texts) {
  const Collection collection(texts);
  std::vector<Bunch> all;
  for (std::size_t text = 0; text < texts.size(); ++text) {
    Bunch* best = nullptr;
    int most = related_percent - 1;
    for (Bunch& bunch : all)
      if (const int percent = mean_percent(collection, bunch, text); percent > most) {
        best = &bunch;
        most = percent;
      }
    (best ? *best : all.emplace_back()).texts.push_back(text);
  }
  std::erase_if(all, [](const Bunch& bunch) { return bunch.texts.size() < 2; });
  std::ranges::sort(all, [](const Bunch& a, const Bunch& b) {
    return a.texts.size() != b.texts.size() ? a.texts.size() > b.texts.size() : a.texts < b.texts;
  });
  for (Bunch& bunch : all) bunch.word = shared_word(texts, bunch);
  return all;
}

}  // namespace knippe::likeness
