#include "parties/owners/rule.h"

#include <algorithm>

#include "base/embedded.h"
#include "base/party_messages.h"
#include "base/text.h"
#include "facts/csv.h"

namespace licit {
namespace {

// __extension__: 128 bits are no part of the standard language.
__extension__ typedef unsigned __int128 Wide;

constexpr std::string_view path = "law/ownership/rules.csv";

constexpr std::pair<OwnerRegime, std::string_view> regimes[] = {{OwnerRegime::Bis, "bis"},
                                                                {OwnerRegime::Ofac, "ofac"},
                                                                {OwnerRegime::Eu, "eu"},
                                                                {OwnerRegime::Uk, "uk"}};
constexpr std::pair<RuleStatus, std::string_view> statuses[] = {
    {RuleStatus::NotYet, "not-yet"},
    {RuleStatus::InForce, "in-force"},
    {RuleStatus::Suspended, "suspended"},
    {RuleStatus::BackUnlessExtended, "back-unless-extended"}};

template <typename Table, typename Value>
std::string_view word_in(const Table& table, Value value) {
  for (const auto& [known, word] : table)
    if (known == value) return word;
  return "";
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  while (!(text = trimmed(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

Diagnostic bad_row(const CsvTable& table, const CsvRow& row, std::string_view what) {
  Diagnostic d;
  d.code = "P230";
  d.place = table.place_of(row);
  d.message = {msg::OwnRuleNotRead, {std::string(what)}};
  return d;
}

}  // namespace

std::string_view word_of(OwnerRegime regime) { return word_in(regimes, regime); }
std::string_view word_of(RuleStatus status) { return word_in(statuses, status); }

std::optional<OwnerRegime> parse_owner_regime(std::string_view word) {
  for (const auto& [regime, known] : regimes)
    if (known == word) return regime;
  return {};
}

bool OwnerRule::reached_by(std::uint64_t parts, std::uint64_t treasury) const {
  // Of what others than the entity itself hold: parts / (whole - treasury) against threshold / whole.
  const Wide left = static_cast<Wide>(parts) * share_whole;
  const Wide right =
      static_cast<Wide>(threshold) * (share_whole - std::min<std::uint64_t>(treasury, share_whole));
  return parts > 0 && (more_than ? left > right : left >= right);
}

Truth OwnerRule::carries(const Listing& listing) const {
  if (std::find(carriers.begin(), carriers.end(), listing.list) == carriers.end()) return Truth::No;
  if (listing.list == ListCode::Sdn && !sdn_programs.empty()) {
    const auto counts = [this](const std::string& program) {
      return std::find(sdn_programs.begin(), sdn_programs.end(), fold(program)) !=
             sdn_programs.end();
    };
    if (listing.programs.empty()) return Truth::Unknown;
    if (std::none_of(listing.programs.begin(), listing.programs.end(), counts)) return Truth::No;
  }
  return listing.certain ? Truth::Yes : Truth::Unknown;
}

Result<OwnerRules> OwnerRules::parse(std::string_view csv, std::string_view file) {
  const auto table = CsvTable::parse(csv, file);
  if (!table.ok()) return table.errors();
  const auto at = table->columns({"regime", "from", "until", "status", "threshold", "compare",
                                  "aggregate", "control", "reach", "carriers", "sdn-programs",
                                  "cite", "url", "verified", "en", "fr"});
  if (!at.ok()) return at.errors();
  OwnerRules out;
  for (const CsvRow& row : table->rows()) {
    const auto cell = [&](std::size_t i) -> const std::string& { return row.cells[(*at)[i]]; };
    OwnerRule rule;
    const auto regime = parse_owner_regime(cell(0));
    const auto from = Date::parse(cell(1));
    const auto until = Date::parse(cell(2));
    const auto status = std::find_if(std::begin(statuses), std::end(statuses),
                                     [&](const auto& s) { return s.second == cell(3); });
    const ReadShare threshold = parse_share(cell(4));
    if (!regime || !from || (!until && !cell(2).empty()) || status == std::end(statuses) ||
        threshold.fault != ShareFault::None || !threshold.share.is_exact())
      return bad_row(*table, row, cell(0));
    rule.regime = *regime;
    rule.from = *from;
    rule.until = until;
    rule.status = status->first;
    rule.threshold = threshold.share.lo;
    rule.more_than = cell(5) == "more-than";
    rule.aggregate = cell(6) == "yes";
    rule.control_restricts = cell(7) == "restricts";
    rule.foreign_only = cell(8) == "foreign";
    for (const std::string& word : words_of(cell(9))) {
      const auto list = parse_list_code(word);
      if (!list) return bad_row(*table, row, word);
      rule.carriers.push_back(*list);
    }
    for (const std::string& word : words_of(cell(10))) rule.sdn_programs.push_back(fold(word));
    rule.cite = cell(11);
    rule.url = cell(12);
    rule.verified = cell(13);
    rule.says = {cell(14), cell(15)};
    out.rules_.push_back(std::move(rule));
  }
  for (const OwnerRegime regime : all_owner_regimes) {
    const auto found = std::find_if(out.rules_.begin(), out.rules_.end(),
                                    [&](const OwnerRule& r) { return r.regime == regime; });
    if (found == out.rules_.end()) {
      Diagnostic d;
      d.code = "P230";
      d.place.file = std::string(file);
      d.message = {msg::OwnRuleNotRead, {std::string(word_of(regime))}};
      return d;
    }
  }
  return out;
}

Result<OwnerRules> OwnerRules::shipped() {
  for (const EmbeddedFile& file : embedded_files())
    if (file.path == path) return parse(file.bytes, path);
  Diagnostic d;
  d.code = "F029";
  d.message = {Msg::FileNotShipped, {std::string(path)}};
  return d;
}

OwnerRule OwnerRules::on(OwnerRegime regime, Date day) const {
  OwnerRule first;
  bool found = false;
  for (const OwnerRule& rule : rules_) {
    if (rule.regime != regime) continue;
    if (rule.from <= day && (!rule.until || day < *rule.until)) return rule;
    if (!found || rule.from < first.from) first = rule;
    found = true;
  }
  first.status = RuleStatus::NotYet;
  return first;
}

}  // namespace licit
