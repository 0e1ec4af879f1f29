// Each kind of expectation of the law language against an answer.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "decide/headline.h"
#include "decide/in_force.h"
#include "decide/law_test.h"

namespace licit {
namespace {

bool has(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <typename List, typename Name>
std::string named(const List& list, Name name) {
  std::vector<std::string> names;
  for (const auto& one : list) {
    std::string word = name(one);
    if (!word.empty() && !has(names, word)) names.push_back(std::move(word));
  }
  return names.empty() ? "none" : joined(names, ", ");
}

// Met where a list holds the word; came: the whole list.
template <typename List, typename Name>
ExpectationOutcome contains(const List& list, Name name, const std::string& word) {
  const bool met =
      std::any_of(list.begin(), list.end(), [&](const auto& one) { return name(one) == word; });
  return {met, named(list, name)};
}

ExpectationOutcome opposite(ExpectationOutcome outcome) {
  outcome.met = !outcome.met;
  return outcome;
}

std::string class_words(const Classification& c) {
  if (!c.selected.empty()) return c.selected;
  return c.may_be.empty() ? "none" : "may be " + joined(c.may_be, ", ");
}

ExpectationOutcome check_limb(const Answer& answer, const std::string& word) {
  std::vector<std::string> limbs;
  for (const ClassMet& met : answer.classification.met) {
    const bool counts =
        answer.classification.selected.empty() || met.paragraph == answer.classification.selected;
    if (counts && met.truth == Truth::Yes) {
      limbs.insert(limbs.end(), met.limbs.begin(), met.limbs.end());
    }
  }
  return {has(limbs, word), limbs.empty() ? "none" : joined(limbs, ", ")};
}

// Requirements that are not simply `not-required`, by id and outcome.
std::string requirement_words(const Answer& answer) {
  return named(answer.requirements, [](const Requirement& r) {
    return r.outcome == Outcome::NotRequired
               ? std::string()
               : r.citation.provision + " " + std::string(word_of(r.outcome));
  });
}

ExpectationOutcome check_not_by(const Answer& answer, const std::string& word) {
  bool speaks = has(deciding_provisions(answer), word);
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome != Outcome::NotRequired && requirement.citation.provision == word) {
      speaks = true;
    }
  }
  return {!speaks, requirement_words(answer)};
}

ExpectationOutcome check_by(const Answer& answer, const std::string& word) {
  const std::vector<std::string> ids = deciding_provisions(answer);
  return {has(ids, word), std::string(word_of(answer.verdict)) + " by " +
                              (ids.empty() ? "nothing" : joined(ids, ", ")) + "; " +
                              requirement_words(answer)};
}

ExpectationOutcome check_excepted_by(const Answer& answer, const std::string& word) {
  bool met = false;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome != Outcome::Excepted) continue;
    for (const ExceptionResult& exception : requirement.exceptions) {
      met = met ||
            (exception.truth == Truth::Yes && (exception.id == word || exception.symbol == word));
    }
  }
  const std::vector<std::string> open = open_exceptions(answer);
  return {met, open.empty() ? requirement_words(answer) : joined(open, ", ")};
}

// An exception that exists and is not written here: `not-encoded` where it is left open, `barred` where a
// bar closes it.
ExpectationOutcome check_not_encoded(const Answer& answer, const std::string& word, bool barred) {
  std::vector<std::string> names;
  bool met = false;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome == Outcome::NotRequired) continue;
    for (const ExceptionResult& exception : requirement.exceptions) {
      if (!exception.not_encoded || exception.barred_by.empty() == barred) continue;
      met = met || exception.id == word || exception.symbol == word;
      names.push_back(exception.symbol.empty() ? exception.id : exception.symbol);
    }
  }
  return {met, names.empty() ? "none" : joined(names, ", ")};
}

ExpectationOutcome check_needs(const Answer& answer, const std::vector<std::string>& words) {
  const auto fact = [](const Need& need) { return need.fact; };
  ExpectationOutcome outcome{true, named(answer.needs, fact)};
  for (const std::string& word : words) {
    outcome.met = outcome.met && contains(answer.needs, fact, word).met;
  }
  return outcome;
}

