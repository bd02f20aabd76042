// What we say about privacy and accessibility: short, and only what holds for the program itself.

#include <span>

#include "views/components.h"
#include "views/front/front.h"
#include "views/page.h"

namespace knippe::views {
namespace {

struct Paragraph {
  MessageKey heading;
  MessageKey text;
  std::string_view way = {};  ///< to "my data", if it leads there
};

constexpr Paragraph privacy[] = {{"front.privacy_you", "front.privacy_you_text"},
                                 {"front.privacy_written", "front.privacy_written_text"},
                                 {"front.privacy_case", "front.privacy_case_text"},
                                 {"front.privacy_photos", "front.privacy_photos_text"},
                                 {"front.privacy_cookies", "front.privacy_cookies_text"},
                                 {"front.privacy_server", "front.privacy_server_text"},
                                 {"front.privacy_accounts", "front.privacy_accounts_text", "/konto/mine-data"},
                                 {"front.privacy_time", "front.privacy_time_text"},
                                 {"front.privacy_delete", "front.privacy_delete_text"},
                                 {"front.privacy_delete_case", "front.privacy_delete_case_text"},
                                 {"front.privacy_stays", "front.privacy_stays_text"}};
constexpr Paragraph accessibility[] = {{"front.access_aim", "front.access_aim_text"},
                                       {"front.access_ways", "front.access_ways_text"},
                                       {"front.access_limits", "front.access_limits_text"},
                                       {"front.access_tell", "front.access_tell_text"}};

std::string text_page(const View& view, MessageKey title, MessageKey intro, std::span<const Paragraph> paragraphs, JustErased erased = JustErased::nothing) {
  const Words& w = view.words;
  const Frame frame{.w = w, .title = std::string(w(title)), .surface = Surface::participant, .main_class = "dmain dmain--utenbunn",
                    .warning = view.warning, .indexable = true, .sender = view.sender.get()};
  return page(
      frame, [&](Writer& h) { plain_header(h, w); },
      [&](Writer& h) {
        h.h1({cls("dtittel")}, w(title));
        h.p({cls("dingress")}, w(intro));
        if (erased != JustErased::nothing)
          alert(h, Tone::info, w("erasure.done"), [&](Writer&) {
            h.p({cls("ds-paragraph")}, w(erased == JustErased::account ? "account_data.parted" : "erasure.parted"));
          });
        for (const Paragraph& paragraph : paragraphs)
          h.section({cls("seksjon")}, [&] {
            h.h2({cls("alle__tittel")}, w(paragraph.heading));
            h.p({cls("broedtekst")}, w(paragraph.text));
            if (!paragraph.way.empty()) h.p({cls("luft")}, [&] { h.a({cls("ds-link"), id("til-mine-data"), href(Url::local(paragraph.way))}, w("account_data.to")); });
          });
        h.p({cls("luft")}, [&] { h.a({cls("ds-link"), id("til-forsiden"), href("/")}, w("front.to_front")); });
      });
}

}  // namespace

std::string privacy_page(const View& view, JustErased erased) { return text_page(view, "front.privacy", "front.privacy_intro", privacy, erased); }
std::string accessibility_page(const View& view) {
  return text_page(view, "front.access", "front.access_intro", accessibility);
}

}  // namespace knippe::views
