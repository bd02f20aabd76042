#include "app/tally/tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/tally/besides.h"
#include "app/tally/print.h"
#include "app/tally/progress.h"
#include "views/report/json.h"

namespace knippe::app {
namespace {

constexpr std::size_t file_bytes_max = std::size_t{1} << 30;

Result<std::string> contents(const std::string& name) {
  const auto close = [](std::FILE* file) { if (file != stdin) std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> file(name == "-" ? stdin : std::fopen(name.c_str(), "rb"), close);
  if (!file) return fail(ErrorKind::not_found, "tally.file_missing");
  std::string bytes;
  for (std::size_t room = 1 << 16;; room *= 2) {
    const std::size_t before = bytes.size();
    bytes.resize(before + room);
    const std::size_t got = std::fread(bytes.data() + before, 1, room, file.get());
    bytes.resize(before + got);
    if (bytes.size() > file_bytes_max) return fail(ErrorKind::too_large, "tally.file_too_large");
    if (got < room) break;
  }
  if (std::ferror(file.get())) return fail(ErrorKind::not_found, "tally.file_missing");
  return bytes;
}

/// "votes.soi:12:7: expected a colon". The detail is "line:column", and after a blank what fills the message.
int malformed(const std::string& file, Error error, const views::Words& w) {
  const std::size_t blank = error.detail.find(' ');
  const std::string place = error.detail.substr(0, blank);
  error.detail = blank == std::string::npos ? "" : error.detail.substr(blank + 1);
  fmt::print(stderr, "{}:{}: {}\n", file == "-" ? "<stdin>" : file, place, w.format("tally.expected", w.error(error)));
  return 2;
}

int refused(const std::string& file, const Error& error, const views::Words& w) {
  fmt::print(stderr, "knippe tally: {}: {}\n", file, w.error(error));
  return 1;
}

std::string lot_seed(const TallyOptions& options) { return options.ties.starts_with("lot:") ? options.ties.substr(4) : ""; }

tally::Question question_of(const TallyOptions& options, const tally::Election& election) {
  tally::Question question;
  question.seats = options.seats > 0 ? options.seats : std::max<std::size_t>(1, std::min(election.seats, election.names.size()));
  question.unranked = election.unranked.value_or(tally::Unranked::ignored);
  if (!options.unranked.empty()) question.unranked = options.unranked == "last" ? tally::Unranked::last : tally::Unranked::ignored;
  if (options.ties.starts_with("lot:")) question.ties.lot = tally::draw_lot(lot_seed(options), election.names);
  else if (options.ties.empty()) question.ties.lot = election.tie_order;
  if (!election.points.empty()) question.points = election.points;
  question.decimals = options.precision;
  return question;
}

std::size_t first_places(const TallyOptions& options, const tally::Question& question) { return options.top > 0 ? options.top : question.seats; }

int write(const std::string& out) {
  std::fwrite(out.data(), 1, out.size(), stdout);
  return 0;
}

int count_one(const TallyOptions& options, const tally::Election& election, tally::Question question, const views::Words& w) {
  question.rule = *tally::rule_named(options.rule);
  auto progress = std::make_unique<Progress>();
  progress->doing(options.rule);
  const tally::Totals totals(election.ballots);
  const auto outcome = tally::count(election.ballots, totals, question);
  const std::string seed = lot_seed(options);
  if (!outcome) {
    progress.reset();
    return refused(options.file, outcome.error(), w);
  }
  const std::size_t top = first_places(options, question);
  Besides said = besides(election, totals, top);
  if (options.firm) said.firm = firmness_of(election, question, top, *options.firm);
  progress.reset();
  const Counted counted{election, question, *outcome, seed};
  if (options.format == "text") return write(to_table(counted, options.top, w) + to_text(said, counted, w));
  boost::json::object out = to_json(counted, w);
  put(out, said);
  return write(views::report::indented(out));
}

/// Every rule's outcome; one that refuses these ballots (Kemeny over its limit) does not stop the others.
tally::Comparison count_each(const tally::Election& election, const tally::Totals& totals, tally::Question question) {
  Progress progress;
  tally::Comparison compared;
  std::size_t done = 0;
  for (const tally::Rule rule : tally::all_rules()) {
    progress.doing(tally::name_of(rule), done++, tally::all_rules().size());
    question.rule = rule;
    compared.add(rule, tally::count(election.ballots, totals, question));
  }
  compared.find_common(election.names.size());
  return compared;
}

int count_all(const TallyOptions& options, const tally::Election& election, tally::Question question, const views::Words& w) {
  const tally::Totals totals(election.ballots);
  const std::string seed = lot_seed(options);
  const std::size_t top = first_places(options, question);
  const tally::Comparison compared = count_each(election, totals, question);
  Besides said = besides(election, totals, top);
  boost::json::object by_rule;
  std::string tables;
  for (const auto& [rule, outcome, first] : compared.counted) {
    question.rule = rule;
    const Counted counted{election, question, outcome, seed};
    if (options.firm) said.firm = firmness_of(election, question, top, *options.firm);
    if (options.format == "text") {
      tables += to_table(counted, options.top, w) + (options.firm ? to_text(said, counted, w) : "") + "\n";
      continue;
    }
    boost::json::object out = to_json(counted, w);
    put(out, said);
    by_rule[tally::name_of(rule)] = std::move(out);
  }
  for (const auto& [rule, why] : compared.refused) {
    const std::string name(tally::name_of(rule));
    by_rule[name] = boost::json::object{{"rule", name}, {"refused", w.error(why)}};
    tables += name + "\n\n" + w.error(why) + "\n\n";
  }
  if (options.format == "json") return write(views::report::indented(by_rule));
  const bool is_same = top == question.seats;
  return write(tables + comparison(is_same ? compared : tally::compare(election.ballots, totals, question, top, tally::all_rules()), election, top, w));
}

}  // namespace

int tally(const TallyOptions& options) {
  const views::Words w(views::parse_lang(options.language).value_or(views::Lang::nb));
  auto progress = std::make_unique<Progress>();
  progress->doing(options.file);
  const auto bytes = contents(options.file);
  if (!bytes) {
    progress.reset();
    return refused(options.file, bytes.error(), w);
  }
  const auto format = tally::format_of_name(options.file).value_or(tally::format_of_content(*bytes));
  const auto election = tally::read(*bytes, format);
  progress.reset();
  if (!election) return malformed(options.file, election.error(), w);
  const tally::Question question = question_of(options, *election);
  if (question.seats > election->names.size()) return refused(options.file, Error{ErrorKind::refused, "count.seats", ""}, w);
  return options.rule == "all" ? count_all(options, *election, question, w) : count_one(options, *election, question, w);
}

}  // namespace knippe::app
