#include "likeness/alike.h"

#include <algorithm>
#include <bit>

namespace knippe::likeness {
namespace {

constexpr std::int64_t whole_word = 4, part_of_compound = 2, field_word = 1;
constexpr std::uint64_t unseen_texts = 8;  // as if so many unlike texts stood there too: in a small room few words are really common
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

}  // namespace

std::vector<Word> shared_words(const Text& text, const Text& other) {
  const Stemmer stemmer;
  std::vector<Word> words = stemmer.words_of(text);
  const std::vector<Word> others = stemmer.words_of(other);
  std::erase_if(words, [&](const Word& word) { return std::ranges::find(others, word.stem, &Word::stem) == others.end(); });
  return words;
}

Collection::Collection(std::span<const Text> texts) {
  std::vector<std::vector<Word>> all;
  for (const Text& text : texts)
    for (const Word& word : all.emplace_back(stemmer_.words_of(text))) ++known_[word.stem];
  for (const auto& words : all)
    for (const auto& [stem, count] : taken_apart_.emplace_back(terms_of(words))) ++in_[stem];
}

Collection::Terms Collection::terms_of(const std::vector<Word>& words) const {
  Terms terms;
  for (const Word& word : words) terms[word.stem] = is_field_word(word.stem) ? field_word : whole_word;
  const auto add_part = [&](std::string_view part) {
    if (known_.contains(part)) terms.try_emplace(std::string(part), is_field_word(part) ? field_word : part_of_compound);
  };
  for (const Word& word : words) {
    const std::string_view stem = word.stem;
    for (std::size_t size = shortest_part; size + shortest_rest <= stem.size(); ++size) {
      add_part(stem.substr(0, size));
      add_part(stem.substr(stem.size() - size));
    }
  }
  return terms;
}

/// `more`: how many texts, besides those of the collection, are being compared.
std::int64_t Collection::weight(std::string_view stem, std::int64_t more) const {
  const auto found = in_.find(stem);
  const auto texts = static_cast<std::uint64_t>(std::ssize(taken_apart_) + more);
  const auto with = static_cast<std::uint64_t>((found == in_.end() ? 0 : found->second) + more);
  return log2_256(texts + unseen_texts) - log2_256(with);
}

int Collection::compare(const Terms& a, const Terms& b, std::int64_t more) const {
  std::uint64_t ab = 0, shared = 0;
  const auto square = [&](const Terms& terms) {
    std::uint64_t sum = 0;
    for (const auto& [stem, share] : terms) {
      sum += static_cast<std::uint64_t>(weight(stem, more) * share * share);
    }
    return sum;
  };
  const std::uint64_t aa = square(a), bb = square(b);
  for (const auto& [stem, share] : a)
    if (const auto other = b.find(stem); other != b.end()) {
      ab += static_cast<std::uint64_t>(weight(stem, more) * share * other->second);
      shared += share == whole_word && other->second == whole_word;
    }
  if (ab == 0) return 0;
  const std::uint64_t cosine = std::min<std::uint64_t>(100, 100 * ab / std::max<std::uint64_t>(1, square_root(aa) * square_root(bb)));
  const std::uint64_t covered = std::min<std::uint64_t>(100, 100 * ab / std::min(aa, bb));
  const std::uint64_t mean = (cosine + covered) / 2;
  if (mean >= 99 || shared < 2) return static_cast<int>(mean);
  return static_cast<int>(std::min<std::uint64_t>(99, mean * 3 / 2));  // 100 is for the same words
}

int Collection::percent(std::size_t a, std::size_t b) const { return compare(taken_apart_[a], taken_apart_[b], 0); }

std::vector<Match> Collection::alike(const Text& asked, int at_least) const {
  const Terms terms = terms_of(stemmer_.words_of(asked));
  std::vector<Match> matches;
  for (std::size_t i = 0; i < taken_apart_.size(); ++i) {
    const int percent = compare(terms, taken_apart_[i], 1);
    if (percent >= at_least) matches.push_back({i, percent});
  }
  std::ranges::sort(matches, [](const Match& a, const Match& b) { return a.percent != b.percent ? a.percent > b.percent : a.text < b.text; });
  return matches;
}

}  // namespace knippe::likeness
