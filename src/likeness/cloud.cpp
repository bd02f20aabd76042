#include "likeness/cloud.h"

#include <algorithm>
#include <map>
#include <set>

namespace knippe::likeness {
namespace {

struct Use {
  int texts = 0;
  std::map<std::string, int> written;
};

/// The form most often written; of equal ones the shortest, then the first.
const std::string& shown_form(const Use& use) {
  return std::ranges::max_element(use.written, [](const auto& a, const auto& b) {
           if (a.second != b.second) return a.second < b.second;
           if (a.first.size() != b.first.size()) return a.first.size() > b.first.size();
           return a.first > b.first;
         })->first;
}

int size_of(int texts, int most) { return 1 + (cloud_sizes - 1) * (texts - 1) / (most - 1); }

}  // namespace

std::vector<CloudWord> cloud(std::span<const Text> texts, std::size_t most) {
  const Stemmer stemmer;
  std::map<std::string, Use> uses;
  for (const Text& text : texts) {
    std::set<std::string> here;
    for (const Word& word : stemmer.words_of(text)) {
      Use& use = uses[word.stem];
      ++use.written[word.written];
      if (here.insert(word.stem).second) ++use.texts;
    }
  }
  std::vector<CloudWord> words;
  for (const auto& [stem, use] : uses)
    if (use.texts > 1) words.push_back({shown_form(use), use.texts, 1});
  std::ranges::sort(words, [](const CloudWord& a, const CloudWord& b) { return a.texts != b.texts ? a.texts > b.texts : a.word < b.word; });
  if (words.size() > most) words.resize(most);
  for (CloudWord& word : words) word.size = size_of(word.texts, words.front().texts);
  return words;
}

}  // namespace knippe::likeness
