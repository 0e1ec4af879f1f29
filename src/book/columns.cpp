#include "book/columns.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "facts/transaction.h"

namespace licit {
namespace {

// Only names that cannot mean anything else: "customer" may be a number, "country" may be anybody's,
// "order date" is not the day of the transfer, "ship to" is as often a company as a country.
constexpr auto synonyms = std::to_array<Synonym>({
    {"lineno", "line"},
    {"linenumber", "line"},
    {"lineid", "line"},
    {"orderline", "line"},
    {"orderlineno", "line"},
    {"pos", "line"},
    {"position", "line"},
    {"ligne", "line"},
    {"part", "item"},
    {"partno", "item"},
    {"partnumber", "item"},
    {"partname", "item"},
    {"mpn", "item"},
    {"manufacturerpartnumber", "item"},
    {"product", "item"},
    {"productname", "item"},
    {"material", "item"},
    {"sku", "item"},
    {"model", "item"},
    {"chip", "item"},
    {"gpu", "item"},
    {"itemname", "item"},
    {"article", "item"},
    {"artikel", "item"},
    {"produit", "item"},
    {"transferkind", "kind"},
    {"transfertype", "kind"},
    {"transactiontype", "kind"},
    {"typedetransfert", "kind"},
    {"shipfromcountry", "from"},
    {"fromcountry", "from"},
    {"origincountry", "from"},
    {"exportcountry", "from"},
    {"countryofexport", "from"},
    {"countryofdispatch", "from"},
    {"paysdedepart", "from"},
    {"paysdexpedition", "from"},
    {"versandland", "from"},
    {"destination", "to"},
    {"destinationcountry", "to"},
    {"countryofdestination", "to"},
    {"shiptocountry", "to"},
    {"tocountry", "to"},
    {"deliverycountry", "to"},
    {"ultimatedestination", "to"},
    {"countryofultimatedestination", "to"},
    {"paysdedestination", "to"},
    {"paysdestination", "to"},
    {"zielland", "to"},
    {"bestimmungsland", "to"},
    {"shipdate", "on"},
    {"shippingdate", "on"},
    {"shipmentdate", "on"},
    {"dateofshipment", "on"},
    {"actualshipdate", "on"},
    {"exportdate", "on"},
    {"dateofexport", "on"},
    {"transferdate", "on"},
    {"datedexpedition", "on"},
    {"datedenvoi", "on"},
    {"versanddatum", "on"},
    {"seller", "exporter"},
    {"exportateur", "exporter"},
    {"exporteur", "exporter"},
    {"purchaser", "buyer"},
    {"buyername", "buyer"},
    {"soldto", "buyer"},
    {"soldtoname", "buyer"},
    {"soldtoparty", "buyer"},
    {"customername", "buyer"},
    {"acheteur", "buyer"},
    {"kaufer", "buyer"},
    {"buyerhqcountry", "buyer-hq"},
    {"buyerheadquarters", "buyer-hq"},
    {"customerhq", "buyer-hq"},
    {"customerhqcountry", "buyer-hq"},
    {"siegedelacheteur", "buyer-hq"},
    {"siegeacheteur", "buyer-hq"},
    {"parentheadquarters", "parent-hq"},
    {"parenthqcountry", "parent-hq"},
    {"ultimateparenthq", "parent-hq"},
    {"ultimateparenthqcountry", "parent-hq"},
    {"ultimateparentcountry", "parent-hq"},
    {"buyerparenthq", "parent-hq"},
    {"siegedelasocietemere", "parent-hq"},
    {"siegesocietemere", "parent-hq"},
    {"hqcountry", "hq"},
    {"headquarters", "hq"},
    {"headquarterscountry", "hq"},
    {"siege", "hq"},
    {"ultimateconsignee", "consignee"},
    {"consigneename", "consignee"},
    {"destinataire", "consignee"},
    {"empfanger", "consignee"},
    {"consigneehqcountry", "consignee-hq"},
    {"consigneeheadquarters", "consignee-hq"},
    {"endusername", "end-user"},
    {"utilisateurfinal", "end-user"},
    {"endverwender", "end-user"},
    {"enduserhqcountry", "end-user-hq"},
    {"enduserheadquarters", "end-user-hq"},
    {"qty", "quantity"},
    {"orderqty", "quantity"},
    {"orderquantity", "quantity"},
    {"pieces", "quantity"},
    {"pcs", "quantity"},
    {"quantite", "quantity"},
    {"qte", "quantity"},
    {"menge", "quantity"},
    {"amount", "value"},
    {"ordervalue", "value"},
    {"linevalue", "value"},
    {"totalvalue", "value"},
    {"linetotal", "value"},
    {"netvalue", "value"},
    {"montant", "value"},
    {"valeur", "value"},
    {"wert", "value"},
    {"betrag", "value"},
    {"curr", "currency"},
    {"ccy", "currency"},
    {"currencycode", "currency"},
    {"devise", "currency"},
    {"monnaie", "currency"},
    {"wahrung", "currency"},
    {"endusetext", "end-use"},
    {"intendeduse", "end-use"},
    {"utilisationfinale", "end-use"},
    {"departuredate", "departed"},
    {"departeddate", "departed"},
    {"dateofdeparture", "departed"},
    {"isinformednotices", "notices"},
    {"noticesreceived", "notices"},
});

bool speaks_for(std::string_view name, const TableKind::Wanted& wanted) {
  return std::find(wanted.fields.begin(), wanted.fields.end(), name) != wanted.fields.end() ||
         (!wanted.prefix.empty() && name.starts_with(wanted.prefix));
}

Diagnostic missing_column(const TableKind& kind, const TableKind::Wanted& missing,
                          std::span<const std::string> header, std::span<const Place> places,
                          std::span<const std::string> unknown) {
  const std::string_view field = missing.fields.front();
  Diagnostic d{.code = "B008", .place = places.empty() ? Place{} : places.front(), .message = {}};
  d.place.begin = d.place.end = 0;
  d.message = {missing.missing, {std::string(field)}};
  std::vector<std::string> wanted{std::string(field)};
  for (const Synonym& synonym : kind.synonyms)
    if (synonym.field == field) wanted.emplace_back(synonym.folded);
  // The unknown header that is likest to any name of the field.
  std::string best;
  std::size_t best_distance = 0;
  for (const std::string& name : unknown) {
    const std::string folded = fold(name);
    if (folded.empty() || folded.size() > 64) continue;
    for (const std::string& want : wanted) {
      const bool contained = want.size() > 2 && folded.find(want) != std::string::npos;
      const std::size_t distance = contained ? 1 : edit_distance(folded, want);
      if (!contained && distance > std::max<std::size_t>(1, folded.size() / 3)) continue;
      if (best.empty() || distance < best_distance) {
        best = name;
        best_distance = distance;
      }
    }
  }
  if (!best.empty())
    d.help.push_back({Msg::BookRenameColumn, {best, std::string(field)}});
  else
    d.help.push_back({missing.add, {std::string(field)}});
  std::vector<std::string> shown(
      header.begin(),
      header.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(header.size(), 12)));
  for (std::string& name : shown) name = name.substr(0, 40);
  if (shown.size() < header.size()) shown.emplace_back("...");
  d.help.push_back({Msg::BookHeaderRead, {joined(shown, " | ")}});
  return d;
}

}  // namespace

