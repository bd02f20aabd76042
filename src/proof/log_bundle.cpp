#include "proof/log_bundle.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <iterator>
#include <span>
#include <utility>

#include "base/encoding.h"

namespace knippe::proof {
namespace {

constexpr std::string_view given[] = {
    "WorkshopCreated", "SettingsChanged", "WorkshopOpened", "WorkshopClosed", "StageOpened", "ClockSet", "DoorSet", "ResultRevealed",
    "ReportPublished", "GroupMade", "GroupSized", "SupplementProposed", "SupplementResubmitted", "SupplementWithdrawn", "SupplementAccepted",
    "SupplementReturned", "KeyWorded", "RankingHandedIn", "RankingGivenBack", "BoxOpened", "PersonHandedIn", "MeasurePlanned", "MeasureDeleted",
    "MeasureFollowedUp",
    "PitchesQueued", "PitchStarted", "PitchClockSet", "PitchEnded", "NoteTaken", "NoteWithdrawn", "RoomHeadNoted"};
constexpr std::string_view names[] = {"GroupDescribed", "PhoneNamed", "PhoneSeated", "PhoneReleased", "MeasureWorded", "SpeakerWorded"};
constexpr std::string_view texts[] = {"WorkshopDescribed", "KeysListed", "SupplementWorded", "SupplementAnswered", "NoteWorded", "PhotoDescribed",
                                        "FollowUpWorded"};

/// Cases. Who sent or supported what is nobody's business; a room that a case leads to may be a draft.
constexpr std::string_view given_of_case[] = {
    "InvolvementCreated", "ItemPlaced", "ItemWithdrawn", "PromiseMade", "MethodChosen", "EarlinessSet", "PlanPlaced", "StepWithdrawn", "ModerationSet", "PhotosSet", "YouthSet",
    "InvolvementOpened", "InputSet", "InvolvementClosed", "ChangeMade", "ContributionPublished", "ContributionRemoved", "ThemeMade", "ContributionsGrouped",
    "AnswerGiven", "DecisionRecorded", "MeasurePlanned", "MeasureWithdrawn", "MilestonePlaced", "MilestoneReached", "MeasureFollowedUp", "ItemOutcomeSet",
    "EvaluationCounted", "ExpectationsCounted", "StatementMade"};
constexpr std::string_view names_of_case[] = {"RolesAssigned", "MeasureWorded", "StatementWorded"};
constexpr std::string_view texts_of_case[] = {
    "InvolvementNamed", "WhyWritten", "ItemWorded", "PromiseWorded", "MethodReasoned", "EarlinessReasoned", "PlanWorded", "StepWorded", "ChangeReasoned",
    "ContributionWorded", "RemovalReasoned", "ThemeNamed", "AnswerReasoned", "DecisionWorded", "MilestoneWorded", "FollowUpWorded", "TrialLearned",
    "ItemOutcomeWorded", "EvaluationWritten", "ContributionPhotoDescribed", "YouthWorded"};
constexpr std::string_view persons_of_case[] = {"ContributionReceived", "ContributionSupported", "StanceTaken", "EntranceTaken", "ContributionPhotoAdded"};
constexpr std::string_view desk_of_case[] = {"StepPlaced", "WorkshopTied", "TextErased", "RoomClosed", "Erased"};

bool holds(std::span<const std::string_view> kinds, std::string_view kind) { return std::ranges::find(kinds, kind) != kinds.end(); }

/// As in the report (decision 21): among few, a ballot beside the marks says too much about one person.
bool is_small_box(const journal::Event& event, int ballots_from) {
  if (event.kind != "BoxOpened" || !event.body) return false;
  boost::json::error_code error;
  const boost::json::value body = boost::json::parse(*event.body, error);
  const boost::json::value* ballots = !error && body.is_object() ? body.get_object().if_contains("ballots") : nullptr;
  return !ballots || !ballots->is_array() || std::cmp_less(ballots->get_array().size(), ballots_from);
}

std::string quoted(std::string_view text) { return boost::json::serialize(boost::json::string_view(text.data(), text.size())); }

}  // namespace

std::string_view withheld_because(std::string_view kind, Of of) {
  if (of == Of::involvement) {
    if (holds(given_of_case, kind)) return {};
    return holds(names_of_case, kind) ? "names" : holds(texts_of_case, kind) ? "texts" : holds(persons_of_case, kind) ? "person" : "desk";
  }
  if (holds(given, kind)) return {};
  if (holds(names, kind)) return "names";
  if (holds(texts, kind)) return "texts";
  return kind == "RankingChanged" ? "drafts" : "desk";
}

bool is_decided_for_cases(std::string_view kind) { return withheld_because(kind, Of::involvement) != "desk" || holds(desk_of_case, kind); }

std::string write_bundle_head(const BundleHead& head) {
  return fmt::format(R"({{"format":"knippe-log-1","origin":{},"room":"{}","size":{},"program":{}}})" "\n", quoted(head.origin),
                     to_base32(head.room.value), head.size, quoted(head.program));
}

std::string write_text_line(std::string_view name, std::string_view text) { return fmt::format("{{{}:{}}}\n", quoted(name), quoted(text)); }

std::string write_keys_line(std::string_view keys) {
  while (keys.ends_with('\n')) keys.remove_suffix(1);
  return fmt::format("{{\"keys\":{}}}\n", keys);
}

void write_record(std::string& out, const journal::Event& event, Of of, int ballots_from) {
  if (of == Of::involvement && event.actor.starts_with("phone:")) {
    fmt::format_to(std::back_inserter(out), R"({{"seq":{},"leaf":"{}","withheld":"person"}})" "\n", event.seq.value, to_hex(journal::leaf_hash(event)));
    return;
  }
  fmt::format_to(std::back_inserter(out), R"({{"seq":{},"kind":"{}","time":{},"actor":"{}","cause":"{}","commitment":"{}")", event.seq.value,
                 event.kind, event.time.ms, event.actor, to_hex(event.cause), to_hex(event.commitment));
  const std::string_view reason = is_small_box(event, ballots_from) ? "few" : withheld_because(event.kind, of);
  if (!reason.empty())
    fmt::format_to(std::back_inserter(out), R"(,"withheld":"{}"}})", reason);
  else if (!event.body || !event.salt)
    out += R"(,"erased":true})";
  else
    fmt::format_to(std::back_inserter(out), R"(,"salt":"{}","body":{}}})", to_hex(*event.salt), quoted(*event.body));
  out += '\n';
}

}  // namespace knippe::proof
