#include "media/answer.h"

#include <array>

namespace knippe::media {
namespace {

constexpr std::string_view magic = "NKF1";
constexpr std::size_t head_bytes = 20;
constexpr int first_code = 20;
constexpr std::array<const char*, 5> refusals = {"photo.unknown_type", "photo.broken", "photo.too_many_pixels", "photo.too_large", "photo.no_heic"};

void put(std::string& out, std::size_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 255);
}

std::size_t number_at(std::string_view bytes, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return number;
}

bool is_side(std::size_t side) { return side >= 1 && side <= static_cast<std::size_t>(display_side_max); }

}  // namespace

std::string write_answer(const Developed& developed) {
  std::string out(magic);
  put(out, static_cast<std::size_t>(developed.width));
  put(out, static_cast<std::size_t>(developed.height));
  put(out, developed.display.size());
  put(out, developed.thumbnail.size());
  return out + developed.display + developed.thumbnail;
}

std::optional<Developed> read_answer(std::string_view bytes) {
  if (bytes.size() < head_bytes || bytes.size() > answer_bytes_max || !bytes.starts_with(magic)) return std::nullopt;
  const std::size_t width = number_at(bytes, 4), height = number_at(bytes, 8), display = number_at(bytes, 12), thumbnail = number_at(bytes, 16);
  if (!is_side(width) || !is_side(height) || display == 0 || thumbnail == 0 || display + thumbnail != bytes.size() - head_bytes) return std::nullopt;
  return Developed{static_cast<int>(width), static_cast<int>(height), std::string(bytes.substr(head_bytes, display)),
                   std::string(bytes.substr(head_bytes + display))};
}

int exit_code_of(const Error& error) {
  for (std::size_t i = 0; i < refusals.size(); ++i)
    if (error.message_key == refusals[i]) return first_code + static_cast<int>(i);
  return 1;
}

Error error_of(int exit_code) {
  const int index = exit_code - first_code;
  if (index == 2) return {ErrorKind::too_large, refusals[2], std::to_string(pixels_max / 1'000'000)};
  if (index == 3) return {ErrorKind::too_large, refusals[3], std::to_string(upload_bytes_max >> 20)};
  if (index == 4) return {ErrorKind::unavailable, refusals[4], {}};
  return {ErrorKind::bad_input, index == 0 ? refusals[0] : refusals[1], {}};
}

}  // namespace knippe::media
