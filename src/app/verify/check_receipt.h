#pragma once
// `knippe verify RECEIPT BUNDLE`: whether what was handed in is in the log and counts in the published result.

#include <string_view>

#include "app/verify/read_bundle.h"

namespace knippe::app {

/// What a receipt asks of the bundle; nullopt when it is neither a code nor a whole receipt.
std::optional<BundleOptions> options_for_receipt(std::string_view receipt, BundleOptions options = {});
/// Findings about the receipt itself, after the bundle was checked with options_for_receipt().
std::vector<Finding> check_receipt(std::string_view receipt, const LogCheck& log);

}  // namespace knippe::app
