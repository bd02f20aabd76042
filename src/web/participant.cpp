// A phone at a table: look at the stage, write on the group's sheet. Every POST lands in the present stage with its text kept.

#include "base/encoding.h"
#include "domain/workshop/rank_alone.h"
#include "store/store.h"
#include "views/alike.h"
#include "views/participant/participant.h"
#include "web/handlers.h"
#include "web/live.h"
#include "web/public_lists.h"
#include "web/said.h"

namespace knippe::web {
namespace {

using domain::Stage;
using domain::Workshop;

std::string holder_of(const Call& call) {
  return "phone:" + std::to_string(call.room.value) + ":" + std::to_string(call.phone.value);
}

GroupNumber group_of(const Call& call) {
  GroupNumber group;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { group = workshop.seat_of(call.phone); });
  return group;
}

/// A phone without a seat goes back to choosing one, if there still is a way in.
http::Response to_choosing(const Call& call) {
  if (const auto code = call.site.store.entries().code(call.room)) return see_other("/v/" + *code);
  return error_answer(call, {ErrorKind::forbidden, "room.no_seat", {}});
}

domain::PersonalBallot own_ballot(const Call& call) {
  const auto lying = call.site.desk.ballot(call.room, domain::pseudonym_of(call.phone));
  return lying && *lying ? domain::decode_ballot(**lying) : domain::PersonalBallot{};
}

using Show = std::function<std::string(const views::View&, const Workshop&, const views::Seat&)>;

http::Response show(const Call& call, int status, const Show& make) {
  const domain::PersonalBallot own = own_ballot(call);
  auto made = call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) -> Result<std::string> {
    const GroupNumber group = workshop.seat_of(call.phone);
    if (!group) return fail(ErrorKind::forbidden, "room.no_seat");
    return make(call.view(seq), workshop, {call.room, group, call.phone, own});
  });
  if (made) return page_answer(*std::move(made), status);
  return made.error().message_key == "room.no_seat" ? to_choosing(call) : error_answer(call, made.error());
}

/// The page that all at the table see; nothing while a person's own list stands on it, or the second hand of the pitch.
std::optional<http::Response> shared_page(const Call& call, const Workshop& workshop, Seq seq) {
  const GroupNumber group = workshop.seat_of(call.phone);
  if (!group || workshop.open_alone() || workshop.stage == Stage::pitch) return std::nullopt;
  const views::View view = call.view(seq);
  const KeptPages::State state{seq, workshop.clock.left_at(view.now) <= 0};
  return call.site.kept_pages.page({call.room, group, call.words.lang()}, state, {view.form_token, "naa=\"" + std::to_string(view.now.ms) + "\""},
                                   [&] { return views::participant_page(view, workshop, {call.room, group, {}, {}}, workshop.stage); });
}

views::Kept kept_of(const Call& call, std::string form) {
  views::Kept kept{std::move(form), {}, {}};
  for (const auto& [name, value] : call.form)
    if (name != "kommando" && name != "op") kept.fields[name] = value;
  return kept;
}

/// Shows the present stage after a command; refused text comes back in its form.
http::Response show_outcome(const Call& call, const Result<engine::Receipt>& receipt, views::Kept kept, const std::string& said) {
  if (receipt && !call.by_script()) return see_other(room_path("rom", call.room));
  int status = 200;
  if (receipt) {
    kept = {};
  } else {
    kept.error = receipt.error();
    status = status_of(receipt.error().kind);
  }
  return show(call, status, [&](const views::View& view, const Workshop& workshop, const views::Seat& seat) {
    return call.by_script() ? views::participant_answer(view, workshop, seat, workshop.stage, kept, receipt ? said : "")
                            : views::participant_page(view, workshop, seat, workshop.stage, kept);
  });
}

/// Carries out a command without holding a thread until it is durable.
http::Response carry_out(const Call& call, domain::Command command, views::Kept kept) {
  std::string said = call.by_script() ? said_of(call, command) : std::string();
  return call.submit_later(std::move(command), [kept = std::move(kept), said = std::move(said)](const Call& asked, const auto& receipt) {
    return show_outcome(asked, receipt, kept, said);
  });
}

http::Response unknown_op(const Call& call) { return error_answer(call, {ErrorKind::bad_input, "form.unknown_op", {}}); }

