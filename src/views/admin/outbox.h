#pragma once
// /admin/utsendelser: what somebody should be told at an address that is known, as a text to copy, and what was told.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "views/view.h"

namespace knippe::views {

enum class LetterKind { invitation, password_link, facilitator_added, case_role_given };
enum class LetterState { waiting, told, dropped };

/// What a letter says; what its kind does not name stays empty.
struct LetterFacts {
  std::string organisation;
  std::string roles;  ///< "Saksansvarlig, Svarer", in the letter's language
  std::string title;  ///< of the room
  std::string link;
};
struct Letter {
  std::string recipient;
  std::string subject, text;
};
/// In the language of `w`, the recipient's.
Letter letter_of(const Words& w, LetterKind kind, const LetterFacts& facts, std::string recipient);

struct ListedMessage {
  std::uint64_t id = 0;
  LetterKind kind = LetterKind::invitation;
  std::string recipient;  ///< an address while it waits, then a name; may be empty
  std::string title;      ///< of the room; may be empty
  Instant created;
  LetterState state = LetterState::waiting;
  Instant settled;
};
struct OutboxLook {
  std::vector<ListedMessage> waiting, settled;  ///< newest first
  std::size_t waiting_count = 0;                ///< all of them
  std::optional<Letter> shown;                  ///< made just now; shown this once when it holds a link
};
inline constexpr std::size_t messages_shown = 50;

/// Ops "vis:N", "sendt:N", "avvis:N".
std::string outbox_page(const View& view, const OutboxLook& look, const std::optional<Error>& error = {});

}  // namespace knippe::views
