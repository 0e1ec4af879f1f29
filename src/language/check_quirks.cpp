// Quirks: that each names what its kind of finding is about, once, with a reason and an example. Whether
// the finding is there is for the proof of coherence to say.
#include <tuple>

#include "language/check_impl.h"
#include "language/words.h"

namespace licit::law {
namespace {

std::size_t parties_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::Gap:
      return 0;
    case FindingKind::Conflict:
    case FindingKind::Overlap:
      return 2;
    case FindingKind::Idle:
    case FindingKind::Gentler:
    case FindingKind::Unreviewed:
      return 1;
  }
  return 0;
}

bool is_limit(const Expr& e) {
  return e.kind == ExprKind::Compare && e.operand.kind == Operand::Kind::Number &&
         (e.comparison == Comparison::Greater || e.comparison == Comparison::GreaterEqual);
}

}  // namespace

void Checker::check_parties(const Quirk& quirk) {
  std::vector<std::string> known;
  if (quirk.kind == FindingKind::Overlap) {
    known.assign(classes_.begin(), classes_.end());
  } else {
    known = ids(rules_);
    if (quirk.kind == FindingKind::Idle) {
      for (const auto& more : {ids(defeats_), ids(bars_), ids(policies_)}) {
        known.insert(known.end(), more.begin(), more.end());
      }
    }
  }
  for (const Party& party : quirk.between) {
    if (words::contains(std::vector<std::string_view>(known.begin(), known.end()),
                        party.provision) ||
        known_broken(party.provision)) {
      continue;
    }
    report_.error("L127", locate(quirk.span, party.provision, "between"),
                  {Msg::LawQuirkUnknown, {quirk.id, party.provision}},
                  suggest(party.provision, known));
  }
}

void Checker::check_quirk(Quirk& quirk) {
  if (known_broken(quirk.id)) return;
  const Span at = locate(quirk.span, quirk.id);
  const std::string kind(word_of(quirk.kind));
  const auto must = [&](bool present, Text message, std::vector<Text> help = {}) {
    if (!present) report_.error("L176", at, std::move(message), std::move(help));
  };
  const auto only = [&](bool wanted, bool present, const char* clause) {
    if (present && !wanted)
      report_.error("L177", locate(quirk.span, clause),
                    {Msg::LawQuirkTakesNo, {quirk.id, kind, clause}});
    if (wanted) must(present, {Msg::LawQuirkNeeds, {quirk.id, kind, clause}});
  };
  if (quirk.cite.empty())
    report_.error("L142", at, {Msg::LawMissingCite, {quirk.id}}, {{Msg::LawMissingCiteHelp, {}}});
  if (!quirk.source.empty() && !sources_.contains(quirk.source))
    unknown("L104", Msg::LawUnknownSource, quirk.source, locate(quirk.span, quirk.source, "source"),
            ids(sources_));
  must(!quirk.because.empty(), {Msg::LawQuirkNoBecause, {quirk.id}},
       {{Msg::LawQuirkBecauseHelp, {}}});
  const std::size_t parties = parties_of(quirk.kind);
  if (parties == 0) {
    only(false, !quirk.between.empty(), "between");
  } else {
    must(quirk.between.size() == parties, {Msg::LawQuirkNoBetween, {quirk.id}});
  }
  only(quirk.kind == FindingKind::Gap, quirk.when.has_value(), "when");
  only(quirk.kind == FindingKind::Gentler, quirk.past.has_value(), "past");
  if (quirk.kind == FindingKind::Idle) {
    only(false, !quirk.given.empty(), "given");
    only(false, quirk.on.has_value(), "on");
  } else {
    // The figure alone may show that more of it is treated more gently.
    must(!quirk.given.empty() || quirk.kind == FindingKind::Gentler,
         {Msg::LawQuirkNoExample, {quirk.id}}, {{Msg::LawQuirkExampleHelp, {}}});
    only(true, quirk.on.has_value(), "on");
  }
  check_parties(quirk);
  if (quirk.when) condition(*quirk.when);
  if (quirk.past) {
    condition(*quirk.past);
    if (!is_limit(*quirk.past))
      report_.error("L178", quirk.past->span, {Msg::LawQuirkPast, {}},
                    {{Msg::LawQuirkPastHelp, {}}});
  }
  for (const Given& g : quirk.given) given(g, false);
  for (const Given& g : quirk.settings) given(g, true);
}

void Checker::check_quirks() {
  std::map<std::string, const Quirk*, std::less<>> by_id;
  std::map<std::tuple<FindingKind, std::vector<Party>, std::string>, const Quirk*> by_finding;
  for (Quirk& quirk : pack_.quirks) {
    check_quirk(quirk);
    if (!by_id.emplace(quirk.id, &quirk).second)
      report_.error("L149", locate(quirk.span, quirk.id), {Msg::LawDeclaredTwice, {quirk.id}},
                    {{Msg::LawDeclaredTwiceHelp, {}}});
    if (quirk.kind == FindingKind::Gap) continue;  // two regions may well meet
    std::string past;
    if (quirk.past && is_limit(*quirk.past)) {
      past = quirk.past->name + (quirk.past->comparison == Comparison::Greater ? " > " : " >= ") +
             quirk.past->operand.number.decimal();
    }
    const auto [first, is_new] =
        by_finding.emplace(std::tuple{quirk.kind, quirk.between, past}, &quirk);
    if (!is_new)
      report_.error("L179", locate(quirk.span, quirk.id),
                    {Msg::LawQuirkTwice, {first->second->id, quirk.id}});
  }
}

}  // namespace licit::law
