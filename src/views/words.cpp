#include <unicode/coll.h>
#include <unicode/dtfmtsym.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "base/check.h"
#include "views/catalogue_data.h"
#include "views/lang.h"
#include "views/local_time.h"

namespace knippe::views {
namespace {

constexpr int max_decimals = 6;

icu::Locale icu_locale(Lang lang) {
  return lang == Lang::en ? icu::Locale("en", "GB") : icu::Locale(std::string(code(lang)).c_str(), "NO");
}

struct Forms {
  std::string_view one, other;
};

/// Every message by its key, those with two forms apart. The format is GNU gettext's .mo in this machine's byte order: magic, version, count,
/// then where the tables of keys and of messages begin; the forms of a message are ended by NULs. All our languages have gettext's (n != 1).
struct Messages {
  explicit Messages(std::string_view mo);

  std::unordered_map<std::string_view, std::string_view> sentences;
  std::unordered_map<std::string_view, Forms> plurals;
};

Messages::Messages(std::string_view mo) {
  const auto number = [mo](std::size_t at) {
    std::uint32_t value = 0;
    CHECK(at + sizeof value <= mo.size());
    std::memcpy(&value, mo.data() + at, sizeof value);
    return value;
  };
  const auto text = [&](std::size_t entry) { return mo.substr(number(entry + 4), number(entry)); };
  CHECK(number(0) == 0x950412de);
  for (std::size_t i = 0; i < number(8); ++i) {
    const std::string_view key = text(number(12) + 8 * i), message = text(number(16) + 8 * i);
    const std::size_t key_end = key.find('\0'), one_end = std::min(message.find('\0'), message.size());
    if (key.empty()) CHECK(message.contains("plural=(n != 1);"));
    else if (key_end != std::string_view::npos) plurals.emplace(key.substr(0, key_end), Forms{message.substr(0, one_end), message.substr(std::min(one_end + 1, message.size()))});
    else if (!message.empty()) sentences.emplace(key, message);
  }
}

/// Made when it is first asked for: ICU's tables lie in memory only where they are used.
template <class T>
class Late {
 public:
  template <class Make>
  const T& get(const Make& make) const {
    std::call_once(once_, [&] { value_.emplace(make()); });
    return *value_;
  }

 private:
  mutable std::once_flag once_;
  mutable std::optional<T> value_;
};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

template <std::size_t N>
std::array<std::string, N> names(const icu::UnicodeString* from, int count, int first) {
  CHECK(count >= static_cast<int>(N) + first);
  std::array<std::string, N> out;
  for (std::size_t i = 0; i < N; ++i) out[i] = utf8(from[i + static_cast<std::size_t>(first)]);
  return out;
}

struct DateNames {
  explicit DateNames(Lang lang);

  std::array<std::string, 12> months, short_months;
  std::array<std::string, 7> weekdays;  ///< Sunday first
};

DateNames::DateNames(Lang lang) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu_locale(lang), status);
  using Symbols = icu::DateFormatSymbols;
  int count = 0;
  const icu::UnicodeString* from = symbols.getMonths(count, Symbols::FORMAT, Symbols::WIDE);
  months = names<12>(from, count, 0);
  from = symbols.getMonths(count, Symbols::FORMAT, Symbols::ABBREVIATED);
  short_months = names<12>(from, count, 0);
  from = symbols.getWeekdays(count, Symbols::FORMAT, Symbols::WIDE);
  weekdays = names<7>(from, count, 1);
  CHECK(U_SUCCESS(status));
}

using NumberFormats = std::array<icu::number::LocalizedNumberFormatter, max_decimals + 1>;

NumberFormats number_formats(Lang lang) {
  NumberFormats formats;
  for (int decimals = 0; decimals <= max_decimals; ++decimals)
    formats[static_cast<std::size_t>(decimals)] = icu::number::NumberFormatter::withLocale(icu_locale(lang))
                                                      .precision(icu::number::Precision::fixedFraction(decimals))
                                                      .grouping(UNUM_GROUPING_MIN2);
  return formats;
}

std::unique_ptr<icu::Collator> collator(Lang lang) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu_locale(lang), status));
  CHECK(U_SUCCESS(status) && made);
  return made;
}

}  // namespace

struct Words::Tools {
  explicit Tools(Lang lang_in) : lang(lang_in), messages(catalogue_data(lang)) {}
  const DateNames& dates() const { return late_dates.get([this] { return DateNames(lang); }); }
  const auto& number(int decimals) const {
    const auto index = static_cast<std::size_t>(std::clamp(decimals, 0, max_decimals));
    return late_numbers.get([this] { return number_formats(lang); })[index];
  }
  const icu::Collator& order() const { return *late_order.get([this] { return collator(lang); }); }

