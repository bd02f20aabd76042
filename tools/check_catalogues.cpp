// check_catalogues SOURCES LOCALE LANG...
// Every message key in the sources must be translated in every language: w("…"), w.plural("…"), w.format("…"),
// MessageKey("…"), and the keys of refuse("…"), bad_input("…"), fail(kind, "…"), which are looked up as error.<key>.
// Tests and the toys they play with (toy_*, faulty_*) are left out.
// The languages must hold the same keys, with the same {n}. A key that nobody uses is only mentioned.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Message {
  std::vector<std::string> forms;
  std::string file;
  bool plural = false, fuzzy = false;
};
using Catalogue = std::map<std::string, Message>;
using Uses = std::map<std::string, std::string>;  ///< key → where first seen

int problems = 0;

void problem(const std::string& what) {
  std::cerr << what << '\n';
  ++problems;
}

std::string read(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string unquoted(const std::string& line) {
  const std::size_t begin = line.find('"'), end = line.rfind('"');
  return begin == std::string::npos || end <= begin ? "" : line.substr(begin + 1, end - begin - 1);
}

/// Adds the messages of one .po file. Obsolete (#~) entries are no messages.
void read_po(const fs::path& path, Catalogue& catalogue) {
  std::istringstream lines(read(path));
  std::string line, key, *target = nullptr;
  Message message;
  bool fuzzy = false;
  const auto finish = [&] {
    if (!key.empty()) {
      message.file = path.filename();
      if (!catalogue.emplace(key, message).second) problem(path.string() + ": " + key + " stands in two catalogues or twice");
    }
    key.clear();
    message = {};
    target = nullptr;
  };
  std::string ignored;
  while (std::getline(lines, line)) {
    if (line.starts_with("#,") && line.find("fuzzy") != std::string::npos) fuzzy = true;
    if (line.starts_with("msgid ")) {
      finish();
      message.fuzzy = std::exchange(fuzzy, false);
      key = unquoted(line);
      target = &key;
    } else if (line.starts_with("msgid_plural")) {
      message.plural = true;
      target = &ignored;
    } else if (line.starts_with("msgstr")) {
      message.forms.push_back(unquoted(line));
      target = &message.forms.back();
    } else if (line.starts_with("\"") && target) {
      *target += unquoted(line);
    }
  }
  finish();
}

Catalogue read_language(const fs::path& folder) {
  Catalogue catalogue;
  if (!fs::is_directory(folder)) problem(folder.string() + " is missing");
  else
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().extension() == ".po") read_po(entry.path(), catalogue);
  return catalogue;
}

/// The text without comments, so that examples in them are no uses.
std::string without_comments(const std::string& source) {
  std::string out;
  char quote = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (quote == 0 && c == '/' && i + 1 < source.size() && source[i + 1] == '/') {
      i = source.find('\n', i);
      if (i == std::string::npos) break;
      out += '\n';
      continue;
    }
    if (quote != 0 && c == '\\') {
      out += {c, source[i + 1]};
      ++i;
      continue;
    }
    const bool digit_separator = c == '\'' && i > 0 && std::isalnum(static_cast<unsigned char>(source[i - 1]));
    if (quote == 0 && (c == '"' || (c == '\'' && !digit_separator))) quote = c;
    else if (quote == c) quote = 0;
    out += c;
  }
  return out;
}

/// The literals among argument number `wanted` (from 0) of the call whose '(' lies just before `at`.
std::vector<std::string> literals(const std::string& source, std::size_t at, int wanted) {
  std::vector<std::string> found;
  int depth = 0, argument = 0;
  for (; at < source.size() && depth >= 0 && argument <= wanted; ++at) {
    const char c = source[at];
    if (c == '(' || c == '{' || c == '[') ++depth;
    else if (c == ')' || c == '}' || c == ']') --depth;
    else if (c == ',' && depth == 0) ++argument;
    else if (c == '"') {
      const std::size_t end = source.find('"', at + 1);
      if (end == std::string::npos) break;
      if (argument == wanted) found.push_back(source.substr(at + 1, end - at - 1));
      at = end;
    }
  }
  return found;
}

