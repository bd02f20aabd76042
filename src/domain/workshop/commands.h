#pragma once
// What someone wants done. decide() says what then happens, or why not. Refusals name a message key (`error.<key>`).
//
// A phone may act for the group it sits in and only while that stage is open; whoever runs the room may act for any group from
// the moment its stage has been opened once (that is how a paper group is typed in).

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "domain/actor.h"
#include "domain/workshop/events.h"

namespace knippe::domain {

// --- preparing and running (facilitator) ---
/// Who stands as `speaker` beside a key becomes a speaker with that key. `speakers`: what a copy brings along of them, found by name.
struct CreateWorkshop { Settings settings; Description about; std::vector<Key> keys; bool simulated = false; std::string template_name;
                        bool rehearsal = false; std::vector<Speaker> speakers = {}; };
/// While a draft everything may change; once open only the description and the minutes of coming stages.
struct ChangeWorkshop { Settings settings; Description about; std::vector<Key> keys; };
/// Facilitator, at any time: a new speaker (0), or what is to stand of one. A key moves here from whoever had it.
struct IntroduceSpeaker { SpeakerId speaker; std::string name; std::string affiliation; std::string notes; std::vector<KeyId> keys; };
/// `place` counts from 1 and is clamped to the list.
struct MoveSpeaker { SpeakerId speaker; int place = 1; };
struct RemoveSpeaker { SpeakerId speaker; };
struct OpenWorkshop {};
struct CloseWorkshop {};
/// Any of the seven, forwards or back. Opening Ranger again after leaving it starts a new round.
struct OpenStage { Stage stage = Stage::welcome; };
struct PauseClock {};
struct ResumeClock {};
/// Adds (or takes, when negative) time on the stage's clock.
struct ExtendClock { int minutes = 0; };
struct SetDoor { bool open = true; };
struct RevealResult { bool revealed = true; };
struct SetProjector { Projector projector; };
struct PublishReport { bool published = true; };
/// Deletes the workshop for good. That the actor may is checked at the door: only its owner or an administrator.
struct CloseRoom {};
/// Erases texts, names and pictures with all their earlier wordings. Who may erase which is checked at the door.
struct EraseTexts { std::vector<TextRef> texts; };

// --- groups and phones ---
/// The new group gets the next number. A phone that makes a group also sits down in it.
struct MakeGroup { std::string name; std::vector<std::string> members; int people = 0; bool paper = false; std::string phone_name; };
struct DescribeGroup { GroupNumber group; std::string name; std::vector<std::string> members; int people = 0; };
/// A phone sits down (or moves) to a group. `phone_name` is optional and shown to the group and the facilitator only.
struct SitDown { GroupNumber group; std::string phone_name; };
struct LeaveGroup {};
/// The facilitator releases a phone from its group.
struct ReleasePhone { PhoneId phone; };
struct AskForHelp { GroupNumber group; bool wanted = true; };

// --- Suppler ---
/// `look_first`: whoever asks has seen that others are alike and wants it held back (`supplement.alike`) until the group has looked. A
/// command that was answered before gets that answer all the same.
struct ProposeSupplement { GroupNumber group; std::string text; bool look_first = false; };
struct EditSupplement { SupplementId supplement; std::string text; };
struct WithdrawSupplement { SupplementId supplement; };
/// Facilitator. An empty short name is derived from the text; an empty text keeps the group's words.
struct AcceptSupplement { SupplementId supplement; std::string short_name; std::string text; };
struct ReturnSupplement { SupplementId supplement; std::string reason; };

/// Facilitator: makes one key of two supplements or more. It belongs to the one that stands on a ranking, else the first accepted, else the
/// first proposed. Refused when two of them stand on rankings (`supplement.both_ranked`): no ballot is rewritten. An empty text keeps the
/// words of the one it belongs to.
struct MergeSupplements { std::vector<SupplementId> sources; std::string short_name; std::string text; };
/// Facilitator: undoes all merging into this one. Refused once its key stands on a ranking (`supplement.ranked`).
struct PartSupplements { SupplementId supplement; };
/// Facilitator: a new theme (0) with these supplements, or another name for one.
struct NameTheme { ThemeId theme; std::string name; std::vector<SupplementId> supplements; };
/// Its supplements stay, without a theme.
struct RemoveTheme { ThemeId theme; };
/// 0: out of its theme.
struct MoveToTheme { SupplementId supplement; ThemeId theme; };

// --- Ranger ---
struct ChooseKey { GroupNumber group; KeyId key; };
struct DropKey { GroupNumber group; KeyId key; };
/// `place` counts from 1 and is clamped to the list.
struct MoveKey { GroupNumber group; KeyId key; int place = 1; };
/// Hands in what lies on the table (the full number of places), or `choices` when given (paper, simulation, one request).
struct HandInRanking { GroupNumber group; std::vector<KeyId> choices; };
struct GiveBackRanking { GroupNumber group; };

// --- Ranger, each person alone: the acting phone's own list, in the ballot box until the part ends ---
struct ChooseKeyAlone { KeyId key; };
struct DropKeyAlone { KeyId key; };
struct MoveKeyAlone { KeyId key; int place = 1; };
/// Hands in what the person has chosen, or `choices` when given. Again before the end: the new ballot replaces the old one.
struct HandInAlone { std::vector<KeyId> choices; };
/// Facilitator: opens the box and begins the group's part.
struct EndAlone {};

// --- Tiltak ---
struct PlanMeasure { GroupNumber group; std::string text; std::string owner; std::string date; KeyId key; };
struct EditMeasure { MeasureId measure; std::string text; std::string owner; std::string date; KeyId key; };
struct DeleteMeasure { MeasureId measure; };
/// After the seminar: how it went. Its owner (by link) and whoever runs the room, once the report is published or the room closed.
struct FollowUpMeasure { MeasureId measure; Progress progress = Progress::planned; bool trial = false; std::string text; std::string date; };

// --- Pitch ---
struct QueuePitches { std::vector<GroupNumber> queue; };
/// Starts the sixty seconds of a group; 0 = the first in the queue. Whoever had the floor is done.
struct StartPitch { GroupNumber group; };
struct PausePitch {};
struct ResumePitch {};
/// The current one is done. The pitching group may say so itself.
struct EndPitch {};
struct SkipPitch { GroupNumber group; };
struct TakeNote { GroupNumber from; GroupNumber about; NoteKind kind = NoteKind::comment; std::string text; };
struct WithdrawNote { NoteId note; };

// --- photos of the poster ---
/// The picture lies in the store already. A phone adds to its own group while the workshop is open, whoever runs the room also after.
struct AddPhoto { GroupNumber group; std::string commitment; int width = 0; int height = 0; };
/// What the picture shows, in words.
struct DescribePhoto { PhotoId photo; std::string alt; };
/// Facilitator: puts it in the report with this description, which cannot be empty (`photo.no_alt`), or takes it out.
struct ShowPhoto { PhotoId photo; bool shown = true; std::string alt; };
struct RemovePhoto { PhotoId photo; };

/// One of the above. A class of its own, so that copying and destroying one is compiled once and not in every file that holds one.
struct Command : std::variant<CreateWorkshop, ChangeWorkshop, OpenWorkshop, CloseWorkshop, OpenStage, PauseClock, ResumeClock, ExtendClock, SetDoor,
                              RevealResult, SetProjector, PublishReport, MakeGroup, DescribeGroup, SitDown, LeaveGroup, ReleasePhone, AskForHelp,
                              ProposeSupplement, EditSupplement, WithdrawSupplement, AcceptSupplement, ReturnSupplement, ChooseKey, DropKey, MoveKey,
                              HandInRanking, GiveBackRanking, ChooseKeyAlone, DropKeyAlone, MoveKeyAlone, HandInAlone, EndAlone, PlanMeasure,
                              EditMeasure, DeleteMeasure, FollowUpMeasure, QueuePitches, StartPitch, PausePitch, ResumePitch, EndPitch, SkipPitch,
                              TakeNote, WithdrawNote, AddPhoto, DescribePhoto, ShowPhoto, RemovePhoto, CloseRoom, EraseTexts, MergeSupplements,
                              PartSupplements, NameTheme, RemoveTheme, MoveToTheme, IntroduceSpeaker, MoveSpeaker, RemoveSpeaker> {
  using variant::variant;
  Command();
  Command(const Command&);
  Command(Command&&) noexcept;
  Command& operator=(const Command&);
  Command& operator=(Command&&) noexcept;
  ~Command();
};

/// The one entrance to the rules. Pure; an empty list of events means "already so".
Result<Events> decide(const Workshop& workshop, const Command& command, const Context& context);

}  // namespace knippe::domain
