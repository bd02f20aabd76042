#include "views/report/wording.h"

namespace knippe::views::report {

Attribute spoken(const Words& w, const domain::Workshop& workshop, std::string_view language) {
  const std::string_view wanted = language.empty() ? std::string_view(workshop.settings.language) : language;
  return when(!wanted.empty() && wanted != code(w.lang()), attr::lang(wanted));
}

void breakable(Writer& h, std::string_view text) {
  for (std::size_t slash = text.find('/'); slash != std::string_view::npos; slash = text.find('/')) {
    h.text(text.substr(0, slash + 1));
    h.wbr();
    text.remove_prefix(slash + 1);
  }
  h.text(text);
}

std::string group_label(const Words& w, const domain::Group& group) {
  return group.name.empty() ? w.format("common.group", group.number.value)
                            : w.format("common.group_named", group.number.value, group.name);
}

std::string key_label(const Words& w, const domain::Key& key) {
  return key.origin ? w.format("report.new_key", key.label) : w.format("common.key", key.label);
}

std::string joined(const Words& w, std::span<const std::string> parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out += separator(w, i, parts.size()) + parts[i];
  return out;
}

std::string separator(const Words& w, std::size_t index, std::size_t count) {
  if (index == 0) return {};
  return index + 1 < count ? ", " : " " + std::string(w("report.and")) + " ";
}

std::string_view bare_address(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

}  // namespace knippe::views::report
