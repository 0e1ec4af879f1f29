// A timeline as a table, and as JSON (docs/schema/timeline.schema.json).
#pragma once

#include <string>

#include "cli/render_text.h"
#include "decide/timeline.h"

namespace licit::cli {

// "H20 SXM 96GB to China".
std::string timeline_title(Language language, const Subject& subject);
std::string render_timeline(const Page& page, const Subject& subject, const Timeline& timeline,
                            bool explain);
std::string timeline_json(const Timeline& timeline);

}  // namespace licit::cli
