#pragma once
// Words in the reader's language. Catalogues are gettext .mo files inside the program (locale/<lang>/<area>.po); no OS
// locale and no file is needed at run time. Words are immutable, shared by all threads and passed explicitly.
//
//   w("stage.rank")                               the message of a key; w(late ? "a.late" : "a.early") is fine too
//   w.plural("group.count", n)                    the right form, {1} = n
//   w.format("participant.place", 3, key.name)    {1}, {2}, ...
//
// Nothing here escapes: that is the writer's job.

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace knippe::views {

enum class Lang { nb, nn, en };
inline constexpr Lang all_langs[] = {Lang::nb, Lang::nn, Lang::en};

/// "nb", "nn", "en".
std::string_view code(Lang lang);
/// The language's own name: "Bokmål", "Nynorsk", "English".
std::string_view own_name(Lang lang);
/// From a language tag; "no" and "nb-NO" are nb. nullopt when we do not speak it.
std::optional<Lang> parse_lang(std::string_view tag);
/// The cookie decides; then the best of Accept-Language (RFC 9110 §12.5.4); then nb.
Lang choose_lang(std::string_view cookie, std::string_view accept_language);

/// A key of a message, area.name, written as literals where it is used: tools/check_catalogues finds it there. A composed
/// std::string does not compile; see Words::find for tables read from data.
class MessageKey {
 public:
  constexpr MessageKey(const char* literal) : text_(literal) {}
  constexpr const char* text() const { return text_; }

 private:
  const char* text_;
};

class Words;

/// What fills {1}, {2}, ...: text or a whole number (grouped as the language does).
class Filler {
 public:
  Filler(std::string_view text) : text_(text) {}
  Filler(const std::string& text) : text_(text) {}
  Filler(const char* text) : text_(text) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Filler(T number) : number_(static_cast<std::int64_t>(number)), is_number_(true) {}

 private:
  friend class Words;
  std::string_view text_;
  std::int64_t number_ = 0;
  bool is_number_ = false;
};

class Words {
 public:
  explicit Words(Lang lang);
  ~Words();
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  Lang lang() const { return lang_; }

  /// The message; it lives as long as the Words. A missing one shows its key (and fails tools/check_catalogues).
  std::string_view operator()(MessageKey key) const;
  /// The form for `count`, with {1} = count and {2}... = more.
  template <class... More>
  std::string plural(MessageKey key, std::int64_t count, const More&... more) const {
    return fill(plural_form(key, count), {Filler(count), Filler(more)...});
  }
  template <class... Args>
  std::string format(MessageKey key, const Args&... args) const {
    return fill((*this)(key), {Filler(args)...});
  }
  /// What to tell a person about an error: `error.<message_key>` with {1} = detail, else a general sentence for its kind.
  std::string error(const Error& error) const;
  /// The message of a key known only at run time, or nullopt. For tables read from data, not for pages.
  std::optional<std::string_view> find(const std::string& key) const;

  /// "24. november 2026". `zone` is an IANA name; an unknown one counts as UTC.
  std::string date(Instant instant, std::string_view zone) const;
  /// "24. nov. 2026".
  std::string short_date(Instant instant, std::string_view zone) const;
  /// "tirsdag 24. november 2026".
  std::string long_date(Instant instant, std::string_view zone) const;
  /// "15:32".
  std::string clock_time(Instant instant, std::string_view zone) const;
  /// "24. november 2026 kl. 15:32".
  std::string date_and_time(Instant instant, std::string_view zone) const;
  /// A calendar date "YYYY-MM-DD" as date() writes it; returned as it is when it is none.
  std::string plain_date(std::string_view iso_date) const;
  /// 3.8 → "3,8" with exactly `decimals` decimals (0..6).
  std::string number(double value, int decimals) const;
  /// 12345 → "12 345".
  std::string number(std::int64_t value) const;
  /// Alphabetical order of this language: negative, 0 or positive.
  int compare(std::string_view a, std::string_view b) const;

 private:
  struct Tools;
  std::string_view plural_form(MessageKey key, std::int64_t count) const;
  std::string fill(std::string_view message, std::initializer_list<Filler> fillers) const;

  Lang lang_;
  std::unique_ptr<const Tools> tools_;
};

/// All languages, built once at start.
class Catalogue {
 public:
  Catalogue();
  const Words& operator[](Lang lang) const;

 private:
  Words nb_, nn_, en_;
};

/// Today's (or any instant's) calendar date "YYYY-MM-DD" in a named time zone.
std::string iso_date(Instant instant, std::string_view zone);
/// "HH:MM" in a named time zone.
std::string clock_text(Instant instant, std::string_view zone);
/// The instant at which the clocks of `zone` show this date ("YYYY-MM-DD") and time ("HH:MM"); nullopt when malformed.
std::optional<Instant> instant_of(std::string_view date, std::string_view time, std::string_view zone);
/// True for an IANA time zone name that ICU knows.
bool is_time_zone(std::string_view zone);

}  // namespace knippe::views
