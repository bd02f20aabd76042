#pragma once
// The state of one workshop: everything a page needs, nothing about how it is stored. A fold over events.h.
// Texts live in their own members, so that an erased text leaves every count standing.

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/measure/measure.h"

namespace knippe::domain {

/// The seven stages of the method (a digital Nominal Group Technique), in their order.
enum class Stage { welcome, keys, supplement, rank, measures, pitch, result };
BOOST_DESCRIBE_ENUM(Stage, welcome, keys, supplement, rank, measures, pitch, result)
inline constexpr int stage_count = 7;

/// draft: being prepared, nobody can join. open: running. closed: over; read only, the code is dead.
enum class Phase { draft, open, closed };
BOOST_DESCRIBE_ENUM(Phase, draft, open, closed)

struct StagePlan {
  Stage stage = Stage::welcome;
  int minutes = 0;
  bool operator==(const StagePlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(StagePlan, (), (stage, minutes))

struct Settings {
  int places = 5;                               ///< k of the top-k ranking
  std::vector<int> points = {5, 4, 3, 2, 1};    ///< per place, not increasing; truncated Borda by default
  bool hidden_until_revealed = false;           ///< the running ranking is shown to nobody but the desk until revealed
  bool show_waiting = false;                    ///< the projector also shows supplements that are not yet accepted
  bool groups_fixed = false;                    ///< only the facilitator makes groups
  std::string time_zone = "Europe/Oslo";        ///< IANA name
  std::string language = "nb";                  ///< of the workshop's own texts
  std::vector<StagePlan> stages;                ///< all seven, in order; 0 minutes = no clock
  bool alone_first = false;                     ///< Ranger begins with each person's own ranking, in a ballot box
  int alone_minutes = 2;                        ///< of the stage's minutes; 0 = no clock
  bool persons_count = false;                   ///< the persons' own rankings make the result, where they may be shown; else the groups'
  int persons_shown_from = 4;                   ///< ballots in a box that may be published; workshops made since decision 21 have small_numbers.h's, set by the rules
  bool operator==(const Settings&) const = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (places, points, hidden_until_revealed, show_waiting, groups_fixed, time_zone, language, stages,
                       alone_first, alone_minutes, persons_count, persons_shown_from))

struct Description {
  std::string title;
  std::string question;
  std::string place;
  std::string date;    ///< "YYYY-MM-DD" or empty
  std::string starts;  ///< "HH:MM" in the room's time zone, or empty
  bool operator==(const Description&) const = default;
};
BOOST_DESCRIBE_STRUCT(Description, (), (title, question, place, date, starts))

/// A piece of advice that can be ranked: given at the start, or an accepted supplement.
struct Key {
  KeyId id;                    ///< 1.. in the order given; accepted supplements follow
  std::string label;           ///< "1".."18", or "A", "B", … for a supplement
  std::string short_name;
  std::string text;
  std::string language = "nb";
  std::string speaker;         ///< the name of whoever presents it; may be empty
  SupplementId origin;         ///< 0 for a key given at the start
  bool retired = false;        ///< a supplement taken back: not offered any more
  bool operator==(const Key&) const = default;
};
BOOST_DESCRIBE_STRUCT(Key, (), (id, label, short_name, text, language, speaker, origin, retired))

/// merged: stands under another supplement's key, as one of its sources.
enum class SupplementStatus { waiting, accepted, returned, withdrawn, merged };
BOOST_DESCRIBE_ENUM(SupplementStatus, waiting, accepted, returned, withdrawn, merged)

/// Who presents some of the keys given at the start.
struct Speaker {
  SpeakerId id = {};
  std::string name = {};         ///< empty when erased
  std::string affiliation = {};  ///< may be empty
  std::string notes = {};        ///< for whoever stands there; on no page but the desk's
  std::vector<KeyId> keys = {};  ///< in the order they are presented; a key has one speaker at most
  bool removed = false;
  bool operator==(const Speaker&) const = default;
};
BOOST_DESCRIBE_STRUCT(Speaker, (), (id, name, affiliation, notes, keys, removed))

/// How a key is worded.
struct KeyWording {
  std::string short_name;
  std::string text;
  bool operator==(const KeyWording&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeyWording, (), (short_name, text))

/// What the facilitator groups supplements under.
struct Theme {
  ThemeId id;
  std::string name;      ///< empty when erased
  bool removed = false;
  bool operator==(const Theme&) const = default;
};
BOOST_DESCRIBE_STRUCT(Theme, (), (id, name, removed))

/// A key that a group missed.
struct Supplement {
  SupplementId id;
  GroupNumber group;
  std::string text;            ///< empty when erased
  SupplementStatus status = SupplementStatus::waiting;
  std::string reason;          ///< the facilitator's word when returned
  KeyId key;                   ///< once accepted; kept when it is edited and accepted again, and while it is merged
  Instant proposed_at;
  SupplementId merged_into;    ///< whose key it stands under; 0: its own
  SupplementStatus before_merge = SupplementStatus::waiting;  ///< what it was before it took part in a merging
  KeyWording own_wording;      ///< of its key before others were merged into it; empty: it had no key
  ThemeId theme;               ///< 0: none
  bool operator==(const Supplement&) const = default;
};
BOOST_DESCRIBE_STRUCT(Supplement, (), (id, group, text, status, reason, key, proposed_at, merged_into, before_merge, own_wording,
                                        theme))

/// One group's ranking in one round. `handed_in` counts; `draft` is what lies on the table now.
struct Sheet {
  std::vector<KeyId> draft;
  std::vector<KeyId> handed_in;  ///< empty: not handed in
  Instant handed_in_at;
  bool is_handed_in() const { return !handed_in.empty(); }
  bool has_unsent_changes() const { return is_handed_in() && draft != handed_in; }
  bool operator==(const Sheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (draft, handed_in, handed_in_at))

/// A table.
struct Group {
  GroupNumber number;
  std::string name;                  ///< may be empty
  std::vector<std::string> members;  ///< optional, erasable
  int stated_people = 0;             ///< typed in, for a group without phones
  int phones = 0;                    ///< seated now
  bool paper = false;                ///< works on paper; the facilitator types it in
  bool wants_help = false;
  Instant help_since;
  Instant last_active;               ///< 0: not yet
  std::vector<Sheet> sheets;         ///< index: round - 1
  /// The larger of phones, names and the stated number.
  int people() const;
  bool operator==(const Group&) const = default;
};
BOOST_DESCRIBE_STRUCT(Group, (), (number, name, members, stated_people, phones, paper, wants_help, help_since,
                                  last_active, sheets))

/// What a person ranks alone: lies in the ballot box, never in this state.
struct PersonalBallot {
  std::vector<KeyId> draft;
  std::vector<KeyId> handed_in;  ///< empty: not handed in
  bool is_handed_in() const { return !handed_in.empty(); }
  bool has_unsent_changes() const { return is_handed_in() && draft != handed_in; }
  bool operator==(const PersonalBallot&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonalBallot, (), (draft, handed_in))

/// How many people of a group chose a key alone.
struct KeyPicks {
  KeyId key;
  int persons = 0;
  bool operator==(const KeyPicks&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeyPicks, (), (key, persons))

/// What a group sees of its members' own rankings: sums only, and only from `picks_shown_from` persons.
struct GroupPicks {
  GroupNumber group;
  int persons = 0;              ///< of the group who handed in
  std::vector<KeyPicks> picks;  ///< by key; keys that nobody chose are left out
  int of(KeyId key) const;
  bool operator==(const GroupPicks&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupPicks, (), (group, persons, picks))
inline constexpr int picks_shown_from = 4;

/// A round of ranking alone: who has handed in, and, once the box is open, the ballots without owners.
struct AloneRound {
  int round = 0;
  bool open = true;                          ///< the box takes ballots
  std::uint64_t opened_with = 0;             ///< number of the record that began it
  std::vector<PhoneId> handed_in;            ///< marks, one for each person, in the order given
  std::vector<std::vector<KeyId>> ballots;   ///< sorted by content
  std::vector<GroupPicks> picks;
  bool has_handed_in(PhoneId person) const;
  const GroupPicks* picks_of(GroupNumber group) const;
  bool operator==(const AloneRound&) const = default;
};
BOOST_DESCRIBE_STRUCT(AloneRound, (), (round, open, opened_with, handed_in, ballots, picks))

/// What a listener wrote: the poster's "Notater" and "Nøkler vi ikke hadde tenkt på".
enum class NoteKind { question, comment, new_key };
BOOST_DESCRIBE_ENUM(NoteKind, question, comment, new_key)

struct Note {
  NoteId id;
  GroupNumber from;
  GroupNumber about;
  NoteKind kind = NoteKind::comment;
  std::string text;  ///< empty when erased
  bool withdrawn = false;
  Instant taken_at;
  bool operator==(const Note&) const = default;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, from, about, kind, text, withdrawn, taken_at))

using PhotoId = Id<struct PhotoTag>;

/// A picture of a group's poster. The picture itself lies beside the log; `commitment` is a salted hash of it.
struct Photo {
  PhotoId id;
  GroupNumber group;
  std::string commitment;  ///< 64 hex digits
  int width = 0;           ///< pixels, as displayed
  int height = 0;
  std::string alt;         ///< what it shows, in words; empty: not described, or erased
  bool shown = false;      ///< the facilitator puts it in the report
  bool removed = false;
  Instant added_at;
  /// People outside the room may see it once the report is published: chosen, described, still there.
  bool is_public() const { return shown && !removed && !alt.empty(); }
  bool operator==(const Photo&) const = default;
};
BOOST_DESCRIBE_STRUCT(Photo, (), (id, group, commitment, width, height, alt, shown, removed, added_at))

/// A countdown. Running out never closes or deletes anything.
struct Countdown {
  std::int64_t planned_ms = 0;  ///< 0: no clock
  Instant ends_at;              ///< 0 while paused or without clock
  std::int64_t left_ms = 0;     ///< while paused
  bool is_paused() const { return planned_ms > 0 && ends_at.ms == 0; }
  /// Milliseconds left at `now`; negative when overtime; 0 without a clock.
  std::int64_t left_at(Instant now) const;
  bool operator==(const Countdown&) const = default;
};
BOOST_DESCRIBE_STRUCT(Countdown, (), (planned_ms, ends_at, left_ms))

struct Pitches {
  std::vector<GroupNumber> queue;    ///< those who have not pitched, in order; the first is next
  GroupNumber current;               ///< 0: nobody has the floor
  Countdown clock;                   ///< of the current pitch
  std::vector<GroupNumber> held;     ///< in the order they were held
  std::vector<GroupNumber> skipped;
  bool operator==(const Pitches&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pitches, (), (queue, current, clock, held, skipped))

/// What the projector shows. `follow` shows what belongs to the present stage.
enum class ProjectorView { follow, instructions, join, keys, supplements, words, top, measures, pitch, thanks };
BOOST_DESCRIBE_ENUM(ProjectorView, follow, instructions, join, keys, supplements, words, top, measures, pitch, thanks)

struct Projector {
  ProjectorView view = ProjectorView::follow;
  bool blank = false;  ///< one press hides everything
  KeyId presented;     ///< the key being presented; 0: none
  SpeakerId speaker;   ///< the wall of keys shows only this speaker's; 0: all
  bool operator==(const Projector&) const = default;
};
BOOST_DESCRIBE_STRUCT(Projector, (), (view, blank, presented, speaker))

struct Workshop {
  Phase phase = Phase::draft;
  bool exists = false;
  bool simulated = false;                     ///< a program plays the tables
  bool rehearsal = false;                     ///< a copy to practise on
  bool deleted = false;                       ///< for good; nothing else is known of it
  Instant deleted_at;
  std::string template_name;
  Settings settings;
  Description about;
  std::vector<Key> keys;
  std::vector<Speaker> speakers;              ///< index: id - 1
  std::vector<SpeakerId> speaker_order;       ///< those not removed, as they come on

  Stage stage = Stage::welcome;
  Instant stage_since;
  Instant started_at;
  Instant closed_at;
  Countdown clock;
  std::vector<Stage> visited;       ///< each stage once, in the order first opened
  int round = 0;                    ///< of ranking; 0: not opened yet
  bool revealed = false;            ///< the ranking may be shown although hidden_until_revealed
  bool door_open = true;
  std::vector<AloneRound> alone;    ///< rounds that began with the individual part, in order

  std::vector<Group> groups;                 ///< by number, in order of making
  std::vector<GroupNumber> seats;            ///< index: phone number - 1; 0: not seated
  std::map<std::uint32_t, std::string> phone_names;
  std::vector<Supplement> supplements;       ///< index: id - 1
  std::vector<Measure> measures;             ///< index: id - 1
  std::vector<Note> notes;                   ///< index: id - 1
  std::vector<Photo> photos;                 ///< index: id - 1
  std::vector<Theme> themes;                 ///< index: id - 1
  Pitches pitches;
  Projector projector;
  bool published = false;
  Instant published_at;

  const Group* find_group(GroupNumber number) const;
  Group* find_group(GroupNumber number);
  const Key* find_key(KeyId id) const;
  Key* find_key(KeyId id);
  const Supplement* find_supplement(SupplementId id) const;
  const Measure* find_measure(MeasureId id) const;
  const Note* find_note(NoteId id) const;
  const Photo* find_photo(PhotoId id) const;
  /// A theme that has not been removed, or nullptr.
  const Theme* find_theme(ThemeId id) const;
  /// A speaker who has not been removed, or nullptr.
  const Speaker* find_speaker(SpeakerId id) const;
  /// The supplements merged into this one, in the order they were proposed.
  std::vector<const Supplement*> merged_into(SupplementId id) const;
  /// What an accepted supplement's key is made of: its own supplement first, then those merged into it. Empty for a key given at the start.
  std::vector<const Supplement*> sources_of(const Key& key) const;
  /// The groups behind those, each once, by number.
  std::vector<GroupNumber> groups_behind(const Key& key) const;
  /// The group a phone sits in; 0 when it does not.
  GroupNumber seat_of(PhoneId phone) const;
  /// The sheet of a group in a round, or nullptr.
  const Sheet* sheet_of(GroupNumber group, int round) const;
  /// The last round in which anyone handed in what counts; 0 when nobody has. This is the round whose ranking counts.
  int counted_round() const;
  /// Whether any group handed in in this round.
  bool groups_ranked_in(int round) const;
  /// Whether the ballots of this box may be published: it is open, and as many as the room was promised handed in.
  bool may_show(const AloneRound& one) const;
  /// Whether the persons' own rankings make this round's result: the set-up says so, and they may be shown.
  bool persons_count_in(int round) const;
  /// The present round's individual part, while it goes on; nullptr otherwise.
  const AloneRound* open_alone() const;
  /// The individual part of a round, or nullptr when it had none.
  const AloneRound* alone_of(int round) const;
  /// How many of those who sit at this table have handed in their own ranking.
  int handed_in_alone(const AloneRound& alone, GroupNumber group) const;
  bool has_visited(Stage wanted) const;
  /// Minutes planned for a stage.
  int minutes_of(Stage wanted) const;
  /// Whether participants may see the running ranking.
  bool ranking_is_visible() const;
  int people() const;
  bool operator==(const Workshop&) const = default;
};
BOOST_DESCRIBE_STRUCT(Workshop, (),
                      (phase, exists, simulated, rehearsal, deleted, deleted_at, template_name, settings, about, keys, speakers, speaker_order, stage, stage_since, started_at,
                       closed_at, clock, visited, round, revealed, door_open, alone, groups, seats, phone_names, supplements,
                       measures, notes, photos, themes, pitches, projector, published, published_at))

/// "A" … "Z", "AA", … for 0, 1, …
std::string letter_label(std::size_t index);

}  // namespace knippe::domain
