#include "cli/asking.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

Msg help_of(const std::string& field) {
  static const std::map<std::string, Msg> known = {{"kind", Msg::CliOptKind},
                                                   {"from", Msg::CliOptFrom},
                                                   {"to", Msg::CliOptTo},
                                                   {"on", Msg::CliOptOn},
                                                   {"exporter", Msg::CliOptExporter},
                                                   {"buyer", Msg::CliOptBuyer},
                                                   {"buyer-hq", Msg::CliOptBuyerHq},
                                                   {"parent-hq", Msg::CliOptParentHq},
                                                   {"hq", Msg::CliOptHq},
                                                   {"consignee", Msg::CliOptConsignee},
                                                   {"consignee-hq", Msg::CliOptConsigneeHq},
                                                   {"end-user", Msg::CliOptEndUser},
                                                   {"end-user-hq", Msg::CliOptEndUserHq},
                                                   {"quantity", Msg::CliOptQuantity},
                                                   {"value", Msg::CliOptValue},
                                                   {"currency", Msg::CliOptCurrency},
                                                   {"end-use", Msg::CliOptEndUse},
                                                   {"departed", Msg::CliOptDeparted},
                                                   {"notices", Msg::CliOptNotices}};
  const auto found = known.find(field);
  return found == known.end() ? Msg::CliOptField : found->second;
}

std::string_view sample_of(const std::string& field) {
  if (field == "on" || field == "departed") return "YYYY-MM-DD";
  if (field == "quantity" || field == "value") return "N";
  if (field == "kind") return "KIND";
  if (field == "from" || field == "to" || field.ends_with("hq")) return "PLACE";
  if (field == "notices") return "IDS";
  return "TEXT";
}

// One of two words, or nothing typed.
template <typename Enum>
std::optional<Diagnostic> choose(const std::string& option, const std::string& typed,
                                 const std::array<std::pair<const char*, Enum>, 2>& words,
                                 Enum& into) {
  if (typed.empty()) return std::nullopt;
  std::vector<std::string> known;
  for (const auto& [word, value] : words) {
    if (typed == word) {
      into = value;
      return std::nullopt;
    }
    known.emplace_back(word);
  }
  return complaint("C006", {Msg::CliNotOneOf, {option, typed, joined(known, ", ")}});
}

}  // namespace

void declare(CommandLine& line, Shown& shown) {
  line.flag("--json", shown.json, Msg::CliOptJson);
  line.flag("--explain", shown.explain, Msg::CliOptExplain);
  line.option("--lang", shown.lang, "en|fr", Msg::CliOptLang);
  line.option("--law", shown.law.path, "PATH", Msg::CliOptLaw);
  line.options("--with", shown.law.overlays, "FILE.law", Msg::CliOptWith);
  line.option("--compiled", shown.law.compiled, "FILE", Msg::CliOptCompiledOut);
}

void declare(CommandLine& line, Reading& reading) {
  line.option("--known", reading.known, "YYYY-MM-DD", Msg::CliOptKnown);
  line.option("--knower", reading.knower, "public|addressee", Msg::CliOptKnower);
  line.option("--posture", reading.posture, "enforced|text", Msg::CliOptPosture);
  line.options("--reading", reading.readings, "ID=ALT", Msg::CliOptReading);
  line.flag("--strict", reading.strict, Msg::CliOptStrict);
}

void declare(CommandLine& line, Stated& stated) {
  for (const std::string& field : transaction_fields()) {
    if (field == "item" || field == "line") continue;
    line.options("--" + field, stated.fields[field], sample_of(field), help_of(field));
  }
  line.options("--set", stated.sets, "FACT=VALUE", Msg::CliOptSet);
}

void declare(CommandLine& line, Typed& typed) {
  declare(line, typed.stated);
  declare(line, typed.reading);
  declare(line, typed.shown);
}

Result<Language> language_of(const std::string& lang, const Terminal& terminal) {
  if (lang.empty()) return language_of_environment(terminal);
  if (lang == "en") return Language::En;
  if (lang == "fr") return Language::Fr;
  return complaint("C005", {Msg::CliNotOneOf, {"--lang", lang, "en, fr"}});
}

Result<Date> day_of(const std::string& option, const std::string& text) {
  const auto day = Date::parse(text);
  if (day) return *day;
  if (is_day_out_of_range(text)) return complaint("C008", {Msg::FactDateRange, {option, text}});
  return complaint("C008", {Msg::CliNoSuchDay, {option, text}}, {{Msg::CliDayForm, {}}});
}

