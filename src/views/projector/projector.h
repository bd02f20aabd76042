#pragma once
// The screen in the hall. Everybody sees it, so it holds nothing personal and shows only accepted texts unless chosen
// otherwise. It never scrolls from 1280 × 720 upwards: what is too long is cut and counted.

#include <string>

#include "domain/workshop/workshop.h"
#include "views/html/url.h"
#include "views/view.h"

namespace knippe::views {

/// How the hall gets in and where its result will be.
struct ProjectorLink {
  std::string join_url;    ///< in the QR code, e.g. "http://192.0.2.7:8080/v/472918"; empty: no code (draft, closed)
  std::string code;        ///< six digits
  std::string report_url;  ///< the public address of the report
  Url stream;              ///< /skjerm/{token}/strom
};

/// The view that is really shown: `follow` becomes what belongs to the present stage.
domain::ProjectorView shown_view(const domain::Workshop& workshop);

/// GET /skjerm/{token}.
std::string projector_page(const View& view, const domain::Workshop& workshop, const ProjectorLink& link);
/// The same screen as one event of the stream: the region #skjerm with data-seq.
std::string projector_fragments(const View& view, const domain::Workshop& workshop, const ProjectorLink& link);

}  // namespace knippe::views
