#include <algorithm>

#include "domain/limits.h"
#include "domain/numbered.h"
#include "domain/workshop/events.h"
#include "domain/workshop/texts.h"

namespace knippe::domain {
namespace {

/// One fold step; each event has one overload.
struct Fold {
  Workshop& w;
  Recorded recorded;

  void touch(GroupNumber number) {
    if (Group* group = w.find_group(number)) group->last_active = recorded.time;
  }

  Sheet* sheet(GroupNumber number, int round) {
    Group* group = w.find_group(number);
    if (!group || round < 1 || round > w.round) return nullptr;
    const auto size = static_cast<std::size_t>(round);
    if (group->sheets.size() < size) group->sheets.resize(size);
    return &group->sheets[size - 1];
  }

  void leave_seat(PhoneId phone) {
    const GroupNumber seat = w.seat_of(phone);
    if (Group* group = w.find_group(seat)) --group->phones;
    if (seat) w.seats[phone.value - 1] = {};
  }

  void operator()(const WorkshopCreated& e) {
    w.exists = true;
    w.settings = e.settings;
    w.simulated = e.simulated;
    w.rehearsal = e.rehearsal;
    w.template_name = e.template_name;
  }
  void operator()(const WorkshopDescribed& e) { w.about = e.about; }
  void operator()(const SettingsChanged& e) { w.settings = e.settings; }
  void operator()(const KeysListed& e) {
    w.keys = e.keys;
    for (const Speaker& speaker : w.speakers) name_keys(speaker.keys, speaker.name);
  }

  void name_keys(const std::vector<KeyId>& keys, const std::string& name) {
    for (const KeyId id : keys)
      if (Key* key = w.find_key(id)) key->speaker = name;
  }
  void operator()(const SpeakerAdded& e) {
    const std::size_t before = w.speakers.size();
    if (next_or_at(w.speakers, e.speaker) && w.speakers.size() > before) w.speaker_order.push_back(e.speaker);
  }
  void operator()(const SpeakerWorded& e) {
    Speaker* speaker = at(w.speakers, e.speaker);
    if (!speaker || speaker->removed) return;
    speaker->name = e.name;
    speaker->affiliation = e.affiliation;
    name_keys(speaker->keys, e.name);
  }
  void operator()(const SpeakerNoted& e) {
    if (Speaker* speaker = at(w.speakers, e.speaker); speaker && !speaker->removed) speaker->notes = e.notes;
  }
  void operator()(const SpeakersOrdered& e) { w.speaker_order = e.order; }
  void operator()(const KeysAssigned& e) {
    Speaker* speaker = at(w.speakers, e.speaker);
    if (!speaker) return;
    name_keys(speaker->keys, {});
    for (Speaker& other : w.speakers)
      std::erase_if(other.keys, [&](KeyId key) { return stands_in(e.keys, key); });
    speaker->keys = e.keys;
    name_keys(speaker->keys, speaker->name);
  }
  void operator()(const SpeakerRemoved& e) {
    Speaker* speaker = at(w.speakers, e.speaker);
    if (!speaker) return;
    name_keys(speaker->keys, {});
    *speaker = {.id = e.speaker, .removed = true};
    std::erase(w.speaker_order, e.speaker);
    if (w.projector.speaker == e.speaker) w.projector.speaker = {};
  }
  void operator()(const WorkshopOpened&) {
    w.phase = Phase::open;
    w.started_at = recorded.time;
  }
  void operator()(const WorkshopClosed&) {
    w.phase = Phase::closed;
    w.door_open = false;
    w.closed_at = recorded.time;
    w.clock = {};
    w.pitches.current = {};
  }
  void operator()(const StageOpened& e) {
    w.stage = e.stage;
    w.stage_since = recorded.time;
    w.clock = e.clock;
    if (!w.has_visited(e.stage)) w.visited.push_back(e.stage);
    if (e.round > w.round) open_round(e.round);
    if (e.alone) {
      AloneRound& begun = w.alone.emplace_back();
      begun.round = e.round;
      begun.opened_with = recorded.seq.value;
    }
  }
  /// A new round begins with what lay on each table; nothing of it is handed in.
  void open_round(int round) {
    const int before = w.round;
    w.round = round;
    w.revealed = false;
    for (Group& group : w.groups)
      if (const Sheet* old = w.sheet_of(group.number, before)) {
        std::vector<KeyId> draft = old->draft;
        if (Sheet* fresh = sheet(group.number, round)) fresh->draft = std::move(draft);
      }
  }
  void operator()(const ClockSet& e) { w.clock = e.clock; }
  void operator()(const DoorSet& e) { w.door_open = e.open; }
  void operator()(const ResultRevealed& e) { w.revealed = e.revealed; }

