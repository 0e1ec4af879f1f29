#include "cli/render_needs.h"

#include <algorithm>

#include "base/figures.h"
#include "base/mapped.h"
#include "base/text.h"
#include "cli/render_text.h"
#include "decide/region_words.h"

namespace licit::cli {
namespace {

constexpr int shown_places = 4;
constexpr std::size_t most_speakers = 2;

// A figure of the size that a data sheet has in that unit, and how a range is written.
std::string number_sample(std::string_view unit) {
  if (unit == "mm2") return "814 (800..830)";
  if (unit == "TPP") return "2368 (2300..2400)";
  if (unit == "TPP/mm2") return "2.9 (2.5..3.2)";
  if (unit == "TOPS") return "296 (290..300)";
  if (unit == "GB/s") return "900 (880..900)";
  if (unit == "GB/s/mm2") return "3.3 (3..3.5)";
  if (unit == "Yop") return "3e26 (1e26..3e26)";
  if (unit == "percent") return "25 (20..30)";
  if (unit == "WT") return "8 (7..9)";
  if (unit == "nm") return "7";
  if (unit == "transistors") return "50000000000";
  if (unit == "count") return "8";
  return "100 (90..110)";
}

std::string question_line(const Page& page, const Need& need) {
  const std::string& question = need.asks.in(page.language);
  if (need.fact == "item.chip") {
    return question.empty() ? say(page.language, Msg::CliNeedsItem) : question;
  }
  return (question.empty() ? need.fact : question) + " --set " + need.fact + "=" + sample_of(need);
}

// "2432 away": how far a number is from where it would have to be.
std::string margin_of(Language language, const Change& change) {
  const Number zero(0);
  Interval size = change.margin;
  if (size.hi && *size.hi < zero) {
    size = Interval{};
    if (change.margin.hi) size.lo = zero.minus(*change.margin.hi);
    if (change.margin.lo) size.hi = zero.minus(*change.margin.lo);
  }
  if (!size.lo || !size.hi || *size.lo < zero) return {};
  return say(language, Msg::FlipMargin, {distance_words(language, size, change.unit)});
}

std::string change_words(Language language, const Change& change) {
  const std::string& name = change.says.in(language);
  std::string out = name.empty() ? change.fact : std::string(without_whether(name));
  if (change.limit) {
    // The sign stays as the law writes it, the number is the reader's.
    out += ' ' + change.to.substr(0, change.to.find(' ')) + ' ' +
           with_unit(language, change.limit->decimal(), change.unit);
  } else {
    out = say(language, Msg::CliRuleLine, {out, word_words(language, change.to)});
  }
  if (change.now == "?") return out;
  out +=
      " (" + say(language, Msg::FlipNow,
                 {change.limit ? figures(language, change.now) : word_words(language, change.now)});
  const std::string margin = margin_of(language, change);
  if (!margin.empty()) out += ", " + margin;
  return out + ')';
}

}  // namespace

std::string with_unit(Language language, const std::string& number, const std::string& unit) {
  return figures(language, unit.empty() || unit == "count" ? number : number + " " + unit);
}

std::string distance_words(Language language, const Interval& distance, const std::string& unit) {
  return with_unit(language, distance.text(shown_places), unit == "Yop" ? unit : "");
}

std::string sample_of(const Need& need) {
  if (!need.words.empty() && need.words.size() <= 6) {
    const std::string words = joined(need.words, "|");
    return need.type == FactType::SetOf ? "none|" + words : words;
  }
  switch (need.type) {
    case FactType::YesNo:
      return "yes|no";
    case FactType::Number:
      return number_sample(need.unit);
    case FactType::Date:
      return "YYYY-MM-DD";
    case FactType::Place:
      return "CN";
    case FactType::SetOf:
      return "none";
    default:
      return "\"...\"";
  }
}

std::vector<std::string> need_lines(const Page& page, const Answer& answer, std::size_t most) {
  const Language language = page.language;
  const std::vector<std::string>& settling = answer.settled_by.facts;
  const auto settles = [&](const Need& need) {
    return std::find(settling.begin(), settling.end(), need.fact) != settling.end();
  };
  std::vector<std::string> parts;
  if (!settling.empty()) {
    parts.push_back(say(language, Msg::NeedsSettle));
    for (const Need& need : answer.needs) {
      if (settles(need)) parts.push_back("- " + question_line(page, need));
    }
    if (!answer.settled_by.exact) parts.push_back(say(language, Msg::NeedsGreedy));
  }
  std::vector<std::string> others;
  std::size_t left = 0;
  for (const Need& need : answer.needs) {
    if (!settling.empty() && settles(need)) continue;
    if (others.size() + (settling.empty() ? 0 : settling.size()) >= most) {
      ++left;
    } else {
      others.push_back(question_line(page, need));
    }
  }
  if (!settling.empty() && !others.empty()) parts.push_back(say(language, Msg::NeedsOther));
  for (std::string& other : others) parts.push_back(settling.empty() ? other : "- " + other);
  if (left > 0) parts.push_back(say(language, Msg::CliNeedsMore, {std::to_string(left)}));
  return parts;
}

std::vector<std::string> flip_lines(const Page& page, const Answer& answer, std::size_t most) {
  const Language language = page.language;
  std::vector<std::string> parts;
  for (const FlipResult& flip : answer.flips) {
    if (parts.size() == most) {
      parts.push_back(say(language, Msg::FlipMore, {std::to_string(answer.flips.size() - most)}));
      break;
    }
    const auto changes =
        mapped(flip.changes, [&](const Change& change) { return change_words(language, change); });
    const std::string verdict = verdict_words(language, flip.verdict);
    const std::string what = joined(changes, say(language, Msg::FlipAnd));
    std::vector<std::string> by;
    for (const Citation& speaks : flip.speaks) {
      if (std::find(by.begin(), by.end(), speaks.cite) == by.end()) by.push_back(speaks.cite);
    }
    if (by.size() > most_speakers) {
      by.resize(most_speakers);
      by.emplace_back("...");
    }
    parts.push_back(by.empty() ? say(language, Msg::FlipLine, {verdict, what})
                               : say(language, Msg::FlipLineBy, {verdict, what, joined(by, ", ")}));
  }
  return parts;
}

}  // namespace licit::cli
