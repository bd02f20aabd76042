#pragma once
// Workshop templates of an organisation. The text is the rules' JSON; this room neither reads nor changes it.

#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "store/organisation.h"

namespace knippe::store {

class Database;

using TemplateId = Id<struct TemplateTag, std::uint64_t>;

struct Template {
  TemplateId id;
  OrganisationId organisation = default_organisation;
  std::string name;
  std::string language;  ///< BCP 47, "nb"
  std::string text;
  Instant changed;
  bool operator==(const Template&) const = default;
};

class Templates {
 public:
  Templates(Database& database, const Clock& clock);

  /// `id` and `changed` of the argument are ignored. Refused `template.name_taken` within the organisation.
  Result<TemplateId> add(const Template& fresh);
  /// Name, language and text of the template with `id`.
  Status replace(const Template& changed);
  Status remove(TemplateId id);
  /// not_found `template.not_found`.
  Result<Template> find(TemplateId id);
  /// By name, without their texts.
  Result<std::vector<Template>> list(OrganisationId organisation);
  Result<std::size_t> count(OrganisationId organisation);

 private:
  Database& database_;
  const Clock& clock_;
};

}  // namespace knippe::store
