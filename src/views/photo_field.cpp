#include "views/photo_field.h"

namespace knippe::views {

namespace {
constexpr std::string_view accepted = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";
}

void photo_field(Writer& h, const Words& w, const PhotoField& field) {
  const bool faulty = !field.error.empty();
  h.div({cls("ds-field")}, [&] {
    h.label({cls("ds-label"), for_id("bilde-fil")}, field.label);
    h.p({id("bilde-fil-hint"), data("field", "description")}, w.format("photo.choose_hint", photo_megabytes_max));
    h.input({cls("ds-input"), id("bilde-fil"), type("file"), name("bilde"), named("accept", accepted), attr::required(field.required),
             aria_describedby(faulty ? "bilde-fil-hint bilde-fil-feil" : "bilde-fil-hint"), aria_invalid(faulty)});
    if (faulty) h.p({cls("ds-validation-message"), id("bilde-fil-feil")}, field.error);
  });
}

void upload_progress(Writer& h, const Words& w) {
  h.div({cls("framdrift"), data("framdrift"), hidden()}, [&] {
    h.element("progress", {id("framdrift"), max(100), value(0), aria_label(w("photo.progress"))}, "");
    h.p({id("framdrift-tekst"), data("sendt", w("photo.sent_percent")), data("framkalles", w("photo.working")), data("brutt", w("photo.cut_off")),
         data("stort", w.format("photo.too_large_here", photo_megabytes_max))}, "");
  });
}

}  // namespace knippe::views
