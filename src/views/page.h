#pragma once
// The skeleton every page stands in: head, skip link, header, main, one status line, footer. What varies comes in as a
// Frame and as parts that write themselves.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "views/html.h"
#include "views/lang.h"

namespace knippe::views {

struct Sender;

/// Which style of page; the class on <html>.
enum class Surface { participant, projector, desk, open_web, report, print };

/// The same in another form, for programs: a feed, a calendar.
struct Alternate {
  std::string_view type;
  std::string title;
  Url to;
};

struct Frame {
  const Words& w;
  std::string title;                ///< before " – Nøkkelknippe"
  Surface surface = Surface::participant;
  std::string_view main_class = {};
  std::uint64_t seq = 0;  ///< of the state that #innhold shows; 0: fragments never replace it by number
  /// The id of this rendering's commands; app.js adds it to forms that lack one, as "ID.N" for the N-th submit.
  std::string command = {};
  /// Live updates: the address of an event stream. Pages with one also load htmx.
  std::optional<Url> stream = {};
  bool cases = false;               ///< load the style of cases
  bool live = false;                ///< load htmx although there is no stream (forms with hx_post)
  std::string_view style = {};      ///< a style sheet loaded besides style.css
  std::string_view script = {};     ///< an asset loaded besides app.js
  std::string status = {};          ///< said once by the status line, e.g. after a POST
  std::string warning = {};         ///< a line above everything, e.g. that the connection is not encrypted
  bool simulated = false;           ///< says on every page that nobody took part
  bool example = false;             ///< says on every page that this case is made up
  bool rehearsal = false;           ///< says on every page that this is a copy to practise on
  bool footer = true;
  std::string_view page_language = {};  ///< of <html>; the reader's language when empty
  std::vector<Alternate> alternates = {};
  bool indexable = false;           ///< public pages that search engines may list
  int refresh_s = 0;                ///< > 0: without scripts the page reloads itself (the projector)
  const Sender* sender = nullptr;   ///< who runs the installation, named above and below a public page
  bool sender_in_header = false;    ///< the header names them, so that the line above need not
};

/// The whole document. `header` stands before <main id="innhold">, `main` inside it.
std::string page(const Frame& frame, Part header, Part main);
/// The same with `after` between main and the footer (dialogs, bottom bars outside main).
std::string page(const Frame& frame, Part header, Part main, Part after);

/// A message on the event stream: the element with `target_id` is morphed into what `content` writes, which must be that
/// element with that id. `seq` is the room's sequence number; app.js drops a fragment older than what is shown.
void partial(Writer& h, std::string_view target_id, std::uint64_t seq, Part content);

/// The plain header of public and error pages: the logo, linked to "/".
void plain_header(Writer& h, const Words& w);

}  // namespace knippe::views
