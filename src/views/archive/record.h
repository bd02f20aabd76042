#pragma once
// A record of a seminar that was held on paper: what its document reports, and nothing that it does not. The one we have is the seminar the
// method comes from (assets/archive/2017.json); its keys are those of the template made from it.

#include <string>
#include <string_view>
#include <vector>

#include "domain/workshop/workshop.h"

namespace knippe::views {

struct Record {
  std::string id;         ///< "2017": the address /arkiv/2017
  std::string language;   ///< of every text in it but the keys', which say their own
  std::string title;
  std::string document;   ///< what the document calls itself, to the letter
  std::string publisher;
  std::string place;
  std::string date;       ///< "YYYY-MM-DD"
  std::string question;
  std::string speakers;   ///< as the document names them together; who gave which key is not in it
  std::vector<domain::Key> keys;
  std::vector<KeyId> ranked_highest;  ///< in the document's order, without points or places
  std::vector<std::string> supplements;
  std::vector<std::string> measures;
};

const Record& seminar_record();
/// The record at /arkiv/{id}, or nullptr.
const Record* find_record(std::string_view id);
/// Where a workshop with its keys is begun.
std::string template_path(const Record& record);

}  // namespace knippe::views
