#pragma once
// Attributes of an element. Names are checked while compiling: event handlers, style, srcdoc and addresses that are not
// a Url do not compile. Values are escaped when written. An Attribute only looks at its strings: make it in the call
// that uses it.

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "views/html/url.h"

namespace knippe::views {

constexpr bool is_attribute_name(std::string_view name) {
  if (name.empty()) return false;
  for (const char c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) return false;
  return true;
}

/// Names whose value a browser executes or fetches: only typed functions may write them.
constexpr bool is_dangerous_attribute(std::string_view name) {
  for (const std::string_view bad : {"style", "srcdoc", "href", "src", "srcset", "action", "formaction", "poster", "ping",
                                     "cite", "data", "background", "manifest", "codebase", "content", "http-equiv"})
    if (name == bad) return true;
  return name.starts_with("on") || name.starts_with("hx-") || name.starts_with("data-hx-") || name.starts_with("xlink");
}

class AttributeName {
 public:
  consteval AttributeName(const char* name) : text_(name) {
    if (!is_attribute_name(text_)) throw "not an attribute name";
    if (is_dangerous_attribute(text_)) throw "this attribute needs its own typed function";
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// "x" in `data-x` or `aria-x`.
class NameSuffix {
 public:
  consteval NameSuffix(const char* suffix) : text_(suffix) {
    if (!is_attribute_name(text_) || text_.starts_with("hx-")) throw "not a data- or aria- name";
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

struct Attribute {
  enum class Kind : std::uint8_t { absent, flag, text, numbered, words };
  std::string_view prefix;  ///< "data-", "aria-" or nothing
  std::string_view name;
  std::string_view first;
  std::string_view second;
  std::int64_t number = 0;
  Kind kind = Kind::text;
};
using Attributes = std::initializer_list<Attribute>;

namespace detail {
constexpr Attribute plain(std::string_view name, std::string_view value) { return {"", name, value, "", 0, Attribute::Kind::text}; }
constexpr Attribute counted(std::string_view name, std::string_view before, std::int64_t number, std::string_view after = {}) {
  return {"", name, before, after, number, Attribute::Kind::numbered};
}
constexpr Attribute flag(std::string_view name, bool present) {
  return {"", name, "", "", 0, present ? Attribute::Kind::flag : Attribute::Kind::absent};
}
}  // namespace detail

/// The attribute functions are visible as `id(...)` and, where a variable hides that name, as `attr::id(...)`.
inline namespace attr {

/// Each takes a text, a number, or text + number (+ text): value("til:", 7, ":1").
#define KNIPPE_ATTRIBUTE(function, html_name)                                                                         \
  constexpr Attribute function(std::string_view value) { return detail::plain(html_name, value); }                    \
  constexpr Attribute function(Integer auto number) { return detail::counted(html_name, "", static_cast<std::int64_t>(number)); } \
  constexpr Attribute function(std::string_view before, Integer auto number, std::string_view after = {}) {           \
    return detail::counted(html_name, before, static_cast<std::int64_t>(number), after);                              \
  }
KNIPPE_ATTRIBUTE(id, "id")
KNIPPE_ATTRIBUTE(name, "name")
KNIPPE_ATTRIBUTE(value, "value")
KNIPPE_ATTRIBUTE(type, "type")
KNIPPE_ATTRIBUTE(for_id, "for")
KNIPPE_ATTRIBUTE(role, "role")
KNIPPE_ATTRIBUTE(lang, "lang")
KNIPPE_ATTRIBUTE(hreflang, "hreflang")
KNIPPE_ATTRIBUTE(rel, "rel")
KNIPPE_ATTRIBUTE(alt, "alt")
KNIPPE_ATTRIBUTE(title_text, "title")
KNIPPE_ATTRIBUTE(placeholder, "placeholder")
KNIPPE_ATTRIBUTE(autocomplete, "autocomplete")
KNIPPE_ATTRIBUTE(inputmode, "inputmode")
KNIPPE_ATTRIBUTE(pattern, "pattern")
KNIPPE_ATTRIBUTE(maxlength, "maxlength")
KNIPPE_ATTRIBUTE(rows, "rows")
KNIPPE_ATTRIBUTE(min, "min")
KNIPPE_ATTRIBUTE(max, "max")
KNIPPE_ATTRIBUTE(tabindex, "tabindex")
KNIPPE_ATTRIBUTE(form_id, "form")
KNIPPE_ATTRIBUTE(scope, "scope")
KNIPPE_ATTRIBUTE(colspan, "colspan")
KNIPPE_ATTRIBUTE(rowspan, "rowspan")
KNIPPE_ATTRIBUTE(width, "width")
KNIPPE_ATTRIBUTE(height, "height")
KNIPPE_ATTRIBUTE(enctype, "enctype")
KNIPPE_ATTRIBUTE(datetime, "datetime")
KNIPPE_ATTRIBUTE(start, "start")
KNIPPE_ATTRIBUTE(enterkeyhint, "enterkeyhint")
KNIPPE_ATTRIBUTE(spellcheck, "spellcheck")
KNIPPE_ATTRIBUTE(aria_label, "aria-label")
KNIPPE_ATTRIBUTE(aria_labelledby, "aria-labelledby")
KNIPPE_ATTRIBUTE(aria_describedby, "aria-describedby")
KNIPPE_ATTRIBUTE(aria_live, "aria-live")
#undef KNIPPE_ATTRIBUTE

/// Class names; empty ones are left out: cls("nokkel", chosen ? "nokkel--valgt" : "").
constexpr Attribute cls(std::string_view classes, std::string_view more = {}) {
  return {"", "class", classes, more, 0, Attribute::Kind::words};
}
constexpr Attribute checked(bool on = true) { return detail::flag("checked", on); }
constexpr Attribute selected(bool on = true) { return detail::flag("selected", on); }
constexpr Attribute required(bool on = true) { return detail::flag("required", on); }
constexpr Attribute hidden(bool on = true) { return detail::flag("hidden", on); }
constexpr Attribute open(bool on = true) { return detail::flag("open", on); }
constexpr Attribute multiple(bool on = true) { return detail::flag("multiple", on); }
constexpr Attribute autofocus(bool on = true) { return detail::flag("autofocus", on); }
constexpr Attribute readonly(bool on = true) { return detail::flag("readonly", on); }
constexpr Attribute novalidate(bool on = true) { return detail::flag("novalidate", on); }
/// aria-hidden="true".
constexpr Attribute aria_hidden(bool on = true) {
  return on ? detail::plain("aria-hidden", "true") : detail::flag("aria-hidden", false);
}
/// aria-disabled="true": keeps focus, does nothing (never the disabled attribute, which loses focus).
constexpr Attribute aria_disabled(bool on = true) {
  return on ? detail::plain("aria-disabled", "true") : detail::flag("aria-disabled", false);
}
constexpr Attribute aria_invalid(bool on = true) {
  return on ? detail::plain("aria-invalid", "true") : detail::flag("aria-invalid", false);
}
/// aria-current="step", "page", "true", ...
constexpr Attribute aria_current(std::string_view what = "true") { return detail::plain("aria-current", what); }

/// method="post". (A form without it is a GET.)
constexpr Attribute method_post() { return detail::plain("method", "post"); }
inline Attribute href(const Url& url) { return detail::plain("href", url.text()); }
constexpr Attribute href(LiteralUrl url) { return detail::plain("href", url.text()); }
inline Attribute src(const Url& url) { return detail::plain("src", url.text()); }
constexpr Attribute src(LiteralUrl url) { return detail::plain("src", url.text()); }
inline Attribute action(const Url& url) { return detail::plain("action", url.text()); }
constexpr Attribute action(LiteralUrl url) { return detail::plain("action", url.text()); }
inline Attribute formaction(const Url& url) { return detail::plain("formaction", url.text()); }

/// data-NAME="value": data("id", "n4"), data("pct", 82).
constexpr Attribute data(NameSuffix suffix, std::string_view value) {
  return {"data-", suffix.text(), value, "", 0, Attribute::Kind::text};
}
constexpr Attribute data(NameSuffix suffix, Integer auto number) {
  return {"data-", suffix.text(), "", "", static_cast<std::int64_t>(number), Attribute::Kind::numbered};
}
constexpr Attribute data(NameSuffix suffix) { return {"data-", suffix.text(), "", "", 0, Attribute::Kind::flag}; }
/// aria-NAME="value".
constexpr Attribute aria(NameSuffix suffix, std::string_view value) {
  return {"aria-", suffix.text(), value, "", 0, Attribute::Kind::text};
}
/// Any other harmless attribute; the name must be a literal.
constexpr Attribute named(AttributeName attribute, std::string_view value) { return detail::plain(attribute.text(), value); }
constexpr Attribute named(AttributeName attribute, Integer auto number) {
  return detail::counted(attribute.text(), "", static_cast<std::int64_t>(number));
}
/// The attribute, or nothing.
constexpr Attribute when(bool condition, Attribute attribute) {
  if (!condition) attribute.kind = Attribute::Kind::absent;
  return attribute;
}

/// The whole of htmx that we use. `target` is "#id"; swap is "outerMorph" or "none".
inline Attribute hx_post(const Url& url) { return {"data-", "hx-post", url.text(), "", 0, Attribute::Kind::text}; }
constexpr Attribute hx_target(std::string_view selector) { return {"data-", "hx-target", selector, "", 0, Attribute::Kind::text}; }
constexpr Attribute hx_swap(std::string_view how) { return {"data-", "hx-swap", how, "", 0, Attribute::Kind::text}; }
/// On a form with hx_post: submits made while one is on its way wait their turn instead of being dropped.
constexpr Attribute hx_queue() { return {"data-", "hx-sync", "queue all", "", 0, Attribute::Kind::text}; }
inline Attribute hx_stream(const Url& url) { return {"data-", "hx-sse:connect", url.text(), "", 0, Attribute::Kind::text}; }

}  // namespace attr
}  // namespace knippe::views
