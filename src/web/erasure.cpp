#include "web/erasure.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/store.h"
#include "web/acts.h"
#include "web/seating.h"

namespace knippe::web {
namespace {

template <class Kind>
using Past = typename Kind::Desk::Past;

void put_once(std::vector<std::string>& list, std::string_view one) {
  if (std::ranges::find(list, one) == list.end()) list.emplace_back(one);
}

template <class Ref>
void add_wording(WrittenText<Ref>& written, Instant time, std::string_view actor, const domain::Held<Ref>& held) {
  written.text = held.of;
  written.time = time;
  ++written.wordings;
  put_once(written.actors, actor);
  if (std::ranges::any_of(held.words, [](const std::string& word) { return !word.empty(); })) written.words = held.words;
}

/// What the log says is gone, and where it still lies.
struct Gone {
  std::vector<Seq> bodies;
  std::vector<store::Erasure> records;  ///< with those that name pictures
  std::vector<std::string> commitments; ///< of pictures

  void take(const Gone& other) {
    bodies.insert(bodies.end(), other.bodies.begin(), other.bodies.end());
    records.insert(records.end(), other.records.begin(), other.records.end());
    commitments.insert(commitments.end(), other.commitments.begin(), other.commitments.end());
  }
};

template <class Kind>
Result<Gone> gone_in(const Site& site, RoomId room) {
  const Instant now = site.clock.now();
  std::map<typename Kind::Ref, Gone> standing;
  Gone gone;
  TRY_STATUS(Kind::desk(site).past(room, [&](const Past<Kind>& past) {
    if (const auto* erased = std::get_if<typename Kind::TextErased>(&past.event)) {
      gone.take(standing[erased->text]);
      standing.erase(erased->text);
    }
    const auto held = text_of(past.event);
    if (!held) return;
    Gone& there = standing[held->of];
    there.records.push_back({room, past.seq, past.commitment, now});
    if (held->in_log) there.bodies.push_back(past.seq);
    if (const std::string* picture = Kind::picture_in(past.event)) there.commitments.push_back(*picture);
  }));
  std::ranges::sort(gone.bodies);
  return gone;
}

/// Takes the words out wherever they lie. The register first: what it names is erased again by whoever finds it.
template <class Kind>
Status clear_away(const Site& site, RoomId room) {
  const Gone gone = TRY(gone_in<Kind>(site, room));
  auto& erasures = site.store.erasures();
  TRY_STATUS(erasures.enter(gone.records));
  if (!gone.bodies.empty()) TRY_STATUS(Kind::desk(site).erase(room, gone.bodies));
  for (const std::string& commitment : gone.commitments) TRY_STATUS(site.store.photos().drop(room, commitment));
  return erasures.erase_in_old_copies(gone.records);
}

/// With what repeats them, each once, and only what the log still holds.
template <class Kind, class Ref = typename Kind::Ref>
Result<std::vector<Ref>> still_there(const Site& site, RoomId room, const std::vector<Ref>& texts) {
  std::set<Ref> wanted;
  TRY_STATUS(Kind::desk(site).read(room, [&](const typename Kind::State& state, Seq) {
    for (const Ref& text : texts)
      for (const Ref& each : with_what_repeats(state, text)) wanted.insert(each);
  }));
  std::vector<Ref> found;
  for (const auto& written : TRY(written_in<Kind>(site, room)))
    if (wanted.contains(written.text)) found.push_back(written.text);
  return found;
}

/// Pictures that a restored register says are gone, though the restored log does not.
template <class Kind, class Ref = typename Kind::Ref>
Status erase_registered_pictures(const Site& site, RoomId room) {
  std::set<std::pair<Seq, Digest>> registered;
  for (const store::Erasure& each : TRY(site.store.erasures().all()))
    if (each.room == room) registered.emplace(each.seq, each.commitment);
  std::set<Ref> pictures;
  TRY_STATUS(Kind::desk(site).past(room, [&](const Past<Kind>& past) {
    if (const auto* erased = std::get_if<typename Kind::TextErased>(&past.event)) pictures.erase(erased->text);
    const auto held = text_of(past.event);
    if (held && !held->in_log && registered.contains({past.seq, past.commitment})) pictures.insert(held->of);
  }));
  return erase_texts<Kind>(site, room, {pictures.begin(), pictures.end()}, domain::Actor::system(), site.random.bytes<sizeof(engine::CommandId)>());
}

template <class Ref>
std::vector<Ref> due_texts(const std::vector<WrittenText<Ref>>& written, store::Goes what) {
  std::vector<Ref> texts;
  for (const auto& each : written)
    if (!goes_in_time(each.text)) continue;
    else if (what == store::Goes::all || (what == store::Goes::names && is_name(each.text))) texts.push_back(each.text);
  return texts;
}

template <class Kind>
Status sweep_room(const Site& site, RoomId room) {
  const auto retention = TRY(site.store.retentions().find(room));
  if (!retention) return {};
  const auto texts = due_texts(TRY(written_in<Kind>(site, room)), retention->what);
  TRY_STATUS(erase_texts<Kind>(site, room, texts, domain::Actor::system(), site.random.bytes<sizeof(engine::CommandId)>()));
  if (retention->what != store::Goes::nothing) TRY_STATUS(erase_seating(site, room));  // names, whatever they were kept for
  if (retention->what != store::Goes::nothing) site.acts.note(views::Act::texts_expired, "time", the_room(room));
  return site.store.retentions().finish(room);
}

}  // namespace

template <class Kind>
Result<std::vector<WrittenText<typename Kind::Ref>>> written_in(const Site& site, RoomId room) {
  std::map<typename Kind::Ref, WrittenText<typename Kind::Ref>> standing;
  TRY_STATUS(Kind::desk(site).past(room, [&](const Past<Kind>& past) {
    if (const auto* erased = std::get_if<typename Kind::TextErased>(&past.event)) standing.erase(erased->text);
    const auto held = text_of(past.event);
    if (!held || past.erased) return;
    add_wording(standing[held->of], past.time, past.actor, *held);
    for (const std::string& name : Kind::names_in(*held)) put_once(standing[held->of].names, name);
  }));
  std::vector<WrittenText<typename Kind::Ref>> all;
  for (auto& [text, written] : standing)
    if (!written.words.empty() || Kind::is_picture(text)) all.push_back(std::move(written));
  return all;
}

bool phone_may_erase(const domain::Workshop& workshop, const Written& written, PhoneId phone) {
  using Kind = domain::TextKind;
  switch (written.text.kind) {
    case Kind::phone: return written.text.number == phone.value;
    case Kind::group: return workshop.seat_of(phone) == GroupNumber{written.text.number};
    case Kind::reason:
    case Kind::key: return false;  // the facilitator's words; they go with the supplement
    case Kind::speaker:
    case Kind::speaker_notes: return false;
    case Kind::supplement:
    case Kind::measure:
    case Kind::note:
    case Kind::photo: return written.is_by(phone);
  }
  return false;
}

template <class Kind>
Status erase_texts(const Site& site, RoomId room, const std::vector<typename Kind::Ref>& texts, domain::Actor actor, engine::CommandId cause) {
  const auto wanted = TRY(still_there<Kind>(site, room, texts));
  if (wanted.empty()) return {};
  auto& erasures = site.store.erasures();
  TRY_STATUS(erasures.begin(room));
  const auto receipt = Kind::desk(site).submit(room, typename Kind::EraseTexts{wanted}, {site.clock.now(), actor}, cause);
  if (!receipt && receipt.error().kind != ErrorKind::in_doubt) (void)erasures.end(room);
  if (!receipt) return std::unexpected(receipt.error());
  TRY_STATUS(clear_away<Kind>(site, room));
  return erasures.end(room);
}

template Result<std::vector<Written>> written_in<OfWorkshops>(const Site&, RoomId);
template Result<std::vector<CaseWritten>> written_in<OfCases>(const Site&, RoomId);
template Status erase_texts<OfWorkshops>(const Site&, RoomId, const std::vector<OfWorkshops::Ref>&, domain::Actor, engine::CommandId);
template Status erase_texts<OfCases>(const Site&, RoomId, const std::vector<OfCases::Ref>&, domain::Actor, engine::CommandId);

Status finish_erasures(const Site& site) {
  for (const RoomId room : TRY(site.store.erasures().unfinished())) {
    if (room == store::accounts_room) TRY_STATUS(site.store.erasures().erase_in_old_copies(TRY(site.store.erasures().of_accounts())));
    TRY_STATUS(by_kind(site, room, [&]<class Kind>(Kind) -> Status {
      TRY_STATUS(erase_registered_pictures<Kind>(site, room));
      return clear_away<Kind>(site, room);
    }));
    TRY_STATUS(site.store.erasures().end(room));
  }
  return {};
}

Status sweep_retention(const Site& site) {
  for (const RoomId room : TRY(site.store.retentions().due(site.clock.now()))) TRY_STATUS(by_kind(site, room, [&]<class Kind>(Kind) { return sweep_room<Kind>(site, room); }));
  return {};
}

}  // namespace knippe::web
