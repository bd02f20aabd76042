#pragma once
// What the readers share: the names of the options, and the ballot that is just being read.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tally/read/election.h"

namespace knippe::tally {

/// Names to options, in the order they were first added.
class Names {
 public:
  std::size_t size() const { return list_.size(); }
  const std::vector<std::string>& list() const { return list_; }
  std::optional<Option> find(std::string_view name) const;
  /// Refused with `place` as detail: `tally.name` (empty, too long, not UTF-8, control characters), `tally.too_many_options`,
  /// `tally.name_twice`.
  Result<Option> add(std::string_view name, const std::string& place);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::vector<std::string> list_;
  std::unordered_map<std::string, Option, Hash, std::equal_to<>> index_;
};

/// A ballot being read. Used again for the next one, so that a line costs no allocation.
class Draft {
 public:
  explicit Draft(std::size_t option_count) : seen_(option_count), choices_(option_count), shape_(option_count) {}

  void begin() {
    ++stamp_;
    named_ = tiers_ = 0;
  }
  /// Below all before, or beside the last one. False when the ballot names the option already.
  bool put(Option option, bool beside_last) {
    if (seen_[option] == stamp_) return false;
    seen_[option] = stamp_;
    choices_[named_++] = option;
    if (beside_last && tiers_ > 0) ++shape_[tiers_ - 1];
    else shape_[tiers_++] = 1;
    return true;
  }
  std::span<const Option> choices() const { return {choices_.data(), named_}; }
  std::span<const std::uint16_t> shape() const { return {shape_.data(), tiers_}; }
  bool is_strict() const { return tiers_ == named_; }

 private:
  std::vector<std::uint32_t> seen_;
  std::uint32_t stamp_ = 0;
  std::vector<Option> choices_;        ///< room for all options, as many as named_ in use
  std::vector<std::uint16_t> shape_;   ///< the same with tiers_
  std::size_t named_ = 0, tiers_ = 0;
};

/// Adds the ballot unless the weights would become too large (false). A weight of 0 adds nothing.
inline bool add_draft(Profile& ballots, const Draft& draft, std::uint64_t weight) {
  if (weight == 0) return true;
  if (weight > static_cast<std::uint64_t>(weight_max - ballots.total())) return false;
  if (draft.is_strict()) ballots.add(draft.choices(), static_cast<Weight>(weight));
  else ballots.add(draft.choices(), draft.shape(), static_cast<Weight>(weight));
  return true;
}

Result<Election> read_preflib(std::string_view bytes);
Result<Election> read_blt(std::string_view bytes);
Result<Election> read_cvotes(std::string_view bytes);
Result<Election> read_csv(std::string_view bytes);
Result<Election> read_bundle(std::string_view bytes);

}  // namespace knippe::tally
