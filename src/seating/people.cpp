#include "seating/people.h"

#include <algorithm>

#include "base/text.h"

namespace knippe::seating {
namespace {

using Row = std::vector<std::string>;
struct Line {
  Row fields;
  std::size_t number = 0;
};

std::unexpected<Error> wrong(const char* key, std::size_t line) { return bad_input(key, std::to_string(line)); }

/// By the header, what stands in quotes left out.
char separator_of(std::string_view csv) {
  std::string header;
  bool quoted = false;
  for (const char c : csv.substr(0, csv.find('\n'))) {
    if (c == '"') quoted = !quoted;
    if (!quoted) header += c;
  }
  const auto count = [&](char c) { return std::ranges::count(header, c); };
  char best = ';';
  for (const char each : {',', '\t'})
    if (count(each) > count(best)) best = each;
  return best;
}

/// Takes rows apart one character at a time; a quoted field may hold separators and line breaks.
class Reader {
 public:
  explicit Reader(std::string_view csv) : csv_(csv), separator_(separator_of(csv)) {}

  Result<std::vector<Line>> all() {
    while (at_ < csv_.size()) TRY_STATUS(row());
    return std::move(lines_);
  }

 private:
  Status row() {
    Line line{{}, number_};
    bool more = true;
    while (more) {
      std::string field = TRY(this->field());
      line.fields.emplace_back(trim_ascii(field));
      more = at_ < csv_.size() && csv_[at_] == separator_;
      if (more) ++at_;
    }
    if (at_ < csv_.size() && csv_[at_] == '\r') ++at_;
    if (at_ < csv_.size() && csv_[at_] == '\n') {
      ++at_;
      ++number_;
    }
    if (std::ranges::any_of(line.fields, [](const std::string& field) { return !field.empty(); })) lines_.push_back(std::move(line));
    return {};
  }

  Result<std::string> field() {
    std::string text;
    if (at_ < csv_.size() && csv_[at_] == '"') TRY_STATUS(quoted(text));
    while (at_ < csv_.size() && csv_[at_] != separator_ && csv_[at_] != '\n' && csv_[at_] != '\r') text += csv_[at_++];
    if (at_ < csv_.size() && csv_[at_] == '\r' && csv_.substr(at_ + 1, 1) != "\n") ++at_;  // a stray return ends nothing
    return text;
  }

  Status quoted(std::string& text) {
    const std::size_t opened = number_;
    for (++at_; at_ < csv_.size(); ++at_) {
      if (csv_[at_] == '"' && csv_.substr(at_ + 1, 1) != "\"") {
        ++at_;
        return {};
      }
      if (csv_[at_] == '"') ++at_;
      if (csv_[at_] == '\n') ++number_;
      text += csv_[at_] == '\n' || csv_[at_] == '\r' ? ' ' : csv_[at_];
    }
    return wrong("seating.open_quote", opened);
  }

  std::string_view csv_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t number_ = 1;
  std::vector<Line> lines_;
};

Result<std::string> clean(std::string_view field, std::size_t line) {
  auto text = optional_line(field, name_max);
  if (!text) return wrong("seating.too_long", line);
  return text;
}

std::string in_quotes(const std::string& field) {
  if (field.find_first_of(";,\t\"\n") == std::string::npos) return field;
  std::string text = "\"";
  for (const char c : field) (text += c) += c == '"' ? "\"" : "";
  return text + '"';
}

}  // namespace

Result<People> read_people(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  if (!is_valid_utf8(csv)) return bad_input("seating.not_utf8");
  auto lines = TRY(Reader(csv).all());
  if (lines.empty()) return wrong("seating.no_header", 1);
  People people;
  const Row header = std::move(lines.front().fields);
  if (header.size() > attributes_max + 1) return wrong("seating.too_many_columns", lines.front().number);
  for (std::size_t i = 1; i < header.size(); ++i) people.attributes.push_back(TRY(clean(header[i], lines.front().number)));
  for (std::size_t n = 1; n < lines.size(); ++n) {
    const Line& line = lines[n];
    if (line.fields.size() != header.size()) return wrong("seating.wrong_columns", line.number);
    Person& person = people.list.emplace_back();
    person.name = TRY(clean(line.fields[0], line.number));
    if (person.name.empty()) return wrong("seating.no_name", line.number);
    for (std::size_t i = 1; i < header.size(); ++i) person.tags.push_back(TRY(clean(line.fields[i], line.number)));
    if (people.list.size() > people_max) return wrong("seating.too_many_people", people_max);
  }
  if (people.list.empty()) return bad_input("seating.nobody");
  return people;
}

std::string write_people(const People& people) {
  std::string csv = "Navn";
  for (const std::string& attribute : people.attributes) csv += ';' + in_quotes(attribute);
  for (const Person& person : people.list) {
    csv += '\n' + in_quotes(person.name);
    for (const std::string& tag : person.tags) csv += ';' + in_quotes(tag);
  }
  return csv + '\n';
}

}  // namespace knippe::seating
