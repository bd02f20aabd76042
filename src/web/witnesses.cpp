#include "web/witnesses.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "proof/keyring.h"
#include "proof/logbook.h"
#include "store/store.h"
#include "store/whole_file.h"
#include "web/handlers.h"

namespace knippe::web {
namespace {

using proof::Verifier;
using store::SignedHead;

/// A witness's clock may be ahead of ours by this much.
constexpr std::int64_t ahead_ms_max = 10LL * 60'000;

/// The lines after the text, each with its line feed.
std::vector<std::string> signature_lines(std::string_view note) {
  std::vector<std::string> lines;
  const auto text = proof::unverified_text(note);
  if (!text) return lines;
  for (const std::string_view line : split(note.substr(text->size() + 1), '\n'))
    if (!line.empty()) lines.push_back(std::string(line) + "\n");
  return lines;
}

std::string note_of(std::string_view text, const std::vector<std::string>& lines) {
  std::string note = std::string(text) + "\n";
  for (const std::string& line : lines) note += line;
  return note;
}

/// When this witness signed the head; nothing when it did not.
std::optional<Instant> seen_at(std::string_view note, const Verifier& witness) {
  const auto opened = proof::open_note(note, {&witness, 1});
  return opened ? std::optional(opened->times.front()) : std::nullopt;
}

/// A head as a known witness sends it.
struct Said {
  Verifier witness;
  proof::Checkpoint head;
  std::string text;
  std::string line;
  Instant at;
};

Result<Said> said_in(const Call& call, std::string_view note) {
  const std::vector<Verifier> known = known_witnesses(call.site);
  const proof::Note opened = TRY(proof::open_note(note, known));
  const auto head = proof::parse_checkpoint(opened.text);
  if (!head || head->origin != call.site.keys.origin(call.room)) return bad_input("head.malformed");
  if (opened.times.front() > call.site.clock.now().plus_ms(ahead_ms_max)) return bad_input("head.time");
  Said said{known[opened.by.front()], *head, opened.text, {}, opened.times.front()};
  for (std::string& line : signature_lines(note))
    if (seen_at(note_of(opened.text, {line}), said.witness)) said.line = std::move(line);
  return said;
}

/// It is what this log was at that size, and nothing that the witness has left behind.
Status check_head(const Call& call, const Said& said, const std::vector<SignedHead>& kept) {
  TRY_STATUS(call.site.logbook.read(call.room, [&](const proof::Log& log) -> Status {
    const bool ours = said.head.size > 0 && said.head.size <= log.tree.size() && log.tree.root(said.head.size) == said.head.root;
    return ours ? Status() : refuse("head.wrong");
  }));
  if (kept.empty() || kept.back().size < said.head.size) return refuse("head.too_new");
  const bool left_behind = std::ranges::any_of(kept, [&](const SignedHead& each) { return each.size > said.head.size && seen_at(each.note, said.witness); });
  return left_behind ? Status(refuse("head.old")) : Status();
}

/// Signed by us and by whoever signed it before, this witness's earlier line replaced. A later signature stands.
std::string signed_anew(const Call& call, const Said& said, const SignedHead* kept) {
  std::vector<std::string> lines = signature_lines(kept ? kept->note : call.site.keys.sign(call.room, said.head.size, said.head.root));
  const auto own = std::ranges::find_if(lines, [&](const std::string& line) { return seen_at(note_of(said.text, {line}), said.witness).has_value(); });
  if (own == lines.end()) lines.push_back(said.line);
  else if (*seen_at(note_of(said.text, {*own}), said.witness) < said.at) *own = said.line;
  return note_of(said.text, lines);
}

Status take(const Call& call) {
  const Said said = TRY(said_in(call, call.field("note")));
  auto& heads = call.site.store.heads();
  const auto kept = TRY(heads.of_room(call.room));
  TRY_STATUS(check_head(call, said, kept));
  const auto same = std::ranges::find(kept, said.head.size, &SignedHead::size);
  if (same == kept.end()) return heads.keep({call.room, said.head.size, call.site.clock.now(), signed_anew(call, said, nullptr)}, {});
  const bool same_name = proof::unverified_text(same->note) == said.text;  // not so once the public address has changed
  return heads.sign_again(*same, signed_anew(call, said, same_name ? &*same : nullptr));
}

http::Response plain(int status, std::string text) {
  http::Response response = http::text(status, std::move(text));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace

std::vector<Verifier> known_witnesses(const Site& site) {
  std::vector<Verifier> known;
  const auto listed = store::read_text_file(std::filesystem::path(site.place.data_folder) / "keys" / "witnesses.txt");
  if (!listed) return known;
  for (const std::string_view line : split(*listed, '\n'))
    if (auto witness = proof::parse_vkey(trim_ascii(line), proof::SignatureType::cosignature)) known.push_back(*std::move(witness));
  return known;
}

std::vector<views::SeenBy> seen_by(const Site& site, const std::vector<SignedHead>& heads) {
  std::vector<views::SeenBy> seen;
  for (const Verifier& witness : known_witnesses(site)) {
    views::SeenBy& by = seen.emplace_back(views::SeenBy{witness.name, witness.vkey(), {}, 0});
    for (auto head = heads.rbegin(); head != heads.rend() && by.size == 0; ++head)
      if (const auto at = seen_at(head->note, witness)) by.at = *at, by.size = head->size;
  }
  return seen;
}

std::string with_cosignatures(std::string note, std::string_view kept, std::string_view origin) {
  if (proof::unverified_text(note) != proof::unverified_text(kept)) return note;
  for (const std::string& line : signature_lines(kept))
    if (!line.starts_with("\u2014 " + std::string(origin) + " ")) note += line;
  return note;
}

http::Response take_cosignature(const Call& call) {
  const Status done = take(call);
  return done ? plain(200, "ok\n") : plain(status_of(done.error().kind), done.error().message_key + "\n");
}

http::Response cosigned_head(const Call& call) {
  const auto heads = call.site.store.heads().of_room(call.room);
  if (!heads) return plain(status_of(heads.error().kind), heads.error().message_key + "\n");
  const std::string own = "\u2014 " + call.site.keys.origin(call.room) + " ";
  for (auto head = heads->rbegin(); head != heads->rend(); ++head)
    if (std::ranges::any_of(signature_lines(head->note), [&](const std::string& line) { return !line.starts_with(own); })) return plain(200, head->note);
  return plain(404, "head.not_cosigned\n");
}

}  // namespace knippe::web
