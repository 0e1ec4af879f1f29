#include "book/book.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "book/decisions_file.h"
#include "book/facts_read.h"
#include "book/file_problems.h"
#include "book/line_decision.h"
#include "book/order_rows.h"
#include "book/party_lookup.h"
#include "book/progress.h"
#include "book/results.h"
#include "book/totals.h"
#include "decide/fact_types.h"
#include "facts/vocabulary.h"

namespace licit {
namespace {

FactTypes types_of(const law::Pack& pack) {
  FactTypes types = fact_types_of(pack);
  types.insert(built_in_fact_types().begin(), built_in_fact_types().end());
  return types;
}

std::vector<std::string> ids_of(const FactTypes& types) {
  std::vector<std::string> ids;
  ids.reserve(types.size());
  for (const auto& [id, spec] : types) ids.push_back(id);
  return ids;
}

std::vector<std::string> names_of(const std::vector<TransactionField>& fields) {
  std::vector<std::string> names;
  names.reserve(fields.size());
  for (const TransactionField& field : fields) names.push_back(field.name);
  return names;
}

// An order line says what it is worth; the law of most packs does not ask.
constexpr std::pair<std::string_view, std::string_view> book_fields[] = {
    {"line", "order.line"},
    {"quantity", "order.quantity"},
    {"value", "order.value"},
    {"currency", "order.currency"},
    {"end-use", "end-use.text"}};

// One line as a transaction, with what is wrong with its cells.
struct Line {
  Transaction transaction;
  std::string number;
  std::optional<Amount> amount;
  std::vector<Diagnostic> problems;
  std::size_t fields_read = 0;  // of the transaction; what the lists say comes behind them
};

class BookRun {
 public:
  BookRun(const LawView& law, const Catalogue& catalogue, const BookOptions& options, bool as_json)
      : law_(law),
        catalogue_(catalogue),
        options_(options),
        as_json_(as_json),
        today_(options.today.value_or(Date::today())),
        types_(types_of(law.pack)),
        names_(ids_of(types_)) {
    const FactsRead read = facts_read_by(law.pack);
    // The JSON form shows all facts of a line, so that there every fact tells lines apart.
    for (const auto& [field, fact] : book_fields)
      if (!as_json && !read.contains(fact)) unread_.emplace(field);
    for (const std::string_view role : party_roles) {
      const std::string name = std::string(role) + ".name";
      if (as_json || read.values.contains(name)) continue;
      only_given_.emplace(role);
      only_given_.insert(name);
    }
    if (options.lists_on) {
      names_on_lists_.emplace(options.lists_on, as_json);
      lookups_.emplace(law.pack, *names_on_lists_);
    }
    if (options.owners != nullptr)
      owners_.emplace(law.pack, law.places, *options.owners,
                      names_on_lists_ ? &*names_on_lists_ : nullptr);
    if (!as_json)
      detail_ = {.readings = true,
                 .other_posture = true,
                 .proof = false,
                 .outlook = false,
                 .flips = false};
  }

  const ColumnNames& names() const { return names_; }

  // What is wrong with what is given for every line; else every line would be blamed for it.
  std::vector<Diagnostic> problems_of_given() const {
    const Transaction given{options_.given};
    return facts_of(given, catalogue_, law_.places, types_, today_).diagnostics;
  }

  // One row of the decisions file.
  std::string decide(OrderRows& rows, OrderRows::Step step, const OrderRow& row, Totals& totals) {
    Line line;
    if (step == OrderRows::Step::Bad) {
      line.number = std::to_string(row.number);
      line.problems.push_back(rows.problem());
    } else {
      line = read_line(rows, row);
    }
    DecidedLine out;
    out.line = line.number;
    out.file_line = row.file_line;
    out.amount = line.amount;
    const Decided* decided = nullptr;
    std::vector<LookedUpParty> parties;
    std::vector<OwnedPartyPtr> owners;
    if (line.problems.empty()) {
      TransactionFacts facts = facts_of(line.transaction, catalogue_, law_.places, types_, today_);
      for (Diagnostic& d : facts.diagnostics) {
        show_source(rows, row, d);
        line.problems.push_back(std::move(d));
      }
      if (line.problems.empty()) {
        totals.undated += facts.on_is_default ? 1 : 0;
        out.on = facts.on;
        if (lookups_) parties = lookups_->look_up(facts.candidates.front(), facts.on);
        if (owners_) owners = owners_->look_up(facts.candidates.front(), facts.on);
        for (TransactionField& field : fields_found(parties, owners))
          line.transaction.fields.push_back(std::move(field));
        decided = decide_once(line, std::move(facts), totals);
      }
    }
    if (decided != nullptr) {
      out.decision = &decided->decision;
      if (as_json_) out.answer = &decided->answer;
      out.parties = parties;
      out.owners = owners;
      totals.add(decided->decision, line.amount ? &*line.amount : nullptr);
      totals.add_parties(parties, owners);
    } else {
      totals.add_bad(line.problems.front());
      out.diagnostics = std::move(line.problems);
    }
    return as_json_ ? json_row(out, options_.language) : csv_row(out, options_.language);
  }

