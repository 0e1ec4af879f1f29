// Whatever bytes somebody types as a value, a place or a chip: no crash, no guess, and what is shown
// of a value that was read can be typed again and means the same.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/csv.h"
#include "facts/shipped.h"
#include "facts/transaction.h"
#include "facts/value_text.h"
#include "facts/vocabulary.h"

namespace {

using namespace licit;

void require(bool held) {
  if (!held) std::abort();
}

struct Tables {
  Places places;
  Catalogue catalogue;
  std::vector<FactSpec> specs;
};

const Tables& tables() {
  static const Tables read = [] {
    Tables out;
    auto places = shipped_places();
    auto catalogue = shipped_catalogue();
    require(places.ok() && catalogue.ok());
    out.places = std::move(places).value();
    out.catalogue = std::move(catalogue).value();
    out.specs = {{FactType::YesNo, "", {}},       {FactType::Number, "mm2", {}},
                 {FactType::Number, "count", {}}, {FactType::Number, "GB/s", {}},
                 {FactType::Date, "", {}},        {FactType::Place, "", {}},
                 {FactType::Name, "", {}},        {FactType::OneOf, "", {"export", "reexport"}},
                 {FactType::SetOf, "", {}},       {FactType::SetOf, "", {"entity-list", "sdn"}}};
    return out;
  }();
  return read;
}

// Names are shown without quotes, so that one with blanks or quotes around it reads differently; and
// numbers are shown with six decimals.
bool shows_all(const FactSpec& spec, const FactValue& value) {
  if (spec.type == FactType::Name) return false;
  if (spec.type != FactType::Number) return true;
  for (const auto& edge : {value.number.lo, value.number.hi})
    if (edge && 1'000'000 % edge->den() != 0) return false;
  return true;
}

void read_as_value(const FactSpec& spec, std::string_view text) {
  const auto value = parse_value(spec, text, tables().places, {"f", {}});
  if (!value.ok()) {
    require(!value.errors().empty());
    return;
  }
  require(value->type == spec.type);
  if (!shows_all(spec, *value)) return;
  const auto again = parse_value(spec, value->text(), tables().places, {"f", {}});
  require(again.ok() && *again == *value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Tables& t = tables();
  const std::size_t choice = data[0] % (t.specs.size() + 4);
  if (choice < t.specs.size()) {
    read_as_value(t.specs[choice], text);
  } else if (choice == t.specs.size()) {
    if (const PlaceRow* place = t.places.find(text))
      require(t.places.by_code(place->code) == place);
  } else if (choice == t.specs.size() + 1) {
    const Resolution found = t.catalogue.resolve(text);
    require(found.chips.empty() || found.nearest.empty());
    require(found.nearest.size() <= 3);
  } else if (choice == t.specs.size() + 2) {
    const auto table = CsvTable::parse(text, "fuzz.csv");
    if (table.ok())
      for (const CsvRow& row : table->rows()) require(row.cells.size() == table->heading().size());
  } else {
    // Lines of name=value.
    Transaction transaction;
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      const std::size_t equals = std::min(line.find('='), line.size());
      transaction.fields.push_back({std::string(line.substr(0, equals)),
                                    std::string(line.substr(std::min(equals + 1, line.size()))),
                                    {}});
      begin = end + 1;
    }
    const TransactionFacts read =
        facts_of(transaction, t.catalogue, t.places, built_in_fact_types(), Date(20000));
    require(!read.candidates.empty() && read.candidates.size() == read.chip_ids.size());
  }
  return 0;
}
