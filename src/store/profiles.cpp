#include "store/profiles.h"

#include <algorithm>

#include "base/text.h"
#include "store/account.h"
#include "store/database.h"

namespace knippe::store {
namespace {

/// "#0B5A60" → "#0b5a60"; nothing stays nothing.
Result<std::string> clean_colour(std::string_view typed) {
  std::string colour;
  for (const char c : trim_ascii(typed)) colour += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool good = colour.size() == 7 && colour[0] == '#' && colour.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
  if (!colour.empty() && !good) return bad_input("profile.colour");
  return colour;
}

Result<std::string> clean_number(std::string_view typed) {
  const std::string number(trim_ascii(typed));
  if (!number.empty() && (number.size() != 4 || number.find_first_not_of("0123456789") != std::string::npos)) return bad_input("profile.municipality");
  return number;
}

Result<std::string> clean_phone(std::string_view typed) {
  const auto phone = optional_line(typed, 30);
  const bool good = phone && phone->find_first_not_of("+0123456789 ") == std::string::npos &&
                    (phone->empty() || std::ranges::count_if(*phone, [](char c) { return c >= '0' && c <= '9'; }) >= 3);
  if (!good) return bad_input("profile.phone");
  return *phone;
}

Result<std::string> clean_address(std::string_view typed) {
  if (trim_ascii(typed).empty()) return std::string();
  auto email = clean_email(typed);
  if (!email) return bad_input("profile.email");
  return *std::move(email);
}

Result<std::string> clean_text(std::string_view typed) {
  auto line = optional_line(typed, profile_line_max);
  if (!line) return bad_input("profile.too_long", std::to_string(profile_line_max));
  return *std::move(line);
}

}  // namespace

Result<std::shared_ptr<const Profile>> Profiles::find(OrganisationId organisation) {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = known_.find(organisation); found != known_.end()) return found->second;
  }
  // Read and remembered under one lock, so that an older state never replaces a newer one.
  const std::scoped_lock lock(mutex_);
  auto read = TRY(database_.read([&](Connection& db) -> Result<std::shared_ptr<const Profile>> {
    auto rows = db.run("SELECT name, municipality, colour, arms, arms_alt, contact, email, phone FROM organisation WHERE id = ?", organisation);
    if (rows.next())
      return std::make_shared<const Profile>(Profile{rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5),
                                                     rows.text(6), rows.text(7)});
    TRY_STATUS(rows.end());
    return fail(ErrorKind::not_found, "organisation.unknown");
  }));
  known_[organisation] = read;
  return read;
}

template <class Work>
Status Profiles::change(OrganisationId organisation, const Work& work) {
  Status changed = database_.write([&](Connection& db) -> Status {
    TRY_STATUS(work(db));
    return db.changed() > 0 ? Status{} : fail(ErrorKind::not_found, "organisation.unknown");
  });
  const std::scoped_lock lock(mutex_);
  known_.erase(organisation);
  return changed;
}

Status Profiles::save(OrganisationId organisation, const Profile& profile) {
  const std::string name = TRY(clean_text(profile.name)), contact = TRY(clean_text(profile.contact));
  if (name.empty()) return bad_input("profile.name");
  const std::string municipality = TRY(clean_number(profile.municipality)), colour = TRY(clean_colour(profile.colour));
  const std::string email = TRY(clean_address(profile.email)), phone = TRY(clean_phone(profile.phone));
  return change(organisation, [&](Connection& db) {
    return db.execute("UPDATE organisation SET name = ?, municipality = ?, colour = ?, contact = ?, email = ?, phone = ? WHERE id = ?", name,
                      municipality, colour, contact, email, phone, organisation);
  });
}

Status Profiles::set_arms(OrganisationId organisation, std::string_view commitment, std::string_view alt) {
  const std::string words = TRY(clean_text(alt));
  if (words.empty() != commitment.empty()) return bad_input("profile.arms_alt");
  return change(organisation, [&](Connection& db) {
    return db.execute("UPDATE organisation SET arms = ?, arms_alt = ? WHERE id = ?", commitment, words, organisation);
  });
}

}  // namespace knippe::store
