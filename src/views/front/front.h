#pragma once
// Pages outside any room: the entrance, choosing a group, logging in, errors, and what we say about privacy and access.
// Every page is a whole document. A form that was refused is shown again with what was typed (Kept).

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "domain/workshop/workshop.h"
#include "views/involvement/involvement.h"
#include "views/view.h"

namespace knippe::views {

/// A published report, as the front page lists it.
struct PublishedReport {
  RoomId room;
  std::string title;
  std::string place;
  std::string date;      ///< "YYYY-MM-DD" or empty
  std::string language;  ///< of the title
  int groups = 0;
  int people = 0;
};

/// What is public on this installation, newest first.
struct Home {
  std::vector<CaseCard> cases;         ///< open ones, the first few
  std::vector<LatestAnswer> answers;
  std::vector<PublishedReport> reports;
  std::size_t open = 0;                ///< cases
  std::size_t answered = 0, unanswered = 0;  ///< contributions of all public cases
  bool overdue = false;                ///< an answer that was promised is late
};
/// GET /, and the answer to a wrong code (Kept form "kode", field "kode"). With no case it is the entrance to workshops alone.
std::string front_page(const View& view, const Home& home, const Kept& kept = {});

/// GET /v/{code}. Says so when the workshop is not open yet, over, or its door is closed. Kept form "gruppe", fields
/// "gruppe", "navn", "medlemmer", "fornavn".
std::string choose_group_page(const View& view, const domain::Workshop& workshop, std::string_view code,
                              const Kept& kept = {});

/// GET /g/{token}, the link of a group's sheet: the workshop, the group, and one button. Kept form "fornavn".
/// `to_photo`: the poster's own code, which leads on to where its picture is sent.
std::string group_link_page(const View& view, const domain::Workshop& workshop, GroupNumber group,
                            std::string_view token, const Kept& kept = {}, bool to_photo = false);

/// Any status 400..599: a heading, plain words, what to do, and a way on. `error` adds the exact reason; `back` is a page of ours to try again on.
std::string error_page(const View& view, int status, const std::optional<Error>& error = {}, const std::optional<Url>& back = {});

/// GET /logg-inn. Kept form "logg-inn", field "epost" (the password is never shown again).
std::string login_page(const View& view, const Kept& kept = {});
/// GET /oppsett/{token}: the first administrator. Kept form "oppsett", fields "navn", "epost".
std::string first_administrator_page(const View& view, std::string_view token, const Kept& kept = {});
/// GET /passord/{token}: a new password. `email` may be empty. Kept form "passord".
std::string new_password_page(const View& view, std::string_view token, std::string_view email, const Kept& kept = {});
/// GET /innlogging/{token}: a one-time link that needs no password; a button, since mail scanners follow links. `room` (may be empty)
/// is the desk to show afterwards.
std::string sign_in_page(const View& view, std::string_view token, std::string_view email, std::string_view room);
/// GET /invitasjon/{token}. Kept form "invitasjon", field "navn".
std::string invitation_page(const View& view, std::string_view token, std::string_view email, const Kept& kept = {});

/// GET /personvern and GET /tilgjengelighet.
/// `erased`: somebody comes here after erasing everything of their own.
enum class JustErased { nothing, phone, account };
std::string privacy_page(const View& view, JustErased erased = JustErased::nothing);
std::string accessibility_page(const View& view);

}  // namespace knippe::views
