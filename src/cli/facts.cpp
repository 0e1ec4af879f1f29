// licit facts: the vocabulary.
#include <algorithm>

#include "base/json.h"
#include "base/mapped.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "decide/answer_json.h"

namespace licit::cli {
namespace {

// The unit, or the words that the fact may be.
std::string form_of(const law::FactDecl& fact) {
  if (fact.type == FactType::Number) return fact.unit.empty() ? "count" : fact.unit;
  if (!fact.words.empty()) return joined(fact.words, " | ");
  return std::string(word_of(fact.type));
}

// How finely a value is kept: numbers exactly, days to the day.
Msg scale_of(const law::FactDecl& fact) {
  switch (fact.type) {
    case FactType::Number:
      return Msg::CliScaleExact;
    case FactType::Date:
      return Msg::CliScaleDay;
    default:
      return Msg::CliScaleNone;
  }
}

void write_fact(JsonWriter& json, const law::FactDecl& fact) {
  json.begin_object();
  json.field("id", fact.id);
  json.field("type", word_of(fact.type));
  json.field("unit", fact.unit);
  json.field("scale", fact.type == FactType::Number ? "exact"
                      : fact.type == FactType::Date ? "day"
                                                    : "none");
  json.field("words", fact.words);
  json.field("says", fact.says);
  json.field("asks", fact.asks);
  json.field("cite", fact.cite);
  json.begin_array("computed");
  for (const law::Computation& computation : fact.computed) {
    json.begin_object();
    json.field("by", computation.function);
    json.field("reading", computation.reading);
    json.field("alternative", computation.alternative);
    json.end_object();
  }
  json.end_array();
  json.key("missing-means");
  if (fact.missing_means) {
    json.text(*fact.missing_means);
  } else {
    json.null();
  }
  json.field("missing-because", fact.missing_because);
  json.field("missing-unless-given", fact.missing_unless_given);
  json.end_object();
}

std::string fact_page(const Page& page, const law::FactDecl& fact) {
  const Language language = page.language;
  std::string out = toned(page, Tone::Strong, fact.id) + "\n";
  const auto add = [&](Msg label, const std::string& text) {
    out += entry(page, say(language, label), text);
  };
  add(Msg::CliFactIs, fact.says.in(language));
  add(Msg::CliFactType, std::string(word_of(fact.type)) + ": " + form_of(fact));
  add(Msg::CliFactScale, say(language, scale_of(fact)));
  add(Msg::CliFactAsks, fact.asks.in(language));
  const auto computed = mapped(fact.computed, [](const law::Computation& one) {
    return one.reading.empty()
               ? one.function
               : one.function + " (--reading " + one.reading + "=" + one.alternative + ")";
  });
  add(Msg::CliFactComputed, joined(computed, ", "));
  if (fact.missing_means) {
    add(Msg::CliFactMissing, *fact.missing_means + ": " + fact.missing_because.in(language));
  }
  add(Msg::CliFactCite, fact.cite);
  add(Msg::CliFactState, "--set " + fact.id + "=...");
  return out;
}

}  // namespace

int facts_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit facts", Msg::CliSaysFacts);
  Shown shown;
  std::vector<std::string> words;
  line.words("[FACT]", words, Msg::CliOptFact, 1);
  declare(line, shown);
  line.example("licit facts item.die-area");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  const auto chosen = language_of(shown.lang, terminal);
  if (!chosen.ok()) {
    show(terminal, language, chosen.errors());
    return wrong_use;
  }
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  std::vector<const law::FactDecl*> facts;
  std::vector<std::string> known;
  for (const law::FactDecl& fact : engine->pack().facts) {
    known.push_back(fact.id);
    // A whole id, or the beginning of several: `licit facts buyer`.
    if (words.empty() || fact.id == words[0] || fact.id.starts_with(words[0] + ".")) {
      facts.push_back(&fact);
    }
  }
  if (facts.empty()) {
    show(terminal, language,
         complaint("C050", {Msg::CliUnknownFact, {words[0]}},
                   did_you_mean(nearest(words[0], known, 3))));
    return wrong_use;
  }
  std::sort(facts.begin(), facts.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
  const Page page = page_for(terminal, language);
  if (shown.json) {
    JsonWriter json(JsonStyle::Pretty);
    json.begin_object();
    json.begin_array("facts");
    for (const law::FactDecl* fact : facts) write_fact(json, *fact);
    json.end_array();
    json.end_object();
    terminal.out << json.take() << "\n";
  } else if (facts.size() == 1) {
    terminal.out << fact_page(page, *facts.front());
  } else {
    std::vector<std::vector<std::string>> rows{
        {say(language, Msg::CliFactHeading), say(language, Msg::CliFactQuestion)}};
    for (const law::FactDecl* fact : facts) {
      const std::string& asks = fact->asks.in(language);
      rows.push_back({fact->id, (asks.empty() ? fact->says.in(language) : asks) + " [" +
                                    form_of(*fact) + "]"});
    }
    terminal.out << table(page, rows);
  }
  return 0;
}

}  // namespace licit::cli
