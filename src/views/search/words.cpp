#include "views/search/words.h"

#include <algorithm>

#include "base/text.h"

namespace knippe::views {
namespace {

constexpr std::size_t compounds_from = 4;  // code points of a stem
constexpr std::size_t before_first = 60;  // bytes

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

/// Forward to the beginning of a character.
std::size_t at_character(std::string_view text, std::size_t at) {
  while (at < text.size() && is_continuation(text[at])) ++at;
  return std::min(at, text.size());
}

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Window window_of(std::string_view text, std::size_t first, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return {0, text.size()};
  std::size_t begin = first > before_first ? first - before_first : 0;
  begin = std::min(begin, text.size() - bytes_max);
  if (begin > 0) {
    const std::size_t space = text.find_first_of(" \n", begin);
    begin = space != std::string_view::npos && space < first ? space + 1 : at_character(text, begin);
  }
  std::size_t end = std::min(text.size(), begin + bytes_max);
  if (end < text.size()) {
    const std::size_t space = text.find_last_of(" \n", end);
    end = space != std::string_view::npos && space > begin + bytes_max / 2 ? space : at_character(text, end);
  }
  return {begin, end};
}

}  // namespace

bool Sought::is(std::string_view stem) const {
  return std::ranges::any_of(stems, [&](const std::string& one) { return compounds ? stem.starts_with(one) || stem.ends_with(one) : stem == one; });
}

SoughtWords sought_in(const likeness::Stemmer& stemmer, std::string_view typed) {
  SoughtWords all, saying;
  for (const auto& word : stemmer.every_word_of({typed, "nb"})) {
    Sought one{{word.stem}, false};
    for (const char* language : {"da", "en"})
      if (const auto other = stemmer.every_word_of({word.written, language}); other.size() == 1 && std::ranges::find(one.stems, other[0].stem) == one.stems.end())
        one.stems.push_back(other[0].stem);
    one.compounds = std::ranges::all_of(one.stems, [](const std::string& stem) { return length(stem) >= compounds_from; });
    if (!likeness::is_stop_word(word.written) && saying.size() < sought_words_max) saying.push_back(one);
    if (all.size() < sought_words_max) all.push_back(std::move(one));
  }
  return saying.empty() ? all : saying;
}

std::string stems_of(const likeness::Stemmer& stemmer, std::string_view text, std::string_view language) {
  std::string stems;
  for (const auto& word : stemmer.every_word_of({text, language})) stems.append(stems.empty() ? "" : " ").append(word.stem);
  return stems;
}

std::vector<Piece> marked(const likeness::Stemmer& stemmer, std::string_view text, std::string_view language, const SoughtWords& sought,
                          std::size_t bytes_max) {
  std::vector<Window> found;
  for (const auto& word : stemmer.every_word_of({text, language}))
    if (std::ranges::any_of(sought, [&](const Sought& one) { return one.is(word.stem); })) found.push_back({word.begin, word.begin + word.size});
  const Window shown = window_of(text, found.empty() ? 0 : found.front().begin, bytes_max);
  std::vector<Piece> pieces;
  std::size_t at = shown.begin;
  if (at > 0) pieces.push_back({"… ", false});
  for (const Window& word : found) {
    if (word.begin < at || word.end > shown.end) continue;
    if (word.begin > at) pieces.push_back({std::string(text.substr(at, word.begin - at)), false});
    pieces.push_back({std::string(text.substr(word.begin, word.end - word.begin)), true});
    at = word.end;
  }
  if (at < shown.end) pieces.push_back({std::string(text.substr(at, shown.end - at)), false});
  if (shown.end < text.size()) pieces.push_back({" …", false});
  return pieces;
}

}  // namespace knippe::views
