#include "facts/transaction.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <span>

#include "base/text.h"
#include "facts/vocabulary.h"

namespace licit {
namespace {

struct FieldMeaning {
  std::string_view field;
  std::string_view fact;
  std::string_view and_fact;  // a second fact that the field states at once
};

// `item` is not here: it states a chip, not a fact.
constexpr std::array<FieldMeaning, 20> field_meanings{{
    {"line", "order.line", ""},
    {"kind", "transfer.kind", ""},
    {"from", "from.place", ""},
    {"to", "to.place", ""},
    {"on", "transfer.on", ""},
    {"exporter", "exporter.name", ""},
    {"buyer", "buyer.name", ""},
    {"buyer-hq", "buyer.hq", ""},
    {"parent-hq", "buyer.parent-hq", ""},
    {"hq", "buyer.hq", "buyer.parent-hq"},
    {"consignee", "consignee.name", ""},
    {"consignee-hq", "consignee.hq", "consignee.parent-hq"},
    {"end-user", "end-user.name", ""},
    {"end-user-hq", "end-user.hq", "end-user.parent-hq"},
    {"quantity", "order.quantity", ""},
    {"value", "order.value", ""},
    {"currency", "order.currency", ""},
    {"end-use", "end-use.text", ""},
    {"departed", "shipment.departed", ""},
    {"notices", "exporter.notices", ""},
}};

constexpr std::string_view standing_in = "buyer";
constexpr std::array<std::string_view, 2> roles_with_stand_in{"consignee", "end-user"};

class Reading {
 public:
  Reading(const Catalogue& catalogue, const Places& places, const FactTypes& types, Date today)
      : catalogue_(catalogue), places_(places), types_(types), today_(today) {}

  TransactionFacts read(const Transaction& transaction) {
    for (const TransactionField& field : transaction.fields) take(field);
    default_day();
    default_kind_and_origin();
    default_roles();
    resolve_item();
    look_for_contradictions();
    return std::move(out_);
  }

 private:
  void fault(const Place& where, std::string code, Msg key, std::vector<std::string> arguments,
             std::vector<Text> help = {}) {
    Diagnostic d;
    d.code = std::move(code);
    d.place = where;
    d.message = {key, std::move(arguments)};
    d.help = std::move(help);
    out_.diagnostics.push_back(std::move(d));
  }

  static std::vector<Text> did_you_mean(const std::vector<std::string>& near) {
    if (near.empty()) return {};
    if (near.size() == 1) return {{Msg::DidYouMean, {near.front()}}};
    return {{Msg::DidYouMeanOneOf, {joined(near, ", ")}}};
  }

  const FactSpec* spec_of(std::string_view fact) const {
    if (const auto it = types_.find(fact); it != types_.end()) return &it->second;
    const FactTypes& built_in = built_in_fact_types();
    const auto it = built_in.find(fact);
    return it == built_in.end() ? nullptr : &it->second;
  }

  void take(const TransactionField& field) {
    if (trimmed(field.text).empty()) {
      if (fold(field.name) == "item") blank_item_ = &field;
      return;
    }
    // Only ids of facts have a point in them.
    if (field.name.find('.') != std::string::npos) {
      if (spec_of(field.name)) return state(field.name, field.name, field.text, field);
      return unknown_fact(field);
    }
    const std::string folded = fold(field.name);
    if (folded == "item") return take_item(field);
    for (const FieldMeaning& meaning : field_meanings) {
      if (fold(meaning.field) != folded) continue;
      const std::string text = kind_as_typed(meaning.fact, field.text);
      state(std::string(meaning.fact), field.name, text, field);
      if (!meaning.and_fact.empty() && last_was_read_)
        state(std::string(meaning.and_fact), field.name, text, field);
      return;
    }
    fault(field.where, "F007", Msg::FactUnknownField,
          {field.name, joined(transaction_fields(), " ")},
          did_you_mean(nearest(field.name, transaction_fields(), 1)));
  }

