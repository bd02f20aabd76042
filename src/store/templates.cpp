#include "store/templates.h"

#include "store/database.h"

namespace knippe::store {
namespace {

Status check_name_is_free(Connection& db, OrganisationId organisation, std::string_view name, TemplateId self) {
  auto taken =
      db.run("SELECT 1 FROM template WHERE organisation = ? AND name = ? AND id <> ?", organisation, name, self);
  if (taken.next()) return refuse("template.name_taken", std::string(name));
  return taken.end();
}

std::unexpected<Error> no_such_template() { return fail(ErrorKind::not_found, "template.not_found"); }

}  // namespace

Templates::Templates(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

Result<TemplateId> Templates::add(const Template& fresh) {
  return database_.write([&](Connection& db) -> Result<TemplateId> {
    TRY_STATUS(check_name_is_free(db, fresh.organisation, fresh.name, {}));
    TRY_STATUS(
        db.execute("INSERT INTO template (organisation, name, language, content, changed) VALUES (?, ?, ?, ?, ?)",
                   fresh.organisation, fresh.name, fresh.language, fresh.text, clock_.now()));
    return TemplateId{static_cast<std::uint64_t>(db.last_row())};
  });
}

Status Templates::replace(const Template& changed) {
  return database_.write([&](Connection& db) -> Status {
    TRY_STATUS(check_name_is_free(db, changed.organisation, changed.name, changed.id));
    TRY_STATUS(db.execute(
        "UPDATE template SET name = ?, language = ?, content = ?, changed = ? WHERE id = ? AND organisation = ?",
        changed.name, changed.language, changed.text, clock_.now(), changed.id, changed.organisation));
    return db.changed() == 1 ? Status() : Status(no_such_template());
  });
}

Status Templates::remove(TemplateId id) {
  return database_.write([&](Connection& db) { return db.execute("DELETE FROM template WHERE id = ?", id); });
}

Result<Template> Templates::find(TemplateId id) {
  return database_.read([&](Connection& db) -> Result<Template> {
    auto rows = db.run("SELECT id, organisation, name, language, content, changed FROM template WHERE id = ?", id);
    if (rows.next()) {
      return Template{
          rows.id<TemplateId>(0), rows.id<OrganisationId>(1), rows.text(2), rows.text(3), rows.text(4), rows.time(5)};
    }
    TRY_STATUS(rows.end());
    return no_such_template();
  });
}

Result<std::vector<Template>> Templates::list(OrganisationId organisation) {
  return database_.read([&](Connection& db) -> Result<std::vector<Template>> {
    std::vector<Template> found;
    auto rows = db.run("SELECT id, name, language, changed FROM template WHERE organisation = ? ORDER BY name, id",
                       organisation);
    while (rows.next()) {
      found.push_back({rows.id<TemplateId>(0), organisation, rows.text(1), rows.text(2), {}, rows.time(3)});
    }
    TRY_STATUS(rows.end());
    return found;
  });
}

Result<std::size_t> Templates::count(OrganisationId organisation) {
  return database_.read([&](Connection& db) -> Result<std::size_t> {
    auto rows = db.run("SELECT count(*) FROM template WHERE organisation = ?", organisation);
    const auto number = rows.next() ? static_cast<std::size_t>(rows.number(0)) : 0;
    TRY_STATUS(rows.end());
    return number;
  });
}

}  // namespace knippe::store
