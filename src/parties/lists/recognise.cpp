#include "parties/lists/recognise.h"

#include <algorithm>

#include "base/party_messages.h"
#include "base/text.h"
#include "parties/lists/delimited.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

Diagnostic refusal(std::string code, const std::string& source, Text message, Msg help) {
  Diagnostic why;
  why.code = std::move(code);
  why.place.file = source;
  why.message = std::move(message);
  why.help = {{help, {}}};
  return why;
}

// The name of the first element, without its prefix.
std::string_view root_element(std::string_view head) {
  std::size_t at = 0;
  while ((at = head.find('<', at)) != std::string_view::npos) {
    ++at;
    if (head.substr(at).starts_with("!--")) {
      const std::size_t end = head.find("-->", at);
      if (end == std::string_view::npos) return {};
      at = end;
    } else if (at < head.size() && head[at] != '?' && head[at] != '!') {
      std::string_view name = head.substr(at);
      name = name.substr(0, name.find_first_of(" \t\r\n/>"));
      const std::size_t colon = name.find(':');
      return colon == std::string_view::npos ? name : name.substr(colon + 1);
    }
  }
  return {};
}

bool has(const std::vector<std::string>& cells, std::string_view name) {
  return std::find(cells.begin(), cells.end(), name) != cells.end();
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.size() < 10 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<ListFormat> of_xml(std::string_view head, const std::string& source) {
  const std::string_view root = root_element(head);
  if (contains_word(head, "<html") || contains_word(head, "<!doctype html") || root == "HTML" ||
      root == "head" || root == "body") {
    return refusal("P002", source, {msg::ListIsWebPage, {}}, msg::ListIsWebPageHelp);
  }
  if (root == "CONSOLIDATED_LIST") return ListFormat::UnXml;
  if (root == "sdnList") return ListFormat::SdnXml;
  if (root == "Sanctions" || root == "SanctionsData") return ListFormat::SdnAdvanced;
  if (root == "export") return ListFormat::EuXml;
  if (root == "ECFR" || root.starts_with("DIV") || root == "DLPSTEXTCLASS")
    return ListFormat::EcfrXml;
  return refusal("P003", source, {msg::ListUnknownRoot, {clean(root)}}, msg::ListFormatsHelp);
}

ListFormat of_json(std::string_view head) {
  // The keys of a snapshot stand before its rows; what has none of them is the authority's own.
  const std::string_view first = head.substr(0, std::min(head.find('['), std::size_t{65536}));
  const bool snapshot = contains_word(head.substr(0, 4096), "\"list_id\"") ||
                        contains_word(head.substr(0, 4096), "\"sourceId\"") ||
                        contains_word(first, "\"countsBySource\"") ||
                        contains_word(first, "\"fieldKey\"");
  return snapshot ? ListFormat::SnapshotJson : ListFormat::CslJson;
}

}  // namespace

std::string as_utf8(std::string_view bytes, bool& changed) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  changed = !is_valid_utf8(bytes);
  return changed ? latin1_to_utf8(bytes) : std::string(bytes);
}

Result<ListFormat> recognise(std::string_view bytes, const std::string& source) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return refusal("P006", source, {msg::ListUtf16, {}}, msg::ListUtf16Help);
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\x1F\x8B") || bytes.starts_with("%PDF"))
    return refusal("P003", source, {msg::ListPacked, {}}, msg::ListPackedHelp);
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos)
    return refusal("P003", source, {msg::ListEmptyFile, {}}, msg::ListFormatsHelp);
  const std::string_view text = bytes.substr(begin);
  const std::string_view head = text.substr(0, 8192);
  if (head.find('\0') != std::string_view::npos)
    return refusal("P006", source, {msg::ListNoText, {}}, msg::ListFormatsHelp);
  if (head.front() == '<') return of_xml(head, source);
  if (head.front() == '{' || head.front() == '[') return of_json(text.substr(0, 262144));

  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  if (line.starts_with("Report Date:")) return ListFormat::UkCsv;
  const char between =
      line.find('\t') != std::string_view::npos                                               ? '\t'
      : std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',') ? ';'
                                                                                              : ',';
  Delimited rows(head, between);
  std::vector<std::string> cells;
  if (rows.next(cells)) {
    if (has(cells, "_id") && has(cells, "source") && has(cells, "alt_names"))
      return ListFormat::CslCsv;
    if (has(cells, "Name") && has(cells, "FR_Citation")) return ListFormat::Dpl;
    if (has(cells, "Entity_LogicalId")) return ListFormat::EuCsv;
    if (has(cells, "celex") || has(cells, "amendedCelex")) return ListFormat::EuJournal;
    if (has(cells, "list") && has(cells, "name") && has(cells, "kind"))
      return ListFormat::PartyTable;
    if (has(cells, "Unique ID") && has(cells, "Name 6")) return ListFormat::UkCsv;
    if (between == ',' && all_digits(cells[0])) {
      if (cells.size() == 12) return ListFormat::OfacMain;
      if (cells.size() == 6 && all_digits(cells[1])) return ListFormat::OfacAddress;
      if (cells.size() == 5 && all_digits(cells[1])) return ListFormat::OfacAlias;
      if (cells.size() == 2) return ListFormat::OfacComments;
    }
  }
  return refusal("P003", source, {msg::ListUnknownFormat, {}}, msg::ListFormatsHelp);
}

}  // namespace licit
