#pragma once
// How alike short texts are: the words they share, each counted by how rare it is among all the texts (inverse document frequency, Spärck
// Jones 1972), as the mean of cosine and of the share of the shorter text. Compounds count half for what they are made of, as far as that
// stands alone somewhere ("prøveordning" ~ "prøve"), the field's own words ("innbygger") a quarter; two whole words or more in common count half as
// much again. Whole numbers throughout: the same texts give the same answer everywhere.
// What was measured, and why the thresholds are what they are: docs/decisions/0014-likeness.md.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "likeness/stems.h"

namespace knippe::likeness {

/// From here on two texts are shown to a person as perhaps the same.
inline constexpr int alike_percent = 18;
/// From here on two texts are proposed for one theme.
inline constexpr int related_percent = 14;

struct Match {
  std::size_t text = 0;  ///< position in the collection
  int percent = 0;       ///< 0..100
  bool operator==(const Match&) const = default;
};

/// Texts to compare with, taken apart once.
/// The words of `text` that `other` has too, in their order.
std::vector<Word> shared_words(const Text& text, const Text& other);

class Collection {
 public:
  explicit Collection(std::span<const Text> texts);

  /// The texts that are alike to `asked`, the most alike first; equal ones in their order.
  std::vector<Match> alike(const Text& asked, int at_least = alike_percent) const;
  /// How alike two of the texts are, in percent.
  int percent(std::size_t a, std::size_t b) const;
  std::size_t size() const { return taken_apart_.size(); }

 private:
  /// What a text says: each stem, and its share (whole words 4, parts of compounds 2, the field's words 1).
  using Terms = std::map<std::string, std::int64_t, std::less<>>;

  Terms terms_of(const std::vector<Word>& words) const;
  std::int64_t weight(std::string_view stem, std::int64_t more) const;
  int compare(const Terms& a, const Terms& b, std::int64_t more) const;

  Stemmer stemmer_;
  std::map<std::string, std::int64_t, std::less<>> known_;  ///< every stem that stands alone in a text
  std::map<std::string, std::int64_t, std::less<>> in_;     ///< term → number of texts that have it
  std::vector<Terms> taken_apart_;
};

}  // namespace knippe::likeness
