#pragma once
// Reads a log bundle (docs/formats/log-bundle.md) line by line into a LogCheck, so that a log of any length takes little memory.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/verify/log_check.h"

namespace knippe::app {

struct BundleOptions {
  std::optional<proof::PublicKey> trusted;     ///< only keys that it leads to count; else the first of the bundle
  std::optional<std::string> code;             ///< a receipt to look for
  std::optional<std::string> receipt_head;     ///< the head of a whole receipt
  std::vector<proof::Verifier> witnesses = {};  ///< whose cosignatures are looked for
};

struct BundleChecked {
  Findings findings;
  std::unique_ptr<LogCheck> check;  ///< as it stands at the end; null when the file is no bundle
};

/// `next_line` gives a line without its LF, false at the end. A file that is no bundle: one finding, unchecked.
BundleChecked check_bundle(const std::function<bool(std::string&)>& next_line, const BundleOptions& options = {});
/// The same over text in memory.
BundleChecked check_bundle(std::string_view text, const BundleOptions& options = {});

}  // namespace knippe::app
