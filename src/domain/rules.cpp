#include "domain/rules.h"

#include <array>

#include "domain/event_json.h"
#include "domain/workshop/rank_alone.h"

namespace knippe::domain {
namespace {

constexpr std::array<std::string_view, std::variant_size_v<Event::variant>> kinds = {
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
    "MeasureFollowedUp", "FollowUpWorded",        "SupplementsMerged",   "SupplementsParted",  "ThemeMade",
    "ThemeNamed",        "ThemeRemoved",          "SupplementThemed",    "SpeakerAdded",       "SpeakerWorded",
    "SpeakerNoted",      "SpeakersOrdered",       "SpeakerRemoved",      "KeysAssigned",       "Erased"};

}  // namespace

std::string_view WorkshopRules::kind(const Event& event) { return kinds[event.index()]; }

std::optional<BoxChange> WorkshopRules::box_change(const Event& event) {
  if (const auto* laid = std::get_if<BallotLaid>(&event))
    return LayBallot{pseudonym_of(laid->person), encode_ballot(laid->ballot)};
  if (std::holds_alternative<BoxOpened>(event) || std::holds_alternative<RoomClosed>(event)) return EmptyBox{};
  return std::nullopt;
}

std::string WorkshopRules::encode(const Event& event) { return encode_event(event); }
Result<Event> WorkshopRules::decode(std::string_view kind, std::optional<std::string_view> text) {
  return decode_event<Event, Erased>(kinds, kind, text);
}
bool WorkshopRules::begins(std::string_view kind) { return kind == kinds[0]; }
std::string WorkshopRules::encode_state(const State& state) { return encode_whole(state); }
Result<Workshop> WorkshopRules::decode_state(std::string_view text) { return decode_whole<Workshop>(text); }

}  // namespace knippe::domain