 private:
  struct Decided {
    LineDecision decision;
    Answer answer;  // only for JSON
  };

  Line read_line(OrderRows& rows, const OrderRow& row) const {
    Line line;
    line.number = std::to_string(row.number);
    CellStyle style{
        .decimal = options_.decimal, .dates = options_.dates, .semicolons = rows.semicolons()};
    std::string currency;
    for (const OrderCell& cell : row.cells)
      if (cell.field == "currency" && !is_not_given(cell.text)) currency = cell.text;
    if (currency.empty()) {
      for (const TransactionField& field : options_.given)
        if (field.name == "currency") currency = field.text;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const OrderCell& cell = row.cells[i];
      // A mark in the place of the buyer's name ("n/a") is a name that says nobody, and clears nobody.
      const bool is_nobody = cell.field == "buyer" && !cell.text.empty();
      if (is_not_given(cell.text) && !is_nobody) continue;
      const Spot spot{cell.field, rows.place_of(i)};
      style.decimal = cell.is_plain ? DecimalMark::Point : options_.decimal;
      Result<std::string> text = std::string();
      if (cell.field == "value") {
        Result<Money> worth = money(cell.text, currency, style, spot);
        if (worth) {
          text = worth->amount;
          const std::optional<Number> number = Number::parse(worth->amount);
          if (number) line.amount = Amount{*number, worth->currency};
          if (currency.empty() && !worth->currency.empty())
            line.transaction.fields.push_back({"currency", worth->currency, spot.place});
        } else {
          text = worth.errors();
        }
      } else {
        const auto spec = types_.find(cell.field);
        text = read_cell(cell.field, spec == types_.end() ? nullptr : &spec->second, cell.text,
                         style, spot);
      }
      if (!text) {
        for (Diagnostic d : text.errors()) {
          if (d.source_line.empty()) d.source_line = rows.source_line_of(i);
          line.problems.push_back(std::move(d));
        }
        continue;
      }
      if (cell.field == "line") line.number = cell.text;
      line.transaction.fields.push_back({cell.field, std::move(text).value(), spot.place});
    }
    for (const TransactionField& field : options_.given) {
      const bool is_stated =
          std::any_of(line.transaction.fields.begin(), line.transaction.fields.end(),
                      [&](const TransactionField& stated) { return stated.name == field.name; });
      if (!is_stated) line.transaction.fields.push_back(field);
    }
    add_blank_item(rows, row, line.transaction);
    line.fields_read = line.transaction.fields.size();
    return line;
  }

  // A line that says nothing of what is sold is a bad line, wherever its blank cell stands.
  static void add_blank_item(OrderRows& rows, const OrderRow& row, Transaction& transaction) {
    const bool says_item = std::any_of(
        transaction.fields.begin(), transaction.fields.end(), [](const TransactionField& field) {
          return field.name == "item" || field.name.starts_with("item.");
        });
    if (says_item) return;
    Place where = row.cells.empty() ? Place{} : rows.place_of(0);
    where.column = 0;
    transaction.fields.push_back({"item", "", where});
  }

  static void show_source(OrderRows& rows, const OrderRow& row, Diagnostic& d) {
    if (d.place.file.empty() || !d.source_line.empty()) return;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Place place = rows.place_of(i);
      if (place.line != d.place.line || place.column != d.place.column) continue;
      d.source_line = rows.source_line_of(i);
      return;
    }
  }

  // Who a party is tells lines apart by what is found of it, not by its name: the law asks whether it
  // is named at all.
  static std::string given_word(const TransactionFacts& facts, const std::string& field) {
    const bool is_role = field.find('.') == std::string::npos;
    const FactSet& all = facts.candidates.front();
    return stated_by_user(all, is_role ? field + ".name" : field) == nullptr ? "?" : "given";
  }