  const Lang lang;
  const Messages messages;
  const Late<DateNames> late_dates;
  const Late<NumberFormats> late_numbers;
  const Late<std::unique_ptr<icu::Collator>> late_order;
};

Words::Words(Lang lang) : lang_(lang), tools_(std::make_unique<Tools>(lang)) {}
Words::~Words() = default;

std::string_view Words::operator()(MessageKey key) const {
  const std::string_view text(key.text());
  const auto found = tools_->messages.sentences.find(text);
  return found == tools_->messages.sentences.end() ? text : found->second;
}

std::string_view Words::plural_form(MessageKey key, std::int64_t count) const {
  const auto found = tools_->messages.plurals.find(std::string_view(key.text()));
  if (found == tools_->messages.plurals.end()) return key.text();
  return count == 1 ? found->second.one : found->second.other;
}

std::optional<std::string_view> Words::find(const std::string& key) const {
  const auto found = tools_->messages.sentences.find(key);
  return found == tools_->messages.sentences.end() ? std::nullopt : std::optional(found->second);
}

std::string Words::fill(std::string_view message, std::initializer_list<Filler> fillers) const {
  std::string out;
  out.reserve(message.size() + 32);
  for (std::size_t i = 0; i < message.size(); ++i) {
    const std::size_t brace = std::min(message.find('{', i), message.size());
    out += message.substr(i, brace - i);
    if ((i = brace) == message.size()) break;
    const bool slot = message[i] == '{' && i + 2 < message.size() && message[i + 2] == '}' && message[i + 1] >= '1' &&
                      static_cast<std::size_t>(message[i + 1] - '1') < fillers.size();
    if (!slot) {
      out += message[i];
      continue;
    }
    const Filler& filler = fillers.begin()[message[i + 1] - '1'];
    if (filler.is_number_) out += number(filler.number_);
    else out += filler.text_;
    i += 2;
  }
  return out;
}

std::string Words::error(const Error& error) const {
  if (const auto message = find("error." + error.message_key)) return fill(*message, {Filler(error.detail)});
  switch (error.kind) {
    case ErrorKind::bad_input: return std::string((*this)("error.kind.bad_input"));
    case ErrorKind::refused: return std::string((*this)("error.kind.refused"));
    case ErrorKind::forbidden: return std::string((*this)("error.kind.forbidden"));
    case ErrorKind::not_found: return std::string((*this)("error.kind.not_found"));
    case ErrorKind::too_large: return std::string((*this)("error.kind.too_large"));
    case ErrorKind::too_many: return std::string((*this)("error.kind.too_many"));
    case ErrorKind::unavailable: return std::string((*this)("error.kind.unavailable"));
    case ErrorKind::in_doubt: return std::string((*this)("error.kind.in_doubt"));
    case ErrorKind::internal: return std::string((*this)("error.kind.internal"));
  }
  __builtin_unreachable();
}

std::string Words::date(Instant instant, std::string_view zone) const {
  const LocalTime local = local_time(instant, zone);
  return format("common.date", local.day, tools_->dates().months[local.month - 1], std::to_string(local.year));
}

std::string Words::short_date(Instant instant, std::string_view zone) const {
  const LocalTime local = local_time(instant, zone);
  return format("common.date", local.day, tools_->dates().short_months[local.month - 1], std::to_string(local.year));
}

std::string Words::long_date(Instant instant, std::string_view zone) const {
  return format("common.weekday_and_date", tools_->dates().weekdays[local_time(instant, zone).weekday], date(instant, zone));
}

std::string Words::clock_time(Instant instant, std::string_view zone) const { return clock_text(instant, zone); }

std::string Words::date_and_time(Instant instant, std::string_view zone) const {
  return format("common.date_and_time", date(instant, zone), clock_text(instant, zone));
}

std::string Words::plain_date(std::string_view iso_date) const {
  const auto noon = instant_of(iso_date, "12:00", "UTC");
  return noon ? date(*noon, "UTC") : std::string(iso_date);
}

std::string Words::number(double value, int decimals) const {
  UErrorCode status = U_ZERO_ERROR;
  return utf8(tools_->number(decimals).formatDouble(value, status).toString(status));
}

std::string Words::number(std::int64_t value) const {
  if (value >= 0 && value < 10'000) return std::to_string(value);
  UErrorCode status = U_ZERO_ERROR;
  return utf8(tools_->number(0).formatInt(value, status).toString(status));
}

int Words::compare(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  return tools_->order().compareUTF8(icu::StringPiece(a.data(), static_cast<std::int32_t>(a.size())),
                                    icu::StringPiece(b.data(), static_cast<std::int32_t>(b.size())), status);
}

}  // namespace knippe::views
