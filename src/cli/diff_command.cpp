// licit diff: what changed between two days, two packs, or under a bill.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/render_diff.h"
#include "cli/say.h"
#include "decide/evaluate.h"
#include "decide/pack_index.h"

namespace licit::cli {
namespace {

struct DiffTyped {
  Typed typed;
  std::vector<std::string> sides;
  std::string book;
};

// The two sides as they are to be loaded.
struct Plan {
  LawChoice before, after;
  Date before_on, after_on;
  std::string before_name, after_name;
  bool days = false;
};

bool looks_like_a_day(const std::string& text) {
  return Date::parse(text).has_value() ||
         (text.size() > 4 && text.find_first_not_of("0123456789-") == std::string::npos);
}

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// An overlay's first word says so.
bool is_overlay(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return false;
  std::ifstream in(path, std::ios::binary);
  std::string word;
  while (in >> word && word.starts_with("--")) std::getline(in, word);
  return word == "overlay";
}

LawChoice chosen(const LawChoice& base, const std::string& path) {
  LawChoice out = base;
  if (is_overlay(path)) {
    out.overlays.push_back(path);
  } else {
    out.path = path;
  }
  return out;
}

Diagnostic wrong(std::string_view code, Text message) {
  return complaint(code, std::move(message), {{Msg::CliSeeHelp, {"licit diff"}}});
}

Result<Plan> plan_of(const DiffTyped& asked, std::optional<Date> on) {
  Plan out;
  const LawChoice& law = asked.typed.shown.law;
  out.before_on = out.after_on = on.value_or(Date::today());
  if (asked.sides.empty() && !law.overlays.empty()) {
    out.before = out.after = law;
    out.before.overlays.clear();
    out.before_name = law.path.empty() ? embedded_pack : law.path;
    out.after_name = law.overlays.front();
    return out;
  }
  if (asked.sides.size() != 2) return wrong("C080", {Msg::DiffTwoSides, {}});
  const std::string& a = asked.sides[0];
  const std::string& b = asked.sides[1];
  if (a == b) return wrong("C081", {Msg::DiffSameDay, {a}});
  const bool a_day = looks_like_a_day(a) && !exists(a);
  const bool b_day = looks_like_a_day(b) && !exists(b);
  for (const std::string& side : asked.sides) {
    if (!looks_like_a_day(side) && !exists(side)) {
      return wrong("C082", {Msg::DiffNoSide, {side}});
    }
  }
  if (a_day != b_day) {
    return wrong("C083", {Msg::DiffMixedSides, {a_day ? a : b, a_day ? b : a}});
  }
  out.before_name = a;
  out.after_name = b;
  if (!a_day) {
    out.before = chosen(law, a);
    out.after = chosen(law, b);
    return out;
  }
  const auto first = day_of("A", a);
  const auto second = day_of("B", b);
  if (!first.ok()) return first.errors();
  if (!second.ok()) return second.errors();
  if (on) return wrong("C084", {Msg::DiffDaysNoOn, {}});
  out.before = out.after = law;
  out.before_on = *first;
  out.after_on = *second;
  out.days = true;
  return out;
}

std::vector<Warning> of_either(std::vector<Warning> all, const std::vector<Warning>& more) {
  for (const Warning& one : more) {
    const bool said = std::any_of(all.begin(), all.end(), [&](const Warning& other) {
      return other.code == one.code && other.subject == one.subject &&
             other.message.arguments == one.message.arguments;
    });
    if (!said) all.push_back(one);
  }
  return all;
}

int compare(const DiffTyped& asked, const Plan& plan, const Transaction& transaction,
            const CheckOptions& options, const Terminal& terminal, Language language) {
  Shown law = asked.typed.shown;
  law.law = plan.before;
  const auto first = load(law, terminal, language);
  if (!first) return wrong_use;
  law.law = plan.after;
  const auto second = plan.days ? first : load(law, terminal, language);
  if (!second) return wrong_use;
  if (first->pack().header.id != second->pack().header.id) {
    show(terminal, language,
         wrong("C085", {Msg::DiffOtherPack,
                        {plan.before_name, first->pack().header.id, plan.after_name,
                         second->pack().header.id}}));
    return wrong_use;
  }
  if (const auto fact = disputed_fact(first->pack(), second->pack())) {
    show(terminal, language, wrong("C086", {Msg::DiffFactDiffers, {*fact}}));
    return wrong_use;
  }
  const AskedSide before{*first, plan.before_on, options};
  const AskedSide after{*second, plan.after_on, options};
  const auto question = [&](const AskedSide& side) {
    Transaction on_day = transaction;
    on_day.fields.push_back({"on", side.on.iso(), {}});
    return side.engine.question(on_day, side.options);
  };
  const auto was = question(before);
  const auto is = was.ok() ? question(after) : was;
  if (!is.ok()) {
    show(terminal, language, is.errors());
    return wrong_use;
  }
  const PackIndex before_index(first->pack());
  const PackIndex after_index(second->pack());
  const law::Pack& before_pack = first->pack();
  const Difference difference =
      difference_of({before_pack, before_index, *was},
                    {plan.days ? before_pack : second->pack(), after_index, *is}, first->places());
  const auto moved = moved_chips(before, after, transaction, difference.destinations);
  if (!moved.ok()) {
    show(terminal, language, moved.errors());
    return wrong_use;
  }
  std::optional<MovedLines> lines;
  if (!asked.book.empty()) {
    const Interrupt interrupt;
    auto read = moved_lines(before, after, asked.book, transaction, Interrupt::flag());
    if (!read.ok()) {
      show(terminal, language, read.errors());
      return wrong_use;
    }
    lines = std::move(read).value();
  }
  const Answer answer_before = evaluate(first->law(), *was, verdict_only);
  const Answer answer_after = evaluate(second->law(), *is, verdict_only);
  const auto receipt = [&](const Answer& answer) {
    Receipt out = answer.receipt;
    for (const TransactionField& field : transaction.fields) {
      out.transaction.emplace_back(field.name, field.text);
    }
    return out;
  };
  const ShownDifference shown{before,
                              after,
                              plan.before_name,
                              plan.after_name,
                              plan.days,
                              transaction,
                              difference,
                              *moved,
                              lines,
                              receipt(answer_before),
                              receipt(answer_after),
                              of_either(answer_before.warnings, answer_after.warnings)};
  if (asked.typed.shown.json) {
    terminal.out << diff_json(shown) << "\n";
  } else {
    terminal.out << render_diff(page_for(terminal, language), shown, asked.typed.shown.explain);
  }
  return 0;
}

int run_diff(const std::string& name, Msg says, const std::string& example, Arguments arguments,
             const Terminal& terminal, Language language) {
  CommandLine line(name, says);
  DiffTyped asked;
  line.words(say(language, Msg::CliWordsDiff), asked.sides, Msg::CliOptDiffSides);
  line.option("--book", asked.book, "FILE", Msg::CliOptBook);
  declare(line, asked.typed);
  line.example(example);
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints complaints;
  std::optional<Date> on;
  const std::vector<std::string> days = asked.typed.stated.fields["on"];
  if (!days.empty()) {
    const auto day = day_of("--on", days.back());
    gather(complaints, day);
    if (day.ok()) on = *day;
  }
  asked.typed.stated.fields.erase("on");
  const auto [options, transaction] = asked_of(asked.typed, terminal, complaints);
  const auto plan = plan_of(asked, on);
  gather(complaints, plan);
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  return compare(asked, *plan, transaction, options, terminal, language);
}

}  // namespace

int diff_command(Arguments arguments, const Terminal& terminal, Language language) {
  return run_diff("licit diff", Msg::CliSaysDiff, "licit diff 2023-11-16 2023-11-17 --to CN",
                  arguments, terminal, language);
}

int law_diff_command(Arguments arguments, const Terminal& terminal, Language language) {
  return run_diff("licit law diff", Msg::CliSaysLawDiff,
                  "licit law diff law/us/ear examples/bills/lower-tpp.law --on 2027-06-01",
                  arguments, terminal, language);
}

}  // namespace licit::cli