/// Opens the edit form of one's own entry: a redirect without scripts, the regions with them.
http::Response open_editor(const Call& call, const char* form, const char* path) {
  const std::string id = std::to_string(call.number());
  if (!call.by_script()) return see_other(room_path("rom", call.room, std::string(path) + "?rediger=" + id));
  return show(call, 200, [&](const views::View& view, const Workshop& workshop, const views::Seat& seat) {
    return views::participant_answer(view, workshop, seat, workshop.stage, {form, {{"rediger", id}}, {}});
  });
}

/// Whether the group should look at others before this is sent.
bool has_alike(const Call& call, std::string_view text) {
  bool found = false;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { found = !views::AlikeFinder(workshop).to(text).empty(); });
  return found;
}

/// "Den er dekket": nothing is sent; the text stays in its field.
http::Response keep_as_draft(const Call& call, views::Kept kept) {
  kept.fields["dekket"] = "ja";
  return show(call, 200, [&](const views::View& view, const Workshop& workshop, const views::Seat& seat) {
    return call.by_script() ? views::participant_answer(view, workshop, seat, workshop.stage, kept, call.words("alike.kept"))
                            : views::participant_page(view, workshop, seat, workshop.stage, kept);
  });
}

/// Where a key that stands in `draft` is to go: "opp", "ned", "til:ID:PLACE"; nothing for another op.
std::optional<int> place_wanted(const Call& call, const std::vector<KeyId>& draft) {
  const std::string_view op = call.op();
  int place = 0;
  for (std::size_t i = 0; i < draft.size(); ++i)
    if (draft[i] == KeyId{call.number()}) place = static_cast<int>(i) + 1;
  if (op == "opp") return place - 1;
  if (op == "ned") return place + 1;
  if (op != "til") return std::nullopt;
  const std::string_view argument = call.argument();
  const auto to = parse_number(argument.substr(std::min(argument.size(), argument.find(':') + 1)));
  return to ? static_cast<int>(std::min<std::uint64_t>(*to, 100)) : 1;
}

std::optional<domain::Command> ranking_command(const Call& call, GroupNumber group, const Workshop& workshop) {
  const std::string_view op = call.op();
  const KeyId key{call.number()};
  if (op == "velg") return domain::ChooseKey{group, key};
  if (op == "fjern") return domain::DropKey{group, key};
  if (op == "lever") return domain::HandInRanking{group, {}};
  const domain::Sheet* sheet = workshop.sheet_of(group, workshop.round);
  const auto place = place_wanted(call, sheet ? sheet->draft : std::vector<KeyId>{});
  return place ? std::optional<domain::Command>(domain::MoveKey{group, key, *place}) : std::nullopt;
}

std::optional<domain::Command> own_ranking_command(const Call& call) {
  const std::string_view op = call.op();
  const KeyId key{call.number()};
  if (op == "velg") return domain::ChooseKeyAlone{key};
  if (op == "fjern") return domain::DropKeyAlone{key};
  if (op == "lever") return domain::HandInAlone{{}};
  if (op == "videre") return domain::EndAlone{};
  const auto place = place_wanted(call, own_ballot(call).draft);
  return place ? std::optional<domain::Command>(domain::MoveKeyAlone{key, *place}) : std::nullopt;
}

}  // namespace

http::Response room(const Call& call) {
  std::optional<http::Response> shared;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq seq) { shared = shared_page(call, workshop, seq); });
  if (shared) return *std::move(shared);
  return show(call, 200, [](const views::View& view, const Workshop& workshop, const views::Seat& seat) {
    return views::participant_page(view, workshop, seat, workshop.stage);
  });
}

http::Response room_stage(const Call& call) {
  const auto stage = views::stage_of_path(call.captured[0]);
  if (!stage) return status_answer(call, 404);
  views::Kept kept;
  if (const auto id = call.request.query.find("rediger"))
    kept = {*stage == Stage::measures ? "tiltak" : "suppler", {{"rediger", std::string(*id)}}, {}};
  return show(call, 200, [&](const views::View& view, const Workshop& workshop, const views::Seat& seat) {
    return views::participant_page(view, workshop, seat, *stage, kept);
  });
}

http::Response room_stream(const Call& call) {
  const GroupNumber group = group_of(call);
  if (!group) return error_answer(call, {ErrorKind::forbidden, "room.no_seat", {}});
  return http::event_stream(stream_of(call, {Topic::View::phone, call.room, group, call.words.lang()}, holder_of(call)));
}

http::Response own_group(const Call& call) {
  return show(call, 200, [](const views::View& view, const Workshop& workshop, const views::Seat& seat) {
    return views::own_group_page(view, workshop, seat);
  });
}

