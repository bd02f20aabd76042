#pragma once
// Ballot files in, elections out: pure, in one pass over the bytes. What is malformed is refused with its line and column and
// nothing is half read; what is declared too large is refused before room is made for it. The formats: docs/formats/tally.md.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "tally/profile.h"

namespace knippe::tally {

inline constexpr std::size_t options_max = 2'000;
inline constexpr std::size_t name_bytes_max = 1'000;
/// The sum of all weights in a file.
inline constexpr Weight weight_max = Weight{1} << 48;

struct Election {
  std::string title{};             ///< empty when the file has none
  std::vector<std::string> names{};  ///< by option; none twice
  Profile ballots{0};
  std::size_t seats = 0;           ///< 0: not said
  std::optional<Unranked> unranked{};
  std::vector<int> points{};         ///< of the points rule, where the file says them
  std::vector<Option> tie_order{};   ///< an order in which ties are broken, where the file gives one
  std::vector<std::string> withdrawn{};  ///< named by the file, but not to be counted; they are in no ballot
};

enum class Format { preflib, blt, cvotes, csv, bundle };

/// By the ending of a file's name: .soc .soi .toc .toi, .blt, .cvotes, .csv .tsv .txt, .json.
std::optional<Format> format_of_name(std::string_view file_name);
/// By what stands in it, for standard input.
Format format_of_content(std::string_view bytes);

/// Refused (bad_input): `tally.*`, with "line:column" as detail, both from 1; columns count bytes.
Result<Election> read(std::string_view bytes, Format format);

}  // namespace knippe::tally
