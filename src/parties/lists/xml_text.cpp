#include "parties/lists/xml_text.h"

#include <algorithm>
#include <variant>

#include "base/party_messages.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

std::size_t line_at(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace

Result<std::monostate> parse_xml(pugi::xml_document& document, std::string_view bytes,
                                 const std::string& source) {
  // The declaration may still name the encoding that the bytes had before.
  const pugi::xml_parse_result read =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
  if (read) return std::monostate{};
  Diagnostic why;
  why.code = "P004";
  why.place.file = source;
  why.place.line = static_cast<std::uint32_t>(
      line_at(bytes, static_cast<std::size_t>(std::max<std::ptrdiff_t>(read.offset, 0))));
  why.place.column = 1;
  why.message = {msg::ListBrokenXml, {read.description()}};
  why.help = {{msg::ListCutOffHelp, {}}};
  return why;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children())
    if (local_name(child) == name) return child;
  return {};
}

std::vector<pugi::xml_node> children_of(const pugi::xml_node& node, std::string_view name) {
  std::vector<pugi::xml_node> out;
  for (const pugi::xml_node& child : node.children())
    if (local_name(child) == name) out.push_back(child);
  return out;
}

std::string child_text(const pugi::xml_node& node, std::string_view name) {
  return clean(child_of(node, name).text().get());
}

std::string attribute_text(const pugi::xml_node& node, const char* name) {
  return clean(node.attribute(name).value());
}

std::size_t line_of(const pugi::xml_node& node, std::string_view bytes) {
  const std::ptrdiff_t offset = node.offset_debug();
  return offset < 0 ? 0 : line_at(bytes, static_cast<std::size_t>(offset));
}

Result<std::monostate> open_xml_list(std::string_view bytes, const std::string& source,
                                     const XmlForm& form, XmlList& opened, ReadLists& out) {
  if (auto parsed = parse_xml(opened.document, bytes, source); !parsed.ok()) return parsed;
  opened.root = child_of(opened.document, form.root);
  out.format = form.format;
  out.list(form.code, list_title(form.code)).as_of =
      read_day(attribute_text(opened.root, form.day), DayOrder::DayFirst);
  return std::monostate{};
}

}  // namespace licit
