#pragma once
// What a text of this workshop resembles, and how that is shown.

#include <string>
#include <string_view>
#include <vector>

#include "domain/workshop/workshop.h"
#include "likeness/alike.h"
#include "likeness/bunches.h"
#include "likeness/cloud.h"
#include "views/html.h"
#include "views/lang.h"

namespace knippe::views {

/// A key, or a supplement that still waits (`key` is then nullptr).
struct Alike {
  const domain::Key* key = nullptr;
  const domain::Supplement* supplement = nullptr;  ///< of an accepted key: the one it belongs to
  int percent = 0;
  std::string_view text() const { return key ? std::string_view(key->text) : std::string_view(supplement->text); }
};

/// The keys and the waiting supplements of a workshop, taken apart once. The workshop must outlive it and stay as it is.
class AlikeFinder {
 public:
  explicit AlikeFinder(const domain::Workshop& workshop);
  /// What `text` resembles, the most alike first, `most` at most; `except` is not compared with itself.
  std::vector<Alike> to(std::string_view text, SupplementId except = {}, std::size_t most = 3) const;

 private:
  struct Entry {
    Alike what;
    std::string words;
    std::string_view language;
  };
  static std::vector<Entry> entries_of(const domain::Workshop& workshop);
  static std::vector<likeness::Text> texts_of(const std::vector<Entry>& entries);

  std::string_view language_;
  std::vector<Entry> entries_;
  likeness::Collection collection_;
};

/// `text` with the words marked that `other` has too.
void marked(Writer& h, const likeness::Text& text, const likeness::Text& other);

/// The groups behind a new key: "Gruppe 7", "Gruppe 2 og 5". Empty for a key given at the start.
std::string groups_behind(const Words& w, const domain::Workshop& workshop, const domain::Key& key);
/// The same inside a sentence: "fra gruppe 2 og 5".
std::string from_groups(const Words& w, const domain::Workshop& workshop, const domain::Key& key);

/// The words of everything the groups supplemented and the facilitator accepted, merged or not.
std::vector<likeness::CloudWord> supplement_words(const domain::Workshop& workshop, std::size_t most);
/// The words as a cloud (decoration, in the alphabet's order) and as a list with numbers, which says the same.
void word_cloud(Writer& h, const Words& w, const Attribute& language, const std::vector<likeness::CloudWord>& words);

}  // namespace knippe::views
