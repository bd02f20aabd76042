// What a group keeps after handing in: a code and a QR to take a picture of.

#include "base/encoding.h"
#include "views/components.h"
#include "views/proof/parts.h"
#include "views/proof/proof.h"
#include "views/report/wording.h"

namespace knippe::views {
namespace {

using proof::fact;

void slip(Writer& h, const View& view, const OwnReceipt& own) {
  const Words& w = view.words;
  const std::string address = view.base_url + "/kvittering/" + own.facts.code;
  h.section({cls("kvittering"), aria_labelledby("kv-h")}, [&] {
    h.div({cls("kvittering__topp")}, [&] {
      h.h2({id("kv-h")}, w("proof.own_heading"));
      h.p(w("proof.own_text"));
    });
    h.div({cls("kvittering__qr")}, [&] { qr_code(h, address, w.format("proof.own_qr", own.facts.code)); });
    h.p({cls("kvittering__kode")}, [&] {
      h.span({cls("ds-sr-only")}, w("proof.code"), " ");
      h.text(own.facts.code);
    });
    h.dl({cls("kvittering__fakta")}, [&] {
      fact(h, w("proof.group"), [&](Writer&) {
        h.text(own.facts.group.value);
        if (!own.group_name.empty()) h.text(", "), h.text(own.group_name);
      });
      fact(h, w("proof.handed_in"), [&](Writer&) { h.text(w.date_and_time(own.facts.handed_in_at, own.facts.zone)); });
      fact(h, w("proof.counted_as"), [&](Writer&) { h.text(w.format("proof.points", own.points)); });
    });
    h.p({cls("kvittering__hvor")}, [&] {
      icon(h, Icon::link);
      h.a({cls("ds-link"), id("til-kvitteringen"), href(Url::local("/kvittering/" + own.facts.code))},
          std::string(report::bare_address(view.base_url)) + "/kvittering");
    });
  });
}

/// A person's own mark: that this phone handed in, never what.
void personal_slip(Writer& h, const View& view, std::string_view code) {
  const Words& w = view.words;
  const std::string path = "/kvittering/" + std::string(code);
  h.section({cls("kvittering"), aria_labelledby("merke-h")}, [&] {
    h.div({cls("kvittering__topp")}, [&] {
      h.h2({id("merke-h")}, w("proof.mark_heading"));
      h.p(w("proof.mark_text"));
    });
    h.div({cls("kvittering__qr")}, [&] { qr_code(h, view.base_url + path, w.format("proof.own_qr", code)); });
    h.p({cls("kvittering__kode")}, [&] {
      h.span({cls("ds-sr-only")}, w("proof.code"), " ");
      h.text(code);
    });
    h.p({cls("kvittering__hvor")}, [&] {
      icon(h, Icon::link);
      h.a({cls("ds-link"), id("til-merket"), href(Url::local(path))}, w("proof.mark_link"));
    });
  });
}

}  // namespace

std::string own_receipt_page(const View& view, const std::optional<OwnReceipt>& own, std::string_view mark, RoomId room) {
  const Words& w = view.words;
  return page(
      proof::frame_of(view, std::string(w("proof.own_title"))), [&](Writer& h) { plain_header(h, w); },
      [&](Writer& h) {
        h.h1({cls("dtittel")}, w("proof.own_title"));
        if (own) {
          h.p({cls("dingress")}, w("proof.own_intro"));
          slip(h, view, *own);
          proof::section(h, "va-h", w("proof.own_list"), [&](Writer&) {
            h.ol({cls("knippe knippe--kort")}, [&] {
              for (std::size_t i = 0; i < own->list.size(); ++i)
                h.li([&] { h.span({cls("knippe__nr")}, i + 1), h.span(own->list[i]); });
            });
          });
        } else if (mark.empty()) {
          h.p({cls("dingress")}, w("proof.own_none"));
        }
        if (!mark.empty()) personal_slip(h, view, mark);
        h.div({cls("feil__knapper")}, [&] {
          link_button(h, {.label = w("proof.back_to_workshop"), .id = "tilbake", .variant = Variant::secondary, .wide = true},
                      Url::local("/rom/" + to_base32(room.value)));
        });
      });
}

}  // namespace knippe::views
