#include "views/html.h"

#include <array>
#include <charconv>

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

template <unsigned char Highest>
void append(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char kind = special[static_cast<unsigned char>(text[i])];
    if (kind == plain || kind > Highest) [[likely]] continue;
    out.append(text.data() + begin, i - begin);
    out += entity(text[i]);
    begin = i + 1;
  }
  out.append(text.data() + begin, text.size() - begin);
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) { append<in_text_and_value>(out, text); }
void append_escaped_value(std::string& out, std::string_view text) { append<in_value>(out, text); }

void Writer::append_number(std::int64_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void Writer::attribute(const Attribute& attribute) {
  using Kind = Attribute::Kind;
  if (attribute.kind == Kind::absent) return;
  if (attribute.kind == Kind::words && attribute.first.empty() && attribute.second.empty()) return;
  out_ += ' ';
  out_ += attribute.prefix;
  out_ += attribute.name;
  if (attribute.kind == Kind::flag) return;
  out_ += "=\"";
  append_escaped_value(out_, attribute.first);
  if (attribute.kind == Kind::numbered) append_number(attribute.number);
  if (attribute.kind == Kind::words && !attribute.first.empty() && !attribute.second.empty()) out_ += ' ';
  append_escaped_value(out_, attribute.second);
  out_ += '"';
}

void Writer::open(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (const Attribute& each : attributes) attribute(each);
  out_ += '>';
}

void Writer::close(std::string_view tag) {
  out_ += "</";
  out_ += tag;
  out_ += '>';
}

void Writer::textarea(Attributes attributes, std::string_view content) {
  open("textarea", attributes);
  out_ += '\n';
  text(content);
  close("textarea");
}

void Writer::pre(Attributes attributes, std::string_view content) {
  open("pre", attributes);
  out_ += '\n';
  text(content);
  close("pre");
}

void Writer::script(const Url& source) {
  open("script", {src(source), named("defer", "")});
  close("script");
}

void Writer::stylesheet(const Url& source) { open("link", {rel("stylesheet"), href(source)}); }

void Writer::preload_font(const Url& source) {
  open("link", {rel("preload"), href(source), named("as", "font"), type("font/woff2"), named("crossorigin", "")});
}

void Writer::meta(std::string_view meta_name, std::string_view content) {
  open("meta", {name(meta_name), detail::plain("content", content)});
}

void Writer::refresh_without_scripts(int seconds) {
  out_ += R"(<noscript><meta http-equiv="refresh" content=")";
  append_number(seconds);
  out_ += R"("></noscript>)";
}

void Writer::open_partial(std::string_view target_id, std::uint64_t seq) {
  out_ += R"(<hx-partial hx-target="#)";
  append_escaped_value(out_, target_id);
  out_ += R"(" hx-swap="outerMorph" data-seq=")";
  append_number(static_cast<std::int64_t>(seq));
  out_ += "\">";
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