const TableKind& order_table() {
  // An item may also be described by its facts alone (item.tpp, item.die-area...).
  static const TableKind kind{transaction_fields(),
                              synonyms,
                              {{{"item"}, "item.", Msg::BookNoItemColumn, Msg::BookAddItemColumn},
                               {{"to", "to.place"}, "", Msg::BookNoToColumn, Msg::BookAddColumn}}};
  return kind;
}

ColumnNames::ColumnNames(std::span<const std::string> fact_ids, const TableKind& kind)
    : kind_(&kind) {
  for (const Synonym& synonym : kind.synonyms)
    by_folded_name_.try_emplace(std::string(synonym.folded),
                                Meaning{std::string(synonym.field), false});
  for (const std::string& id : fact_ids) {
    by_folded_name_.insert_or_assign(fold(id), Meaning{id, true});
    names_.push_back(id);
  }
  for (const std::string& field : kind.fields) {
    by_folded_name_.insert_or_assign(fold(field), Meaning{field, true});
    names_.push_back(field);
  }
}

ColumnNames::Meaning ColumnNames::meaning_of(std::string_view header) const {
  if (header.size() > 200) return {};
  const auto found = by_folded_name_.find(fold(header));
  return found == by_folded_name_.end() ? Meaning{} : found->second;
}

std::vector<std::string> ColumnNames::nearest_to(std::string_view header, std::size_t limit) const {
  return nearest(header, names_, limit);
}

Result<ColumnPlan> plan_columns(std::span<const std::string> header, std::span<const Place> places,
                                const ColumnNames& names, std::span<const std::string> given) {
  struct Chosen {
    std::size_t index = 0;
    bool is_own_name = false;
  };
  std::map<std::string, Chosen> chosen;
  std::vector<bool> aside(header.size(), false);
  std::vector<Diagnostic> problems;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const ColumnNames::Meaning meaning = names.meaning_of(header[i]);
    if (meaning.field.empty()) {
      aside[i] = true;
      continue;
    }
    const auto [at, is_new] = chosen.try_emplace(meaning.field, Chosen{i, meaning.is_own_name});
    if (is_new) continue;
    if (meaning.is_own_name && !at->second.is_own_name) {
      aside[at->second.index] = true;
      at->second = {i, true};
    } else if (!meaning.is_own_name && at->second.is_own_name) {
      aside[i] = true;
    } else {
      Diagnostic d{.code = "B009", .place = places[i], .message = {}};
      d.place.begin = d.place.end = 0;
      d.message = {Msg::BookSameField, {header[at->second.index], header[i], meaning.field}};
      d.help.push_back({Msg::BookSameFieldHelp, {meaning.field}});
      problems.push_back(std::move(d));
    }
  }
  ColumnPlan plan;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (aside[i] && !header[i].empty()) plan.unknown.push_back(header[i]);
  }
  for (const TableKind::Wanted& wanted : names.kind().wanted) {
    const bool is_given = std::any_of(given.begin(), given.end(), [&](const std::string& name) {
      return speaks_for(name, wanted);
    });
    const bool is_there = std::any_of(chosen.begin(), chosen.end(), [&](const auto& column) {
      return speaks_for(column.first, wanted);
    });
    if (!is_given && !is_there)
      problems.push_back(missing_column(names.kind(), wanted, header, places, plan.unknown));
  }
  if (!problems.empty()) return problems;
  for (const auto& [field, column] : chosen) plan.used.push_back({column.index, field});
  std::sort(plan.used.begin(), plan.used.end(),
            [](const auto& a, const auto& b) { return a.index < b.index; });
  return plan;
}

}  // namespace licit