  void operator()(const GroupMade& e) {
    if (e.group.value != w.groups.size() + 1) return;
    Group& group = w.groups.emplace_back();
    group.number = e.group;
    group.paper = e.paper;
  }
  void operator()(const GroupDescribed& e) {
    if (Group* group = w.find_group(e.group)) {
      group->name = e.name;
      group->members = e.members;
    }
  }
  void operator()(const GroupSized& e) {
    if (Group* group = w.find_group(e.group)) group->stated_people = e.people;
  }
  void operator()(const PhoneSeated& e) {
    if (e.phone.value < 1 || e.phone.value > limits::phones) return;
    leave_seat(e.phone);
    if (w.seats.size() < e.phone.value) w.seats.resize(e.phone.value);
    if (Group* group = w.find_group(e.group)) {
      w.seats[e.phone.value - 1] = e.group;
      ++group->phones;
      group->last_active = recorded.time;
    }
  }
  void operator()(const PhoneReleased& e) {
    leave_seat(e.phone);
    w.phone_names.erase(e.phone.value);
  }
  void operator()(const PhoneNamed& e) {
    if (e.name.empty())
      w.phone_names.erase(e.phone.value);
    else
      w.phone_names[e.phone.value] = e.name;
  }
  void operator()(const HelpAsked& e) {
    if (Group* group = w.find_group(e.group)) {
      group->wants_help = e.wanted;
      group->help_since = e.wanted ? recorded.time : Instant{};
    }
  }

  void operator()(const SupplementProposed& e) {
    if (Supplement* supplement = next_or_at(w.supplements, e.supplement)) {
      supplement->group = e.group;
      supplement->proposed_at = recorded.time;
      touch(e.group);
    }
  }
  void operator()(const SupplementWorded& e) {
    if (Supplement* supplement = at(w.supplements, e.supplement)) supplement->text = e.text;
  }
  void retire_key(const Supplement& supplement, bool retired) {
    if (Key* key = w.find_key(supplement.key)) key->retired = retired;
  }
  void operator()(const SupplementResubmitted& e) {
    if (Supplement* supplement = at(w.supplements, e.supplement)) {
      supplement->status = SupplementStatus::waiting;
      supplement->reason.clear();
      retire_key(*supplement, true);
      touch(supplement->group);
    }
  }
  void operator()(const SupplementWithdrawn& e) {
    if (Supplement* supplement = at(w.supplements, e.supplement)) {
      supplement->status = SupplementStatus::withdrawn;
      retire_key(*supplement, true);
      touch(supplement->group);
    }
  }
  void operator()(const SupplementAccepted& e) {
    Supplement* supplement = at(w.supplements, e.supplement);
    if (!supplement) return;
    Key* key = next_or_at(w.keys, e.key);
    if (!key) return;
    key->origin = e.supplement;
    key->label = e.label;
    key->retired = false;
    key->language = w.settings.language;
    if (key->text.empty()) key->short_name = key->text = erased_mark(key->language);  // until worded, or for good
    supplement->status = SupplementStatus::accepted;
    supplement->reason.clear();
    supplement->key = e.key;
  }
  void operator()(const KeyWorded& e) {
    if (Key* key = w.find_key(e.key)) {
      key->short_name = e.short_name;
      key->text = e.text;
      key->language = e.language;
    }
  }
  void operator()(const SupplementReturned& e) {
    if (Supplement* supplement = at(w.supplements, e.supplement)) {
      supplement->status = SupplementStatus::returned;
      retire_key(*supplement, true);
    }
  }
  void operator()(const SupplementAnswered& e) {
    if (Supplement* supplement = at(w.supplements, e.supplement)) supplement->reason = e.reason;
  }