Result<CheckOptions> options_of(const Reading& reading) {
  CheckOptions options;
  std::vector<Diagnostic> problems;
  if (!reading.known.empty()) {
    const auto day = day_of("--known", reading.known);
    if (day.ok()) {
      options.known = *day;
    } else {
      problems.push_back(day.errors().front());
    }
  }
  auto why = choose<Knower>("--knower", reading.knower,
                            {{{"public", Knower::Public}, {"addressee", Knower::Addressee}}},
                            options.knower);
  if (why) problems.push_back(*why);
  why = choose<Posture>("--posture", reading.posture,
                        {{{"enforced", Posture::Enforced}, {"text", Posture::Text}}},
                        options.posture);
  if (why) problems.push_back(*why);
  for (const std::string& one : reading.readings) {
    const std::size_t equal = one.find('=');
    if (equal == std::string::npos || equal == 0 || equal + 1 == one.size()) {
      problems.push_back(
          complaint("C007", {Msg::CliNeedsEqual, {"--reading", one, "--reading A10=sum"}}));
    } else {
      options.readings[one.substr(0, equal)] = one.substr(equal + 1);
    }
  }
  options.strict = reading.strict;
  if (!problems.empty()) return problems;
  return options;
}

Result<Transaction> transaction_of(const Stated& stated) {
  Transaction transaction;
  std::vector<Diagnostic> problems;
  if (!stated.item.empty()) {
    // Blank is kept: an empty variable of a script is no wish to leave the item out.
    transaction.fields.push_back({"item", joined(stated.item, " "), {}});
  }
  for (const std::string& field : transaction_fields()) {
    const auto values = stated.fields.find(field);
    if (values == stated.fields.end()) continue;
    for (const std::string& value : values->second) {
      // A script's empty variable is more likely than an intention.
      if (trimmed(value).empty()) {
        problems.push_back(complaint("C003", {Msg::CliNeedsValue, {"--" + field}}));
        continue;
      }
      transaction.fields.push_back({field, value, {}});
    }
  }
  for (const std::string& one : stated.sets) {
    const std::size_t equal = one.find('=');
    if (equal == std::string::npos || equal == 0 || equal + 1 == one.size()) {
      problems.push_back(
          complaint("C007", {Msg::CliNeedsEqual, {"--set", one, "--set exporter.notices=none"}}));
      continue;
    }
    transaction.fields.push_back({one.substr(0, equal), one.substr(equal + 1), {}});
  }
  if (!problems.empty()) return problems;
  return transaction;
}

Asked asked_of(const Typed& typed, const Terminal& terminal, Complaints& complaints) {
  gather(complaints, language_of(typed.shown.lang, terminal));
  const auto options = options_of(typed.reading);
  gather(complaints, options);
  const auto transaction = transaction_of(typed.stated);
  gather(complaints, transaction);
  return {options.ok() ? *options : CheckOptions{},
          transaction.ok() ? *transaction : Transaction{}};
}

void want_something(const Transaction& transaction, const std::string& command,
                    Complaints& complaints) {
  if (!transaction.fields.empty()) return;
  complaints.push_back(
      complaint("C009", {Msg::CliNothingToCheck, {}}, {{Msg::CliSeeHelp, {command}}}));
}

Subject subject_of(const Engine& engine, const Query& query, Language language) {
  Subject subject;
  subject.on = query.on;
  std::vector<std::string> names;
  for (const std::string& id : query.candidate_ids) {
    const Chip* chip = engine.catalogue().find(id);
    if (chip != nullptr) names.push_back(chip->name);
  }
  if (names.size() > 3) {
    const std::size_t more = names.size() - 2;
    names.resize(2);
    names.push_back(say(language, Msg::CliAndMore, {std::to_string(more)}));
  }
  subject.item = joined(names, " / ");
  const FactValue* to = query.candidates.front().find("to.place");
  if (to != nullptr) {
    std::vector<std::string> places;
    for (const Scalar& scalar : to->candidates) {
      const std::string* code = std::get_if<std::string>(&scalar);
      const PlaceRow* place = code == nullptr ? nullptr : engine.places().by_code(*code);
      if (place != nullptr) places.push_back(language == Language::Fr ? place->fr : place->en);
    }
    subject.to = joined(places, " / ");
  }
  return subject;
}

std::optional<Engine> load(const Shown& shown, const Terminal& terminal, Language language) {
  auto engine = Engine::load(shown.law);
  if (engine.ok()) return *engine;
  show(terminal, language, engine.errors());
  return std::nullopt;
}

}  // namespace licit::cli
