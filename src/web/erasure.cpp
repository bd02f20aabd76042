#include "web/erasure.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/store.h"
#include "web/seating.h"

namespace knippe::web {
namespace {

using domain::TextRef;
using domain::Workshop;
using Past = engine::WorkshopDesk::Past;

void add_wording(Written& written, const Past& past, const domain::HeldText& held) {
  written.text = held.of;
  written.time = past.time;
  ++written.wordings;
  if (std::ranges::find(written.actors, past.actor) == written.actors.end()) written.actors.emplace_back(past.actor);
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

Result<Gone> gone_in(const Site& site, RoomId room) {
  const Instant now = site.clock.now();
  std::map<TextRef, Gone> standing;
  Gone gone;
  TRY_STATUS(site.desk.past(room, [&](const Past& past) {
    if (const auto* erased = std::get_if<domain::TextErased>(&past.event)) {
      gone.take(standing[erased->text]);
      standing.erase(erased->text);
    }
    const auto held = domain::text_of(past.event);
    if (!held) return;
    Gone& there = standing[held->of];
    there.records.push_back({room, past.seq, past.commitment, now});
    if (held->in_log) there.bodies.push_back(past.seq);
    if (const auto* added = std::get_if<domain::PhotoAdded>(&past.event)) there.commitments.push_back(added->commitment);
  }));
  std::ranges::sort(gone.bodies);
  return gone;
}

/// Takes the words out wherever they lie. The register first: what it names is erased again by whoever finds it.
Status clear_away(const Site& site, RoomId room) {
  const Gone gone = TRY(gone_in(site, room));
  auto& erasures = site.store.erasures();
  TRY_STATUS(erasures.enter(gone.records));
  if (!gone.bodies.empty()) TRY_STATUS(site.desk.erase(room, gone.bodies));
  for (const std::string& commitment : gone.commitments) TRY_STATUS(site.store.photos().drop(room, commitment));
  return erasures.erase_in_old_copies(gone.records);
}

/// With what repeats them, each once, and only what the log still holds.
Result<std::vector<TextRef>> still_there(const Site& site, RoomId room, const std::vector<TextRef>& texts) {
  std::set<TextRef> wanted;
  TRY_STATUS(site.desk.read(room, [&](const Workshop& workshop, Seq) {
    for (const TextRef& text : texts)
      for (const TextRef& each : domain::with_what_repeats(workshop, text)) wanted.insert(each);
  }));
  std::vector<TextRef> found;
  for (const Written& written : TRY(written_in(site, room)))
    if (wanted.contains(written.text)) found.push_back(written.text);
  return found;
}

/// Pictures that a restored register says are gone, though the restored log does not.
Status erase_registered_pictures(const Site& site, RoomId room) {
  std::set<std::pair<Seq, Digest>> registered;
  for (const store::Erasure& each : TRY(site.store.erasures().all()))
    if (each.room == room) registered.emplace(each.seq, each.commitment);
  std::set<TextRef> pictures;
  TRY_STATUS(site.desk.past(room, [&](const Past& past) {
    if (const auto* erased = std::get_if<domain::TextErased>(&past.event)) pictures.erase(erased->text);
    const auto held = domain::text_of(past.event);
    if (held && !held->in_log && registered.contains({past.seq, past.commitment})) pictures.insert(held->of);
  }));
  return erase_texts(site, room, {pictures.begin(), pictures.end()}, domain::Actor::system(), site.random.bytes<sizeof(engine::CommandId)>());
}

std::vector<TextRef> due_texts(const std::vector<Written>& written, store::Goes what) {
  std::vector<TextRef> texts;
  for (const Written& each : written)
    if (!domain::goes_in_time(each.text)) continue;
    else if (what == store::Goes::all || (what == store::Goes::names && domain::is_name(each.text))) texts.push_back(each.text);
  return texts;
}

Status sweep_room(const Site& site, RoomId room) {
  const auto retention = TRY(site.store.retentions().find(room));
  if (!retention) return {};
  const auto texts = due_texts(TRY(written_in(site, room)), retention->what);
  TRY_STATUS(erase_texts(site, room, texts, domain::Actor::system(), site.random.bytes<sizeof(engine::CommandId)>()));
  if (retention->what != store::Goes::nothing) TRY_STATUS(erase_seating(site, room));  // names, whatever they were kept for
  return site.store.retentions().finish(room);
}

}  // namespace

bool Written::is_by(PhoneId phone) const {
  return std::ranges::find(actors, domain::Context{{}, domain::Actor::phone(phone)}.actor_text()) != actors.end();
}

Result<std::vector<Written>> written_in(const Site& site, RoomId room) {
  std::map<TextRef, Written> standing;
  TRY_STATUS(site.desk.past(room, [&](const Past& past) {
    if (const auto* erased = std::get_if<domain::TextErased>(&past.event)) standing.erase(erased->text);
    const auto held = domain::text_of(past.event);
    if (held && !past.erased) add_wording(standing[held->of], past, *held);
  }));
  std::vector<Written> all;
  for (auto& [text, written] : standing)
    if (!written.words.empty() || text.kind == domain::TextKind::photo) all.push_back(std::move(written));
  return all;
}

bool phone_may_erase(const Workshop& workshop, const Written& written, PhoneId phone) {
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

Status erase_texts(const Site& site, RoomId room, const std::vector<TextRef>& texts, domain::Actor actor, engine::CommandId cause) {
  const auto wanted = TRY(still_there(site, room, texts));
  if (wanted.empty()) return {};
  auto& erasures = site.store.erasures();
  TRY_STATUS(erasures.begin(room));
  const auto receipt = site.desk.submit(room, domain::EraseTexts{wanted}, {site.clock.now(), actor}, cause);
  if (!receipt && receipt.error().kind != ErrorKind::in_doubt) (void)erasures.end(room);
  if (!receipt) return std::unexpected(receipt.error());
  TRY_STATUS(clear_away(site, room));
  return erasures.end(room);
}

Status finish_erasures(const Site& site) {
  for (const RoomId room : TRY(site.store.erasures().unfinished())) {
    const auto head = site.desk.head(room);
    if (head) {
      TRY_STATUS(erase_registered_pictures(site, room));
      TRY_STATUS(clear_away(site, room));
    }
    TRY_STATUS(site.store.erasures().end(room));
  }
  return {};
}

Status sweep_retention(const Site& site) {
  for (const RoomId room : TRY(site.store.retentions().due(site.clock.now()))) TRY_STATUS(sweep_room(site, room));
  return {};
}

}  // namespace knippe::web
