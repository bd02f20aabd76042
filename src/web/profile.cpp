#include "web/profile.h"

#include "base/text.h"
#include "media/darkroom.h"
#include "proof/checkpoint.h"
#include "store/store.h"
#include "views/profile/colour.h"
#include "views/profile/municipalities.h"
#include "views/profile/profile.h"
#include "web/acts.h"
#include "web/desk_view.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using store::default_organisation;

/// Pictures belong to a room; that of the organisation to the system room, which is never deleted.
constexpr RoomId shelf = proof::system_room;

http::Response show(const Call& call, const views::Kept& kept = {}, int status = 200) {
  const auto found = call.site.store.profiles().find(default_organisation);
  if (!found) return error_answer(call, found.error());
  const store::Profile& p = **found;
  return page_answer(views::profile_page(call.view(), {p.name, p.municipality, p.colour, p.arms, p.arms_alt, p.contact, p.email, p.phone}, kept), status);
}

Status save(const Call& call) {
  const auto field = [&](std::string_view name) { return std::string(call.field(name)); };
  store::Profile profile{field("navn"), field("kommune"), field("farge"), {}, {}, field("kontakt"), field("epost"), field("telefon")};
  if (!profile.municipality.empty() && !views::find_municipality(profile.municipality)) return bad_input("profile.municipality");
  if (const auto colour = views::parse_colour(profile.colour); colour && views::fault_of(*colour)) return bad_input(views::colour_refused);
  return call.site.store.profiles().save(default_organisation, profile);
}

/// The new picture is in place before the old one goes.
Status replace_arms(const Call& call, const std::string& commitment, std::string_view alt) {
  auto& store = call.site.store;
  const std::string before = TRY(store.profiles().find(default_organisation))->arms;
  const Status set = store.profiles().set_arms(default_organisation, commitment, alt);
  const std::string& unused = set ? before : commitment;
  if (!unused.empty() && !(set && before == commitment)) TRY_STATUS(store.photos().drop(shelf, unused));
  return set;
}

Status upload(const Call& call) {
  if (!call.upload || call.upload->empty()) return bad_input("photo.none");
  if (trim_ascii(call.field("alt")).empty()) return bad_input("profile.arms_alt");
  const media::Developed developed = TRY(call.site.darkroom.develop(*call.upload));
  return replace_arms(call, TRY(call.site.store.photos().keep(shelf, developed.display, developed.thumbnail)), call.field("alt"));
}

Status carry_out(const Call& call) {
  const std::string_view op = call.op();
  if (op == "lagre") return save(call);
  if (op == "last-opp") return upload(call);
  if (op == "slett") return replace_arms(call, {}, {});
  return bad_input("form.unknown_op");
}

http::Response for_ever(const char* type, std::string bytes) {
  http::Response response;
  response.content_type = type;
  response.body = std::move(bytes);
  response.with("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

}  // namespace

std::shared_ptr<const views::Sender> sender_of(const Site& site) {
  const auto found = site.store.profiles().find(default_organisation);
  if (!found || (*found)->name.empty()) return nullptr;
  const store::Profile& p = **found;
  const views::Municipality* municipality = views::find_municipality(p.municipality);
  return std::make_shared<const views::Sender>(views::Sender{p.name, std::string(municipality ? municipality->other : ""), p.colour.empty() ? "" : p.colour.substr(1),
                                                             p.arms, p.arms_alt, p.contact, p.email, p.phone});
}

http::Response profile(const Call& call) { return show(call); }

http::Response change_profile(const Call& call) {
  const Status done = carry_out(call);
  if (done) call.site.acts.note(views::Act::profile_changed, doer_of(call));
  if (done) return see_other("/admin/virksomhet");
  return show(call, kept_form(call, std::string(call.op()), done.error()), status_of(done.error().kind));
}

http::Response profile_colour(const Call& call) {
  const auto found = call.site.store.profiles().find(default_organisation);
  const std::string& asked = call.captured[0];
  const auto colour = found ? views::parse_colour((*found)->colour) : std::nullopt;
  if (!colour || asked != (*found)->colour.substr(1) + ".css") return status_answer(call, 404);
  return for_ever("text/css; charset=utf-8", views::theme_sheet(*colour));
}

http::Response profile_arms(const Call& call) {
  const auto found = call.site.store.profiles().find(default_organisation);
  const std::string& asked = call.captured[0];
  if (!found || asked.empty() || asked != (*found)->arms) return status_answer(call, 404);
  auto bytes = call.site.store.photos().read(shelf, asked, store::PhotoSize::thumbnail);
  if (!bytes) return error_answer(call, bytes.error());
  return for_ever("image/jpeg", *std::move(bytes)).with("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
}

}  // namespace knippe::web
