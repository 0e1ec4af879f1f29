#include "book/part_list.h"

#include <algorithm>
#include <unordered_map>

#include "base/part_messages.h"
#include "base/text.h"
#include "book/decisions_file.h"
#include "book/file_problems.h"
#include "book/part_columns.h"
#include "book/part_decision.h"
#include "book/progress.h"
#include "book/results.h"
#include "decide/fact_types.h"
#include "facts/vocabulary.h"

namespace licit {
namespace {

constexpr std::size_t most_part_numbers = 1'000'000;
constexpr std::size_t most_twice_named = 12;

FactTypes types_of(const law::Pack& pack) {
  FactTypes types = fact_types_of(pack);
  types.insert(built_in_fact_types().begin(), built_in_fact_types().end());
  return types;
}

// The chip is what is looked for: a column cannot state it beside the product's name.
std::vector<std::string> item_facts_of(const FactTypes& types) {
  std::vector<std::string> ids;
  for (const auto& [id, spec] : types)
    if (id.starts_with("item.") && id != "item.chip" && id != "item.name" && id != "item.vendor")
      ids.push_back(id);
  return ids;
}

std::vector<std::string> names_of(const std::vector<TransactionField>& fields) {
  std::vector<std::string> names;
  names.reserve(fields.size());
  for (const TransactionField& field : fields) names.push_back(field.name);
  return names;
}

// Part numbers that stand on several lines for different products.
class PartNumbers {
 public:
  // Says so in the later line.
  void add(PartLine& line) {
    if (line.part.empty() || line.status == PartStatus::BadLine) return;
    std::string is = line.selected;
    for (const PartChip& chip : line.chips) is += " " + chip.id;
    if (line.chips.empty()) is += fold(line.name());
    const std::string number = fold(line.part);
    const auto found = first_.find(number);
    if (found == first_.end()) {
      if (first_.size() < most_part_numbers)
        first_.emplace(number, First{line.file_line, std::move(is)});
      return;
    }
    if (found->second.is == is) return;
    line.remarks.push_back({{msg::PartTwice, {std::to_string(found->second.file_line)}}, {}});
    if (line.confidence < PartConfidence::Partial) line.confidence = PartConfidence::Partial;
    ++count_;
    if (named_.size() < most_twice_named &&
        std::find(named_.begin(), named_.end(), line.part) == named_.end())
      named_.push_back(line.part.substr(0, 40));
  }

  std::optional<Diagnostic> note(const std::string& file) const {
    if (count_ == 0) return std::nullopt;
    return Diagnostic{.code = "B105",
                      .severity = Severity::Warning,
                      .place = {.file = file},
                      .message = {msg::PartsTwice, {joined(named_, ", ")}}};
  }

 private:
  struct First {
    std::uint32_t file_line = 0;
    std::string is;
  };
  std::unordered_map<std::string, First> first_;
  std::vector<std::string> named_;
  std::uint64_t count_ = 0;
};

class PartListRun {
 public:
  PartListRun(const LawView& law, const Catalogue& catalogue, const PartListOptions& options)
      : options_(options),
        types_(types_of(law.pack)),
        names_(item_facts_of(types_), part_table()),
        decisions_(law, catalogue, types_, options.given, options.setting,
                   options.today.value_or(Date::today())) {}

  const ColumnNames& names() const { return names_; }
  const FactTypes& types() const { return types_; }
  Date on() const { return decisions_.on(); }
  std::optional<Diagnostic> note(const std::string& file) const { return numbers_.note(file); }

  PartLine decide(OrderRows& rows, OrderRows::Step step, const OrderRow& row) {
    PartLine line;
    line.line = std::to_string(row.number);
    line.file_line = row.file_line;
    if (step == OrderRows::Step::Bad) {
      line.problems.push_back(rows.problem());
      return line;
    }
    std::vector<TransactionField> facts;
    read(rows, row, line, facts);
    if (line.problems.empty()) decisions_.decide(line, facts);
    for (Diagnostic& problem : line.problems) {
      if (!problem.place.file.empty()) continue;
      if (!row.cells.empty()) problem.place = rows.place_of(0);
      problem.place.column = 0;
    }
    numbers_.add(line);
    return line;
  }

