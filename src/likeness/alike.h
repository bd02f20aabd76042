#pragma once
// How alike short texts are: the words they share, each counted by how rare it is among all the texts (inverse document frequency, Spärck
// Jones 1972), as the mean of cosine and of the share of the shorter text. Compounds count half for what they are made of, as far as that
// stands alone somewhere ("prøveordning" ~ "prøve"), the field's own words ("innbygger") a quarter; two whole words or more in common count half as
// much again. Whole numbers throughout: the same texts give the same answer everywhere.
// What was measured, and why the thresholds are what they are: docs/decisions/0014-likeness.md.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// The words of `text` that `other` has too, in their order.
std::vector<Word> shared_words(const Text& text, const Text& other);

/// Texts to compare with, taken apart once and indexed by their stems: a comparison looks only at texts that share one.
class Collection {
 public:
  explicit Collection(std::span<const Text> texts);

  /// The texts that are alike to `asked`, the most alike first; equal ones in their order.
  std::vector<Match> alike(const Text& asked, int at_least = alike_percent) const;
  std::size_t size() const { return texts_.size(); }

 private:
  friend class Relations;

  /// What a text says: a stem by its number, and its share (whole words 4, parts of compounds 2, the field's words 1).
  struct Term {
    std::uint32_t stem = 0;
    std::int64_t share = 0;
  };
  using Terms = std::vector<Term>;  ///< ascending by stem
  struct Use {
    std::uint32_t text = 0;
    std::int64_t share = 0;
  };
  struct Stem {
    bool of_field = false;
    std::vector<std::uint32_t> parts;
    std::vector<Use> uses;                ///< in the order of texts
    std::array<std::int64_t, 2> weight{};  ///< among the collection's texts; and with the one that is asked about
  };
  struct Taken {
    Terms terms;
    std::array<std::uint64_t, 2> square{};  ///< as the weights
    std::array<std::uint64_t, 2> root{};    ///< of the square
  };
  /// How far a comparison reaches.
  struct Reach {
    std::size_t with_asked = 0;  ///< which weights
    std::size_t before = 0;      ///< texts that stand before this one
    std::size_t uses_max = 0;    ///< stems that more texts have are passed over
  };
  /// What two texts have in common, summed over stems.
  struct Common {
    std::uint64_t product = 0;
    int whole_words = 0;
  };

  std::uint32_t number_of(const std::string& stem);
  std::vector<std::uint32_t> parts_of(std::string_view stem) const;
  Terms terms_of(const std::vector<std::uint32_t>& stems) const;
  void weigh();
  /// Adds to `sums` what texts have in common with `terms`, and to `met` which they are.
  void add_common(std::span<const Term> terms, const Reach& reach, std::vector<Common>& sums, std::vector<std::uint32_t>& met) const;

  Stemmer stemmer_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< every stem that stands alone in a text
  std::vector<Stem> stems_;
  std::vector<Taken> texts_;
};

/// Walks the texts of a collection that share a stem, one text after another; not for several threads at once. In a collection of many texts, stems that more than
/// an eighth of them have are passed over: they say little, and cost the square of how many have them.
class Relations {
 public:
  explicit Relations(const Collection& collection) : collection_(collection), sums_(collection.size()) {}

  /// How alike those that stand before `text` are to it; in no order, without those that share nothing.
  const std::vector<Match>& before(std::size_t text);

 private:
  const Collection& collection_;
  std::vector<Collection::Common> sums_;
  std::vector<std::uint32_t> met_;
  std::vector<Match> matches_;
};

}  // namespace knippe::likeness
