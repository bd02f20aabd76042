#include "likeness/alike.h"

#include <algorithm>
#include <bit>
#include <set>
#include <utility>

namespace knippe::likeness {
namespace {

constexpr std::int64_t whole_word = 4, part_of_compound = 2, field_word = 1;
constexpr std::uint64_t unseen_texts = 8;  // as if so many unlike texts stood there too: in a small room few words are really common
constexpr std::size_t few_texts = 64;
constexpr std::size_t shortest_part = 5, shortest_rest = 3;  // bytes

/// 256 · log2(n), rounded down, for n ≥ 1: the whole part from the highest bit, eight binary digits by squaring.
std::int64_t log2_256(std::uint64_t n) {
  const int high = static_cast<int>(std::bit_width(n)) - 1;
  std::uint64_t x = high > 30 ? n >> (high - 30) : n << (30 - high);  // 1 ≤ x / 2^30 < 2
  std::int64_t result = high;
  for (int digit = 0; digit < 8; ++digit) {
    x = (x * x) >> 30;
    result *= 2;
    if (x >= std::uint64_t{1} << 31) {
      x >>= 1;
      ++result;
    }
  }
  return result;
}

std::uint64_t square_root(std::uint64_t n) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = std::uint64_t{1} << 31; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= n) root += bit;
  return root;
}

std::int64_t weight_of(std::size_t texts, std::size_t with) { return log2_256(texts + unseen_texts) - log2_256(with); }

std::uint64_t squared(std::int64_t weight, std::int64_t share) { return static_cast<std::uint64_t>(weight * share * share); }

/// The mean of cosine and of the share of the shorter text.
int percent_of(std::uint64_t product, int whole_words, std::uint64_t a, std::uint64_t b, std::uint64_t roots) {
  if (product == 0) return 0;
  const std::uint64_t cosine = std::min<std::uint64_t>(100, 100 * product / std::max<std::uint64_t>(1, roots));
  const std::uint64_t covered = std::min<std::uint64_t>(100, 100 * product / std::min(a, b));
  const std::uint64_t mean = (cosine + covered) / 2;
  if (mean >= 99 || whole_words < 2) return static_cast<int>(mean);
  return static_cast<int>(std::min<std::uint64_t>(99, mean * 3 / 2));  // 100 is for the same words
}

}  // namespace

std::vector<Word> shared_words(const Text& text, const Text& other) {
  const Stemmer stemmer;
  std::vector<Word> words = stemmer.words_of(text);
  const std::vector<Word> others = stemmer.words_of(other);
  std::erase_if(words, [&](const Word& word) { return std::ranges::find(others, word.stem, &Word::stem) == others.end(); });
  return words;
}

Collection::Collection(std::span<const Text> texts) {
  std::vector<std::vector<std::uint32_t>> all;
  for (const Text& text : texts) {
    auto& stems = all.emplace_back();
    for (const Word& word : stemmer_.words_of(text)) stems.push_back(number_of(word.stem));
  }
  for (const auto& [stem, number] : numbers_) stems_[number].parts = parts_of(stem);
  for (const auto& stems : all) {
    const auto text = static_cast<std::uint32_t>(texts_.size());
    for (const Term& term : texts_.emplace_back(Taken{.terms = terms_of(stems)}).terms) stems_[term.stem].uses.push_back({text, term.share});
  }
  weigh();
}

std::uint32_t Collection::number_of(const std::string& stem) {
  const auto [found, is_new] = numbers_.try_emplace(stem, static_cast<std::uint32_t>(stems_.size()));
  if (is_new) stems_.push_back({is_field_word(stem), {}, {}, {}});
  return found->second;
}

/// What the stem begins or ends with, as far as that stands alone somewhere.
std::vector<std::uint32_t> Collection::parts_of(std::string_view stem) const {
  std::vector<std::uint32_t> parts;
  const auto add = [&](std::string_view part) {
    if (const auto known = numbers_.find(std::string(part)); known != numbers_.end()) parts.push_back(known->second);
  };
  for (std::size_t size = shortest_part; size + shortest_rest <= stem.size(); ++size) {
    add(stem.substr(0, size));
    add(stem.substr(stem.size() - size));
  }
  return parts;
}

