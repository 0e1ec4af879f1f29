// Tests of a pack: that they ask for facts, provisions and words that exist. What they expect is not
// judged here.
#include <algorithm>

#include "base/text.h"
#include "facts/shipped.h"
#include "facts/transaction.h"
#include "facts/value_text.h"
#include "language/check_impl.h"
#include "language/words.h"

namespace licit::law {

void Checker::value_fits(const FactDecl& f, std::string_view value, Span span) {
  static const Result<Places> places = shipped_places();
  static const Places none;
  if (f.type == FactType::Place && !places.ok()) return;
  const FactSpec spec{f.type, f.unit, f.words};
  const auto parsed = parse_value(spec, value, places.ok() ? places.value() : none, {f.id, {}});
  if (parsed.ok()) return;
  std::vector<Text> help;
  const Diagnostic& why = parsed.errors().front();
  help.push_back(why.message);
  help.insert(help.end(), why.help.begin(), why.help.end());
  report_.error("L132", span, {Msg::LawBadValue, {std::string(value), f.id}}, std::move(help));
}

void Checker::given(const Given& g, bool setting) {
  if (setting) {
    if (g.name == "known" || g.name == "knower" || g.name == "posture" || g.name == "strict")
      return;
    if (g.name.starts_with("reading.")) {
      reading_alternative(g.name.substr(8), g.value, g.span);
      return;
    }
  }
  const std::vector<std::string>& fields = transaction_fields();
  if (std::find(fields.begin(), fields.end(), g.name) != fields.end()) return;
  const auto found = facts_.find(g.name);
  if (found != facts_.end()) return value_fits(*found->second, g.value, g.span);
  std::vector<std::string> known = ids(facts_);
  known.insert(known.end(), fields.begin(), fields.end());
  std::vector<Text> help = suggest(g.name, known);
  if (help.empty()) help.push_back({Msg::LawFieldsHelp, {joined(fields, ", ")}});
  report_.error("L115", locate(g.span, g.name), {Msg::LawUnknownField, {g.name}}, std::move(help));
}

void Checker::expectation(const Expectation& e) {
  const std::string& word = e.words.front();
  const Span at = locate(e.span, word);
  const auto must = [&](bool known, std::string_view code, Msg message,
                        const std::vector<std::string>& all) {
    if (!known) unknown(code, message, word, at, all);
  };
  if (e.what == "class") {
    class_known(word, e.span);
  } else if (e.what == "by" || e.what == "not-by" || e.what == "excluded") {
    must(rules_.contains(word), "L109", Msg::LawUnknownRule, ids(rules_));
  } else if (e.what == "excepted-by" || e.what == "not-encoded" || e.what == "barred") {
    must(symbols_.contains(word), "L120", Msg::LawUnknownException,
         std::vector<std::string>(symbols_.begin(), symbols_.end()));
  } else if (e.what == "needs" || e.what == "assumes") {
    for (const std::string& id : e.words) {
      if (e.what == "needs" && id == "item") continue;  // which variant of the chip
      fact(id, e.span);
    }
  } else if (e.what == "step" || e.what == "no-step") {
    must(steps_.contains(word), "L122", Msg::LawUnknownStep,
         std::vector<std::string>(steps_.begin(), steps_.end()));
  } else if (e.what == "metric" || e.what == "margin") {
    if (const FactDecl* f = fact(word, e.span)) value_fits(*f, e.words.back(), e.span);
  } else if (e.what == "reading" || e.what == "no-reading") {
    must(readings_.contains(word), "L106", Msg::LawUnknownReading, ids(readings_));
  } else if (e.what == "outlook") {
    must(events_.contains(word), "L121", Msg::LawUnknownEvent, ids(events_));
  } else if (e.what == "flag" || e.what == "no-flag") {
    must(flags_.contains(word), "L123", Msg::LawUnknownFlag, ids(flags_));
  } else if (e.what == "beside" || e.what == "no-beside") {
    must(asides_.contains(word), "L136", Msg::LawUnknownAside, ids(asides_));
  } else if (e.what == "not-modelled" || e.what == "no-not-modelled") {
    must(pointers_.contains(word), "L137", Msg::LawUnknownPointer, ids(pointers_));
  } else if (e.what == "members") {
    const auto found = sets_.find(word);
    must(found != sets_.end(), "L103", Msg::LawUnknownSet, ids(sets_));
    if (found == sets_.end() || found->second.front()->type != FactType::Place) return;
    for (std::size_t i = 1; i < e.words.size(); ++i) place(e.words[i], e.span);
  }
}

void Checker::check_tests() {
  for (const Test& t : pack_.tests) {
    if (t.cite.empty())
      report_.error("L142", locate(t.span, t.title), {Msg::LawMissingCite, {t.title}},
                    {{Msg::LawMissingCiteTestHelp, {}}});
    for (const Given& g : t.given) given(g, false);
    for (const TestLine& line : t.lines) {
      for (const Given& g : line.settings) given(g, true);
      for (const Expectation& e : line.expects) expectation(e);
    }
  }
}

}  // namespace licit::law
