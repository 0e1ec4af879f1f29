// Reading XML that authorities publish: elements by their local name, whatever prefix they carry.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "parties/lists/reading.h"

namespace licit {

// P004 with the line where the document breaks off or is no XML. Text is UTF-8 in `bytes`.
Result<std::monostate> parse_xml(pugi::xml_document& document, std::string_view bytes,
                                 const std::string& source);

// The name of an element without a prefix.
std::string_view local_name(const pugi::xml_node& node);
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
std::vector<pugi::xml_node> children_of(const pugi::xml_node& node, std::string_view name);
// The text of a child, or of an attribute, cleaned; empty where there is none.
std::string child_text(const pugi::xml_node& node, std::string_view name);
std::string attribute_text(const pugi::xml_node& node, const char* name);

// A publication that is one list: its root element, of which an attribute says of what day it is.
struct XmlList {
  pugi::xml_document document;
  pugi::xml_node root;
};
struct XmlForm {
  const char* format;
  ListCode code;
  const char *root, *day;
};
// Opens it, and makes its list in `out`; P004 as above.
Result<std::monostate> open_xml_list(std::string_view bytes, const std::string& source,
                                     const XmlForm& form, XmlList& opened, ReadLists& out);

// The line of the document on which a node begins, from 1. Linear: only for what is wrong.
std::size_t line_of(const pugi::xml_node& node, std::string_view bytes);

}  // namespace licit
