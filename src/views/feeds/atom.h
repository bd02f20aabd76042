#pragma once
// Feeds that programs follow: Atom (RFC 4287). Whatever lists news makes an AtomFeed; the same news give the same bytes.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/involvement/involvement.h"
#include "views/lang.h"

namespace knippe::views {

struct AtomEntry {
  std::string id;     ///< a tag: URI that never changes
  std::string title;
  Instant updated;
  std::string page;   ///< the absolute address of what it is about
  std::string summary;
  std::string language = {};  ///< when it is another than the feed's
};

struct AtomFeed {
  std::string id;
  std::string title;
  std::string author;
  std::string language;
  std::string self;   ///< absolute address of the feed
  std::string page;   ///< of the page that shows the same
  Instant began;      ///< what it was updated at while it is empty
  std::vector<AtomEntry> entries;
};

/// Newest first, at most as many as feeds give; `updated` is the newest entry's.
std::string atom_document(AtomFeed feed);
/// Text between tags or quotes: escaped, and without the characters that XML has no place for.
std::string xml_text(std::string_view text);
/// "tag:fjordvik.no,2026-11-12:saker/ID/endring/3" (RFC 4151): the host of `base_url` and a date that never changes.
std::string tag_uri(std::string_view base_url, Instant since, std::string_view specific);

/// What was opened, planned, changed and closed in a public case.
AtomFeed case_changes_feed(const Words& w, const domain::involvement::Involvement& involvement, RoomId room, std::string_view base_url);
/// The answers that its themes got.
AtomFeed case_answers_feed(const Words& w, const domain::involvement::Involvement& involvement, RoomId room, std::string_view base_url);
/// Its standing measures: planned, given another date, milestones reached, how it went.
AtomFeed case_measures_feed(const Words& w, const domain::involvement::Involvement& involvement, RoomId room, std::string_view base_url);

}  // namespace knippe::views
