// What lets others check the log: heads, proofs, the log itself, receipts, keys.

#include <boost/json.hpp>

#include "base/encoding.h"
#include "domain/small_numbers.h"
#include "proof/keyring.h"
#include "proof/log_bundle.h"
#include "store/store.h"
#include "views/involvement/counts.h"
#include "views/report/bundle.h"
#include "web/handlers.h"
#include "web/receipts.h"
#include "web/retention.h"
#include "web/table_file.h"
#include "web/witnesses.h"

namespace knippe::web {
namespace {

namespace json = boost::json;

constexpr std::size_t heads_shown = 50;

/// Public, and meant to be read from elsewhere.
http::Response from_anywhere(http::Response response) {
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Access-Control-Allow-Origin", "*");
  return response;
}

http::Response plain(std::string text) { return from_anywhere(http::text(200, std::move(text))); }

http::Response plain_error(const Error& error) { return http::text(status_of(error.kind), error.message_key + "\n"); }

struct Sizes {
  std::uint64_t from = 0, to = 0;
};

/// Both sizes as numbers with 0 < from <= to <= newest; bad_input `head.sizes`.
Result<Sizes> sizes_of(const Call& call, std::uint64_t newest) {
  const auto from = parse_number(call.request.query["fra"]), to = parse_number(call.request.query["til"]);
  if (!from || !to || *from == 0 || *from > *to || *to > newest) return bad_input("head.sizes");
  return Sizes{*from, *to};
}

/// The result as published, and its title; nothing of an unpublished workshop, a case that is not open yet, or the system room.
struct PublicFace {
  bool published = false;
  bool is_case = false;
  std::string title, language, zone = "Europe/Oslo", bundle;
  int ballots_from = domain::shown_from_persons;  ///< in an opened box
};
void add_case(const Call& call, bool with_bundle, PublicFace& face) {
  (void)call.site.cases.read(call.room, [&](const domain::involvement::Involvement& i, Seq) {
    face.is_case = true;
    face.zone = i.time_zone;
    face.published = i.phase != domain::involvement::Phase::draft;
    if (!face.published) return;
    face.title = i.title;
    face.language = i.language;
    if (with_bundle) face.bundle = views::case_counts(i, call.room, call.site.place.version);
  });
}

PublicFace public_face(const Call& call, bool with_bundle) {
  PublicFace face;
  if (call.room == proof::system_room) return face;
  const Status of_workshop = call.site.desk.read(call.room, [&](const domain::Workshop& workshop, Seq) {
    face.zone = workshop.settings.time_zone;
    face.published = workshop.published;
    if (!workshop.published) return;
    face.title = workshop.about.title;
    face.language = workshop.settings.language;
    face.ballots_from = workshop.settings.persons_shown_from;
    if (with_bundle) face.bundle = views::result_bundle(workshop, call.room, call.site.place.version);
  });
  if (!of_workshop) add_case(call, with_bundle, face);
  return face;
}

std::vector<std::string> hex_of(std::span<const Digest> digests) {
  std::vector<std::string> out;
  for (const Digest& digest : digests) out.push_back(to_hex(digest));
  return out;
}

Result<views::LogFacts> log_facts(const Call& call) {
  const PublicFace face = public_face(call, false);
  views::LogFacts facts;
  facts.room = call.room;
  facts.title = face.title;
  facts.language = face.language;
  facts.zone = face.zone;
  facts.is_case = face.is_case;
  facts.is_system = call.room == proof::system_room;
  facts.has_bundle = facts.is_system || face.published;
  if (face.published) facts.keeping = keeping_of(call);
  facts.origin = call.site.keys.origin(call.room);
  facts.vkey = proof::Verifier{facts.origin, call.site.keys.present()}.vkey();
  const auto kept = TRY(call.site.store.heads().of_room(call.room));
  facts.heads_in_all = kept.size();
  facts.seen_by = seen_by(call.site, kept);
  auto now = call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<views::HeadRow> {
    return views::HeadRow{log.tree.size(), call.site.clock.now(), to_hex(log.tree.root())};
  });
  if (!now && !(facts.is_system && now.error().kind == ErrorKind::not_found)) return std::unexpected(now.error());
  if (now && (kept.empty() || kept.back().size < now->size)) facts.heads.push_back(*std::move(now)), ++facts.heads_in_all;
  for (auto head = kept.rbegin(); head != kept.rend() && facts.heads.size() < heads_shown; ++head) {
    const auto text = proof::unverified_text(head->note);
    const auto checkpoint = text ? proof::parse_checkpoint(*text) : std::nullopt;
    if (checkpoint) facts.heads.push_back({head->size, head->time, to_hex(checkpoint->root)});
  }
  return facts;
}

Result<views::ConsistencyShown> consistency(const Call& call) {
  return call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<views::ConsistencyShown> {
    const Sizes sizes = TRY(sizes_of(call, log.tree.size()));
    return views::ConsistencyShown{sizes.from, sizes.to, to_hex(log.tree.root(sizes.from)), to_hex(log.tree.root(sizes.to)),
                                   hex_of(log.tree.consistency(sizes.from, sizes.to))};
  });
}

