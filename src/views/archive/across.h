#pragma once
// Which keys came highest in how many published workshops. A key counts only among the workshops where it stood on the list; workshops made from
// another template, or with another number of places, are counted apart, since their lists cannot be compared.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/workshop/workshop.h"
#include "views/archive/record.h"
#include "views/view.h"

namespace knippe::views {

/// A key as it stood on one workshop's list.
struct ListedKey {
  std::string text;  ///< empty: erased
  std::string short_name;
  std::string language;
  bool on_top = false;                    ///< in a place of the top list, a shared last one too
  bool supplement = false;                ///< proposed in this workshop, so that no other had it
  std::vector<std::uint32_t> groups = {};  ///< behind a supplement, also those merged into it
};

/// A workshop that is counted, or the record of 2017.
struct AcrossSource {
  std::string path;       ///< of its report
  std::string title;
  std::string language;
  std::string date;       ///< "YYYY-MM-DD" or empty
  std::string template_name;
  int places = 0;
  bool record = false;
  std::vector<ListedKey> keys;
};

/// nullopt: not published, simulated, a rehearsal, or nobody has handed in a ranking.
std::optional<AcrossSource> across_source(const domain::Workshop& workshop, RoomId room);
AcrossSource across_source(const Record& record);

/// Positions in the list of sources.
using Sources = std::vector<std::size_t>;
/// One key with the same words in all workshops of its set.
struct AcrossKey {
  const ListedKey* key = nullptr;  ///< as the first source has it
  Sources on_top;
  Sources below;                   ///< on the list, not at the top
  std::size_t listed() const { return on_top.size() + below.size(); }
};
/// Workshops that can be compared.
struct AcrossSet {
  std::string template_name;
  int places = 0;
  Sources sources;
  std::vector<AcrossKey> keys;         ///< most often at the top first, then in the order of the list
  std::vector<AcrossKey> supplements;  ///< those that came to the top in the workshop they were proposed in
};
/// In the order in which the sources first name them.
std::vector<AcrossSet> across(std::span<const AcrossSource> sources);

/// "2 av 3 verksteder"; from ten workshops on also how many percent that is.
std::string share_of(const Words& w, std::size_t count, std::size_t of);

/// GET /paa-tvers.
std::string across_page(const View& view, std::span<const AcrossSource> sources);
/// "knippe-across-1" (docs/formats/exports.md).
std::string across_json(std::span<const AcrossSource> sources);
std::string across_csv(std::span<const AcrossSource> sources, const Words& w);

}  // namespace knippe::views