  bool has_merged(const Supplement& supplement) const { return !w.merged_into(supplement.id).empty(); }
  /// What parting gives back, noted once.
  void remember(Supplement& supplement) {
    if (supplement.merged_into || has_merged(supplement)) return;
    supplement.before_merge = supplement.status;
    supplement.own_wording = {};
    if (const Key* key = w.find_key(supplement.key)) supplement.own_wording = {key->short_name, key->text};
  }
  void operator()(const SupplementsMerged& e) {
    Supplement* owner = at(w.supplements, e.into);
    if (!owner) return;
    remember(*owner);
    for (const SupplementId id : e.sources)
      if (Supplement* source = at(w.supplements, id)) remember(*source);
    for (const SupplementId id : e.sources)
      if (Supplement* source = at(w.supplements, id); source && source != owner) {
        source->status = SupplementStatus::merged;
        source->merged_into = e.into;
        retire_key(*source, true);
      }
    (*this)(SupplementAccepted{e.into, e.key, e.label});
  }
  void part(Supplement& supplement) {
    supplement.status = supplement.before_merge;
    supplement.merged_into = {};
    supplement.own_wording = {};
    retire_key(supplement, supplement.status != SupplementStatus::accepted);
  }
  void operator()(const SupplementsParted& e) {
    Supplement* owner = at(w.supplements, e.supplement);
    if (!owner || !has_merged(*owner)) return;
    for (Supplement& supplement : w.supplements)
      if (supplement.merged_into == e.supplement) part(supplement);
    part(*owner);
  }
  void operator()(const ThemeMade& e) { next_or_at(w.themes, e.theme); }
  void operator()(const ThemeNamed& e) {
    if (Theme* theme = at(w.themes, e.theme)) theme->name = e.name;
  }
  void operator()(const ThemeRemoved& e) {
    if (Theme* theme = at(w.themes, e.theme)) theme->removed = true;
    for (Supplement& supplement : w.supplements)
      if (supplement.theme == e.theme) supplement.theme = {};
  }
  void operator()(const SupplementThemed& e) {
    if (Supplement* supplement = at(w.supplements, e.supplement)) supplement->theme = e.theme;
  }

  void operator()(const RankingChanged& e) {
    if (Sheet* target = sheet(e.group, e.round)) target->draft = e.choices;
    touch(e.group);
  }
  void operator()(const RankingHandedIn& e) {
    if (Sheet* target = sheet(e.group, e.round)) {
      target->draft = target->handed_in = e.choices;
      target->handed_in_at = recorded.time;
    }
    touch(e.group);
  }
  void operator()(const RankingGivenBack& e) {
    if (Sheet* target = sheet(e.group, e.round)) {
      target->handed_in.clear();
      target->handed_in_at = {};
    }
  }

  AloneRound* alone(int round) {
    for (AloneRound& one : w.alone)
      if (one.round == round) return &one;
    return nullptr;
  }
  void operator()(const BallotLaid&) {}
  void operator()(const PersonHandedIn& e) {
    AloneRound* one = alone(e.round);
    if (!one || one->has_handed_in(e.person)) return;
    one->handed_in.push_back(e.person);
    touch(w.seat_of(e.person));
  }
  void operator()(const BoxOpened& e) {
    if (AloneRound* one = alone(e.round)) {
      one->open = false;
      one->ballots = e.ballots;
    }
  }
  void operator()(const PicksCounted& e) {
    if (AloneRound* one = alone(e.round)) one->picks = e.groups;
  }

  void operator()(const MeasurePlanned& e) {
    if (Measure* measure = next_or_at(w.measures, e.measure)) {
      if (!measure->group) measure->planned_at = recorded.time;
      measure->group = e.group;
      measure->key = e.key;
      touch(e.group);
    }
  }
  void operator()(const MeasureWorded& e) {
    if (Measure* measure = at(w.measures, e.measure)) {
      measure->text = e.text;
      measure->owner = e.owner;
      measure->date = e.date;
    }
  }
  void operator()(const MeasureDeleted& e) {
    if (Measure* measure = at(w.measures, e.measure)) {
      measure->deleted = true;
      touch(measure->group);
    }
  }
  void operator()(const MeasureFollowedUp& e) {
    if (Measure* measure = at(w.measures, e.measure))
      measure->answers.push_back({e.progress, e.trial, e.date, e.by_owner, {}, recorded.time});
  }
  void operator()(const FollowUpWorded& e) {
    Measure* measure = at(w.measures, e.measure);
    if (measure && e.answer >= 1 && static_cast<std::size_t>(e.answer) <= measure->answers.size())
      measure->answers[static_cast<std::size_t>(e.answer) - 1].text = e.text;
  }

