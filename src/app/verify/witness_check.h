#pragma once
// Which heads of a log the witnesses that the reader knows have signed beside the log.

#include <optional>
#include <string_view>
#include <vector>

#include "app/verify/finding.h"
#include "proof/checkpoint.h"

namespace knippe::app {

class WitnessCheck {
 public:
  explicit WitnessCheck(std::vector<proof::Verifier> witnesses = {}) : seen_(witnesses.size()), witnesses_(std::move(witnesses)) {}

  /// A head whose own signature holds. Nothing when all is well with it.
  std::optional<Finding> look_at(std::string_view note, const proof::Checkpoint& head);
  /// What each witness has seen.
  std::vector<Finding> sum_up() const;

 private:
  struct Seen {
    std::uint64_t heads = 0, size = 0;
    Instant at;
  };
  std::vector<Seen> seen_;
  std::vector<proof::Verifier> witnesses_;
};

}  // namespace knippe::app
