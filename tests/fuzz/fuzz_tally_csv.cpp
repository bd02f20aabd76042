#include "fuzz_tally.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return knippe::tally::try_reader({reinterpret_cast<const char*>(data), size}, knippe::tally::Format::csv);
}
