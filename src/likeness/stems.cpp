#include "likeness/stems.h"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/check.h"

namespace knippe::likeness {
namespace {

constexpr std::size_t shortest_word = 3;  // code points

void append(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, static_cast<std::size_t>(size));
}

/// Calls `found(word, begin, size)` for each run of at least `shortest` letters and digits: in lower case, and where it stands.
template <class Found>
void each_word(std::string_view text, std::size_t shortest, Found found) {
  std::string word;
  std::size_t points = 0, begin = 0;
  const auto end_word = [&](std::size_t end) {
    if (points > 0 && points >= shortest) found(word, begin, end - begin);
    word.clear();
    points = 0;
  };
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const auto at = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0 || !u_isalnum(c)) {
      end_word(at);
      continue;
    }
    if (points == 0) begin = at;
    append(word, u_tolower(c));
    ++points;
  }
  end_word(text.size());
}

/// Snowball takes "innbyggerne" to "innbyggern" and "innbygger" to "innbygg": people who do something lose the plural first.
struct Ending {
  std::string_view ending;
  std::size_t cut;
};
constexpr Ending second_endings[] = {{"ernes", 3}, {"erne", 2}, {"ere", 1}, {"arane", 3}, {"arar", 2}};

std::string without_second_ending(std::string word) {
  for (const auto& [ending, cut] : second_endings)
    if (word.ends_with(ending)) {
      word.resize(word.size() - cut);
      break;
    }
  return word;
}

/// Snowball takes "tidlig" (early) to "tid" (time), and early and time are two different keys.
bool is_early(std::string_view word) { return word.starts_with("tidlig") || word.starts_with("tidleg"); }

sb_stemmer* opened(const char* language) {
  sb_stemmer* stemmer = sb_stemmer_new(language, "UTF_8");
  CHECK(stemmer);
  return stemmer;
}

}  // namespace

void Stemmer::Close::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer() : norwegian_(opened("norwegian")), danish_(opened("danish")), english_(opened("english")) {}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(const std::string& written, std::string_view language) const {
  const bool norwegian = language != "da" && language != "en";
  if (norwegian && is_early(written)) return "tidlig";
  const std::string word = norwegian ? without_second_ending(written) : written;
  sb_stemmer* stemmer = (language == "da" ? danish_ : language == "en" ? english_ : norwegian_).get();
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  CHECK(stemmed);
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

std::vector<Word> Stemmer::words_of(const Text& text) const {
  std::vector<Word> words;
  each_word(text.words, shortest_word, [&](const std::string& word, std::size_t begin, std::size_t size) {
    if (!is_stop_word(word)) words.push_back({word, stem(word, text.language), begin, size});
  });
  return words;
}

std::vector<Word> Stemmer::every_word_of(const Text& text) const {
  std::vector<Word> words;
  each_word(text.words, 1, [&](const std::string& word, std::size_t begin, std::size_t size) {
    words.push_back({word, stem(word, text.language), begin, size});
  });
  return words;
}

}  // namespace knippe::likeness