 private:
  void read(OrderRows& rows, const OrderRow& row, PartLine& line,
            std::vector<TransactionField>& facts) const {
    CellStyle style{
        .decimal = options_.decimal, .dates = options_.dates, .semicolons = rows.semicolons()};
    const std::pair<std::string_view, std::string*> texts[] = {
        {"line", &line.line},        {"part", &line.part},
        {"product", &line.product},  {"description", &line.description},
        {"form-factor", &line.form}, {"manufacturer", &line.maker},
        {"note", &line.note}};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const OrderCell& cell = row.cells[i];
      if (is_not_given(cell.text)) continue;
      const auto text = std::find_if(std::begin(texts), std::end(texts),
                                     [&](const auto& pair) { return pair.first == cell.field; });
      if (text != std::end(texts)) {
        *text->second = cell.text;
        continue;
      }
      style.decimal = cell.is_plain ? DecimalMark::Point : options_.decimal;
      const Spot spot{cell.field, rows.place_of(i)};
      const auto spec = types_.find(cell.field);
      Result<std::string> value = read_cell(
          cell.field, spec == types_.end() ? nullptr : &spec->second, cell.text, style, spot);
      if (value) {
        facts.push_back({cell.field, std::move(value).value(), spot.place});
        continue;
      }
      for (Diagnostic d : value.errors()) {
        if (d.source_line.empty()) d.source_line = rows.source_line_of(i);
        line.problems.push_back(std::move(d));
      }
    }
  }

  const PartListOptions& options_;
  FactTypes types_;
  ColumnNames names_;
  PartDecisions decisions_;
  PartNumbers numbers_;
};

}  // namespace

Result<PartSummary> classify_parts(const LawView& law, const Catalogue& catalogue, TextFile file,
                                   const PartListOptions& options, std::ostream* progress,
                                   const std::atomic<bool>& stop) {
  const std::string path = file.name();
  std::string out = options.out;
  if (out.empty()) {
    if (auto problem = no_name_beside(path)) return *std::move(problem);
    out = path + ".classes.csv";
  }
  const bool as_json = out.ends_with(".jsonl");
  PartListRun run(law, catalogue, options);
  const Transaction given{options.given};
  TransactionFacts for_all =
      facts_of(given, catalogue, law.places, run.types(), options.today.value_or(Date::today()));
  if (!for_all.ok()) return std::move(for_all.diagnostics);
  Result<std::unique_ptr<OrderRows>> opened =
      open_orders(file, run.names(), names_of(options.given), options.limits, options.format);
  if (!opened) return opened.errors();
  OrderRows& rows = *opened.value();
  Result<DecisionsFile> created = DecisionsFile::create(out, path);
  if (!created) return created.errors();
  DecisionsFile classes = std::move(created).value();
  if (!as_json) classes.write(classes_header());

  PartSummary summary;
  {
    Progress shown(progress, options.language, file.size());
    const auto class_of = [&](OrderRows::Step step, const OrderRow& row) {
      const PartLine line = run.decide(rows, step, row);
      summary.add(line);
      return as_json ? json_row(line, options.language) : csv_row(line, options.language);
    };
    if (auto problem = write_results(rows, classes, path, shown, stop, class_of))
      return *std::move(problem);
  }
  summary.input = path;
  summary.classes = classes.path();
  summary.pack = law.pack.header.id;
  summary.verified_through = law.pack.header.verified_through;
  summary.on = run.on();
  summary.notes = rows.notes();
  if (auto note = run.note(path)) summary.notes.push_back(*std::move(note));
  return summary;
}

}  // namespace licit
