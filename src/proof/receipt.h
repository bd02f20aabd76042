#pragma once
// Receipts (docs/formats/receipt.md): a short code that is computed from a record, and the whole receipt as a C2SP tlog-proof.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace knippe::proof {

/// "F7K29QXM4TBD": the first 60 bits of a leaf in Crockford base32, upper case.
std::string receipt_code(const Digest& leaf);
/// "F7K2-9QXM-4TBD".
std::string written(std::string_view code);
/// What somebody typed, as receipt_code() writes it; nullopt when it cannot be a code.
std::optional<std::string> read_code(std::string_view typed);
/// Whether records of this kind get a receipt.
bool gets_receipt(std::string_view kind);

struct WholeReceipt {
  std::string envelope;       ///< of the record; its leaf is leaf_hash(envelope)
  std::uint64_t index = 0;    ///< record number - 1
  std::vector<Digest> proof;
  std::string head;           ///< the signed note
  bool operator==(const WholeReceipt&) const = default;
};
std::string write_receipt(const WholeReceipt& receipt);
std::optional<WholeReceipt> parse_receipt(std::string_view text);

}  // namespace knippe::proof
