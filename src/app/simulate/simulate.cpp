#include "app/simulate/simulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <memory>
#include <mutex>
#include <thread>

#include "app/say.h"
#include "app/simulate/audience.h"
#include "app/simulate/ledger.h"
#include "app/simulate/visitor.h"
#include "base/random.h"
#include "base/text.h"
#include "store/data_folder.h"

namespace knippe::app {
namespace {

constexpr unsigned given_keys = 18, places = 5, notes_per_group = 12;
constexpr auto final_patience = std::chrono::milliseconds(10'000), canary_patience = std::chrono::milliseconds(2'000);

Result<std::string> right_of(const SimulateOptions& options) {
  if (!options.data.empty()) return store::read_local_key(options.data);
  std::ifstream file(options.token_file);
  std::string token;
  if (!std::getline(file, token)) return fail(ErrorKind::not_found, "simulate.no_right");
  return std::string(trim_ascii(token));
}

/// Unique texts, so that a loss or a double shows; as many as are asked for.
Cast counted_cast(const SimulateOptions& options) {
  Cast cast;
  cast.title = fmt::format("Simulert verksted {}", options.seed);
  cast.place = "Simulering";
  for (unsigned group = 1; group <= options.groups; ++group) cast.groups.push_back(fmt::format("Bord {}", group));
  for (unsigned phone = 0; phone < std::min(options.people, 2 * options.groups); ++phone) {
    const unsigned group = phone % options.groups + 1;
    SeededRandom random(options.seed * 1'000'003 + phone);
    cast.supplements.push_back(fmt::format("Forslag {} fra bord {}: «noe vi savner» nr. {}", phone + 1, group, random.below(1000)));
    cast.measures.push_back(fmt::format("prøve ut tiltak {} fra bord {}", phone + 1, group));
  }
  return cast;
}

class Play {
 public:
  Play(const SimulateOptions& options, Cast cast, std::function<void(const Scene&)> begun = {})
      : options_(options), cast_(std::move(cast)), begun_(std::move(begun)), facilitator_(options.url, tally_, 0, [this] { return right_of(options_).value_or(""); }) {
    for (unsigned i = 0; i < options.people; ++i)
      phones_.push_back(std::make_unique<Visitor>(options.url, tally_, i + 1));
    if (options.flaky)
      for (unsigned i = 0; i < options.people; ++i) phones_[i]->stand_in(Weather(options.seed * 7'919 + i));
  }

  Status run() {
    TRY_STATUS(begin());
    if (begun_) begun_(scene_);
    join();
    if (options_.flaky) take_seats();
    present();
    supplement();
    rank();
    measure();
    pitch();
    stage("result");
    if (audience_ && options_.canary) audience_->deafen(0);
    if (command("publiser") != Fate::acknowledged) return fail(ErrorKind::internal, "simulate.not_published");
    return {};
  }

  /// Everything acknowledged that the published bundle does not hold exactly once.
  Result<std::vector<std::string>> differences() {
    if (options_.canary) ledger_.wrote(Ledger::Kind::measure, "Dette ble aldri sendt");
    const std::string bundle = TRY(facilitator_.get(report_path_ + "/pakke.json"));
    published_ = Ledger::published(bundle);
    auto found = ledger_.differences(bundle, TRY(facilitator_.get(report_path_)));
    if (tally_.other_answers > 0) found.push_back(fmt::format("{} requests sent again were answered otherwise", tally_.other_answers.load()));
    if (audience_)
      for (const unsigned phone : audience_->behind(options_.canary ? canary_patience : final_patience)) found.push_back(fmt::format("phone {} does not show the final state", phone + 1));
    return found;
  }

  std::string summary(double seconds) {
    boost::json::object line = numbers(seconds);
    if (audience_) line["flaky"] = misfortunes();
    return boost::json::serialize(line);
  }

 private:
  boost::json::object numbers(double seconds) const {
    return boost::json::object{{"workshop", workshop_},
                               {"groups", options_.groups},
                               {"people", options_.people},
                               {"alone", ledger_.alone()},
                               {"submitted", tally_.submitted.load()},
                               {"acknowledged", tally_.acknowledged.load()},
                               {"refused", tally_.refused.load()},
                               {"retried", tally_.retried.load()},
                               {"seconds", std::round(seconds * 1000) / 1000},
                               {"published", published_},
                                                      {"report_url", options_.url + report_path_}};
  }

  boost::json::object misfortunes() {
    const Audience::Totals seen = audience_->totals();
    return {{"cut", tally_.cut.load()},       {"sent_again", tally_.sent_again.load()},
            {"screens", audience_->size()},   {"pictures", seen.pictures},
            {"slept", seen.slept},            {"resumed", seen.resumed},
            {"cut_by_server", seen.cut_by_server}, {"herds", seen.herds},
            {"herd_ms_max", seen.herd_ms_max}};
  }

  Status begin() {
    boost::json::object asked{{"title", cast_.title}, {"place", cast_.place}, {"alone", options_.alone}};
    const std::string answer = TRY(facilitator_.post_json("/api/workshops", boost::json::serialize(asked)));
    boost::json::error_code error;
    const boost::json::value made = boost::json::parse(answer, error);
    if (error || !made.is_object()) return fail(ErrorKind::internal, "simulate.not_allowed", answer);
    const auto text = [&](const char* name) { return boost::json::value_to<std::string>(made.at(name)); };
    workshop_ = text("workshop");
    code_ = text("code");
    desk_path_ = text("desk");
    report_path_ = text("report");
    room_path_ = "/rom/" + workshop_;
    scene_ = {workshop_, code_, desk_path_, text("projector"), report_path_};
    for (unsigned group = 0; group < options_.groups; ++group)
      if (facilitator_.post(desk_path_, {{"op", "ny-gruppe"}, {"navn", cast_.groups[group % cast_.groups.size()]}}) != Fate::acknowledged)
        return fail(ErrorKind::internal, "simulate.no_group");
    return {};
  }

  void join() {
    each_phone([&](unsigned phone) {
      (void)phones_[phone]->get("/v/" + code_);
      phones_[phone]->post("/v/" + code_, {{"gruppe", std::to_string(group_of(phone))}});
    });
  }

  void take_seats() {
    audience_ = std::make_unique<Audience>(options_.url, room_path_ + "/strom", options_.seed);
    for (const auto& phone : phones_) audience_->add(phone->cookies());
    audience_->start();
  }

  /// With a pause the projector goes through some keys, as a speaker would.
  void present() {
    stage("keys");
    each_phone([&](unsigned phone) { (void)phones_[phone]->get(room_path_); });
    if (cast_.pause_ms == 0) return;
    for (unsigned key = 1; key <= places; ++key) {
      command(fmt::format("nokkel:{}", key));
      std::this_thread::sleep_for(std::chrono::milliseconds(3 * cast_.pause_ms));
    }
  }

  void supplement() {
    stage("supplement");
    each_phone([&](unsigned phone) {
      if (phone >= 2 * options_.groups) return;
      std::string text = cast_.supplements[phone % cast_.supplements.size()];
      write(Ledger::Kind::supplement, phone, "/suppler", {{"op", "send-likevel"}, {"tekst", text}}, text);
      if (cast_.pause_ms > 0) look_through();
    });
    while (moderated_ < std::min(options_.people, 2 * options_.groups)) {
      const unsigned before = moderated_;
      look_through();
      if (moderated_ == before) ++moderated_;  // one that never came
    }
  }

  /// The facilitator answers what has come: supplements are numbered as they come.
  void look_through() {
    const std::lock_guard lock(moderating_);
    while (moderated_ < std::min(options_.people, 2 * options_.groups)) {
      const unsigned id = moderated_ + 1;
      const Fate fate = id % 3 == 0 ? facilitator_.post(desk_path_, {{"op", fmt::format("returner:{}", id)}, {"grunn", "Hvem gjelder det?"}})
                                    : command(fmt::format("godkjenn:{}", id));
      if (fate != Fate::acknowledged) return;
      moderated_ = id;
      accepted_ += id % 3 != 0;
    }
  }

  std::vector<unsigned> some_keys(SeededRandom& random) const {
    std::vector<unsigned> keys;
    while (keys.size() < places) {
      // The first keys are liked best, as in a real hall; supplements stand a chance.
      const auto key = static_cast<unsigned>(1 + std::min(random.below(given_keys + accepted_), random.below(given_keys + accepted_)));
      if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    }
    return keys;
  }

  /// Everybody chooses and hands in; every third person thinks again and hands in anew.
  void rank_alone() {
    each_phone([&](unsigned phone) {
      SeededRandom random = random_of(phone + 3 * options_.people);
      std::vector<unsigned> keys = some_keys(random);
      for (const unsigned key : keys) phones_[phone]->post(room_path_ + "/alene", {{"op", fmt::format("velg:{}", key)}});
      hand_in_alone(phone, keys);
      if (phone % 3 != 0) return;
      phones_[phone]->post(room_path_ + "/alene", {{"op", fmt::format("opp:{}", keys[1])}});
      std::swap(keys[0], keys[1]);
      hand_in_alone(phone, keys);
    });
    command("alene-ferdig");
  }

  void hand_in_alone(unsigned phone, const std::vector<unsigned>& keys) {
    if (phones_[phone]->post(room_path_ + "/alene", {{"op", "lever"}}) == Fate::acknowledged) ledger_.ranked_alone(phone, keys);
  }

  void rank() {
    stage("rank");
    if (options_.alone) rank_alone();
    each_phone([&](unsigned phone) {
      if (phone >= options_.groups) return;
      SeededRandom random = random_of(phone);
      std::vector<unsigned> keys = some_keys(random);
      for (const unsigned key : keys) {
        phones_[phone]->post(room_path_ + "/ranger", {{"op", fmt::format("velg:{}", key)}});
        breathe(random);
      }
      phones_[phone]->post(room_path_ + "/ranger", {{"op", fmt::format("opp:{}", keys[2])}});
      std::swap(keys[1], keys[2]);
      if (phones_[phone]->post(room_path_ + "/ranger", {{"op", "lever"}}) == Fate::acknowledged)
        ledger_.ranked(group_of(phone), keys);
    });
  }

  void measure() {
    stage("measures");
    each_phone([&](unsigned phone) {
      if (phone >= 2 * options_.groups) return;
      std::string text = cast_.measures[phone % cast_.measures.size()];
      write(Ledger::Kind::measure, phone, "/tiltak",
            {{"op", "legg-til"}, {"hva", text}, {"hvem", "Enhetsleder"}, {"naar", "2027-01-15"}, {"nokkel", std::to_string(1 + phone % given_keys)}}, text);
    });
  }

  void pitch() {
    stage("pitch");
    for (unsigned group = 1; group <= options_.groups; ++group) {
      command(fmt::format("pitch-start:{}", group));
      if (group <= notes_per_group)
        each_phone([&](unsigned phone) {
          if (phone >= options_.groups || group_of(phone) == group) return;
          static constexpr const char* kinds[] = {"question", "comment", "new_key"};
          std::string text = cast_.notes.empty() ? fmt::format("Notat (fra bord {} til bord {})", group_of(phone), group)
                                                 : cast_.notes[(phone * options_.groups + group) % cast_.notes.size()];
          write(Ledger::Kind::note, phone, "/pitch",
                {{"op", "send"}, {"til", std::to_string(group)}, {"slag", kinds[phone % 3]}, {"tekst", text}}, text);
        });
      command("pitch-ferdig");
    }
  }

  void write(Ledger::Kind kind, unsigned phone, const char* where, http::Form form, const std::string& text) {
    const Fate fate = phones_[phone]->post(room_path_ + where, std::move(form));
    if (fate == Fate::acknowledged) ledger_.wrote(kind, text);
    if (fate == Fate::unknown) ledger_.maybe_wrote(kind, text);
  }

  /// The worst moment to lose the network is when the stage changes.
  void stage(const std::string& name) {
    if (audience_) audience_->herd([&] { command("steg:" + name); });
    else command("steg:" + name);
  }
  Fate command(const std::string& op) { return facilitator_.post(desk_path_, {{"op", op}}); }
  unsigned group_of(unsigned phone) const { return phone % options_.groups + 1; }
  SeededRandom random_of(unsigned phone) const { return SeededRandom(options_.seed * 1'000'003 + phone); }

  /// Calls `act` for every phone, several at a time.
  template <class F>
  void each_phone(F act) {
    std::atomic<unsigned> next{0};
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::min(options_.threads, options_.people); ++i)
      threads.emplace_back([&] {
        for (unsigned phone = next++; phone < options_.people; phone = next++) {
          SeededRandom random = random_of(phone + 7 * options_.people);
          breathe(random);
          act(phone);
        }
      });
  }

  void breathe(SeededRandom& random) const {
    if (cast_.pause_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(cast_.pause_ms / 2 + random.below(cast_.pause_ms)));
  }

  const SimulateOptions options_;
  const Cast cast_;
  const std::function<void(const Scene&)> begun_;
  Scene scene_;
  Tally tally_;
  Ledger ledger_;
  Visitor facilitator_;
  std::vector<std::unique_ptr<Visitor>> phones_;
  std::string workshop_, code_, desk_path_, room_path_, report_path_;
  unsigned accepted_ = 0, moderated_ = 0;
  std::mutex moderating_;  ///< the facilitator does one thing at a time
  boost::json::object published_;
  std::unique_ptr<Audience> audience_;
};

Status check(const SimulateOptions& options) {
  if (options.groups < 1 || options.groups > 500) return bad_input("simulate.bad_groups");
  if (options.people < options.groups || options.people > 20'000) return bad_input("simulate.bad_people");
  if (options.data.empty() && options.token_file.empty()) return bad_input("simulate.no_right");
  TRY(right_of(options));
  TRY(http::Client::for_url(options.url));
  return {};
}

}  // namespace

Status perform(const SimulateOptions& options, const Cast& cast, const std::function<void(const Scene&)>& begun) {
  TRY_STATUS(check(options));
  Play play(options, cast, begun);
  return play.run();
}

int simulate(const SimulateOptions& options) {
  SimulateOptions clean = options;
  while (clean.url.ends_with('/')) clean.url.pop_back();
  if (const Status good = check(clean); !good) return complain(good.error()), 2;
  const auto start = std::chrono::steady_clock::now();
  Play play(clean, counted_cast(clean));
  const Status played = play.run();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!played) return complain(played.error()), 2;
  const auto differences = play.differences();
  fmt::print("{}\n", play.summary(seconds));
  if (!differences) return complain(differences.error()), 2;
  for (const std::string& line : *differences) fmt::print(stderr, "{}\n", line);
  return differences->empty() ? 0 : 1;
}

}  // namespace knippe::app