http::Response change_own_group(const Call& call) {
  if (call.op() == "forlat") {
    const auto receipt = call.submit(domain::LeaveGroup{});
    if (!receipt) return error_answer(call, receipt.error());
    call.site.tickets.revoke(holder_of(call));
    return to_choosing(call);
  }
  if (call.op() != "lagre") return unknown_op(call);
  const GroupNumber group = group_of(call);
  const auto receipt =
      call.submit(domain::DescribeGroup{group, std::string(call.field("navn")), lines_of(call.field("medlemmer")), 0});
  if (receipt) return see_other(room_path("rom", call.room));
  views::Kept kept = kept_of(call, "gruppe");
  kept.error = receipt.error();
  return show(call, status_of(receipt.error().kind), [&](const views::View& view, const Workshop& workshop, const views::Seat& seat) {
    return views::own_group_page(view, workshop, seat, kept);
  });
}

http::Response supplement(const Call& call) {
  const std::string text(call.field("tekst"));
  const SupplementId id{call.number()};
  views::Kept kept = kept_of(call, "suppler");
  if (call.op() == "send") return carry_out(call, domain::ProposeSupplement{group_of(call), text, has_alike(call, text)}, std::move(kept));
  if (call.op() == "send-likevel") return carry_out(call, domain::ProposeSupplement{group_of(call), text}, std::move(kept));
  if (call.op() == "dekket") return keep_as_draft(call, std::move(kept));
  if (call.op() == "endre") return open_editor(call, "suppler", "suppler");
  if (call.op() == "trekk") return carry_out(call, domain::WithdrawSupplement{id}, std::move(kept));
  if (call.op() != "lagre") return unknown_op(call);
  kept.fields["rediger"] = std::to_string(id.value);
  return carry_out(call, domain::EditSupplement{id, text}, std::move(kept));
}

http::Response rank(const Call& call) {
  const GroupNumber group = group_of(call);
  std::optional<domain::Command> command;
  (void)call.site.desk.read(call.room, [&](const Workshop& workshop, Seq) { command = ranking_command(call, group, workshop); });
  if (!command) return unknown_op(call);
  return carry_out(call, *std::move(command), kept_of(call, "ranger"));
}

http::Response rank_alone(const Call& call) {
  std::optional<domain::Command> command = own_ranking_command(call);
  if (!command) return unknown_op(call);
  return carry_out(call, *std::move(command), kept_of(call, "ranger"));
}

http::Response measure(const Call& call) {
  const std::string text(call.field("hva")), owner(call.field("hvem")), date(call.field("naar"));
  const auto key = parse_number(call.field("nokkel"));
  const KeyId about{key ? static_cast<std::uint32_t>(*key) : 0};
  const MeasureId id{call.number()};
  views::Kept kept = kept_of(call, "tiltak");
  if (call.op() == "legg-til") return carry_out(call, domain::PlanMeasure{group_of(call), text, owner, date, about}, std::move(kept));
  if (call.op() == "endre") return open_editor(call, "tiltak", "tiltak");
  if (call.op() == "slett") return carry_out(call, domain::DeleteMeasure{id}, std::move(kept));
  if (call.op() != "lagre") return unknown_op(call);
  kept.fields["rediger"] = std::to_string(id.value);
  return carry_out(call, domain::EditMeasure{id, text, owner, date, about}, std::move(kept));
}

http::Response pitch(const Call& call) {
  const std::string_view op = call.op();
  if (op == "pause") return carry_out(call, domain::PausePitch{}, kept_of(call, "pitch"));
  if (op == "fortsett") return carry_out(call, domain::ResumePitch{}, kept_of(call, "pitch"));
  if (op == "ferdig") return carry_out(call, domain::EndPitch{}, kept_of(call, "pitch"));
  if (op == "trekk") return carry_out(call, domain::WithdrawNote{NoteId{call.number()}}, kept_of(call, "notat"));
  if (op != "send") return unknown_op(call);
  const auto about = parse_number(call.field("til"));
  const std::string_view kind = call.field("slag");
  const domain::NoteKind note_kind = kind == "question"  ? domain::NoteKind::question
                                     : kind == "new_key" ? domain::NoteKind::new_key
                                                         : domain::NoteKind::comment;
  return carry_out(call, domain::TakeNote{group_of(call), GroupNumber{about ? static_cast<std::uint32_t>(*about) : 0}, note_kind,
                                          std::string(call.field("tekst"))},
                   kept_of(call, "notat"));
}

http::Response help(const Call& call) {
  return carry_out(call, domain::AskForHelp{group_of(call), call.op() != "avlys"}, kept_of(call, "hjelp"));
}

}  // namespace knippe::web
