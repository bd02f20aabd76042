// Creating a workshop from a template or by hand, and changing it.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "domain/limits.h"
#include "domain/small_numbers.h"
#include "domain/workshop/decisions.h"
#include "domain/workshop/permit.h"
#include "domain/workshop/speakers.h"

namespace knippe::domain {
namespace {

int parse_two(std::string_view digits) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return is_digit(digits[0]) && is_digit(digits[1]) ? (digits[0] - '0') * 10 + (digits[1] - '0') : -1;
}

bool is_clock_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return false;
  const auto hours = parse_two(text.substr(0, 2)), minutes = parse_two(text.substr(3));
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}

bool is_language(std::string_view text) {
  static const std::set<std::string_view> known = {"nb", "nn", "en", "da", "sv", "se"};
  return known.contains(text);
}

Result<Description> checked(const Description& about) {
  Description clean;
  clean.title = TRY(required_line(about.title, limits::title));
  clean.question = TRY(optional_line(about.question, limits::question));
  clean.place = TRY(optional_line(about.place, limits::place));
  if (!about.date.empty() && !is_iso_date(about.date)) return bad_input("workshop.bad_date");
  if (!about.starts.empty() && !is_clock_time(about.starts)) return bad_input("workshop.bad_start");
  clean.date = about.date;
  clean.starts = about.starts;
  return clean;
}

Result<Settings> checked(Settings settings) {
  if (settings.places < 1 || settings.places > limits::places) return bad_input("workshop.bad_places");
  if (settings.points.size() != static_cast<std::size_t>(settings.places)) return bad_input("workshop.bad_points");
  if (!std::ranges::is_sorted(settings.points, std::greater{}) || settings.points.back() < 0 ||
      settings.points.front() < 1 || settings.points.front() > 1000)
    return bad_input("workshop.bad_points");
  if (!is_language(settings.language)) return bad_input("workshop.bad_language");
  if (settings.time_zone.empty() || settings.time_zone.size() > 64) return bad_input("workshop.bad_time_zone");
  if (settings.alone_minutes < 0 || settings.alone_minutes > limits::minutes) return bad_input("workshop.bad_minutes");
  if (settings.stages.size() != static_cast<std::size_t>(stage_count)) return bad_input("workshop.bad_stages");
  for (int i = 0; i < stage_count; ++i) {
    const StagePlan& plan = settings.stages[static_cast<std::size_t>(i)];
    if (plan.stage != static_cast<Stage>(i)) return bad_input("workshop.bad_stages");
    if (plan.minutes < 0 || plan.minutes > limits::minutes) return bad_input("workshop.bad_minutes");
  }
  return settings;
}

Result<std::vector<Key>> checked(const std::vector<Key>& keys, const Settings& settings) {
  if (keys.size() < static_cast<std::size_t>(settings.places)) return bad_input("workshop.too_few_keys");
  if (keys.size() > limits::keys) return bad_input("workshop.too_many_keys", std::to_string(limits::keys));
  std::vector<Key> clean;
  for (const Key& key : keys) {
    Key& made = clean.emplace_back();
    made.id = KeyId{static_cast<std::uint32_t>(clean.size())};
    made.label = std::to_string(clean.size());
    made.short_name = TRY(required_line(key.short_name, limits::short_name));
    made.text = TRY(required_line(key.text.empty() ? key.short_name : key.text, limits::key_text));
    made.speaker = TRY(optional_line(key.speaker, limits::speaker_name));
    if (!is_language(key.language)) return bad_input("workshop.bad_language");
    made.language = key.language;
  }
  return clean;
}

}  // namespace

Result<Events> decide(const Workshop& workshop, const CreateWorkshop& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  if (workshop.exists) return refuse("workshop.exists");
  Settings settings = TRY(checked(command.settings));
  settings.persons_shown_from = shown_from_persons;
  Description about = TRY(checked(command.about));
  std::vector<Key> keys = TRY(checked(command.keys, settings));
  const Events speakers = TRY(introduced_by(workshop, keys, command.speakers, false));
  Events events{WorkshopCreated{std::move(settings), command.simulated, command.template_name, command.rehearsal},
                WorkshopDescribed{std::move(about)}, KeysListed{without_names(std::move(keys))}};
  events.insert(events.end(), speakers.begin(), speakers.end());
  return events;
}

Result<Events> decide(const Workshop& workshop, const ChangeWorkshop& command, const Context& context) {
  TRY_STATUS(require_facilitator(context));
  Settings settings = TRY(checked(command.settings));
  settings.persons_shown_from = workshop.settings.persons_shown_from;
  Description about = TRY(checked(command.about));
  Events events;
  if (about != workshop.about) events.emplace_back(WorkshopDescribed{std::move(about)});
  if (workshop.phase == Phase::draft) {
    std::vector<Key> keys = TRY(checked(command.keys, settings));
    if (settings != workshop.settings) events.emplace_back(SettingsChanged{std::move(settings)});
    const std::vector<Key> listed = without_names(keys);
    const bool moved = listed != without_names(workshop.keys);
    const Events speakers = TRY(introduced_by(workshop, keys, {}, moved));
    if (moved) events.emplace_back(KeysListed{listed});
    events.insert(events.end(), speakers.begin(), speakers.end());
  } else {
    Settings only_minutes = workshop.settings;
    only_minutes.stages = settings.stages;
    only_minutes.alone_minutes = settings.alone_minutes;
    if (settings != only_minutes) return refuse("workshop.rules_fixed");
    if (settings != workshop.settings) events.emplace_back(SettingsChanged{std::move(settings)});
  }
  return events;
}

}  // namespace knippe::domain
