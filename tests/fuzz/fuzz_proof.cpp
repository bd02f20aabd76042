// Notes, heads, receipts, codes and lists of keys, as strangers send them. What is read is written as it was read.

#include <cstdint>

#include "base/check.h"
#include "proof/checkpoint.h"
#include "proof/keys.h"
#include "proof/receipt.h"

using namespace knippe::proof;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const PublicKey key[] = {PublicKey{}};
  CHECK(!open_checkpoint(input, key));  // nobody can sign with this key
  if (const auto text = unverified_text(input)) {
    CHECK(input.starts_with(*text));
    if (const auto head = parse_checkpoint(*text)) CHECK(text_of(*head) == *text);
  }
  if (const auto receipt = parse_receipt(input)) CHECK(write_receipt(*receipt) == input);
  if (const auto code = read_code(input)) CHECK(read_code(written(*code)) == code);
  if (const auto verifier = parse_vkey(input)) CHECK(verifier->vkey() == input);
  if (const auto list = parse_keys(input)) CHECK(parse_keys(write_keys(*list)) == list);
  return 0;
}
