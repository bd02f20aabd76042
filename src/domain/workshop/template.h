#pragma once
// A reusable workshop: keys, stages with minutes, counting rule. Kept outside the log as one JSON text per template.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/workshop/workshop.h"

namespace knippe::domain {

struct Template {
  std::string name;
  Settings settings;
  Description about;
  std::vector<Key> keys;
};
BOOST_DESCRIBE_STRUCT(Template, (), (name, settings, about, keys))

std::string encode_template(const Template& made);
Result<Template> decode_template(std::string_view json);

/// "Nøkkelknippe (KS 2017)": the 18 keys of the seminar of 26 September 2017 in Stavanger, in their order and wording. Short names
/// are editorial; the document does not say which municipality gave which key, so the speakers are left open.
Template seminar_2017();

}  // namespace knippe::domain
