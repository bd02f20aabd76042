#pragma once
// What has happened. Past tense; one JSON object each in the journal (docs/formats/journal.md). Choices and counts never share
// an event with names or free text: the events marked (text) can be erased without moving a number.

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "domain/actor.h"
#include "domain/numbered_text.h"
#include "domain/workshop/workshop.h"

namespace knippe::domain {

struct WorkshopCreated { Settings settings; bool simulated = false; std::string template_name; bool rehearsal = false; };
BOOST_DESCRIBE_STRUCT(WorkshopCreated, (), (settings, simulated, template_name, rehearsal))
struct WorkshopDescribed { Description about; };                                     // (text)
BOOST_DESCRIBE_STRUCT(WorkshopDescribed, (), (about))
struct SettingsChanged { Settings settings; };
BOOST_DESCRIBE_STRUCT(SettingsChanged, (), (settings))
/// The whole list of keys given at the start; replaces an earlier list.
struct KeysListed { std::vector<Key> keys; };                                        // (text)
BOOST_DESCRIBE_STRUCT(KeysListed, (), (keys))
struct SpeakerAdded { SpeakerId speaker; };
BOOST_DESCRIBE_STRUCT(SpeakerAdded, (), (speaker))
struct SpeakerWorded { SpeakerId speaker; std::string name; std::string affiliation; };  // (text)
BOOST_DESCRIBE_STRUCT(SpeakerWorded, (), (speaker, name, affiliation))
struct SpeakerNoted { SpeakerId speaker; std::string notes; };                       // (text)
BOOST_DESCRIBE_STRUCT(SpeakerNoted, (), (speaker, notes))
/// All who are not removed, as they come on.
struct SpeakersOrdered { std::vector<SpeakerId> order; };
BOOST_DESCRIBE_STRUCT(SpeakersOrdered, (), (order))
struct SpeakerRemoved { SpeakerId speaker; };
BOOST_DESCRIBE_STRUCT(SpeakerRemoved, (), (speaker))
/// The keys a speaker presents, in order; taken from whoever had them.
struct KeysAssigned { SpeakerId speaker; std::vector<KeyId> keys; };
BOOST_DESCRIBE_STRUCT(KeysAssigned, (), (speaker, keys))
struct WorkshopOpened {};
BOOST_DESCRIBE_STRUCT(WorkshopOpened, (), ())
struct WorkshopClosed {};
BOOST_DESCRIBE_STRUCT(WorkshopClosed, (), ())
/// `round` is the ranking round from now on (it grows each time Ranger is opened anew).
/// `alone`: Ranger begins with the individual part.
struct StageOpened { Stage stage = Stage::welcome; int round = 0; Countdown clock; bool alone = false; };
BOOST_DESCRIBE_STRUCT(StageOpened, (), (stage, round, clock, alone))
struct ClockSet { Countdown clock; };
BOOST_DESCRIBE_STRUCT(ClockSet, (), (clock))
struct DoorSet { bool open = true; };
BOOST_DESCRIBE_STRUCT(DoorSet, (), (open))
struct ResultRevealed { bool revealed = true; };
BOOST_DESCRIBE_STRUCT(ResultRevealed, (), (revealed))

struct GroupMade { GroupNumber group; bool paper = false; };
BOOST_DESCRIBE_STRUCT(GroupMade, (), (group, paper))
struct GroupDescribed { GroupNumber group; std::string name; std::vector<std::string> members; };  // (text)
BOOST_DESCRIBE_STRUCT(GroupDescribed, (), (group, name, members))
struct GroupSized { GroupNumber group; int people = 0; };
BOOST_DESCRIBE_STRUCT(GroupSized, (), (group, people))
struct PhoneSeated { PhoneId phone; GroupNumber group; };
BOOST_DESCRIBE_STRUCT(PhoneSeated, (), (phone, group))
struct PhoneReleased { PhoneId phone; };
BOOST_DESCRIBE_STRUCT(PhoneReleased, (), (phone))
struct PhoneNamed { PhoneId phone; std::string name; };                              // (text)
BOOST_DESCRIBE_STRUCT(PhoneNamed, (), (phone, name))
struct HelpAsked { GroupNumber group; bool wanted = true; };
BOOST_DESCRIBE_STRUCT(HelpAsked, (), (group, wanted))

struct SupplementProposed { SupplementId supplement; GroupNumber group; };
BOOST_DESCRIBE_STRUCT(SupplementProposed, (), (supplement, group))
struct SupplementWorded { SupplementId supplement; std::string text; };              // (text)
BOOST_DESCRIBE_STRUCT(SupplementWorded, (), (supplement, text))
/// Edited by its group: waits again. An accepted key is retired until accepted again.
struct SupplementResubmitted { SupplementId supplement; };
BOOST_DESCRIBE_STRUCT(SupplementResubmitted, (), (supplement))
struct SupplementWithdrawn { SupplementId supplement; };
BOOST_DESCRIBE_STRUCT(SupplementWithdrawn, (), (supplement))
struct SupplementAccepted { SupplementId supplement; KeyId key; std::string label; };
BOOST_DESCRIBE_STRUCT(SupplementAccepted, (), (supplement, key, label))
/// Short name and wording of an accepted supplement, as the facilitator set them.
struct KeyWorded { KeyId key; std::string short_name; std::string text; std::string language; };  // (text)
BOOST_DESCRIBE_STRUCT(KeyWorded, (), (key, short_name, text, language))
struct SupplementReturned { SupplementId supplement; };
BOOST_DESCRIBE_STRUCT(SupplementReturned, (), (supplement))
struct SupplementAnswered { SupplementId supplement; std::string reason; };          // (text)
BOOST_DESCRIBE_STRUCT(SupplementAnswered, (), (supplement, reason))

/// One key made of several supplements. `into` owns it; `sources` are the others, which keep their words and stand under it. No ballot is
/// changed: a key that stands on a sheet is never among the sources' own.
struct SupplementsMerged { SupplementId into; std::vector<SupplementId> sources; KeyId key; std::string label; };
BOOST_DESCRIBE_STRUCT(SupplementsMerged, (), (into, sources, key, label))
/// Undone: each is again what it was before.
struct SupplementsParted { SupplementId supplement; };
BOOST_DESCRIBE_STRUCT(SupplementsParted, (), (supplement))

struct ThemeMade { ThemeId theme; };
BOOST_DESCRIBE_STRUCT(ThemeMade, (), (theme))
struct ThemeNamed { ThemeId theme; std::string name; };                              // (text)
BOOST_DESCRIBE_STRUCT(ThemeNamed, (), (theme, name))
struct ThemeRemoved { ThemeId theme; };
BOOST_DESCRIBE_STRUCT(ThemeRemoved, (), (theme))
/// Put under a theme; 0: taken out.
struct SupplementThemed { SupplementId supplement; ThemeId theme; };
BOOST_DESCRIBE_STRUCT(SupplementThemed, (), (supplement, theme))

struct RankingChanged { GroupNumber group; int round = 0; std::vector<KeyId> choices; };
BOOST_DESCRIBE_STRUCT(RankingChanged, (), (group, round, choices))
struct RankingHandedIn { GroupNumber group; int round = 0; std::vector<KeyId> choices; };
BOOST_DESCRIBE_STRUCT(RankingHandedIn, (), (group, round, choices))
/// The facilitator gave the sheet back: it does not count until handed in again.
struct RankingGivenBack { GroupNumber group; int round = 0; };
BOOST_DESCRIBE_STRUCT(RankingGivenBack, (), (group, round))

/// Never in the log: the desk lays it in the ballot box, where it replaces the person's earlier one.
struct BallotLaid { PhoneId person; PersonalBallot ballot; };
BOOST_DESCRIBE_STRUCT(BallotLaid, (), (person, ballot))
/// The person's mark, once a round; what was chosen stands nowhere near it.
struct PersonHandedIn { PhoneId person; int round = 0; };
BOOST_DESCRIBE_STRUCT(PersonHandedIn, (), (person, round))
/// The individual part is over: every ballot of the round, sorted by content, without owner or time. As many as marks.
struct BoxOpened { int round = 0; std::vector<std::vector<KeyId>> ballots; };
BOOST_DESCRIBE_STRUCT(BoxOpened, (), (round, ballots))
/// How often each key was chosen at the tables where that says little enough about one person (decision 8).
struct PicksCounted { int round = 0; std::vector<GroupPicks> groups; };
BOOST_DESCRIBE_STRUCT(PicksCounted, (), (round, groups))

/// Made, or its key changed.
struct MeasurePlanned { MeasureId measure; GroupNumber group; KeyId key; };
BOOST_DESCRIBE_STRUCT(MeasurePlanned, (), (measure, group, key))
struct MeasureWorded { MeasureId measure; std::string text; std::string owner; std::string date; };  // (text)
BOOST_DESCRIBE_STRUCT(MeasureWorded, (), (measure, text, owner, date))
struct MeasureDeleted { MeasureId measure; };
BOOST_DESCRIBE_STRUCT(MeasureDeleted, (), (measure))
/// An answer to "Hvordan gikk det?"; `date` is a new date to be done by, or empty. Answers of a measure are numbered from 1.
struct MeasureFollowedUp { MeasureId measure; Progress progress = Progress::planned; bool trial = false; std::string date; bool by_owner = false; };
BOOST_DESCRIBE_STRUCT(MeasureFollowedUp, (), (measure, progress, trial, date, by_owner))
struct FollowUpWorded { MeasureId measure; int answer = 0; std::string text; };      // (text)
BOOST_DESCRIBE_STRUCT(FollowUpWorded, (), (measure, answer, text))

struct PitchesQueued { std::vector<GroupNumber> queue; };
BOOST_DESCRIBE_STRUCT(PitchesQueued, (), (queue))
struct PitchStarted { GroupNumber group; Countdown clock; };
BOOST_DESCRIBE_STRUCT(PitchStarted, (), (group, clock))
struct PitchClockSet { Countdown clock; };
BOOST_DESCRIBE_STRUCT(PitchClockSet, (), (clock))
struct PitchEnded { GroupNumber group; bool skipped = false; };
BOOST_DESCRIBE_STRUCT(PitchEnded, (), (group, skipped))
struct NoteTaken { NoteId note; GroupNumber from; GroupNumber about; NoteKind kind = NoteKind::comment; };
BOOST_DESCRIBE_STRUCT(NoteTaken, (), (note, from, about, kind))
struct NoteWorded { NoteId note; std::string text; };                                // (text)
BOOST_DESCRIBE_STRUCT(NoteWorded, (), (note, text))
struct NoteWithdrawn { NoteId note; };
BOOST_DESCRIBE_STRUCT(NoteWithdrawn, (), (note))

/// `commitment`: SHA-256 of a secret salt and the picture's bytes, so that the log holds nothing of it.
struct PhotoAdded { PhotoId photo; GroupNumber group; std::string commitment; int width = 0; int height = 0; };
BOOST_DESCRIBE_STRUCT(PhotoAdded, (), (photo, group, commitment, width, height))
struct PhotoDescribed { PhotoId photo; std::string alt; };                           // (text)
BOOST_DESCRIBE_STRUCT(PhotoDescribed, (), (photo, alt))
struct PhotoShown { PhotoId photo; bool shown = true; };
BOOST_DESCRIBE_STRUCT(PhotoShown, (), (photo, shown))
struct PhotoRemoved { PhotoId photo; };
BOOST_DESCRIBE_STRUCT(PhotoRemoved, (), (photo))

struct ProjectorSet { Projector projector; };
BOOST_DESCRIBE_STRUCT(ProjectorSet, (), (projector))
struct ReportPublished { bool published = true; };
BOOST_DESCRIBE_STRUCT(ReportPublished, (), (published))

/// Deleted for good: the last record of the room, and the only one whose body is kept.
struct RoomClosed {};
BOOST_DESCRIBE_STRUCT(RoomClosed, (), ())

/// One text with all its wordings: a group's names, a phone's name, what was written, a picture with its description.
enum class TextKind { group, phone, supplement, reason, key, measure, note, photo, speaker, speaker_notes };
BOOST_DESCRIBE_ENUM(TextKind, group, phone, supplement, reason, key, measure, note, photo, speaker, speaker_notes)
/// Numbered as the group, phone, supplement (also for its reason), key, measure, note, photo or speaker (also for the notes) is.
using TextRef = NumberedText<TextKind>;
/// From here on the text is gone: the bodies of all earlier records that hold it are erased (texts.h says which).
struct TextErased { TextRef text; };
BOOST_DESCRIBE_STRUCT(TextErased, (), (text))

/// A text that was erased: its kind is known, its content is gone. apply() leaves the earlier text empty or as it was.
struct Erased { std::string kind; };
BOOST_DESCRIBE_STRUCT(Erased, (), (kind))

/// One of the above. A class of its own, so that copying and destroying one is compiled once and not in every file that holds one.
struct Event : std::variant<WorkshopCreated, WorkshopDescribed, SettingsChanged, KeysListed, WorkshopOpened, WorkshopClosed, StageOpened, ClockSet,
                            DoorSet, ResultRevealed, GroupMade, GroupDescribed, GroupSized, PhoneSeated, PhoneReleased, PhoneNamed, HelpAsked,
                            SupplementProposed, SupplementWorded, SupplementResubmitted, SupplementWithdrawn, SupplementAccepted, KeyWorded,
                            SupplementReturned, SupplementAnswered, RankingChanged, RankingHandedIn, RankingGivenBack, MeasurePlanned, MeasureWorded,
                            MeasureDeleted, PitchesQueued, PitchStarted, PitchClockSet, PitchEnded, NoteTaken, NoteWorded, NoteWithdrawn,
                            ProjectorSet, ReportPublished, PhotoAdded, PhotoDescribed, PhotoShown, PhotoRemoved, RoomClosed, BallotLaid,
                            PersonHandedIn, BoxOpened, PicksCounted, TextErased, MeasureFollowedUp, FollowUpWorded, SupplementsMerged,
                            SupplementsParted, ThemeMade, ThemeNamed, ThemeRemoved, SupplementThemed, SpeakerAdded, SpeakerWorded, SpeakerNoted,
                            SpeakersOrdered, SpeakerRemoved, KeysAssigned, Erased> {
  using variant::variant;
  Event();
  Event(const Event&);
  Event(Event&&) noexcept;
  Event& operator=(const Event&);
  Event& operator=(Event&&) noexcept;
  ~Event();
};
using Events = std::vector<Event>;

/// Folds one event into the state. Total: unknown references and erased texts change nothing that they cannot.
void apply(Workshop& workshop, const Event& event, const Recorded& recorded);

}  // namespace knippe::domain
