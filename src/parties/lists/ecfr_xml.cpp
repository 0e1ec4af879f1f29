// Part 744 as the eCFR publishes it: an appendix (DIV9) for each supplement, a table in it. Supplement
// 4 has five cells a row (country, entity, requirement, policy, citation), 6 has four (country, party,
// citation; the addresses belong to the party) or three, 7 has three. A blank country is that of the
// row before; so is a row that has one cell less, whose country spans rows.
#include "base/party_messages.h"
#include "parties/lists/entity_cell.h"
#include "parties/lists/footnotes.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"
#include "parties/lists/xml_text.h"

namespace licit {
namespace {

constexpr int deepest = 64;  // no cell nests so far; a forged one is cut there

// The text below a node; a line end for each <br/> and paragraph.
void add_text(const pugi::xml_node& node, std::string& out, int depth = 0) {
  if (depth > deepest) return;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      for (const char c : std::string_view(child.value())) out += c == '\n' || c == '\r' ? ' ' : c;
      continue;
    }
    const std::string_view name = local_name(child);
    if (name == "br" || name == "BR") {
      out += '\n';
      continue;
    }
    add_text(child, out, depth + 1);
    if (name == "P" || name == "p" || name == "FP") out += '\n';
  }
}

std::string text_below(const pugi::xml_node& node) {
  std::string out;
  add_text(node, out);
  return out;
}

struct Supplement {
  std::string_view words;
  ListCode code;
  std::size_t cells;
};
constexpr Supplement supplements[] = {
    {"Supplement No. 4 to Part 744", ListCode::EntityList, 5},
    {"Supplement No. 6 to Part 744", ListCode::Unverified, 3},
    {"Supplement No. 7 to Part 744", ListCode::MilitaryEndUser, 3}};

class SupplementReader {
 public:
  SupplementReader(ReadLists& out, const std::string& source, std::string_view bytes)
      : out_(out), source_(source), bytes_(bytes) {}

  void read(const pugi::xml_node& appendix, const Supplement& supplement) {
    supplement_ = &supplement;
    country_.clear();
    country_code_.clear();
    out_.list(supplement.code, list_title(supplement.code));
    for (const pugi::xpath_node& found :
         appendix.select_nodes(".//*[local-name()='TR' or local-name()='tr']"))
      read_row(found.node());
  }

 private:
  void read_row(const pugi::xml_node& row) {
    std::vector<std::string> cells;
    for (const pugi::xml_node& cell : row.children()) {
      const std::string_view name = local_name(cell);
      if (name == "TH" || name == "th") return;  // a heading
      if (name == "TD" || name == "td") cells.push_back(text_below(cell));
    }
    if (cells.empty()) return;
    // Its country spans the rows above.
    if (cells.size() + 1 == supplement_->cells) cells.insert(cells.begin(), std::string());
    if (cells.size() != supplement_->cells) {
      // A line across the table (a note, a country alone) names nobody.
      if (cells.size() == 1) return;
      out_.bad_row(
          source_, line_of(row, bytes_),
          {msg::ListRowCells, {std::to_string(cells.size()), std::to_string(supplement_->cells)}});
      return;
    }
    if (const std::string country = clean(cells[0]); !country.empty()) {
      country_ = country;
      country_code_ = code_of(country);
    }
    const std::string whole = clean(cells[1]);
    if (whole.empty() || contains_word(whole, "[reserved]")) return;
    EntityCell read = read_entity_cell(cells[1]);
    if (read.party.name.empty()) {
      out_.bad_row(source_, line_of(row, bytes_), {msg::ListRowWithoutName, {}});
      return;
    }
    const std::string parent = read.party.name;
    add(std::move(read.party), cells, {});
    for (NamedParty& affiliate : read.affiliates) add(std::move(affiliate), cells, parent);
  }

  // "CHINA, PEOPLE'S REPUBLIC OF" is the country's name the other way round.
  std::string code_of(const std::string& country) {
    if (const std::string& code = countries_.code(country); !code.empty()) return code;
    const std::size_t comma = country.find(", ");
    if (comma == std::string::npos) return {};
    const std::string turned = country.substr(comma + 2) + " " + country.substr(0, comma);
    if (const std::string& code = countries_.code(turned); !code.empty()) return code;
    return countries_.code(country.substr(0, comma));
  }

  void add(NamedParty party, const std::vector<std::string>& cells, const std::string& parent) {
    ListEntry entry;
    // How the other publishers of the list write an affiliate (structure.h takes it apart).
    const std::string name =
        parent.empty() ? party.name : parent + ". Affiliated Entity: " + party.name;
    entry.names.push_back({name, NameKind::Primary});
    for (std::string& alias : party.aliases)
      entry.names.push_back({std::move(alias), NameKind::Alias});
    for (std::string& former : party.former)
      entry.names.push_back({std::move(former), NameKind::Former});
    if (!country_code_.empty()) entry.countries.push_back(country_code_);
    for (std::string& address : party.addresses) {
      std::string country = country_at_end(countries_, address);
      if (country.empty()) country = country_code_;
      entry.addresses.push_back({std::move(address), {}, {}, {}, std::move(country)});
    }
    if (supplement_->cells == 5) {
      entry.requirement = clean(cells[2]);
      entry.policy = clean(cells[3]);
      entry.footnotes = footnotes_of(entry.requirement);
    }
    entry.citation = clean(cells.back());
    out_.list(supplement_->code, list_title(supplement_->code)).entries.push_back(std::move(entry));
  }

  ReadLists& out_;
  const std::string& source_;
  std::string_view bytes_;
  const Supplement* supplement_ = nullptr;
  std::string country_, country_code_;
  Countries countries_;
};

}  // namespace

Result<ReadLists> read_ecfr_xml(std::string_view bytes, const std::string& source) {
  pugi::xml_document document;
  if (const auto parsed = parse_xml(document, bytes, source); !parsed.ok()) return parsed.errors();
  ReadLists out;
  out.format = "ecfr-xml";
  SupplementReader reader(out, source, bytes);
  for (const pugi::xpath_node& found : document.select_nodes("//DIV9")) {
    const pugi::xml_node appendix = found.node();
    const std::string heading =
        attribute_text(appendix, "N") + " " + clean(text_below(child_of(appendix, "HEAD")));
    for (const Supplement& supplement : supplements)
      if (contains_word(heading, supplement.words)) reader.read(appendix, supplement);
  }
  if (out.lists.empty()) {
    Diagnostic why;
    why.code = "P003";
    why.place.file = source;
    why.message = {msg::ListNoSupplement, {}};
    return why;
  }
  const auto amended =
      read_day(clean(text_below(document.select_node("//AMDDATE").node())), DayOrder::MonthFirst);
  for (PartyList& list : out.lists) list.as_of = amended;
  return out;
}

}  // namespace licit
