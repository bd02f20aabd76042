#pragma once
// Who runs the installation, as every public page says it: a line above, contact below, on the screen and on paper.

#include <string>

#include "views/html.h"
#include "views/lang.h"

namespace knippe::views {

struct Sender {
  std::string name;
  std::string other_name;   ///< the municipality's name in another language; may be empty
  std::string colour;       ///< six hex digits; empty: the product's own
  std::string arms;         ///< the picture's name under /profil/vapen; empty: none
  std::string arms_alt;
  std::string contact, email, phone;
  bool operator==(const Sender&) const = default;
};

/// In the head: the style of what is below, and the colour's theme when there is one.
void sender_styles(Writer& h, const Sender& sender);
void sender_line(Writer& h, const Words& w, const Sender& sender);
/// Arms and name as a header begins with them. The arms are decoration beside the name, in a place of fixed size.
void sender_mark(Writer& h, const Sender& sender);
/// In the footer; nothing when there is no contact.
void sender_contact(Writer& h, const Words& w, const Sender& sender);

}  // namespace knippe::views
