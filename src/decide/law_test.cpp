#include "decide/law_test.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "decide/days_in_force.h"
#include "decide/pack_index.h"

namespace licit {
namespace {

bool is_setting(const std::string& name) {
  return name == "known" || name == "knower" || name == "posture" || name == "strict" ||
         name.starts_with("reading.");
}

std::string unquoted(const std::string& text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
  std::string out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '\\' && i + 2 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

// Applies one setting; false where it means nothing.
bool apply(const law::Given& setting, Query& query) {
  if (setting.name == "known") {
    query.known = Date::parse(setting.value);
    return query.known.has_value();
  }
  if (setting.name == "knower") {
    query.knower = setting.value == "addressee" ? Knower::Addressee : Knower::Public;
    return setting.value == "addressee" || setting.value == "public";
  }
  if (setting.name == "posture") {
    query.posture = setting.value == "text" ? Posture::Text : Posture::Enforced;
    return setting.value == "text" || setting.value == "enforced";
  }
  if (setting.name == "strict") {
    query.strict = true;
    return true;
  }
  query.readings[setting.name.substr(std::string_view("reading.").size())] = setting.value;
  return true;
}

Detail detail_for(const law::TestLine& line) {
  Detail detail = verdict_only;
  for (const law::Expectation& expectation : line.expects) {
    if (expectation.what == "reading" || expectation.what == "no-reading") detail.readings = true;
    if (expectation.what == "outlook") detail.outlook = true;
    if (expectation.what.ends_with("beside") || expectation.what.ends_with("not-modelled")) {
      detail.beside = true;
    }
    if (expectation.what == "margin") detail.margins = true;
  }
  return detail;
}

// The facts that a field of a transaction states; a fact id states itself.
std::vector<std::string> facts_of_field(const std::string& name) {
  static const std::map<std::string, std::vector<std::string>> known = {
      {"line", {"order.line"}},
      {"kind", {"transfer.kind"}},
      {"from", {"from.place"}},
      {"to", {"to.place"}},
      {"exporter", {"exporter.name"}},
      {"buyer", {"buyer.name"}},
      {"buyer-hq", {"buyer.hq"}},
      {"parent-hq", {"buyer.parent-hq"}},
      {"hq", {"buyer.hq", "buyer.parent-hq"}},
      {"consignee", {"consignee.name"}},
      {"consignee-hq", {"consignee.hq", "consignee.parent-hq"}},
      {"end-user", {"end-user.name"}},
      {"end-user-hq", {"end-user.hq", "end-user.parent-hq"}},
      {"quantity", {"order.quantity"}},
      {"value", {"order.value"}},
      {"currency", {"order.currency"}},
      {"end-use", {"end-use.text"}},
      {"departed", {"shipment.departed"}},
      {"notices", {"exporter.notices"}}};
  const auto found = known.find(name);
  return found == known.end() ? std::vector<std::string>{name} : found->second;
}

// What is given for one line: the test's facts, but for those that the line states itself. A field
// that states two facts gives way for one of them only where the line states only one.
Transaction transaction_of(const law::Pack& pack, const law::Test& test,
                           const law::TestLine& line) {
  std::set<std::string> own;
  for (const law::Given& one : line.settings) {
    if (is_setting(one.name)) continue;
    for (const std::string& fact : facts_of_field(one.name)) own.insert(fact);
  }
  Transaction transaction;
  const auto state = [&](const std::string& name, const law::Given& one) {
    transaction.fields.push_back(
        {name, name == "item" ? unquoted(one.value) : one.value, place_of(pack, one.span)});
  };
  bool has_day = false;
  const auto take = [&](const law::Given& one, bool may_give_way) {
    if (is_setting(one.name)) return;
    has_day = has_day || one.name == "on";
    const std::vector<std::string> facts = facts_of_field(one.name);
    const auto gives_way = [&](const std::string& fact) {
      return may_give_way && own.contains(fact);
    };
    if (std::none_of(facts.begin(), facts.end(), gives_way)) {
      state(one.name, one);
      return;
    }
    for (const std::string& fact : facts) {
      if (!gives_way(fact)) state(fact, one);
    }
  };
  for (const law::Given& one : test.given) take(one, true);
  for (const law::Given& one : line.settings) take(one, false);
  if (!has_day) transaction.fields.push_back({"on", line.on.iso(), place_of(pack, line.span)});
  return transaction;
}

}  // namespace

Place place_of(const law::Pack& pack, law::Span span) {
  Place place;
  if (span.file >= pack.files.size()) return place;
  const law::File& file = pack.files[span.file];
  place.file = file.path;
  place.begin = span.begin;
  place.end = span.end;
  const std::string_view before = std::string_view(file.text).substr(0, span.begin);
  place.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  place.column = 1 + static_cast<std::uint32_t>(count_scalars(before.substr(line_start)));
  return place;
}

Result<PreparedLine> prepare_line(const LawView& law, const Catalogue& catalogue,
                                  const FactTypes& types, const law::Test& test,
                                  const law::TestLine& line) {
  TransactionFacts facts =
      facts_of(transaction_of(law.pack, test, line), catalogue, law.places, types, line.on);
  std::vector<Diagnostic> problems = std::move(facts.diagnostics);
  PreparedLine one;
  one.test = &test;
  one.line = &line;
  one.query.candidates = std::move(facts.candidates);
  one.query.candidate_ids = std::move(facts.chip_ids);
  one.query.on = line.on;
  one.detail = detail_for(line);
  for (const std::vector<law::Given>* list : {&test.given, &line.settings}) {
    for (const law::Given& setting : *list) {
      if (!is_setting(setting.name) || apply(setting, one.query)) continue;
      Diagnostic why;
      why.code = "C030";
      why.place = place_of(law.pack, setting.span);
      why.message = {Msg::CliBadTestSetting, {setting.name, setting.value}};
      problems.push_back(std::move(why));
    }
  }
  if (!problems.empty()) return problems;
  return one;
}

Result<std::vector<PreparedLine>> prepare_tests(const LawView& law, const Catalogue& catalogue,
                                                const TestOptions& options) {
  const FactTypes types = fact_types_of(law.pack);
  std::vector<PreparedLine> prepared;
  std::vector<Diagnostic> problems;
  for (const law::Test& test : law.pack.tests) {
    if (!options.only.empty() && test.title.find(options.only) == std::string::npos) continue;
    for (const law::TestLine& line : test.lines) {
      auto one = prepare_line(law, catalogue, types, test, line);
      if (one.ok()) {
        prepared.push_back(std::move(one).value());
      } else {
        problems.insert(problems.end(), one.errors().begin(), one.errors().end());
      }
    }
  }
  if (!problems.empty()) return problems;
  return prepared;
}

std::vector<FailedExpectation> run_line(const LawView& law, const PreparedLine& line,
                                        bool first_only) {
  std::vector<FailedExpectation> failures;
  const Answer answer = evaluate(law, line.query, line.detail);
  for (const law::Expectation& expectation : line.line->expects) {
    const ExpectationOutcome outcome = check_expectation(law, line.query, expectation, answer);
    if (outcome.met) continue;
    std::string expected = expectation.what;
    for (const std::string& word : expectation.words) expected += " " + word;
    failures.push_back({std::move(expected), outcome.came, expectation.span});
    if (first_only) break;
  }
  return failures;
}

Result<TestReport> run_tests(const LawView& law, const Catalogue& catalogue,
                             const TestOptions& options) {
  const auto prepared = prepare_tests(law, catalogue, options);
  if (!prepared.ok()) return prepared.errors();
  const PackIndex index(law.pack);
  const DaysInForce days(index);
  const LawView indexed{law.pack, law.places, &index, law.compiled, &days};
  TestReport report;
  for (const PreparedLine& line : *prepared) {
    LineResult result{line.test, line.line, run_line(indexed, line)};
    ++(result.failures.empty() ? report.passed : report.failed);
    report.lines.push_back(std::move(result));
  }
  return report;
}

}  // namespace licit
