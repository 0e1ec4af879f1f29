// A field that holds more than a name: "Attn: J. Doe, c/o Inspur Electronic Information, Room 5".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace licit::names {

// What stands between commas, slashes, bars, colons, spaced dashes, line ends and words that introduce a name
// ("c/o", "attn", "on behalf of", "dba"); none where the text is one part. Views of `text`; of a text as
// long as is compared, all of them.
std::vector<std::string_view> text_parts(std::string_view text);

// A name, and what stands in brackets beside it, mostly another name of the same: "Acme (Huawei)",
// "深圳某某（华为）". Brackets of any script; with `quotes`, quotation marks about a whole word too, which in
// Russian hold the name itself.
struct Bracketed {
  std::string outside;
  std::vector<std::string_view> inside;  // views of the text, in its order
};
Bracketed bracketed(std::string_view text, bool quotes);

// Whether it names several, or somebody for another: a semicolon, a bar, a spaced slash, a line end, or a
// word that introduces a name. Where none of them is found, that says little of each.
bool names_several(std::string_view text);

}  // namespace licit::names
