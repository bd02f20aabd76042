#pragma once
// What every handler is given: the rooms below, by reference. Made once by app; nothing here is global.

#include <functional>
#include <string>

#include "base/random.h"
#include "base/time.h"
#include "engine/involvement_desk.h"
#include "engine/workshop_desk.h"
#include "http/stream.h"
#include "views/lang.h"
#include "web/form_token.h"
#include "web/kept_pages.h"
#include "web/tickets.h"

namespace knippe::media {
class Darkroom;
}
namespace knippe::proof {
class Keyring;
class Logbook;
}
namespace knippe::store {
class Store;
}

namespace knippe::web {

/// How people reach us, decided at start.
struct Place {
  std::string public_url;       ///< "http://192.0.2.7:8080", without a trailing slash; goes into QR codes and links
  bool public_url_given = false;///< by the administrator: then only its host is served
  bool https = false;           ///< of the public URL
  bool demonstration = false;   ///< simulated rooms are on the public lists
  bool loopback_only = false;   ///< phones cannot reach it
  std::string version;          ///< of the program
  std::string data_folder;      ///< shown to the administrator
  std::string local_key;        ///< the right of a tool on this machine (DIR/local.key)
};

class Live;
class Across;
class Acts;
class CountedOtherwise;
class Finder;
class PlayedTables;

struct Site {
  const Place& place;
  const Clock& clock;
  Random& random;
  engine::WorkshopDesk& desk;
  engine::InvolvementDesk& cases;
  store::Store& store;
  const views::Catalogue& catalogue;
  http::Streams& streams;
  FormTokens& tokens;
  Tickets& tickets;
  /// Something that pages show but the room's log does not hold has changed: its code, its links. Never waits.
  const std::function<void(RoomId)>& announce;
  media::Darkroom& darkroom;
  proof::Logbook& logbook;
  const proof::Keyring& keys;
  CountedOtherwise& counted_otherwise;
  KeptPages& kept_pages;
  PlayedTables& played_tables;
  Finder& finder;
  Across& across;
  Acts& acts;
};

}  // namespace knippe::web
