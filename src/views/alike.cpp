#include "views/alike.h"

#include <algorithm>

#include "views/report/wording.h"

namespace knippe::views {
namespace {

using domain::SupplementStatus;

std::vector<std::string> numbers_behind(const domain::Workshop& workshop, const domain::Key& key) {
  std::vector<std::string> numbers;
  for (const GroupNumber group : workshop.groups_behind(key)) numbers.push_back(std::to_string(group.value));
  return numbers;
}

}  // namespace

std::vector<AlikeFinder::Entry> AlikeFinder::entries_of(const domain::Workshop& workshop) {
  std::vector<Entry> entries;
  for (const domain::Key& key : workshop.keys) {
    if (key.retired) continue;
    const domain::Supplement* origin = workshop.find_supplement(key.origin);
    entries.push_back({{&key, origin, 0}, key.short_name + " " + key.text, key.language});
    for (const domain::Supplement* source : workshop.sources_of(key))
      if (source->text != key.text) entries.push_back({{&key, origin, 0}, source->text, workshop.settings.language});
  }
  for (const domain::Supplement& each : workshop.supplements)
    if (each.status == SupplementStatus::waiting && !each.text.empty())
      entries.push_back({{nullptr, &each, 0}, each.text, workshop.settings.language});
  return entries;
}

std::vector<likeness::Text> AlikeFinder::texts_of(const std::vector<Entry>& entries) {
  std::vector<likeness::Text> texts;
  for (const Entry& entry : entries) texts.push_back({entry.words, entry.language});
  return texts;
}

AlikeFinder::AlikeFinder(const domain::Workshop& workshop)
    : language_(workshop.settings.language), entries_(entries_of(workshop)), collection_(texts_of(entries_)) {}

std::vector<Alike> AlikeFinder::to(std::string_view text, SupplementId except, std::size_t most) const {
  std::vector<Alike> found;
  for (const likeness::Match& match : collection_.alike({text, language_})) {
    Alike what = entries_[match.text].what;
    what.percent = match.percent;
    const bool known = std::ranges::any_of(found, [&](const Alike& one) { return one.key == what.key && one.supplement == what.supplement; });
    if (known || (except && what.supplement && what.supplement->id == except)) continue;
    found.push_back(what);
    if (found.size() == most) break;
  }
  return found;
}

void marked(Writer& h, const likeness::Text& text, const likeness::Text& other) {
  std::size_t at = 0;
  for (const likeness::Word& word : likeness::shared_words(text, other)) {
    h.text(text.words.substr(at, word.begin - at));
    h.mark(text.words.substr(word.begin, word.size));
    at = word.begin + word.size;
  }
  h.text(text.words.substr(at));
}

std::string groups_behind(const Words& w, const domain::Workshop& workshop, const domain::Key& key) {
  const auto numbers = numbers_behind(workshop, key);
  return numbers.empty() ? std::string() : w.format("alike.groups", report::joined(w, numbers));
}

std::string from_groups(const Words& w, const domain::Workshop& workshop, const domain::Key& key) {
  const auto numbers = numbers_behind(workshop, key);
  return numbers.empty() ? std::string() : w.format("alike.from_groups", report::joined(w, numbers));
}

std::vector<likeness::CloudWord> supplement_words(const domain::Workshop& workshop, std::size_t most) {
  std::vector<likeness::Text> texts;
  for (const domain::Supplement& each : workshop.supplements)
    if (each.status == SupplementStatus::accepted || each.status == SupplementStatus::merged) texts.push_back({each.text, workshop.settings.language});
  return likeness::cloud(texts, most);
}

void word_cloud(Writer& h, const Words& w, const Attribute& language, const std::vector<likeness::CloudWord>& words) {
  std::vector<likeness::CloudWord> by_letter = words;
  std::ranges::sort(by_letter, {}, &likeness::CloudWord::word);
  h.div({cls("ordsky")}, [&] {
    h.p({cls("ordsky__sky"), aria_hidden(), language}, [&] {
      for (const likeness::CloudWord& word : by_letter) {
        h.span({cls("ordsky__ord ordsky__ord--" + std::to_string(word.size))}, word.word);
        h.text(" ");
      }
    });
    h.ol({cls("ordsky__liste"), aria_label(w("alike.words_list"))}, [&] {
      for (const likeness::CloudWord& word : words)
        h.li([&] {
          h.span({language}, word.word);
          h.text(" ");
          h.small(w.plural("alike.in_keys", word.texts));
        });
    });
  });
}

}  // namespace knippe::views
