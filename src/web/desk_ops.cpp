#include "web/desk_ops.h"

#include <algorithm>
#include <boost/describe.hpp>
#include <map>

#include "base/encoding.h"
#include "base/text.h"
#include "domain/workshop/speakers.h"
#include "web/public_lists.h"

namespace knippe::web {
namespace {

using namespace domain;

template <class Enum>
std::optional<Enum> named(std::string_view name) {
  Enum value{};
  if (!boost::describe::enum_from_string(std::string(name).c_str(), value)) return std::nullopt;
  return value;
}

std::string text(const Call& call, std::string_view name) { return std::string(call.field(name)); }

int whole_number(std::string_view field) {
  const auto number = parse_number(field);
  return number ? static_cast<int>(std::min<std::uint64_t>(*number, 100'000)) : 0;
}

std::vector<GroupNumber> moved_in_queue(const Workshop& workshop, GroupNumber group, int by) {
  std::vector<GroupNumber> queue = workshop.pitches.queue;
  const auto at = std::ranges::find(queue, group);
  if (at == queue.end()) return queue;
  const auto from = at - queue.begin();
  const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, static_cast<std::ptrdiff_t>(queue.size()) - 1);
  queue.erase(at);
  queue.insert(queue.begin() + to, group);
  return queue;
}

Projector with(Projector projector, auto change) {
  change(projector);
  return projector;
}

/// While the wall shows one speaker's keys it goes along to the next speaker.
void present(const Workshop& workshop, Projector& projector, KeyId key) {
  projector.presented = key;
  const Speaker* speaker = speaker_of(workshop, key);
  if (projector.speaker && key) projector.speaker = speaker ? speaker->id : SpeakerId{};
}

/// The supplements whose boxes "kilde-3", "kilde-7" … came with the form.
std::vector<SupplementId> named_sources(const Call& call) {
  constexpr std::string_view prefix = "kilde-";
  std::vector<SupplementId> sources;
  for (const auto& [name, value] : call.form)
    if (const auto number = name.starts_with(prefix) ? parse_number(name.substr(prefix.size())) : std::nullopt; number && *number <= UINT32_MAX)
      sources.push_back(SupplementId{static_cast<std::uint32_t>(*number)});
  return sources;
}

using Make = std::optional<Command> (*)(const Call&, const Workshop&);

const std::map<std::string_view, Make>& desk_ops() {
  static const std::map<std::string_view, Make> ops = {
      {"apne", [](const Call&, const Workshop&) -> std::optional<Command> { return OpenWorkshop{}; }},
      {"avslutt", [](const Call&, const Workshop&) -> std::optional<Command> { return CloseWorkshop{}; }},
      {"steg", [](const Call& c, const Workshop&) -> std::optional<Command> {
         const auto stage = named<Stage>(c.argument());
         return stage ? std::optional<Command>(OpenStage{*stage}) : std::nullopt;
       }},
      {"neste", [](const Call&, const Workshop& w) -> std::optional<Command> {
         if (w.open_alone()) return EndAlone{};
         return OpenStage{static_cast<Stage>(std::min(static_cast<int>(w.stage) + 1, stage_count - 1))};
       }},
      {"alene-ferdig", [](const Call&, const Workshop&) -> std::optional<Command> { return EndAlone{}; }},
      {"pause", [](const Call&, const Workshop&) -> std::optional<Command> { return PauseClock{}; }},
      {"fortsett", [](const Call&, const Workshop&) -> std::optional<Command> { return ResumeClock{}; }},
      {"pluss", [](const Call& c, const Workshop&) -> std::optional<Command> { return ExtendClock{static_cast<int>(std::min(c.number(), 1000U))}; }},
      {"dor", [](const Call& c, const Workshop&) -> std::optional<Command> { return SetDoor{c.argument() != "lukket"}; }},
      {"avslor", [](const Call& c, const Workshop&) -> std::optional<Command> { return RevealResult{c.argument() != "nei"}; }},
      {"vis", [](const Call& c, const Workshop& w) -> std::optional<Command> {
         // Also a radio group named `vis`, whose value arrives as a field of its own.
         const auto view = named<ProjectorView>(c.argument().empty() ? c.field("vis") : c.argument());
         if (!view) return std::nullopt;
         return SetProjector{with(w.projector, [&](Projector& p) { p.view = *view; })};
       }},
      {"blank", [](const Call& c, const Workshop& w) -> std::optional<Command> {
         return SetProjector{with(w.projector, [&](Projector& p) { p.blank = c.argument() != "nei"; })};
       }},
      {"nokkel", [](const Call& c, const Workshop& w) -> std::optional<Command> {
         return SetProjector{with(w.projector, [&](Projector& p) { present(w, p, KeyId{c.number()}); })};
       }},
      {"innleder", [](const Call& c, const Workshop& w) -> std::optional<Command> {
         return SetProjector{with(w.projector, [&](Projector& p) { p.speaker = SpeakerId{c.number()}; })};
       }},
      {"godkjenn", [](const Call& c, const Workshop&) -> std::optional<Command> {
         return AcceptSupplement{SupplementId{c.number()}, text(c, "kortnavn"), text(c, "tekst")};
       }},
      {"returner", [](const Call& c, const Workshop&) -> std::optional<Command> {
         return ReturnSupplement{SupplementId{c.number()}, text(c, "grunn")};
       }},
      {"slaa-sammen", [](const Call& c, const Workshop&) -> std::optional<Command> {
         return MergeSupplements{named_sources(c), text(c, "kortnavn"), text(c, "tekst")};
       }},
      {"del", [](const Call& c, const Workshop&) -> std::optional<Command> { return PartSupplements{SupplementId{c.number()}}; }},
      {"nytt-tema", [](const Call& c, const Workshop&) -> std::optional<Command> { return NameTheme{{}, text(c, "navn"), named_sources(c)}; }},
      {"tema-navn", [](const Call& c, const Workshop&) -> std::optional<Command> {
         // Theme 0 would be a new one.
         return c.number() ? std::optional<Command>(NameTheme{ThemeId{c.number()}, text(c, "navn"), {}}) : std::nullopt;
       }},
      {"tema-fjern", [](const Call& c, const Workshop&) -> std::optional<Command> { return RemoveTheme{ThemeId{c.number()}}; }},
      {"tema", [](const Call& c, const Workshop&) -> std::optional<Command> {
         const auto theme = parse_number(c.field("tema"));
         return MoveToTheme{SupplementId{c.number()}, ThemeId{theme ? static_cast<std::uint32_t>(std::min<std::uint64_t>(*theme, UINT32_MAX)) : 0}};
       }},
      {"pitch-start", [](const Call& c, const Workshop&) -> std::optional<Command> { return StartPitch{GroupNumber{c.number()}}; }},
      {"pitch-pause", [](const Call&, const Workshop&) -> std::optional<Command> { return PausePitch{}; }},
      {"pitch-fortsett", [](const Call&, const Workshop&) -> std::optional<Command> { return ResumePitch{}; }},
      {"pitch-ferdig", [](const Call&, const Workshop&) -> std::optional<Command> { return EndPitch{}; }},
      {"pitch-hopp", [](const Call& c, const Workshop&) -> std::optional<Command> { return SkipPitch{GroupNumber{c.number()}}; }},
      {"pitch-opp", [](const Call& c, const Workshop& w) -> std::optional<Command> {
         return QueuePitches{moved_in_queue(w, GroupNumber{c.number()}, -1)};
       }},
      {"pitch-ned", [](const Call& c, const Workshop& w) -> std::optional<Command> {
         return QueuePitches{moved_in_queue(w, GroupNumber{c.number()}, 1)};
       }},
      {"hjelp", [](const Call& c, const Workshop&) -> std::optional<Command> { return AskForHelp{GroupNumber{c.number()}, false}; }},
      {"gi-tilbake", [](const Call& c, const Workshop&) -> std::optional<Command> { return GiveBackRanking{GroupNumber{c.number()}}; }},
      {"slipp", [](const Call& c, const Workshop&) -> std::optional<Command> { return ReleasePhone{PhoneId{c.number()}}; }},
      {"publiser", [](const Call&, const Workshop&) -> std::optional<Command> { return PublishReport{true}; }},
      {"avpubliser", [](const Call&, const Workshop&) -> std::optional<Command> { return PublishReport{false}; }},
      {"ny-gruppe", [](const Call& c, const Workshop&) -> std::optional<Command> {
         return MakeGroup{text(c, "navn"), lines_of(c.field("medlemmer")), whole_number(c.field("antall")), c.form.has("papir"), ""};
       }},
  };
  return ops;
}

KeyId key_of(std::string_view field) {
  const auto number = parse_number(field);
  return KeyId{number ? static_cast<std::uint32_t>(*number) : 0};
}

}  // namespace

std::optional<Command> desk_command(const Call& call, const Workshop& workshop) {
  const auto found = desk_ops().find(call.op());
  if (found != desk_ops().end()) return found->second(call, workshop);
  if (call.op().empty() && call.form.has("vis")) return desk_ops().at("vis")(call, workshop);
  return std::nullopt;
}

Result<std::vector<KeyId>> keys_by_label(const Workshop& workshop, std::string_view typed) {
  std::vector<KeyId> keys;
  std::string words(typed);
  for (char& c : words)
    if (std::string_view(",;.\t\n\r").find(c) != std::string_view::npos) c = ' ';
  for (const std::string_view word : split(words, ' ')) {
    if (word.empty()) continue;
    const auto same = [&](const Key& key) {
      return !key.retired && std::ranges::equal(key.label, word, [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b); });
    };
    const auto found = std::ranges::find_if(workshop.keys, same);
    if (found == workshop.keys.end()) return bad_input("ranking.unknown_label", std::string(word.substr(0, 40)));
    keys.push_back(found->id);
  }
  if (keys.empty()) return bad_input("ranking.incomplete", std::to_string(workshop.settings.places));
  return keys;
}

Result<Command> type_in_command(const Call& call, const Workshop& workshop, GroupNumber group) {
  const std::string_view op = call.op();
  if (op == "suppler") return ProposeSupplement{group, text(call, "tekst")};
  if (op == "tiltak") return PlanMeasure{group, text(call, "hva"), text(call, "hvem"), text(call, "naar"), key_of(call.field("nokkel"))};
  if (op == "beskriv")
    return DescribeGroup{group, text(call, "navn"), lines_of(call.field("medlemmer")), whole_number(call.field("antall"))};
  if (op == "notat")
    return TakeNote{group, GroupNumber{static_cast<std::uint32_t>(whole_number(call.field("om")))},
                    named<NoteKind>(call.field("slag")).value_or(NoteKind::comment), text(call, "tekst")};
  if (op == "gi-tilbake") return GiveBackRanking{group};
  if (op == "slipp") return ReleasePhone{PhoneId{call.number()}};
  if (op == "hurtig") return HandInRanking{group, TRY(keys_by_label(workshop, call.field("hurtig")))};
  if (op != "lever") return bad_input("form.unknown_op");
  HandInRanking ranking{group, {}};
  for (int place = 1; place <= workshop.settings.places; ++place)
    ranking.choices.push_back(key_of(call.field("plass" + std::to_string(place))));
  return ranking;
}

}  // namespace knippe::web
