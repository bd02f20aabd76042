#include <fmt/format.h>

#include <iterator>
#include <qrcodegen.hpp>

#include "base/check.h"
#include "views/components.h"

namespace knippe::views {
namespace {

constexpr int quiet_zone = 4;
constexpr std::size_t longest = 1024;

/// One path of horizontal runs, in module units.
std::string modules(const qrcodegen::QrCode& code) {
  std::string path;
  for (int y = 0; y < code.getSize(); ++y)
    for (int x = 0; x < code.getSize();) {
      int run = 0;
      while (code.getModule(x + run, y)) ++run;
      if (run > 0) fmt::format_to(std::back_inserter(path), "M{},{}h{}v1h-{}z", x + quiet_zone, y + quiet_zone, run, run);
      x += run + 1;
    }
  return path;
}

}  // namespace

void qr_code(Writer& h, std::string_view text, std::string_view title) {
  CHECK(text.size() <= longest);
  const auto code = qrcodegen::QrCode::encodeText(std::string(text).c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  const int side = code.getSize() + 2 * quiet_zone;
  const std::string box = fmt::format("0 0 {0} {0}", side);
  h.element("svg", {cls("qr"), role("img"), aria_label(title), named("viewBox", box), named("shape-rendering", "crispEdges")}, [&] {
    h.element("rect", {width(side), height(side), named("fill", "#fff")});
    h.element("path", {named("fill", "#063134"), named("d", modules(code))});
  });
}

}  // namespace knippe::views