/// A room that is being prepared or practised in is not told of. One that was deleted is, when it had been open.
bool is_listed(const Call& call, RoomId room) {
  if (room == proof::system_room) return true;
  if (const auto listed = call.site.store.rooms().find(room)) return listed->status != store::RoomStatus::draft && !listed->rehearsal;
  return call.site.logbook.read(room, [](const proof::Log& log) -> Result<bool> { return log.is_public(); }).value_or(false);
}

std::string written_code(const Call& call) { return call.captured.empty() ? std::string() : call.captured[0]; }

http::Response no_receipt(const Call& call, std::string typed, const Error& error) {
  const views::Kept kept{"kvittering", {{"kode", std::move(typed)}}, error};
  return page_answer(views::receipt_page(call.view(), {}, kept), status_of(error.kind));
}

views::OwnReceipt own_of(views::ReceiptFacts facts, const domain::Workshop& workshop, const domain::Group& group, int round) {
  views::OwnReceipt own{std::move(facts), group.name, {}, {}};
  for (const KeyId key : workshop.sheet_of(group.number, round)->handed_in)
    if (const domain::Key* found = workshop.find_key(key)) own.list.push_back(found->short_name);
  for (const int points : workshop.settings.points) own.points += (own.points.empty() ? "" : "-") + std::to_string(points);
  return own;
}

}  // namespace

http::Response log_index(const Call& call) {
  const auto heads = call.site.store.heads().newest_of_all();
  if (!heads) return plain_error(heads.error());
  json::array rooms;
  for (const store::SignedHead& head : *heads)
    if (is_listed(call, head.room))
      rooms.push_back(json::object{{"room", to_base32(head.room.value)}, {"size", head.size}, {"head", head.note}});
  http::Response response = plain(json::serialize(json::object{{"format", "knippe-logs-1"}, {"logs", std::move(rooms)}}) + "\n");
  response.content_type = "application/json";
  return response;
}

http::Response log_head(const Call& call) {
  auto head = call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<std::string> {
    return call.site.keys.sign(call.room, log.tree.size(), log.tree.root());
  });
  return head ? plain(*std::move(head)) : plain_error(head.error());
}

http::Response log_consistency(const Call& call) {
  auto proof = call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<std::string> {
    const Sizes sizes = TRY(sizes_of(call, log.tree.size()));
    std::string lines;
    for (const Digest& digest : log.tree.consistency(sizes.from, sizes.to)) lines += to_base64(digest) + "\n";
    return lines;
  });
  return proof ? plain(*std::move(proof)) : plain_error(proof.error());
}

http::Response log_bundle(const Call& call) {
  const PublicFace face = public_face(call, true);
  if (call.room != proof::system_room && !face.published) return error_answer(call, {ErrorKind::not_found, face.is_case ? "log.not_open" : "log.not_published", {}});
  const auto kept = call.site.store.heads().of_room(call.room);
  if (!kept) return error_answer(call, kept.error());
  struct Newest {
    std::uint64_t size;
    std::string note;
  };
  const auto newest = call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<Newest> {
    return Newest{log.tree.size(), call.site.keys.sign(call.room, log.tree.size(), log.tree.root())};
  });
  if (!newest) return error_answer(call, newest.error());
  const bool kept_too = !kept->empty() && kept->back().size == newest->size;
  const std::string head_now = kept_too ? with_cosignatures(newest->note, kept->back().note, call.site.keys.origin(call.room)) : newest->note;
  const proof::Of of = face.is_case ? proof::Of::involvement : proof::Of::workshop;
  Status read;
  auto response = spooled_answer(call, "application/jsonl; charset=utf-8", [&](const Sink& out) {
    out(proof::write_bundle_head({call.site.keys.origin(call.room), call.room, newest->size, call.site.place.version}));
    out(proof::write_keys_line(proof::write_keys(call.site.keys.list())));
    for (const store::SignedHead& head : *kept)
      if (head.size < newest->size) out(proof::write_text_line("head", head.note));
    out(proof::write_text_line("head", head_now));
    std::string line;
    read = call.site.logbook.each_record(call.room, Seq{newest->size}, [&](const journal::Event& event) {
      line.clear();
      proof::write_record(line, event, of, face.ballots_from);
      out(line);
    });
    if (face.published) out(proof::write_text_line("result", face.bundle));
  });
  if (!read) return error_answer(call, read.error());
  if (!response) return error_answer(call, response.error());
  response->headers.set("Content-Disposition", "attachment; filename=\"logg-" + to_base32(call.room.value) + ".jsonl\"");
  return from_anywhere(*std::move(response));
}

