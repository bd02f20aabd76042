#include "views/feeds/atom.h"

#include <fmt/format.h>

#include <algorithm>

namespace knippe::views {
namespace {

constexpr std::size_t entries_max = 50;

void append_element(std::string& out, std::string_view name, std::string_view text) { out += fmt::format("<{0}>{1}</{0}>\n", name, xml_text(text)); }

void append_entry(std::string& out, const AtomEntry& entry) {
  out += entry.language.empty() ? std::string("<entry>\n") : fmt::format("<entry xml:lang=\"{}\">\n", xml_text(entry.language));
  append_element(out, "id", entry.id);
  append_element(out, "title", entry.title);
  append_element(out, "updated", to_rfc3339(entry.updated));
  out += fmt::format("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml_text(entry.page));
  if (!entry.summary.empty()) append_element(out, "summary", entry.summary);
  out += "</entry>\n";
}

/// U+FFFE and U+FFFF, which XML 1.0 forbids (§2.2).
bool is_noncharacter(std::string_view rest) { return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF"); }

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_noncharacter(text.substr(i))) i += 2;
    else if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
  }
  return out;
}

std::string tag_uri(std::string_view base_url, Instant since, std::string_view specific) {
  if (const auto scheme = base_url.find("://"); scheme != std::string_view::npos) base_url.remove_prefix(scheme + 3);
  const bool in_brackets = base_url.starts_with('[');
  std::string host;
  for (const char c : base_url.substr(0, in_brackets ? base_url.find(']') : base_url.find_first_of(":/"))) {
    if (c == ':') host += '-';
    else if (c != '[') host += c;
  }
  return fmt::format("tag:{},{}:{}", host, utc_date(since), specific);
}

std::string atom_document(AtomFeed feed) {
  std::ranges::sort(feed.entries, [](const AtomEntry& a, const AtomEntry& b) { return a.updated != b.updated ? a.updated > b.updated : a.id > b.id; });
  if (feed.entries.size() > entries_max) feed.entries.resize(entries_max);
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += fmt::format("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", xml_text(feed.language));
  append_element(out, "id", feed.id);
  append_element(out, "title", feed.title);
  append_element(out, "updated", to_rfc3339(feed.entries.empty() ? feed.began : feed.entries.front().updated));
  out += "<author>\n";
  append_element(out, "name", feed.author);
  out += "</author>\n";
  out += fmt::format("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", xml_text(feed.self));
  out += fmt::format("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml_text(feed.page));
  for (const AtomEntry& entry : feed.entries) append_entry(out, entry);
  return out + "</feed>\n";
}

}  // namespace knippe::views
