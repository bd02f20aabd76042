#pragma once
// From a short text to the words that say something, each cut to its stem.
//
// Stems are Snowball's (https://snowballstem.org), by the text's language: Norwegian for nb and nn and every language without a stemmer
// of its own, Danish for da, English for en. Words that only hold sentences together are left out by a list of our own.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace knippe::likeness {

/// A text and its language ("nb", "nn", "da", "en", …).
struct Text {
  std::string_view words;
  std::string_view language = "nb";
};

/// A word of a text: in lower case, its stem, and where it stands in the text (bytes).
struct Word {
  std::string written;
  std::string stem;
  std::size_t begin = 0;
  std::size_t size = 0;
  bool operator==(const Word&) const = default;
};

/// Stems words one after another; not for several threads at once.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The words that say something, in their order, repeated ones too.
  std::vector<Word> words_of(const Text& text) const;
  /// Every word, short ones and those that only hold sentences together too: for finding, where leaving out is the asker's choice.
  std::vector<Word> every_word_of(const Text& text) const;

 private:
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };
  using Snowball = std::unique_ptr<sb_stemmer, Close>;

  std::string stem(const std::string& word, std::string_view language) const;
  Snowball norwegian_, danish_, english_;
};

/// Whether a lower-case word only holds sentences together.
bool is_stop_word(std::string_view word);
/// Whether a stem names what involvement is about ("innbygg", "kommun"), so that two texts having it says little.
bool is_field_word(std::string_view stem);

}  // namespace knippe::likeness