http::Response public_keys(const Call& call) {
  http::Response response = plain(proof::write_keys(call.site.keys.list()));
  response.content_type = "application/json";
  return response;
}

http::Response log_page(const Call& call) {
  auto facts = log_facts(call);
  if (!facts) return error_answer(call, facts.error());
  views::Kept kept;
  int status = 200;
  if (call.request.query.has("fra") || call.request.query.has("til")) {
    kept = {"samsvar", {{"fra", std::string(call.request.query["fra"])}, {"til", std::string(call.request.query["til"])}}, {}};
    if (auto proof = consistency(call)) {
      facts->proof = *std::move(proof);
    } else {
      kept.error = proof.error();
      status = status_of(proof.error().kind);
    }
  }
  return page_answer(views::log_page(call.view(), *facts, kept), status);
}

http::Response receipt_form(const Call& call) {
  if (!call.request.query.has("kode")) return page_answer(views::receipt_page(call.view(), {}));
  const std::string typed(call.request.query["kode"]);
  const auto code = proof::read_code(typed);
  if (!code) return no_receipt(call, typed, {ErrorKind::bad_input, "receipt.malformed", {}});
  return see_other("/kvittering/" + proof::written(*code));
}

http::Response receipt(const Call& call) {
  const std::string typed = written_code(call);
  const auto code = proof::read_code(typed);
  if (!code) return no_receipt(call, typed, {ErrorKind::not_found, "receipt.malformed", {}});
  const auto room = room_of_receipt(call, *code);
  if (!room)
    if (const auto of_case = case_receipt_path(call, *code)) return see_other(*of_case);
  const auto facts = room ? receipt_facts(call, *room, *code) : Result<views::ReceiptFacts>(std::unexpected(room.error()));
  return facts ? page_answer(views::receipt_page(call.view(), *facts)) : no_receipt(call, typed, facts.error());
}

http::Response receipt_file(const Call& call) {
  const auto code = proof::read_code(written_code(call));
  if (!code) return plain_error({ErrorKind::not_found, "receipt.malformed", {}});
  const auto room = room_of_receipt(call, *code);
  if (!room) return plain_error(room.error());
  const auto whole = whole_receipt(call, *room, *code);
  if (!whole) return plain_error(whole.error());
  return plain(proof::write_receipt(*whole)).with("Content-Disposition", "inline; filename=\"" + proof::written(*code) + ".tlog-proof\"");
}

http::Response own_receipt(const Call& call) {
  domain::Workshop workshop;
  const Status read = call.site.desk.read(call.room, [&](const domain::Workshop& state, Seq) { workshop = state; });
  if (!read) return error_answer(call, read.error());
  const domain::Group* group = workshop.find_group(workshop.seat_of(call.phone));
  if (!group) return error_answer(call, {ErrorKind::forbidden, "room.no_seat", {}});
  int round = workshop.round;
  while (round > 0 && !(workshop.sheet_of(group->number, round) && workshop.sheet_of(group->number, round)->is_handed_in())) --round;
  std::string code, mark;
  const auto found = call.site.logbook.read(call.room, [&](const proof::Log& log) -> Result<bool> {
    if (round > 0) code = last_code(log, group->number, round).value_or("");
    mark = own_mark(log, call.phone).value_or("");
    return true;
  });
  if (!found) return error_answer(call, found.error());
  if (!mark.empty()) mark = proof::written(mark);
  if (code.empty()) return page_answer(views::own_receipt_page(call.view(), {}, mark, call.room));
  auto facts = receipt_facts(call, call.room, code);
  if (!facts) return error_answer(call, facts.error());
  return page_answer(views::own_receipt_page(call.view(), own_of(*std::move(facts), workshop, *group, round), mark, call.room));
}

http::Response control(const Call& call) {
  std::vector<std::string> keys;
  for (const proof::PublicKey& key : call.site.keys.list().public_keys()) keys.push_back(to_base64(key));
  const auto heads = call.site.store.heads().of_room(proof::system_room);
  return page_answer(views::control_page(call.view(), keys, seen_by(call.site, heads.value_or(std::vector<store::SignedHead>()))));
}

}  // namespace knippe::web