bool is_key(const std::string& text) {
  static const std::regex shape("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+");
  return std::regex_match(text, shape);
}

void read_uses(const fs::path& path, Uses& uses) {
  static const std::regex call(R"((\bw|\bwords|\(\*this\)|\bplural|[^:]\bformat|\bMessageKey|\brefuse|\bbad_input|\bfail)\s*\()");
  const std::string source = without_comments(read(path));
  for (auto hit = std::sregex_iterator(source.begin(), source.end(), call); hit != std::sregex_iterator(); ++hit) {
    const std::string name = (*hit)[1];
    const bool error = name == "refuse" || name == "bad_input" || name == "fail";
    const auto at = static_cast<std::size_t>(hit->position() + hit->length());
    for (const std::string& text : literals(source, at, name == "fail" ? 1 : 0))
      if (is_key(text)) uses.emplace(error ? "error." + text : text, path.string());
  }
}

Uses read_sources(const fs::path& folder) {
  Uses uses;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name.ends_with("_test.cpp") || name.starts_with("toy_") || name.starts_with("faulty_") ||
        (!name.ends_with(".cpp") && !name.ends_with(".h"))) continue;
    read_uses(entry.path(), uses);
  }
  return uses;
}

std::set<char> slots(const Message& message) {
  std::set<char> found;
  for (const std::string& form : message.forms)
    for (std::size_t at = form.find('{'); at != std::string::npos; at = form.find('{', at + 1))
      if (at + 2 < form.size() && form[at + 2] == '}') found.insert(form[at + 1]);
  return found;
}

void check_message(const std::string& lang, const std::string& key, const Message& message) {
  if (message.fuzzy) problem(lang + ": " + key + " is marked fuzzy");
  if (message.forms.empty() || std::ranges::any_of(message.forms, &std::string::empty))
    problem(lang + ": " + key + " (" + message.file + ") has no translation");
}

/// Every language has the keys of all the others, with the same slots.
void check_alike(const std::map<std::string, Catalogue>& languages) {
  for (const auto& [lang, catalogue] : languages)
    for (const auto& [key, message] : catalogue) {
      check_message(lang, key, message);
      for (const auto& [other, others] : languages) {
        const auto twin = others.find(key);
        if (twin == others.end()) problem(other + ": " + key + " is missing (" + lang + " has it in " + message.file + ")");
        else if (slots(message) != slots(twin->second)) problem(other + ": " + key + " has other {n} than " + lang);
        else if (message.plural != twin->second.plural) problem(other + ": " + key + " is plural in only one of them and " + lang);
      }
    }
}

/// Used keys that no language has; those that only some lack are found by check_alike.
void check_used(const Uses& uses, const std::map<std::string, Catalogue>& languages) {
  for (const auto& [key, where] : uses)
    if (std::ranges::none_of(languages, [&](const auto& language) { return language.second.contains(key); }))
      problem(key + " is in no language (" + where + ")");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: check_catalogues SOURCES LOCALE LANG...\n";
    return 2;
  }
  std::map<std::string, Catalogue> languages;
  for (int i = 3; i < argc; ++i) languages[argv[i]] = read_language(fs::path(argv[2]) / argv[i]);
  const Uses uses = read_sources(argv[1]);
  if (uses.empty()) problem("no message key found in the sources");
  check_alike(languages);
  check_used(uses, languages);
  for (const auto& [key, message] : languages.begin()->second)
    if (!uses.contains(key)) std::cout << "unused: " << key << " (" << message.file << ")\n";
  std::cout << uses.size() << " keys used, " << problems << " problems\n";
  return problems == 0 ? 0 : 1;
}