  void operator()(const PitchesQueued& e) { w.pitches.queue = e.queue; }
  void take_off_lists(GroupNumber group) {
    std::erase(w.pitches.queue, group);
    std::erase(w.pitches.held, group);
    std::erase(w.pitches.skipped, group);
  }
  void operator()(const PitchStarted& e) {
    take_off_lists(e.group);
    w.pitches.current = e.group;
    w.pitches.clock = e.clock;
    touch(e.group);
  }
  void operator()(const PitchClockSet& e) { w.pitches.clock = e.clock; }
  void operator()(const PitchEnded& e) {
    take_off_lists(e.group);
    (e.skipped ? w.pitches.skipped : w.pitches.held).push_back(e.group);
    if (w.pitches.current == e.group) {
      w.pitches.current = {};
      w.pitches.clock = {};
    }
  }
  void operator()(const NoteTaken& e) {
    if (Note* note = next_or_at(w.notes, e.note)) {
      note->from = e.from;
      note->about = e.about;
      note->kind = e.kind;
      note->taken_at = recorded.time;
      touch(e.from);
    }
  }
  void operator()(const NoteWorded& e) {
    if (Note* note = at(w.notes, e.note)) note->text = e.text;
  }
  void operator()(const NoteWithdrawn& e) {
    if (Note* note = at(w.notes, e.note)) note->withdrawn = true;
  }
  void operator()(const PhotoAdded& e) {
    if (Photo* photo = next_or_at(w.photos, e.photo)) {
      photo->group = e.group;
      photo->commitment = e.commitment;
      photo->width = e.width;
      photo->height = e.height;
      photo->added_at = recorded.time;
      touch(e.group);
    }
  }
  void operator()(const PhotoDescribed& e) {
    if (Photo* photo = at(w.photos, e.photo)) photo->alt = e.alt;
  }
  void operator()(const PhotoShown& e) {
    if (Photo* photo = at(w.photos, e.photo)) photo->shown = e.shown;
  }
  void operator()(const PhotoRemoved& e) {
    if (Photo* photo = at(w.photos, e.photo)) {
      photo->removed = true;
      photo->shown = false;
      photo->alt.clear();
    }
  }
  void operator()(const ProjectorSet& e) { w.projector = e.projector; }
  void operator()(const ReportPublished& e) {
    w.published = e.published;
    w.published_at = e.published ? recorded.time : Instant{};
  }
  /// Everything is forgotten at once, also before the bodies are erased.
  void operator()(const RoomClosed&) {
    w = Workshop{};
    w.phase = Phase::closed;
    w.door_open = false;
    w.deleted = true;
    w.deleted_at = recorded.time;
  }
  void forget_measure(MeasureId id) {
    (*this)(MeasureWorded{id, {}, {}, {}});
    if (Measure* measure = at(w.measures, id))
      for (FollowUp& answer : measure->answers) answer.text.clear();
  }
  void operator()(const TextErased& e) {
    const std::uint32_t n = e.text.number;
    switch (e.text.kind) {
      case TextKind::group: return (*this)(GroupDescribed{GroupNumber{n}, {}, {}});
      case TextKind::phone: return (*this)(PhoneNamed{PhoneId{n}, {}});
      case TextKind::supplement: return (*this)(SupplementWorded{SupplementId{n}, {}});
      case TextKind::reason: return (*this)(SupplementAnswered{SupplementId{n}, {}});
      case TextKind::measure: return forget_measure(MeasureId{n});
      case TextKind::note: return (*this)(NoteWorded{NoteId{n}, {}});
      case TextKind::photo: return (*this)(PhotoRemoved{PhotoId{n}});
      case TextKind::speaker: return (*this)(SpeakerWorded{SpeakerId{n}, {}, {}});
      case TextKind::speaker_notes: return (*this)(SpeakerNoted{SpeakerId{n}, {}});
      case TextKind::key:
        if (Key* key = w.find_key(KeyId{n})) key->short_name = key->text = erased_mark(key->language);
        for (Supplement& supplement : w.supplements)
          if (supplement.key == KeyId{n}) supplement.own_wording = {};
    }
  }
  void operator()(const Erased&) {}
};

}  // namespace

void apply(Workshop& workshop, const Event& event, const Recorded& recorded) {
  std::visit(Fold{workshop, recorded}, event);
}

}  // namespace knippe::domain
