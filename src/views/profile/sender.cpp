#include "views/profile/sender.h"

#include "views/assets.h"

namespace knippe::views {

void sender_styles(Writer& h, const Sender& sender) {
  h.stylesheet(asset_url("profile.css"));
  if (!sender.colour.empty()) h.stylesheet(Url::local("/profil/farge/" + sender.colour + ".css"));
}

void sender_line(Writer& h, const Words& w, const Sender& sender) {
  if (sender.name.empty()) return;
  h.element("aside", {cls("avsender"), aria_label(w("profile.sender"))}, [&] {
    if (!sender.arms.empty()) h.img({cls("avsender__vapen"), src(Url::local("/profil/vapen/" + sender.arms)), alt(sender.arms_alt)});
    h.p([&] {
      h.b(sender.name);
      if (!sender.other_name.empty()) h.span(sender.other_name);
    });
  });
}

void sender_mark(Writer& h, const Sender& sender) {
  if (!sender.arms.empty())
    h.img({cls("pkommune__vapen"), src(Url::local("/profil/vapen/" + sender.arms)), width(40), attr::height(40), alt("")});
  h.span({cls("pkommune__navn")}, [&] {
    h.text(sender.name);
    if (!sender.other_name.empty()) h.span({cls("pkommune__ogsaa")}, sender.other_name);
  });
}

void sender_contact(Writer& h, const Words& w, const Sender& sender) {
  if (sender.contact.empty() && sender.email.empty() && sender.phone.empty()) return;
  h.address({cls("avsender__kontakt")}, [&] {
    if (!sender.contact.empty()) h.p(w.format("profile.who_answers", sender.contact));
    if (!sender.email.empty())
      h.p([&] {
        h.text(std::string(w("profile.email")) + ": ");
        h.a({id("fot-epost"), href(Url::external("mailto:" + sender.email))}, sender.email);
      });
    if (!sender.phone.empty()) h.p(std::string(w("profile.phone")) + ": " + sender.phone);
  });
}

}  // namespace knippe::views
