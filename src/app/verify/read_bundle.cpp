#include "app/verify/read_bundle.h"

#include <boost/json.hpp>
#include <cstring>
#include <vector>

#include "base/encoding.h"

namespace knippe::app {
namespace {

namespace json = boost::json;

/// One line as a JSON object in memory that is used again for the next.
class LineParser {
 public:
  const json::object* parse(const std::string& line) {
    value_.reset();
    parser_.reset();
    resource_.emplace(buffer_.data(), buffer_.size());
    json::error_code error;
    parser_.reset(json::storage_ptr(&*resource_));
    parser_.write(line, error);
    if (error) return nullptr;
    value_.emplace(parser_.release());
    return value_->if_object();
  }

 private:
  std::vector<unsigned char> buffer_ = std::vector<unsigned char>(64 * 1024);
  std::optional<json::monotonic_resource> resource_;
  json::parser parser_;
  std::optional<json::value> value_;
};

std::optional<std::string_view> text_in(const json::object& object, const char* name) {
  const json::value* found = object.if_contains(name);
  if (!found || !found->is_string()) return std::nullopt;
  return std::string_view(found->get_string().data(), found->get_string().size());
}

std::optional<std::int64_t> number_in(const json::object& object, const char* name) {
  const json::value* found = object.if_contains(name);
  if (!found || !found->is_int64()) return std::nullopt;
  return found->get_int64();
}

template <std::size_t N>
bool bytes_in(const json::object& object, const char* name, std::array<std::byte, N>& out) {
  const auto text = text_in(object, name);
  const auto bytes = text ? from_hex(*text) : std::nullopt;
  if (!bytes || bytes->size() != N) return false;
  std::memcpy(out.data(), bytes->data(), N);
  return true;
}

/// False when the line is no record: it has its body, or says why not.
bool read_record(const json::object& object, journal::Event& event, bool& withheld) {
  const auto seq = number_in(object, "seq"), time = number_in(object, "time");
  const auto kind = text_in(object, "kind"), actor = text_in(object, "actor");
  if (!seq || *seq < 1 || !time || !kind || !actor || !bytes_in(object, "cause", event.cause) || !bytes_in(object, "commitment", event.commitment))
    return false;
  event.seq = Seq{static_cast<std::uint64_t>(*seq)};
  event.time = Instant{*time};
  event.kind = *kind;
  event.actor = *actor;
  event.body.reset();
  event.salt.reset();
  withheld = object.contains("withheld");
  if (const auto body = text_in(object, "body")) {
    event.body = std::string(*body);
    if (!bytes_in(object, "salt", event.salt.emplace())) return false;
  }
  return (event.body ? 1 : 0) + (withheld ? 1 : 0) + (object.contains("erased") ? 1 : 0) == 1;
}

void read_sealed(const json::object& object, LogCheck& check, std::uint64_t line) {
  const auto seq = number_in(object, "seq");
  Digest leaf{};
  if (seq && *seq > 0 && text_in(object, "withheld") == "person" && bytes_in(object, "leaf", leaf))
    check.sealed(static_cast<std::uint64_t>(*seq), leaf);
  else
    check.unreadable(line);
}

BundleChecked no_bundle() {
  return {Findings{"", {{Verdict::unchecked, "file", "verify.no_bundle", {}}}}, nullptr};
}

/// A line between the first and the records, or after them.
void read_other(const json::object& object, LogCheck& check, const BundleOptions& options, std::uint64_t line) {
  if (const auto note = text_in(object, "head")) return check.head(*note);
  if (const auto result = text_in(object, "result")) return check.result(std::string(*result));
  if (const json::value* keys = object.if_contains("keys")) {
    if (const auto list = proof::parse_keys(json::serialize(*keys))) {
      check.keys(*list, options.trusted);
      if (options.receipt_head) check.head(*options.receipt_head, true);
      return;
    }
  }
  check.unreadable(line);
}

}  // namespace

BundleChecked check_bundle(const std::function<bool(std::string&)>& next_line, const BundleOptions& options) {
  LineParser parser;
  std::string line;
  const json::object* first = next_line(line) ? parser.parse(line) : nullptr;
  if (!first || text_in(*first, "format") != "knippe-log-1") return no_bundle();
  const auto room = from_base32(text_in(*first, "room").value_or(""));
  const auto size = number_in(*first, "size");
  if (!room || !size || *size < 0) return no_bundle();
  auto check = std::make_unique<LogCheck>(RoomId{*room}, std::string(text_in(*first, "origin").value_or("")));
  if (options.code) check->seek(*options.code);
  check->witnesses(options.witnesses);
  journal::Event event;
  event.room = RoomId{*room};
  bool withheld = false;
  for (std::uint64_t number = 2; next_line(line); ++number) {
    const json::object* object = parser.parse(line);
    if (object && object->contains("leaf")) {
      read_sealed(*object, *check, number);
    } else if (object && object->contains("seq")) {
      read_record(*object, event, withheld) ? check->record(event, withheld) : check->unreadable(number);
    } else if (object) {
      read_other(*object, *check, options, number);
    } else {
      check->unreadable(number);
    }
  }
  Findings findings = check->finish(static_cast<std::uint64_t>(*size));
  return {std::move(findings), std::move(check)};
}

BundleChecked check_bundle(std::string_view text, const BundleOptions& options) {
  return check_bundle(
      [text](std::string& line) mutable {
        if (text.empty()) return false;
        const auto end = text.find('\n');
        line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        return true;
      },
      options);
}

}  // namespace knippe::app
