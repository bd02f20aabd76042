#include "views/html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace knippe::views {
namespace {

enum : unsigned char { plain, in_text_and_value, in_value };

constexpr std::array<unsigned char, 256> special = [] {
  std::array<unsigned char, 256> table{};
  table['&'] = table['<'] = table['>'] = in_text_and_value;
  table['"'] = table['\''] = in_value;
  return table;
}();

constexpr std::string_view entity(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
  }
}

constexpr std::size_t escaped_max = 6;  // "&quot;"

/// Whether none of so many bytes (8 or 16) needs escaping; they are looked at all at once.
template <unsigned char Highest, std::size_t Size>
bool is_plain(const char* text) {
  using Bytes = unsigned char __attribute__((vector_size(Size)));
  using Words = std::uint64_t __attribute__((vector_size(Size)));
  Bytes bytes;
  std::memcpy(&bytes, text, Size);
  auto hit = (bytes == '&') | (bytes == '<') | (bytes == '>');
  if constexpr (Highest == in_value) hit |= (bytes == '"') | (bytes == '\'');
  Words words;
  std::memcpy(&words, &hit, Size);
  if constexpr (Size == 16) return (words[0] | words[1]) == 0;
  else return words[0] == 0;
}

/// Two blocks that may overlap: no call, no loop for the short texts that markup is made of.
template <std::size_t Size>
char* copy_ends(char* to, const char* from, std::size_t size) {
  std::memcpy(to, from, Size);
  std::memcpy(to + size - Size, from + size - Size, Size);
  return to + size;
}

char* copy(char* to, std::string_view text) {
  const char* const from = text.data();
  const std::size_t size = text.size();
  if (size > 32) return static_cast<char*>(std::memcpy(to, from, size)) + size;
  if (size >= 16) return copy_ends<16>(to, from, size);
  if (size >= 8) return copy_ends<8>(to, from, size);
  if (size >= 4) return copy_ends<4>(to, from, size);
  for (const char c : text) *to++ = c;
  return to;
}

template <unsigned char Highest>
char* escape_one(char* to, char c) {
  const unsigned char kind = special[static_cast<unsigned char>(c)];
  if (kind == plain || kind > Highest) [[likely]] {
    *to = c;
    return to + 1;
  }
  return copy(to, entity(c));
}

/// Writes at most escaped_max bytes for each byte of `text`, and says where it ended. Blocks without anything special are copied whole.
template <unsigned char Highest>
char* escape(char* to, std::string_view text) {
  const char* from = text.data();
  const char* const end = from + text.size();
  for (; end - from >= 16; from += 16) {
    if (is_plain<Highest, 16>(from)) {
      std::memcpy(to, from, 16);
      to += 16;
    } else {
      for (int i = 0; i < 16; ++i) to = escape_one<Highest>(to, from[i]);
    }
  }
  if (end - from >= 8 && is_plain<Highest, 8>(from) && is_plain<Highest, 8>(end - 8)) return copy_ends<8>(to, from, static_cast<std::size_t>(end - from));
  for (; from != end; ++from) to = escape_one<Highest>(to, *from);
  return to;
}

template <unsigned char Highest>
void append(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  out.resize(before + escaped_max * text.size());
  out.resize(static_cast<std::size_t>(escape<Highest>(out.data() + before, text) - out.data()));
}

std::size_t longest(const Attribute& attribute) {
  constexpr std::size_t around = 32;  // a space, ="", a number
  return around + attribute.prefix.size() + attribute.name.size() + escaped_max * (attribute.first.size() + attribute.second.size());
}

char* put_number(char* to, std::int64_t number) { return std::to_chars(to, to + 24, number).ptr; }

char* put_attribute(char* to, const Attribute& attribute) {
  using Kind = Attribute::Kind;
  if (attribute.kind == Kind::absent) return to;
  if (attribute.kind == Kind::words && attribute.first.empty() && attribute.second.empty()) return to;
  *to++ = ' ';
  to = copy(to, attribute.prefix);
  to = copy(to, attribute.name);
  if (attribute.kind == Kind::flag) return to;
  *to++ = '=';
  *to++ = '"';
  to = escape<in_value>(to, attribute.first);
  if (attribute.kind == Kind::numbered) to = put_number(to, attribute.number);
  if (attribute.kind == Kind::words && !attribute.first.empty() && !attribute.second.empty()) *to++ = ' ';
  to = escape<in_value>(to, attribute.second);
  *to++ = '"';
  return to;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) { append<in_text_and_value>(out, text); }
