#include <unicode/coll.h>
#include <unicode/dtfmtsym.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <locale>
#include <unordered_map>

#include "base/check.h"
#include "views/catalogue_data.h"
#include "views/lang.h"
#include "views/local_time.h"

namespace knippe::views {
namespace {

using Messages = boost::locale::message_format<char>;

constexpr int max_decimals = 6;

icu::Locale icu_locale(Lang lang) {
  return lang == Lang::en ? icu::Locale("en", "GB") : icu::Locale(std::string(code(lang)).c_str(), "NO");
}

/// A locale whose only speciality is the message facet, read from inside the program.
std::locale with_messages(Lang lang) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = code(lang);
  info.encoding = "UTF-8";
  info.paths.emplace_back("");
  info.domains.emplace_back("knippe");
  info.callback = [lang](const std::string&, const std::string&) {
    const std::string_view bytes = catalogue_data(lang);
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

/// The messages without plural forms, found by key: gettext's own way of looking costs more than writing most elements. The format is
/// GNU gettext's .mo in this machine's byte order: magic, version, count, then where the tables of keys and of messages begin.
std::unordered_map<std::string_view, std::string_view> sentences_of(std::string_view mo) {
  const auto number = [mo](std::size_t at) {
    std::uint32_t value = 0;
    CHECK(at + sizeof value <= mo.size());
    std::memcpy(&value, mo.data() + at, sizeof value);
    return value;
  };
  const auto text = [&](std::size_t entry) { return mo.substr(number(entry + 4), number(entry)); };
  CHECK(number(0) == 0x950412de);
  std::unordered_map<std::string_view, std::string_view> sentences;
  for (std::size_t i = 0; i < number(8); ++i) {
    const std::string_view key = text(number(12) + 8 * i), message = text(number(16) + 8 * i);
    if (!key.empty() && !message.empty() && key.find('\0') == std::string_view::npos) sentences.emplace(key, message);
  }
  return sentences;
}

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

}  // namespace

struct Words::Tools {
  explicit Tools(Lang lang);

  std::locale locale;
  const Messages& messages;
  std::unordered_map<std::string_view, std::string_view> sentences;
  std::array<std::string, 12> months, short_months;
  std::array<std::string, 7> weekdays;  ///< Sunday first
  std::array<icu::number::LocalizedNumberFormatter, max_decimals + 1> numbers;
  std::unique_ptr<icu::Collator> order;
};

Words::Tools::Tools(Lang lang) : locale(with_messages(lang)), messages(std::use_facet<Messages>(locale)), sentences(sentences_of(catalogue_data(lang))) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale place = icu_locale(lang);
  const icu::DateFormatSymbols symbols(place, status);
  using Symbols = icu::DateFormatSymbols;
  int count = 0;
  const icu::UnicodeString* from = symbols.getMonths(count, Symbols::FORMAT, Symbols::WIDE);
  months = names<12>(from, count, 0);
  from = symbols.getMonths(count, Symbols::FORMAT, Symbols::ABBREVIATED);
  short_months = names<12>(from, count, 0);
  from = symbols.getWeekdays(count, Symbols::FORMAT, Symbols::WIDE);
  weekdays = names<7>(from, count, 1);
  for (int decimals = 0; decimals <= max_decimals; ++decimals)
    numbers[static_cast<std::size_t>(decimals)] = icu::number::NumberFormatter::withLocale(place)
                                                      .precision(icu::number::Precision::fixedFraction(decimals))
                                                      .grouping(UNUM_GROUPING_MIN2);
  order.reset(icu::Collator::createInstance(place, status));
  CHECK(U_SUCCESS(status) && order);
}

Words::Words(Lang lang) : lang_(lang), tools_(std::make_unique<Tools>(lang)) {}
Words::~Words() = default;

std::string_view Words::operator()(MessageKey key) const {
  const std::string_view text(key.text());
  const auto found = tools_->sentences.find(text);
  return found == tools_->sentences.end() ? text : found->second;
}

std::string_view Words::plural_form(MessageKey key, std::int64_t count) const {
  const int n = static_cast<int>(std::clamp<std::int64_t>(count, 0, 1'000'000'000));
  const char* message = tools_->messages.get(0, nullptr, key.text(), n);
  return message ? message : key.text();
}

std::optional<std::string_view> Words::find(const std::string& key) const {
  const auto found = tools_->sentences.find(key);
  return found == tools_->sentences.end() ? std::nullopt : std::optional(found->second);
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
  return format("common.date", local.day, tools_->months[local.month - 1], std::to_string(local.year));
}

std::string Words::short_date(Instant instant, std::string_view zone) const {
  const LocalTime local = local_time(instant, zone);
  return format("common.date", local.day, tools_->short_months[local.month - 1], std::to_string(local.year));
}

std::string Words::long_date(Instant instant, std::string_view zone) const {
  return format("common.weekday_and_date", tools_->weekdays[local_time(instant, zone).weekday], date(instant, zone));
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
  const auto index = static_cast<std::size_t>(std::clamp(decimals, 0, max_decimals));
  return utf8(tools_->numbers[index].formatDouble(value, status).toString(status));
}

std::string Words::number(std::int64_t value) const {
  if (value >= 0 && value < 10'000) return std::to_string(value);
  UErrorCode status = U_ZERO_ERROR;
  return utf8(tools_->numbers[0].formatInt(value, status).toString(status));
}

int Words::compare(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  return tools_->order->compareUTF8(icu::StringPiece(a.data(), static_cast<std::int32_t>(a.size())),
                                    icu::StringPiece(b.data(), static_cast<std::int32_t>(b.size())), status);
}

}  // namespace knippe::views
