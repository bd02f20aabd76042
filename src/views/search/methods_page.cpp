// Ways to involve people, for everyone: the same list that a case's owner chooses from.

#include "views/involvement/method.h"
#include "views/involvement/parts.h"
#include "views/page.h"
#include "views/search/search.h"

namespace knippe::views {
namespace {

void fact(Writer& h, std::string_view name, std::string_view text) {
  h.dt(name);
  h.dd(text);
}

void method_section(Writer& h, const Words& w, const Method& method) {
  const Method::Text& text = method.in(w.lang());
  h.section({cls("metode"), id(method.id), aria_labelledby(method.id + "-h"), when(w.lang() == Lang::en, attr::lang("nb"))}, [&] {
    h.h2({id(method.id + "-h")}, text.name);
    h.p(text.summary);
    h.dl([&] {
      fact(h, w("search.method_fits"), text.fits);
      fact(h, w("search.method_not_when"), text.not_when);
      fact(h, w("search.method_demands"), text.demands);
    });
  });
}

void contents(Writer& h, const Words& w) {
  h.nav({cls("metodenavn"), aria_label(w("search.methods_by_name"))}, [&] {
    h.ul({role("list"), when(w.lang() == Lang::en, attr::lang("nb"))}, [&] {
      for (const Method& method : all_methods()) h.li([&] { h.a({cls("ds-link"), href(Url::local("#" + method.id))}, method.in(w.lang()).name); });
    });
  });
}

}  // namespace

std::string methods_page(const View& view) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w("search.methods")), .surface = Surface::open_web, .cases = true, .style = "search.css",
                    .warning = view.warning, .indexable = true, .sender = view.sender.get()};
  return sak::public_page(
      frame,
      [&](Writer& h) {
        h.div({cls("sakhode")}, [&] {
          h.h1(w("search.methods"));
          h.p({cls("sakhode__ingress")}, w("search.methods_text"));
        });
        h.div({cls("pkol")}, [&] {
          contents(h, w);
          h.div({cls("metodeliste")}, [&] {
            for (const Method& method : all_methods()) method_section(h, w, method);
          });
        });
      });
}

}  // namespace knippe::views