ExpectationOutcome check_step(const Answer& answer, const std::vector<std::string>& words) {
  ExpectationOutcome outcome{false, named(answer.steps, [](const StepDue& step) {
                               return step.id + (step.due ? " " + step.due->iso() : "") +
                                      (step.unsure ? " unsure" : "");
                             })};
  for (const StepDue& step : answer.steps) {
    const bool day = words.size() < 2 || (step.due && step.due->iso() == words[1]);
    outcome.met = outcome.met || (!step.unsure && step.id == words[0] && day);
  }
  return outcome;
}

// The number part of "2.91 TPP/mm2".
std::string number_part(const std::string& text) { return text.substr(0, text.find(' ')); }

// Equal once rounded to as many decimals as the expectation is written with: a source that prints
// 2.91 does not mean that the quotient is a round number.
bool same_as_written(const std::optional<Number>& came, const std::string& written) {
  if (written.empty()) return !came;
  const auto expected = Number::parse(written);
  if (!came || !expected) return false;
  const std::size_t point = written.find('.');
  const int places = point == std::string::npos ? 0 : static_cast<int>(written.size() - point - 1);
  const auto rounded = Number::parse(came->decimal(places));
  return rounded && *rounded == *expected;
}

bool same_as_written(const Interval& came, const std::string& written) {
  const std::size_t dots = written.find("..");
  if (dots == std::string::npos) {
    return same_as_written(came.lo, written) && same_as_written(came.hi, written);
  }
  return same_as_written(came.lo, written.substr(0, dots)) &&
         same_as_written(came.hi, written.substr(dots + 2));
}

ExpectationOutcome check_metric(const Answer& answer, const std::vector<std::string>& words) {
  for (const Metric& metric : answer.classification.metrics) {
    if (metric.fact != words[0]) continue;
    const std::string expected = words.size() > 1 ? words[1] : "";
    if (expected == "unknown") return {metric.value.is_unknown(), metric.value.text()};
    return {same_as_written(metric.value.number, number_part(expected)), metric.value.text()};
  }
  return {words.size() > 1 && words[1] == "unknown", "no such metric"};
}

ExpectationOutcome check_margin(const Answer& answer, const std::vector<std::string>& words) {
  const auto limit = Number::parse(number_part(words.size() > 1 ? words[1] : ""));
  ExpectationOutcome outcome{false, named(answer.classification.margins, [](const Margin& m) {
                               return m.fact + " to " + m.limit.decimal() + " " + m.unit;
                             })};
  for (const Margin& margin : answer.classification.margins) {
    outcome.met = outcome.met || (margin.fact == words[0] && limit && margin.limit == *limit);
  }
  return outcome;
}

// A paragraph, the class rule that is taken away, or the note that takes it away.
ExpectationOutcome check_excluded(const Answer& answer, const std::string& word) {
  const auto& excluded = answer.classification.excluded;
  ExpectationOutcome outcome = contains(
      excluded, [](const ClassMet& c) { return c.provision; }, word);
  for (const ClassMet& one : excluded) {
    outcome.met = outcome.met || one.paragraph == word || has(one.excluded_by, word);
  }
  return outcome;
}

// `beside X`: it holds; `beside X unknown`: it may hold; `no beside X`: it is not listed at all.
ExpectationOutcome check_beside(const Answer& answer, const std::vector<std::string>& words,
                                bool wanted) {
  const auto found =
      std::find_if(answer.beside.begin(), answer.beside.end(),
                   [&](const BesideEntry& entry) { return entry.citation.provision == words[0]; });
  ExpectationOutcome outcome{false, named(answer.beside, [](const BesideEntry& entry) {
                               return entry.citation.provision +
                                      (entry.holds == Truth::Yes ? "" : " unknown");
                             })};
  if (found == answer.beside.end()) {
    outcome.met = !wanted;
  } else if (wanted) {
    outcome.met = (found->holds == Truth::Yes) == (words.size() < 2);
  }
  return outcome;
}

// ---- the members of a set, as the law in force writes them --------------------------------------

using Members = std::set<std::string>;

// The alternative of a reading that the query chose, else its default.
std::string chosen(const InForce& law, const Query& query, const std::string& reading) {
  const auto found = query.readings.find(reading);
  if (found != query.readings.end()) return found->second;
  const law::Reading* declared = law.reading(reading);
  return declared == nullptr ? std::string() : declared->default_alternative;
}

