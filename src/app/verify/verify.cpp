#include "app/verify/verify.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

#include "app/verify/check_folder.h"
#include "app/verify/check_receipt.h"
#include "app/verify/fetch.h"
#include "app/verify/read_bundle.h"
#include "base/encoding.h"
#include "views/report/json.h"

namespace knippe::app {
namespace {

namespace json = boost::json;

constexpr std::size_t receipt_bytes_max = 64 * 1024;
constexpr std::string_view mark_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds: return "✓ ";
    case Verdict::broken: return "✗ ";
    case Verdict::unchecked: return "? ";
  }
  return "";
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds: return "holds";
    case Verdict::broken: return "broken";
    case Verdict::unchecked: return "unchecked";
  }
  return "";
}

Findings could_not(std::string about, views::MessageKey words, std::vector<std::string> fill = {}) {
  return {std::move(about), {{Verdict::unchecked, "file", words, std::move(fill)}}};
}

Findings could_not(std::string about, const Error& error) { return could_not(std::move(about), "verify.could_not", {error.message_key + " " + error.detail}); }

void print_text(const std::vector<Findings>& all, const views::Words& w) {
  for (const Findings& findings : all) {
    fmt::print("{}\n", findings.about);
    for (const Finding& each : findings.all)
      fmt::print("  {}{}{}\n", mark_of(each.verdict), in_words(each, w), each.verdict == Verdict::broken && !each.where.empty() ? " [" + each.where + "]" : "");
  }
}

void print_json(const std::vector<Findings>& all, int outcome, const views::Words& w) {
  json::array logs;
  for (const Findings& findings : all) {
    json::array checks;
    for (const Finding& each : findings.all)
      checks.push_back(json::object{{"check", each.check}, {"verdict", name_of(each.verdict)}, {"where", each.where}, {"words", in_words(each, w)}});
    logs.push_back(json::object{{"about", findings.about}, {"checks", std::move(checks)}});
  }
  const std::string out = views::report::indented(json::object{{"format", "knippe-verify-1"}, {"exit", outcome}, {"logs", std::move(logs)}});
  std::fwrite(out.data(), 1, out.size(), stdout);
}

int outcome_of(const std::vector<Findings>& all) {
  int outcome = 0;
  for (const Findings& each : all) {
    if (each.has(Verdict::broken)) return 1;
    if (each.has(Verdict::unchecked)) outcome = 2;
  }
  return outcome;
}

/// The room named in an address: /rom/ID, /resultater/ID, /logg/ID.
std::optional<std::string> room_in(std::string_view url) {
  for (std::size_t at = url.find('/', 8); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view segment = url.substr(at + 1, 13);
    const bool whole = at + 14 >= url.size() || url[at + 14] == '/';
    if (segment.size() == 13 && whole && from_base32(segment)) return std::string(segment);
  }
  return std::nullopt;
}

Findings check_served(const Fetch& fetch, const std::string& room, const BundleOptions& options) {
  const auto bundle = fetch("/logg/" + room + "/pakke.jsonl");
  if (!bundle) return could_not(room, "verify.not_published", {room});
  return check_bundle(*bundle, options).findings;
}

std::vector<Findings> check_url(const std::string& url, const BundleOptions& options) {
  const auto fetch = fetch_from(url);
  if (!fetch) return {could_not(url, fetch.error())};
  if (const auto room = room_in(url)) return {check_served(*fetch, *room, options)};
  const auto index = (*fetch)("/logg");
  if (!index) return {could_not(url, index.error())};
  std::vector<Findings> all;
  json::error_code error;
  const json::value logs = json::parse(*index, error);
  const json::value* list = !error && logs.is_object() ? logs.get_object().if_contains("logs") : nullptr;
  if (!list || !list->is_array()) return {could_not(url, "verify.no_bundle")};
  for (const json::value& log : list->get_array())
    if (log.is_object() && log.get_object().contains("room")) all.push_back(check_served(*fetch, std::string(log.at("room").as_string()), options));
  return all;
}

Result<std::string> small_file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  std::string text(receipt_bytes_max, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.gcount() == 0) return fail(ErrorKind::not_found, "verify.no_file", name);
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

BundleChecked check_file(const std::string& name, const BundleOptions& options) {
  std::ifstream in(name, std::ios::binary);
  if (!in) return {could_not(name, "verify.no_file", {name}), nullptr};
  BundleChecked checked = check_bundle([&in](std::string& line) { return static_cast<bool>(std::getline(in, line)); }, options);
  if (checked.findings.about.empty()) checked.findings.about = name;
  return checked;
}

std::vector<Findings> check_receipt_in(const std::string& receipt, const std::string& bundle, BundleOptions options) {
  const bool is_file = std::filesystem::exists(receipt);
  const std::string text = is_file ? small_file(receipt).value_or("") : receipt;
  const auto wanted = options_for_receipt(text, std::move(options));
  if (!wanted) return {could_not(receipt, "verify.no_receipt", {receipt})};
  BundleChecked checked = check_file(bundle, *wanted);
  if (!checked.check) return {checked.findings};
  return {checked.findings, {receipt, check_receipt(text, *checked.check)}};
}

std::vector<Findings> check(const VerifyOptions& options, const BundleOptions& wanted) {
  const std::string& what = options.what.front();
  if (options.what.size() == 2) return check_receipt_in(what, options.what[1], wanted);
  if (what.starts_with("http://") || what.starts_with("https://")) return check_url(what, wanted);
  if (std::filesystem::is_directory(what)) {
    auto all = check_folder(what, wanted.trusted);
    return all ? *std::move(all) : std::vector<Findings>{could_not(what, all.error())};
  }
  return {check_file(what, wanted).findings};
}

}  // namespace

int verify(const VerifyOptions& options) {
  const views::Words w(views::parse_lang(options.language).value_or(views::Lang::nb));
  BundleOptions wanted;
  if (!options.key.empty()) {
    wanted.trusted = proof::parse_public_key(options.key);
    if (!wanted.trusted) {
      fmt::print(stderr, "{}\n", w("verify.bad_key"));
      return 2;
    }
  }
  for (const std::string& vkey : options.witnesses) {
    const auto witness = proof::parse_vkey(vkey, proof::SignatureType::cosignature);
    if (!witness) {
      fmt::print(stderr, "{}\n", w.format("verify.bad_witness", vkey));
      return 2;
    }
    wanted.witnesses.push_back(*witness);
  }
  const std::vector<Findings> all = check(options, wanted);
  const int outcome = outcome_of(all);
  if (options.format == "json") {
    print_json(all, outcome, w);
  } else {
    print_text(all, w);
    fmt::print("{}\n", w(outcome == 0 ? "verify.all_holds" : outcome == 1 ? "verify.does_not_hold" : "verify.not_all_checked"));
  }
  return outcome;
}

}  // namespace knippe::app
