#include "differential/run.h"

#include <chrono>
#include <cstdio>

#include "differential/drawn_question.h"
#include "differential/shipped_law.h"
#include "facts/shipped.h"

namespace licit::differential {
namespace {

class Progress {
 public:
  explicit Progress(const Plan& plan) : plan_(plan) {}

  void show(const Tally& tally) {
    const auto now = std::chrono::steady_clock::now();
    if (!plan_.progress || now - shown_ < std::chrono::seconds(5)) return;
    shown_ = now;
    const std::chrono::duration<double> taken = now - begun_;
    std::fprintf(stderr, "%zu of %zu, %.0f a second, no difference\n", tally.runs, plan_.runs,
                 static_cast<double>(tally.runs) / taken.count());
  }

 private:
  const Plan& plan_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_ = begun_;
};

}  // namespace

void Tally::add(const Comparison& compared) {
  if (compared.evaluated == 0) {
    ++skipped;
    return;
  }
  ++runs;
  evaluated += compared.evaluated;
  ++verdicts[compared.verdict];
}

std::string Tally::text() const {
  std::string out = std::to_string(runs) + " compared on " + std::to_string(laws) + " laws (" +
                    std::to_string(refused) + " more refused by the checker), " +
                    std::to_string(skipped) + " left out as too open, the reference asked " +
                    std::to_string(evaluated) + " times";
  for (const auto& [verdict, times] : verdicts) {
    const std::size_t permille = times * 1000 / std::max<std::size_t>(runs, 1);
    out += "\n  " + std::string(word_of(verdict)) + " " + std::to_string(permille / 10) + "." +
           std::to_string(permille % 10) + " %";
  }
  return out;
}

std::vector<Verdict> Tally::rare() const {
  std::vector<Verdict> out;
  for (const Verdict verdict :
       {Verdict::NotSubject, Verdict::NoLicense, Verdict::Exception, Verdict::License,
        Verdict::Prohibited, Verdict::Undetermined, Verdict::Conflict, Verdict::NotCovered}) {
    const auto found = verdicts.find(verdict);
    if (found == verdicts.end() || found->second * 100 < runs) out.push_back(verdict);
  }
  return out;
}

namespace {

// As many completions as are cheap, and now and then more.
std::size_t most_completions(std::size_t question) { return question % 16 == 0 ? 200 : 24; }

// Puts so many questions; false where the engines differ, and then says how.
bool ask(TestedLaw& law, const LawText& text, const Manner& manner, std::size_t questions,
         Chance& chance, const std::string& how, std::size_t shrink_trials, Tally& tally) {
  const Clocks clocks = draw_clocks(manner, chance);
  for (std::size_t i = 0; i < questions; ++i) {
    const Query query = draw_question(law, manner, clocks, chance);
    const Comparison compared = law.compare(query, i % 4 == 0, most_completions(i));
    tally.add(compared);
    if (compared.difference.empty()) continue;
    const Places& places = law.places();
    const auto fails = [&](const Case& one) { return !difference(one, places).empty(); };
    tally.failure = report(shrink({text, query}, fails, shrink_trials), places,
                           how + ", after " + std::to_string(tally.runs) + " runs");
    return false;
  }
  return true;
}

}  // namespace

Tally compare_on_drawn_laws(const Plan& plan) {
  Tally tally;
  Progress progress(plan);
  Manner manner;
  manner.days = days_of_drawn_laws();
  manner.open_percent = plan.open_percent;
  for (std::uint64_t n = 0; tally.runs < plan.runs; ++n) {
    Chance chance(plan.seed * 1'000'000'007 + n);
    const LawText text = draw_law(chance);
    Result<law::Pack> pack = read_law(text);
    if (!pack.ok()) {
      ++tally.refused;
      continue;
    }
    ++tally.laws;
    TestedLaw law(std::move(pack).value(), few_places());
    const std::string how = "seed " + std::to_string(plan.seed) + ", law " + std::to_string(n);
    const std::size_t questions = std::min(plan.questions, plan.runs - tally.runs);
    if (!ask(law, text, manner, questions, chance, how, plan.shrink ? 6000 : 0, tally))
      return tally;
    progress.show(tally);
  }
  return tally;
}

Tally compare_on(const std::vector<LawText>& laws, const Plan& plan) {
  Tally tally;
  Progress progress(plan);
  const Places places = shipped_places().value();
  Chance chance(plan.seed);
  for (const LawText& text : laws) {
    Result<law::Pack> pack = read_law(text);
    if (!pack.ok()) {
      tally.failure = pack.errors().front().render(Language::En);
      return tally;
    }
    ++tally.laws;
    TestedLaw law(std::move(pack).value(), places);
    Manner manner = shipped_manner(law);
    manner.open_percent = plan.open_percent;
    const std::size_t until = tally.runs + plan.runs / laws.size();
    while (tally.runs < until) {
      const std::size_t questions = std::min<std::size_t>(20'000, until - tally.runs);
      const std::string how = "shipped law, seed " + std::to_string(plan.seed);
      if (!ask(law, text, manner, questions, chance, how, plan.shrink ? 1000 : 0, tally))
        return tally;
      progress.show(tally);
    }
  }
  return tally;
}

}  // namespace licit::differential
