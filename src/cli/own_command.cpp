// licit own: who owns a party, and what the 50 percent rules make of it.
#include <algorithm>

#include "base/beginning.h"
#include "base/party_messages.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/owners_read.h"
#include "cli/render_own.h"
#include "cli/say.h"
#include "parties/owners/read.h"

namespace licit::cli {
namespace {

struct OwnTyped {
  OwnerFiles owners;
  std::string of, on, regime, minority, lang;
  bool treasury = false, json = false, explain = false;
};

// What the figures of the day say that cannot all be meant; at most so many of a kind.
std::vector<Diagnostic> doubts_of(const StakesOn& stakes) {
  constexpr std::size_t most = 10;
  const OwnershipGraph& graph = stakes.graph();
  std::vector<Diagnostic> out;
  const auto warn = [&](Text message) {
    out.push_back(complaint("P228", std::move(message)));
    out.back().severity = Severity::Warning;
  };
  const auto name = [&](EntityId id) { return beginning(graph.name(id)); };
  for (const EntityId id : stakes.overfull()) {
    if (out.size() == most) break;
    const std::uint64_t parts = std::max(stakes.surely_held(id, 0), stakes.surely_held(id, 1));
    warn({msg::OwnOverfull, {name(id), percent_text(parts)}});
  }
  for (const std::uint32_t index : stakes.repeated()) {
    if (out.size() == 2 * most) break;
    const Stake& stake = graph.stakes()[index];
    warn({msg::OwnRepeated, {name(stake.owner), name(stake.owned)}});
  }
  return out;
}

std::vector<OwnerRegime> regimes_of(const std::string& typed, std::vector<Diagnostic>& problems) {
  if (typed.empty() || typed == "all") return {all_owner_regimes.begin(), all_owner_regimes.end()};
  const auto regime = parse_owner_regime(typed);
  if (regime) return {*regime};
  problems.push_back(
      complaint("C006", {Msg::CliNotOneOf, {"--regime", typed, "bis, ofac, eu, uk, all"}}));
  return {};
}

}  // namespace

int own_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit own", msg::CliSaysOwn);
  OwnTyped typed;
  line.words(say(language, msg::OwnWords), typed.owners.files, msg::OwnOptFiles);
  line.options("--listed", typed.owners.listed, "FILE|NAME=LIST", msg::OwnOptListed);
  line.option("--of", typed.of, "NAME", msg::OwnOptOf);
  line.option("--on", typed.on, "YYYY-MM-DD", msg::OwnOptOn);
  line.option("--regime", typed.regime, "bis|ofac|eu|uk|all", msg::OwnOptRegime);
  line.option("--minority", typed.minority, "N", msg::OwnOptMinority);
  line.option("--shares", typed.owners.shares, "percent|fraction", msg::OwnOptShares);
  line.flag("--exclude-treasury", typed.treasury, msg::OwnOptTreasury);
  line.flag("--json", typed.json, Msg::CliOptJson);
  line.flag("--explain", typed.explain, Msg::CliOptExplain);
  line.option("--lang", typed.lang, "en|fr", Msg::CliOptLang);
  line.example("licit own owners.csv --listed listed.csv --on 2025-10-15");
  line.example(
      "licit own owners.csv --listed \"Example Holding=us.entity-list\" --of \"Example Ltd\"");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  std::vector<Diagnostic> problems;
  const auto chosen = language_of(typed.lang, terminal);
  if (!chosen.ok()) problems = chosen.errors();
  Date day = Date::today();
  if (!typed.on.empty()) {
    const auto read = day_of("--on", typed.on);
    if (read.ok()) day = *read;
    if (!read.ok()) problems.insert(problems.end(), read.errors().begin(), read.errors().end());
  }
  const std::vector<OwnerRegime> regimes = regimes_of(typed.regime, problems);
  OwnerOptions options;
  options.exclude_treasury = typed.treasury;
  if (!typed.minority.empty()) {
    const ReadShare read = parse_share(typed.minority);
    options.minority = read.share.lo;
    if (read.fault != ShareFault::None || !read.share.is_exact())
      problems.push_back(complaint("P226", {msg::OwnNotMinority, {typed.minority}}));
  }
  const auto unit = share_unit_of(typed.owners.shares);
  if (!unit.ok()) problems.insert(problems.end(), unit.errors().begin(), unit.errors().end());
  if (typed.owners.files.empty()) problems.push_back(complaint("P227", {msg::OwnNameAFile, {}}));
  const auto rules = OwnerRules::shipped();
  if (!rules.ok()) problems.insert(problems.end(), rules.errors().begin(), rules.errors().end());
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }

  const auto read = read_owner_files(typed.owners, terminal, language);
  if (!read) return wrong_use;
  const OwnershipGraph& graph = read->given.graph;
  const ListedOwners& listed = read->given.listed;
  std::vector<EntityId> of;
  if (!typed.of.empty()) {
    of = graph.named(typed.of);
    if (of.empty())
      problems.push_back(complaint("P225", {msg::OwnUnknownEntity, {typed.of}},
                                   did_you_mean(graph.nearest_texts(typed.of))));
  }
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  if (listed.empty()) tell(terminal, language, msg::OwnNobodyListed);

  const StakesOn stakes(graph, day);
  show(terminal, language, doubts_of(stakes));
  OwnersShown shown{stakes, listed, {}, of, typed.explain};
  for (const OwnerRegime regime : regimes)
    shown.assessments.push_back(assess(stakes, listed, rules->on(regime, day), options));
  terminal.out << (typed.json ? own_json(shown) : own_text(page_for(terminal, language), shown));
  if (read->faulty) return wrong_use;
  const int status = own_status(shown);
  return status == 0 && (read->given.unmet || listed.empty()) ? 5 : status;
}

}  // namespace licit::cli