/// A stem that stands alone in the text counts as that, whatever else it is a part of.
Collection::Terms Collection::terms_of(const std::vector<std::uint32_t>& stems) const {
  Terms terms;
  for (const std::uint32_t stem : stems) terms.push_back({stem, stems_[stem].of_field ? field_word : whole_word});
  for (const std::uint32_t stem : stems)
    for (const std::uint32_t part : stems_[stem].parts) terms.push_back({part, stems_[part].of_field ? field_word : part_of_compound});
  std::ranges::sort(terms, [](const Term& a, const Term& b) { return a.stem != b.stem ? a.stem < b.stem : a.share > b.share; });
  const auto repeated = std::ranges::unique(terms, {}, &Term::stem);
  terms.erase(repeated.begin(), repeated.end());
  return terms;
}

void Collection::weigh() {
  for (Stem& stem : stems_)
    for (const std::size_t more : {0U, 1U}) stem.weight[more] = weight_of(texts_.size() + more, stem.uses.size() + more);
  for (Taken& text : texts_)
    for (const std::size_t more : {0U, 1U}) {
      for (const Term& term : text.terms) text.square[more] += squared(stems_[term.stem].weight[more], term.share);
      text.root[more] = square_root(text.square[more]);
    }
}

void Collection::add_common(std::span<const Term> terms, const Reach& reach, std::vector<Common>& sums, std::vector<std::uint32_t>& met) const {
  for (const Term& term : terms) {
    const Stem& stem = stems_[term.stem];
    const std::int64_t weight = stem.weight[reach.with_asked];
    if (weight == 0 || stem.uses.size() > reach.uses_max) continue;
    for (const Use& use : stem.uses) {
      if (use.text >= reach.before) break;
      Common& common = sums[use.text];
      if (common.product == 0) met.push_back(use.text);
      common.product += static_cast<std::uint64_t>(weight * term.share * use.share);
      common.whole_words += term.share == whole_word && use.share == whole_word;
    }
  }
}

std::vector<Match> Collection::alike(const Text& asked, int at_least) const {
  std::vector<std::uint32_t> known, parts;
  std::set<std::string> strange;
  for (const Word& word : stemmer_.words_of(asked))
    if (const auto found = numbers_.find(word.stem); found != numbers_.end()) known.push_back(found->second);
    else strange.insert(word.stem);
  Terms terms = terms_of(known);
  std::uint64_t square = 0;
  for (const std::string& stem : strange) {
    const std::int64_t share = is_field_word(stem) ? field_word : whole_word;
    square += squared(weight_of(texts_.size() + 1, 1), share);
    for (const std::uint32_t part : parts_of(stem))
      if (const auto place = std::ranges::lower_bound(terms, part, {}, &Term::stem); place == terms.end() || place->stem != part)
        terms.insert(place, {part, stems_[part].of_field ? field_word : part_of_compound});
  }
  for (const Term& term : terms) square += squared(stems_[term.stem].weight[1], term.share);
  std::vector<Common> sums(texts_.size());
  std::vector<std::uint32_t> met;
  add_common(terms, {.with_asked = 1, .before = texts_.size(), .uses_max = texts_.size()}, sums, met);
  const std::uint64_t root = square_root(square);
  std::vector<Match> matches;
  for (const std::uint32_t text : met)
    if (const int percent = percent_of(sums[text].product, sums[text].whole_words, square, texts_[text].square[1], root * texts_[text].root[1]); percent >= at_least)
      matches.push_back({text, percent});
  std::ranges::sort(matches, [](const Match& a, const Match& b) { return a.percent != b.percent ? a.percent > b.percent : a.text < b.text; });
  return matches;
}

const std::vector<Match>& Relations::before(std::size_t text) {
  const auto& taken = collection_.texts_[text];
  met_.clear();
  matches_.clear();
  collection_.add_common(taken.terms, {.before = text, .uses_max = std::max(few_texts, collection_.size() / 8)}, sums_, met_);
  for (const std::uint32_t other : met_) {
    const auto common = std::exchange(sums_[other], {});
    if (const int percent = percent_of(common.product, common.whole_words, taken.square[0], collection_.texts_[other].square[0], taken.root[0] * collection_.texts_[other].root[0]);
        percent > 0)
      matches_.push_back({other, percent});
  }
  return matches_;
}

}  // namespace knippe::likeness
