#include "cli/render_own.h"

#include <algorithm>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/render_own_proof.h"

namespace licit::cli {
std::vector<EntityId> entities_shown(const OwnersShown& shown) {
  if (!shown.of.empty()) return shown.of;
  std::vector<EntityId> out;
  for (EntityId id = 0; id < shown.stakes.graph().size(); ++id) {
    const bool reached =
        std::any_of(shown.assessments.begin(), shown.assessments.end(), [&](const auto& a) {
          return a.findings[id].listed || a.findings[id].verdict != OwnerVerdict::Clear;
        });
    if (reached) out.push_back(id);
  }
  return out;
}

std::string own_text(const Page& page, const OwnersShown& shown) {
  const Language language = page.language;
  const OwnershipGraph& graph = shown.stakes.graph();
  const std::string day = shown.stakes.day().iso();
  std::string out =
      wrapped(say(language, msg::OwnHeading,
                  {day, std::to_string(graph.size()), std::to_string(graph.stakes().size())}),
              page.width, 0, 0) +
      "\n\n";
  const std::vector<EntityId> entities = entities_shown(shown);
  bool advisory = false;
  if (entities.empty()) {
    out += wrapped(say(language, msg::OwnNoneReached), page.width, 0, 0) + "\n";
  } else {
    std::vector<std::string> heading{say(language, msg::OwnEntity)};
    for (const OwnerAssessment& a : shown.assessments) heading.emplace_back(word_of(a.rule.regime));
    std::vector<std::vector<std::string>> rows{heading};
    for (const EntityId id : entities) {
      std::vector<std::string> row{shown_name(graph.name(id), 28)};
      for (const OwnerAssessment& a : shown.assessments) {
        const OwnerFinding& f = a.findings[id];
        std::string words = verdict_words(language, f);
        if (!a.rule.in_force() && !f.listed && f.verdict != OwnerVerdict::Clear) {
          words += "*";
          advisory = true;
        }
        row.push_back(words);
      }
      rows.push_back(std::move(row));
    }
    out += table(page, rows);
    if (advisory)
      out += "\n" + wrapped(say(language, msg::OwnAdvisory, {day}), page.width, 0, 2) + "\n";
  }
  out += "\n";
  for (const OwnerAssessment& a : shown.assessments) out += rule_lines(page, a.rule);
  const bool proofs = shown.explain || !shown.of.empty();
  for (const EntityId id : entities)
    if (proofs) out += "\n" + own_proof(page, shown, id);
  if (!proofs && !entities.empty())
    out += "\n" + wrapped(say(language, msg::OwnMoreWith), page.width, 0, 2) + "\n";
  return out;
}

int own_status(const OwnersShown& shown) {
  int status = 0;
  const auto worse = [&](int other) {
    constexpr int order[] = {0, 5, 3, 4};
    const auto place = [&](int s) { return std::find(std::begin(order), std::end(order), s); };
    if (place(other) > place(status)) status = other;
  };
  for (const EntityId id : entities_shown(shown)) {
    for (const OwnerAssessment& a : shown.assessments) {
      const OwnerFinding& f = a.findings[id];
      // Asked about itself, a listed party is stopped by its listing, whoever owns it.
      if (f.listed && !shown.of.empty()) worse(3);
      if (f.verdict == OwnerVerdict::Clear) continue;
      const bool live = a.rule.in_force() && f.verdict != OwnerVerdict::RedFlag;
      worse(!live ? 5 : f.verdict == OwnerVerdict::Restricted ? 3 : 4);
    }
  }
  return status;
}

}  // namespace licit::cli