Members members_of(const InForce& law, const Query& query, const std::string& id) {
  Members members;
  const law::SetDecl* set = law.set(id);
  if (set == nullptr) return members;
  if (set->expr) {
    for (const law::SetTerm& term : set->expr->terms) {
      const Members part = term.name.empty() ? Members(term.literal.begin(), term.literal.end())
                                             : members_of(law, query, term.name);
      for (const std::string& word : part) {
        if (term.minus) {
          members.erase(word);
        } else {
          members.insert(word);
        }
      }
    }
  }
  for (const law::SetMember& member : set->members) {
    if (!law.member(member)) continue;
    if (!member.reading.empty() && chosen(law, query, member.reading) != member.alternative) {
      continue;
    }
    members.insert(member.word);
  }
  return members;
}

ExpectationOutcome check_members(const LawView& view, const Query& query,
                                 const std::vector<std::string>& words) {
  std::optional<PackIndex> own;
  const PackIndex& index = view.index != nullptr ? *view.index : own.emplace(view.pack);
  const Date known = query.known.value_or(std::max(query.on, view.pack.header.verified_through));
  const InForce law(index, query.on, known, query.knower);
  const Members expected(words.begin() + 1, words.end());
  const Members came = members_of(law, query, words[0]);
  std::vector<std::string> differences;
  for (const std::string& word : came) {
    if (!expected.contains(word)) differences.push_back("also " + word);
  }
  for (const std::string& word : expected) {
    if (!came.contains(word)) differences.push_back("without " + word);
  }
  return {differences.empty(), joined(differences, ", ")};
}

}  // namespace

ExpectationOutcome check_expectation(const LawView& law, const Query& query,
                                     const law::Expectation& expectation, const Answer& answer) {
  const std::string& what = expectation.what;
  const std::vector<std::string>& words = expectation.words;
  if (words.empty()) return {false, "nothing to compare with"};
  const std::string& word = words[0];
  if (what == "verdict")
    return {word_of(answer.verdict) == word, std::string(word_of(answer.verdict))};
  if (what == "class") {
    const std::string came = class_words(answer.classification);
    return {came == word, came};
  }
  if (what == "limb") return check_limb(answer, word);
  if (what == "by") return check_by(answer, word);
  if (what == "not-by") return check_not_by(answer, word);
  if (what == "excepted-by") return check_excepted_by(answer, word);
  if (what == "review") {
    const std::string came = strictest_review(answer);
    return {came == word, came.empty() ? "none" : came};
  }
  if (what == "needs") return check_needs(answer, words);
  if (what == "step") return check_step(answer, words);
  const auto step = [](const StepDue& one) { return one.id; };
  if (what == "no-step") return opposite(contains(answer.steps, step, word));
  if (what == "metric") return check_metric(answer, words);
  const auto reading = [](const ReadingResult& one) { return one.id; };
  if (what == "reading") return contains(answer.readings, reading, word);
  if (what == "no-reading") return opposite(contains(answer.readings, reading, word));
  if (what == "warns") {
    return contains(
        answer.warnings, [](const Warning& one) { return one.code; }, word);
  }
  if (what == "margin") return check_margin(answer, words);
  if (what == "outlook") {
    return contains(
        answer.outlook, [](const OutlookEntry& one) { return one.id; }, word);
  }
  if (what == "assumes") {
    return contains(
        answer.assumptions, [](const Assumption& one) { return one.fact; }, word);
  }
  if (what == "excluded") return check_excluded(answer, word);
  if (what == "flag" || what == "no-flag") {
    const ExpectationOutcome listed = contains(
        answer.flags, [](const Citation& one) { return one.provision; }, word);
    return what == "flag" ? listed : opposite(listed);
  }
  if (what == "beside" || what == "no-beside") return check_beside(answer, words, what == "beside");
  if (what == "not-modelled" || what == "no-not-modelled") {
    const ExpectationOutcome listed = contains(
        answer.not_modelled, [](const NotModelled& one) { return one.citation.provision; }, word);
    return what == "not-modelled" ? listed : opposite(listed);
  }
  if (what == "members") return check_members(law, query, words);
  if (what == "not-encoded") return check_not_encoded(answer, word, false);
  if (what == "barred") return check_not_encoded(answer, word, true);
  return {false, "no such expectation: " + what};
}

}  // namespace licit