void append_escaped_value(std::string& out, std::string_view text) { append<in_value>(out, text); }

void Writer::grow(std::size_t bytes) {
  const std::size_t wanted = std::max(size_ + bytes, 2 * out_.size());
  out_.resize_and_overwrite(wanted, [](char*, std::size_t size) { return size; });
}

void Writer::plain(std::string_view text) { advance_to(copy(reach(text.size()), text)); }

void Writer::text(std::string_view text) {
  constexpr std::size_t piece = 4096;
  for (; text.size() > piece; text.remove_prefix(piece))
    advance_to(escape<in_text_and_value>(reach(escaped_max * piece), text.substr(0, piece)));
  advance_to(escape<in_text_and_value>(reach(escaped_max * text.size()), text));
}

void Writer::append_number(std::int64_t number) { advance_to(put_number(reach(24), number)); }

void Writer::open(std::string_view tag, Attributes attributes) {
  std::size_t bytes = tag.size() + 2;
  for (const Attribute& each : attributes) bytes += longest(each);
  char* to = reach(bytes);
  *to++ = '<';
  to = copy(to, tag);
  for (const Attribute& each : attributes) to = put_attribute(to, each);
  *to++ = '>';
  advance_to(to);
}

void Writer::close(std::string_view tag) {
  char* to = reach(tag.size() + 3);
  *to++ = '<';
  *to++ = '/';
  to = copy(to, tag);
  *to++ = '>';
  advance_to(to);
}

void Writer::textarea(Attributes attributes, std::string_view content) {
  open("textarea", attributes);
  plain("\n");
  text(content);
  close("textarea");
}

void Writer::pre(Attributes attributes, std::string_view content) {
  open("pre", attributes);
  plain("\n");
  text(content);
  close("pre");
}

void Writer::script(const Url& source) {
  open("script", {src(source), named("defer", "")});
  close("script");
}

void Writer::stylesheet(const Url& source) { open("link", {rel("stylesheet"), href(source)}); }

void Writer::tab_icon(const Url& source) { open("link", {rel("icon"), type("image/svg+xml"), href(source)}); }

void Writer::alternate(std::string_view media, std::string_view title, const Url& source) {
  open("link", {rel("alternate"), type(media), detail::plain("title", title), href(source)});
}

void Writer::preload_font(const Url& source) {
  open("link", {rel("preload"), href(source), named("as", "font"), type("font/woff2"), named("crossorigin", "")});
}

void Writer::meta(std::string_view meta_name, std::string_view content) {
  open("meta", {name(meta_name), detail::plain("content", content)});
}

void Writer::refresh_without_scripts(int seconds) {
  plain(R"(<noscript><meta http-equiv="refresh" content=")");
  append_number(seconds);
  plain(R"("></noscript>)");
}

void Writer::open_partial(std::string_view target_id, std::uint64_t seq) {
  plain(R"(<hx-partial hx-target="#)");
  advance_to(escape<in_value>(reach(escaped_max * target_id.size()), target_id));
  plain(R"(" hx-swap="outerMorph" data-seq=")");
  append_number(static_cast<std::int64_t>(seq));
  plain("\">");
}

std::size_t Writer::next_slot(std::string_view& message) {
  for (std::size_t at = message.find('{'); at != std::string_view::npos; at = message.find('{', at + 1)) {
    if (at + 2 >= message.size() || message[at + 2] != '}' || message[at + 1] < '1' || message[at + 1] > '9') continue;
    const auto slot = static_cast<std::size_t>(message[at + 1] - '0');
    text(message.substr(0, at));
    message.remove_prefix(at + 3);
    return slot;
  }
  text(message);
  message = {};
  return 0;
}

}  // namespace knippe::views
