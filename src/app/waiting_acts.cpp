#include "app/waiting_acts.h"

#include <fmt/format.h>

#include <cstdio>

#include "base/encoding.h"
#include "base/text.h"
#include "store/whole_file.h"

namespace knippe::app {
namespace {

std::filesystem::path file_in(const std::filesystem::path& data) { return data / "waiting-acts"; }

}  // namespace

void leave_act(const std::filesystem::path& data, views::Act act, Instant now, const std::string& on) {
  const std::string before = store::read_text_file(file_in(data)).value_or("");
  const std::string line = fmt::format("{} {}\n", now.ms, web::encode({now, act, "console", on, {}}));
  if (!store::write_private_file(file_in(data), before + line)) fmt::print(stderr, "not noted: {}", line);
}

Status note_waiting_acts(const store::DataFolder& folder, web::Acts& acts) {
  const auto text = store::read_text_file(file_in(folder.path()));
  if (!text) return {};
  for (const std::string_view line : split(*text, '\n')) {
    const std::size_t space = line.find(' ');
    const auto at = parse_number(line.substr(0, space));
    if (space == std::string_view::npos || !at) continue;
    if (const auto act = web::decode_act(line.substr(space + 1), Instant{static_cast<std::int64_t>(*at)})) acts.note(*act);
  }
  std::error_code error;
  std::filesystem::remove(file_in(folder.path()), error);
  return {};
}

}  // namespace knippe::app
