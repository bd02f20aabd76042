#include "domain/workshop/texts.h"

#include "domain/overloaded.h"

namespace knippe::domain {
namespace {

std::vector<std::string> joined(std::string first, const std::vector<std::string>& rest) {
  std::vector<std::string> all{std::move(first)};
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

}  // namespace

std::optional<HeldText> text_of(const Event& event) {
  using enum TextKind;
  using Text = std::optional<HeldText>;
  return std::visit(
      Overloaded{
          [](const GroupDescribed& e) -> Text { return HeldText{{group, e.group.value}, joined(e.name, e.members)}; },
          [](const PhoneNamed& e) -> Text { return HeldText{{phone, e.phone.value}, {e.name}}; },
          [](const SupplementWorded& e) -> Text { return HeldText{{supplement, e.supplement.value}, {e.text}}; },
          [](const SupplementAnswered& e) -> Text { return HeldText{{reason, e.supplement.value}, {e.reason}}; },
          [](const KeyWorded& e) -> Text { return HeldText{{key, e.key.value}, {e.short_name, e.text}}; },
          [](const MeasureWorded& e) -> Text { return HeldText{{measure, e.measure.value}, {e.text, e.owner, e.date}}; },
          [](const FollowUpWorded& e) -> Text { return HeldText{{measure, e.measure.value}, {e.text}}; },  // an answer goes with its measure
          [](const NoteWorded& e) -> Text { return HeldText{{note, e.note.value}, {e.text}}; },
          [](const PhotoDescribed& e) -> Text { return HeldText{{photo, e.photo.value}, {e.alt}}; },
          [](const SpeakerWorded& e) -> Text { return HeldText{{speaker, e.speaker.value}, {e.name, e.affiliation}}; },
          [](const SpeakerNoted& e) -> Text { return HeldText{{speaker_notes, e.speaker.value}, {e.notes}}; },
          [](const PhotoAdded& e) -> Text { return HeldText{{photo, e.photo.value}, {}, false}; },
          [](const auto&) -> Text { return std::nullopt; },
      },
      event);
}

std::vector<TextRef> with_what_repeats(const Workshop& workshop, const TextRef& text) {
  std::vector<TextRef> all{text};
  if (text.kind == TextKind::speaker) all.push_back({TextKind::speaker_notes, text.number});
  if (text.kind != TextKind::supplement) return all;
  const Supplement* supplement = workshop.find_supplement(SupplementId{text.number});
  all.push_back({TextKind::reason, text.number});
  if (supplement && supplement->key) all.push_back({TextKind::key, supplement->key.value});
  const Supplement* owner = supplement ? workshop.find_supplement(supplement->merged_into) : nullptr;
  const Key* joint = owner ? workshop.find_key(owner->key) : nullptr;
  if (joint && !supplement->text.empty() && joint->text.contains(supplement->text)) all.push_back({TextKind::key, joint->id.value});
  return all;
}

bool is_known(const Workshop& workshop, const TextRef& text) {
  switch (text.kind) {
    case TextKind::group: return workshop.find_group(GroupNumber{text.number}) != nullptr;
    case TextKind::phone: return text.number >= 1 && text.number <= workshop.seats.size();
    case TextKind::supplement:
    case TextKind::reason: return workshop.find_supplement(SupplementId{text.number}) != nullptr;
    case TextKind::measure: return workshop.find_measure(MeasureId{text.number}) != nullptr;
    case TextKind::note: return workshop.find_note(NoteId{text.number}) != nullptr;
    case TextKind::photo: return workshop.find_photo(PhotoId{text.number}) != nullptr;
    case TextKind::speaker:
    case TextKind::speaker_notes: return text.number >= 1 && text.number <= workshop.speakers.size();
    case TextKind::key: {
      const Key* key = workshop.find_key(KeyId{text.number});
      return key && key->origin;
    }
  }
  return false;
}

bool goes_in_time(const TextRef& text) { return text.kind != TextKind::speaker; }

bool is_name(const TextRef& text) { return text.kind == TextKind::group || text.kind == TextKind::phone; }

GroupNumber group_of(const Workshop& workshop, const TextRef& text) {
  if (!is_known(workshop, text)) return {};
  switch (text.kind) {
    case TextKind::group: return GroupNumber{text.number};
    case TextKind::phone:
    case TextKind::speaker:
    case TextKind::speaker_notes: return {};
    case TextKind::supplement:
    case TextKind::reason: return workshop.find_supplement(SupplementId{text.number})->group;
    case TextKind::measure: return workshop.find_measure(MeasureId{text.number})->group;
    case TextKind::note: return workshop.find_note(NoteId{text.number})->from;
    case TextKind::photo: return workshop.find_photo(PhotoId{text.number})->group;
    case TextKind::key: return group_of(workshop, {TextKind::supplement, workshop.find_key(KeyId{text.number})->origin.value});
  }
  return {};
}

std::string_view erased_mark(std::string_view language) {
  if (language == "nn") return "Teksten er sletta";
  if (language == "en") return "The text has been erased";
  return "Teksten er slettet";
}

}  // namespace knippe::domain
