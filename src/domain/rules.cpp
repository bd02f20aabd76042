#include "domain/rules.h"

#include <array>

#include "domain/json.h"
#include "domain/workshop/rank_alone.h"

namespace knippe::domain {
namespace {

constexpr std::array<std::string_view, std::variant_size_v<Event>> kinds = {
    "WorkshopCreated",   "WorkshopDescribed",     "SettingsChanged",     "KeysListed",         "WorkshopOpened",
    "WorkshopClosed",    "StageOpened",           "ClockSet",            "DoorSet",            "ResultRevealed",
    "GroupMade",         "GroupDescribed",        "GroupSized",          "PhoneSeated",        "PhoneReleased",
    "PhoneNamed",        "HelpAsked",             "SupplementProposed",  "SupplementWorded",   "SupplementResubmitted",
    "SupplementWithdrawn", "SupplementAccepted",  "KeyWorded",           "SupplementReturned", "SupplementAnswered",
    "RankingChanged",    "RankingHandedIn",       "RankingGivenBack",    "MeasurePlanned",     "MeasureWorded",
    "MeasureDeleted",    "PitchesQueued",         "PitchStarted",        "PitchClockSet",      "PitchEnded",
    "NoteTaken",         "NoteWorded",            "NoteWithdrawn",       "ProjectorSet",       "ReportPublished",
    "PhotoAdded",        "PhotoDescribed",        "PhotoShown",          "PhotoRemoved",       "RoomClosed",
    "BallotLaid",        "PersonHandedIn",        "BoxOpened",           "PicksCounted",       "TextErased",
    "MeasureFollowedUp", "FollowUpWorded",        "Erased"};

Result<json::value> parsed(std::string_view text) {
  json::error_code error;
  json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  if (error) return fail(ErrorKind::internal, "journal.unreadable", error.message());
  return value;
}

template <std::size_t Index>
Result<Event> read_event(const json::value& from) {
  std::variant_alternative_t<Index, Event> event;
  if (!read(from, event)) return fail(ErrorKind::internal, "journal.unreadable", std::string(kinds[Index]));
  return Event{std::move(event)};
}

}  // namespace

std::string_view WorkshopRules::kind(const Event& event) { return kinds[event.index()]; }

std::optional<BoxChange> WorkshopRules::box_change(const Event& event) {
  if (const auto* laid = std::get_if<BallotLaid>(&event))
    return LayBallot{pseudonym_of(laid->person), encode_ballot(laid->ballot)};
  if (std::holds_alternative<BoxOpened>(event) || std::holds_alternative<RoomClosed>(event)) return EmptyBox{};
  return std::nullopt;
}

std::string WorkshopRules::encode(const Event& event) {
  std::string out;
  std::visit([&](const auto& one) { write(out, one); }, event);
  return out;
}

Result<Event> WorkshopRules::decode(std::string_view kind, std::optional<std::string_view> text) {
  if (!text) return Event{Erased{std::string(kind)}};
  const json::value value = TRY(parsed(*text));
  Result<Event> event = fail(ErrorKind::internal, "journal.unknown_kind", std::string(kind));
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<kinds.size()>>([&](auto index) {
    if (kinds[index] == kind) event = read_event<index>(value);
  });
  return event;
}

std::string WorkshopRules::encode_state(const State& state) {
  std::string out;
  write(out, state);
  return out;
}

Result<Workshop> WorkshopRules::decode_state(std::string_view text) {
  const json::value value = TRY(parsed(text));
  Workshop workshop;
  if (!read(value, workshop)) return fail(ErrorKind::internal, "journal.unreadable", "snapshot");
  return workshop;
}

}  // namespace knippe::domain
