#pragma once
// What the child writes: "NKF1", then width, height and the sizes of the two pictures as 32-bit numbers (most significant byte
// first), then the pictures. A refusal is an exit code instead. The reader believes none of it unchecked.

#include <optional>
#include <string>
#include <string_view>

#include "media/darkroom.h"

namespace knippe::media {

inline constexpr std::size_t answer_bytes_max = 16u << 20;

std::string write_answer(const Developed& developed);
std::optional<Developed> read_answer(std::string_view bytes);
/// The exit code of a refusal, 1 when it has none of its own; and back.
int exit_code_of(const Error& error);
Error error_of(int exit_code);

}  // namespace knippe::media