  static bool is_name_of_party(std::string_view fact) {
    return fact == "buyer.name" || fact == "consignee.name" || fact == "end-user.name";
  }

  // What people write for a transfer within one country.
  static std::string kind_as_typed(std::string_view fact, const std::string& text) {
    const std::string folded = fold(text);
    if (fact == "transfer.kind" && (folded == "incountrytransfer" || folded == "transferincountry"))
      return "transfer";
    return text;
  }

  void unknown_fact(const TransactionField& field) {
    std::vector<std::string> known;
    for (const FactTypes* types : {&types_, &built_in_fact_types()})
      for (const auto& [id, spec] : *types) known.push_back(id);
    std::vector<Text> help = did_you_mean(nearest(field.name, known));
    help.push_back({Msg::FactListHelp, {}});
    fault(field.where, "F004", Msg::FactUnknownFact, {field.name}, std::move(help));
  }

  void take_item(const TransactionField& field) {
    if (item_ && fold(item_->text) != fold(field.text))
      return fault(field.where, "F006", Msg::FactStatedTwice,
                   {"item", std::string(trimmed(item_->text)), std::string(trimmed(field.text))});
    item_ = &field;
  }

  void state(const std::string& fact, const std::string& name, const std::string& text,
             const TransactionField& field) {
    Result<FactValue> value = parse_value(*spec_of(fact), text, places_, {name, field.where});
    last_was_read_ = value.ok();
    // Whoever says that a party is unknown says that there is one, which is on a list or not.
    if (value.ok() && value->is_unknown() && is_name_of_party(fact))
      value = FactValue::of(FactType::Name, std::string(trimmed(text)), Origin::Given);
    if (!value.ok()) {
      out_.diagnostics.insert(out_.diagnostics.end(), value.errors().begin(), value.errors().end());
      unreadable_.push_back(fact);
      return;
    }
    if (const FactValue* before = stated_.find(fact)) {
      if (!(*before == *value))
        fault(field.where, "F006", Msg::FactStatedTwice, {fact, before->text(), value->text()});
      return;
    }
    stated_.set(fact, std::move(value).value());
    where_.emplace(fact, &field);
  }

  // Nothing takes the place of what somebody stated, not even where it could not be read.
  bool is_open(std::string_view fact) const {
    return !stated_.find(fact) &&
           std::find(unreadable_.begin(), unreadable_.end(), fact) == unreadable_.end();
  }

  void set_default(std::string_view fact, FactValue value) {
    value.origin = Origin::Default;
    stated_.set(std::string(fact), value);
    out_.defaults.push_back({std::string(fact), std::move(value), ""});
  }

  void default_day() {
    out_.on = today_;
    if (is_open("transfer.on")) {
      out_.on_is_default = true;
      set_default("transfer.on", FactValue::of(today_, Origin::Default));
    } else if (const FactValue* day = stated_.find("transfer.on")) {
      const auto* date = day->is_settled() ? std::get_if<Date>(&day->candidates.front()) : nullptr;
      if (date) {
        out_.on = *date;
      } else {
        fault({}, "F003", Msg::FactBadDate, {"on", day->text()}, {{Msg::FactDateForm, {}}});
      }
    }
    if (is_open("shipment.departed"))
      set_default("shipment.departed", FactValue::of(out_.on, Origin::Default));
  }

  void default_kind_and_origin() {
    if (is_open("transfer.kind"))
      set_default("transfer.kind", FactValue::of(FactType::OneOf, "export", Origin::Default));
    const FactValue* kind = stated_.find("transfer.kind");
    if (!kind || !kind->is_settled() || !is_open("from.place")) return;
    if (kind->text() == "export")
      set_default("from.place", FactValue::of(FactType::Place, "US", Origin::Default));
    const FactValue* to = stated_.find("to.place");
    if (kind->text() == "transfer" && to && !to->is_unknown()) set_default("from.place", *to);
  }

  bool is_named(std::string_view role) const {
    for (const char* part : {".name", ".hq", ".parent-hq"})
      if (!is_open(std::string(role) + part)) return true;
    return false;
  }

