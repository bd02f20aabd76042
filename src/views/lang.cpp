#include "views/lang.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace knippe::views {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The quality of one Accept-Language item in thousandths; 1000 when it states none, 0 when malformed.
int quality(std::string_view parameters) {
  parameters = trim_ascii(parameters);
  if (parameters.empty()) return 1000;
  if (!parameters.starts_with("q=")) return 0;
  parameters.remove_prefix(2);
  if (parameters.starts_with("1")) return 1000;
  if (!parameters.starts_with("0")) return 0;
  if (!parameters.starts_with("0.")) return 0;
  std::string digits(parameters.substr(2, 3));
  digits.resize(3, '0');
  int thousandths = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + 3, thousandths);
  return problem == std::errc() && end == digits.data() + 3 ? thousandths : 0;
}

}  // namespace

std::string_view code(Lang lang) {
  switch (lang) {
    case Lang::nb: return "nb";
    case Lang::nn: return "nn";
    case Lang::en: return "en";
  }
  __builtin_unreachable();
}

std::string_view own_name(Lang lang) {
  switch (lang) {
    case Lang::nb: return "Bokmål";
    case Lang::nn: return "Nynorsk";
    case Lang::en: return "English";
  }
  __builtin_unreachable();
}

std::optional<Lang> parse_lang(std::string_view tag) {
  const std::string whole = lower(trim_ascii(tag));
  const std::string primary = whole.substr(0, whole.find_first_of("-_"));
  if (primary == "nb" || primary == "no") return whole == "no-nn" || whole == "no-nynorsk" ? Lang::nn : Lang::nb;
  if (primary == "nn") return Lang::nn;
  if (primary == "en") return Lang::en;
  return std::nullopt;
}

Lang choose_lang(std::string_view cookie, std::string_view accept_language) {
  if (const auto chosen = parse_lang(cookie)) return *chosen;
  Lang best = Lang::nb;
  int best_quality = 0;
  for (const std::string_view item : split(accept_language, ',')) {
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const auto lang = parse_lang(item.substr(0, semicolon));
    const int q = quality(semicolon < item.size() ? item.substr(semicolon + 1) : std::string_view());
    if (!lang || q <= best_quality) continue;
    best = *lang;
    best_quality = q;
  }
  return best;
}

Catalogue::Catalogue() : nb_(Lang::nb), nn_(Lang::nn), en_(Lang::en) {}

const Words& Catalogue::operator[](Lang lang) const {
  switch (lang) {
    case Lang::nb: return nb_;
    case Lang::nn: return nn_;
    case Lang::en: return en_;
  }
  __builtin_unreachable();
}

}  // namespace knippe::views