  // Null where what the lists say cannot be added to what the line says; then the line has a problem.
  const Decided* decide_once(Line& line, TransactionFacts facts, Totals& totals) {
    std::string key = facts.on.iso();
    for (const TransactionField& field : line.transaction.fields) {
      if (unread_.contains(field.name)) continue;
      key += '\x1e';
      key += field.name;
      key += '\x1f';
      key += only_given_.contains(field.name) ? given_word(facts, field.name) : field.text;
    }
    if (const auto known = decided_.find(key); known != decided_.end()) return &known->second;
    if (line.transaction.fields.size() > line.fields_read) {
      facts = facts_of(line.transaction, catalogue_, law_.places, types_, today_);
      if (!facts.ok()) {
        line.problems = std::move(facts.diagnostics);
        return nullptr;
      }
    }
    ++totals.decided_anew;
    Query query{.candidates = std::move(facts.candidates),
                .candidate_ids = std::move(facts.chip_ids),
                .named_by_beginning = std::move(facts.named_by_beginning),
                .on = facts.on,
                .known = options_.known,
                .knower = options_.knower,
                .posture = options_.posture,
                .readings = options_.readings,
                .strict = options_.strict};
    Answer answer = evaluate(law_, query, detail_);
    Decided decided{.decision = line_decision_of(answer), .answer = {}};
    if (as_json_) decided.answer = std::move(answer);
    if (decided_.size() >= (as_json_ ? most_answers : most_decisions)) decided_.clear();
    return &decided_.insert_or_assign(std::move(key), std::move(decided)).first->second;
  }

  // A full answer takes some ten thousand bytes, a decision some hundreds.
  static constexpr std::size_t most_answers = 512;
  static constexpr std::size_t most_decisions = 65'536;

  const LawView& law_;
  const Catalogue& catalogue_;
  const BookOptions& options_;
  bool as_json_;
  Date today_;
  FactTypes types_;
  ColumnNames names_;
  std::set<std::string, std::less<>> unread_;
  std::set<std::string, std::less<>> only_given_;  // fields of which only that matters
  Detail detail_;
  std::unordered_map<std::string, Decided> decided_;
  std::optional<NamesOnLists> names_on_lists_;
  std::optional<PartyLookups> lookups_;
  std::optional<PartyOwners> owners_;
};

}  // namespace

Result<BookSummary> decide_book(const LawView& law, const Catalogue& catalogue,
                                const std::string& path, const BookOptions& options,
                                std::ostream* progress, const std::atomic<bool>& stop) {
  Result<TextFile> opened = TextFile::open(path, stop);
  if (!opened) return opened.errors();
  return decide_book(law, catalogue, std::move(opened).value(), options, progress, stop);
}

Result<BookSummary> decide_book(const LawView& law, const Catalogue& catalogue, TextFile file,
                                const BookOptions& options, std::ostream* progress,
                                const std::atomic<bool>& stop) {
  const std::string path = file.name();
  std::string out = options.out;
  if (out.empty()) {
    if (auto problem = no_name_beside(path)) return *std::move(problem);
    out = path + ".decisions.csv";
  }
  const bool as_json = out.ends_with(".jsonl");
  BookRun run(law, catalogue, options, as_json);
  if (auto problems = run.problems_of_given(); !problems.empty()) return problems;
  Result<std::unique_ptr<OrderRows>> rows_opened =
      open_orders(file, run.names(), names_of(options.given), options.limits, options.format);
  if (!rows_opened) return rows_opened.errors();
  OrderRows& rows = *rows_opened.value();
  Result<DecisionsFile> created = DecisionsFile::create(out, path);
  if (!created) return created.errors();
  DecisionsFile decisions = std::move(created).value();
  if (!as_json) decisions.write(decisions_header());

  Totals totals;
  {
    Progress shown(progress, options.language, file.size());
    const auto decision_of = [&](OrderRows::Step step, const OrderRow& row) {
      return run.decide(rows, step, row, totals);
    };
    if (auto problem = write_results(rows, decisions, path, shown, stop, decision_of))
      return *std::move(problem);
  }

  BookSummary summary = totals.summary();
  summary.input = path;
  summary.decisions = decisions.path();
  summary.pack = law.pack.header.id;
  summary.verified_through = law.pack.header.verified_through;
  summary.notes = rows.notes();
  if (totals.undated > 0) {
    Diagnostic d{
        .code = "B104", .severity = Severity::Warning, .place = {.file = path}, .message = {}};
    d.message = {Msg::BookUndated,
                 {std::to_string(totals.undated), options.today.value_or(Date::today()).iso()}};
    summary.notes.push_back(std::move(d));
  }
  return summary;
}

}  // namespace licit