  // What an entry of a list says of the party that it names.
  static bool is_of_a_listing(std::string_view id, std::string_view role) {
    const std::string_view part = id.substr(role.size() + 1);
    return part.starts_with("entity-") || part.starts_with("sdn-");
  }

  void default_roles() {
    for (const std::string_view role : roles_with_stand_in) {
      if (is_named(role)) continue;
      std::vector<std::string> ids;
      for (const FactTypes* types : {&types_, &built_in_fact_types()})
        for (const auto& [id, spec] : *types)
          if (id.starts_with(role) && id[role.size()] == '.' && is_open(id)) ids.push_back(id);
      std::sort(ids.begin(), ids.end());
      ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
      // Whoever is said to be on a list is not on the buyer's terms: what its entries say is its own.
      const FactValue* listings = stated_.find(std::string(role) + ".listings");
      if (listings != nullptr && !(listings->is_settled() && listings->text() == "none"))
        std::erase_if(ids, [&](const std::string& id) { return is_of_a_listing(id, role); });
      for (const std::string& id : ids) {
        const std::string stand_in = std::string(standing_in) + id.substr(role.size());
        const FactSpec* spec = spec_of(stand_in);
        if (!spec) continue;
        const FactValue* value = stated_.find(stand_in);
        FactValue taken = value ? *value : FactValue::unknown(spec->type);
        taken.origin = Origin::Default;
        out_.defaults.push_back({id, std::move(taken), stand_in});
        stated_.alias(id, stand_in);
      }
    }
  }

  // The item's facts, then what was stated: a stated fact goes before the catalogue's.
  void add_candidate(const Chip* chip) {
    FactSet facts;
    if (chip) put_chip(*chip, facts);
    for (const auto& [id, value] : stated_.all()) facts.set(id, value);
    for (const auto& [id, stand_in] : stated_.aliases()) facts.alias(id, stand_in);
    put_jurisdiction(facts);
    constexpr std::string_view subject = "item.subject-to-ear";
    const FactValue* value = facts.find(subject);
    const auto listed = std::find_if(out_.defaults.begin(), out_.defaults.end(),
                                     [&](const AppliedDefault& d) { return d.fact == subject; });
    if (value && value->origin == Origin::Default && listed == out_.defaults.end())
      out_.defaults.push_back({std::string(subject), *value, ""});
    out_.candidates.push_back(std::move(facts));
    out_.chip_ids.push_back(chip ? chip->id : "");
  }

  void resolve_item() {
    if (item_ && fold(item_->text) != "unknown") {
      if (const FactValue* chip = stated_.find("item.chip")) {
        fault(item_->where, "F006", Msg::FactStatedTwice, {"item.chip", item_->text, chip->text()},
              {});
      }
      const Resolution found = catalogue_.resolve(item_->text);
      if (found.chips.size() == 1 && !found.whole)
        out_.named_by_beginning = std::string(trimmed(item_->text));
      for (const Chip* chip : found.chips) add_candidate(chip);
      if (found.chips.empty()) {
        std::vector<Text> help = did_you_mean(found.nearest);
        help.push_back({Msg::FactChipHelp, {}});
        fault(item_->where, "F001", Msg::FactUnknownChip,
              {"item", std::string(trimmed(item_->text))}, std::move(help));
      }
    }
    if (!item_ && blank_item_ && !describes_item()) {
      fault(blank_item_->where, "F014", Msg::FactBlankItem, {"item"},
            {{Msg::FactBlankItemHelp, {}}});
    }
    if (out_.candidates.empty()) add_candidate(nullptr);
  }

  bool describes_item() const {
    const auto is_of_item = [](const std::string& fact) { return fact.starts_with("item."); };
    return std::any_of(unreadable_.begin(), unreadable_.end(), is_of_item) ||
           std::any_of(stated_.all().begin(), stated_.all().end(),
                       [&](const auto& fact) { return is_of_item(fact.first); });
  }

  // ---- what cannot all be true -----------------------------------------------------------------

  // The one value of a fact; null where it is not known, or may be several.
  const Scalar* settled(std::string_view fact) const {
    const FactValue* value = stated_.find(fact);
    return value && value->candidates.size() == 1 ? &value->candidates.front() : nullptr;
  }
  // The field that states a fact; null where a default does.
  const TransactionField* field_of(std::string_view fact) const {
    const auto it = where_.find(fact);
    return it == where_.end() ? nullptr : it->second;
  }
  Place place_of(std::initializer_list<std::string_view> facts) const {
    for (const std::string_view fact : facts)
      if (const TransactionField* field = field_of(fact)) return field->where;
    return {};
  }

  void look_for_contradictions() {
    look_at_borders();
    const Scalar* left = field_of("shipment.departed") ? settled("shipment.departed") : nullptr;
    if (left && out_.on < std::get<Date>(*left)) {
      fault(place_of({"shipment.departed"}), "F012", Msg::FactDepartedLater,
            {std::get<Date>(*left).iso(), out_.on.iso()}, {{Msg::FactDepartedLaterHelp, {}}});
    }
    const auto at_least_some = [&](const char* fact, auto&& is_too_little) {
      const FactValue* value = stated_.find(fact);
      if (!value || !value->number.hi || !is_too_little(*value->number.hi)) return;
      fault(place_of({fact}), "F013", Msg::FactNoCircuits, {fact, value->text()},
            {{Msg::FactNoCircuitsHelp, {}}});
    };
    at_least_some("item.ics", [](const Number& n) { return n < Number(1); });
    // A blank cell that a spreadsheet filled with 0 would otherwise clear a circuit by its density.
    at_least_some("item.die-area", [](const Number& n) { return n <= Number(0); });
  }

  // A transfer within a country crosses no border, an export or reexport crosses one. Both ends must
  // have been stated: one that stands for the other by default contradicts nothing.
  void look_at_borders() {
    const Scalar* kind = settled("transfer.kind");
    const Scalar* from = field_of("from.place") ? settled("from.place") : nullptr;
    const Scalar* to = field_of("to.place") ? settled("to.place") : nullptr;
    if (!kind || !from || !to) return;
    const auto& word = std::get<std::string>(*kind);
    const auto& a = std::get<std::string>(*from);
    const auto& b = std::get<std::string>(*to);
    if (word == "transfer" && !same_country(a, b)) {
      fault(place_of({"transfer.kind", "from.place"}), "F010", Msg::FactTransferAcross, {a, b},
            {{Msg::FactTransferAcrossHelp, {}}});
    }
    if ((word == "export" || word == "reexport") && a == b) {
      fault(place_of({"transfer.kind", "from.place"}), "F011", Msg::FactExportWithin, {word, a},
            {{Msg::FactExportWithinHelp, {}}});
    }
  }

  // Hong Kong and China are one country to the law from the day on which the one follows the other.
  bool same_country(const std::string& a, const std::string& b) const {
    const auto last = [&](const std::string& code) {
      const std::vector<std::string> lineage = places_.lineage(code, out_.on);
      return lineage.empty() ? code : lineage.back();
    };
    return last(a) == last(b);
  }

  const Catalogue& catalogue_;
  const Places& places_;
  const FactTypes& types_;
  Date today_;
  const TransactionField* item_ = nullptr;
  const TransactionField* blank_item_ = nullptr;
  std::map<std::string, const TransactionField*, std::less<>> where_;  // who stated which fact
  FactSet stated_;
  std::vector<std::string> unreadable_;
  bool last_was_read_ = false;
  TransactionFacts out_;
};

}  // namespace

const std::vector<std::string>& transaction_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const FieldMeaning& meaning : field_meanings) {
      out.emplace_back(meaning.field);
      if (meaning.field == "line") out.emplace_back("item");
    }
    return out;
  }();
  return names;
}

TransactionFacts facts_of(const Transaction& transaction, const Catalogue& catalogue,
                          const Places& places, const FactTypes& types, Date today) {
  return Reading(catalogue, places, types, today).read(transaction);
}

}  // namespace licit
