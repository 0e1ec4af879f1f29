#include "decide/touched.h"

namespace licit {

Touched touched_by(const LawView& law, const std::vector<PreparedLine>& lines,
                   const std::set<std::string>& only) {
  Touched touched;
  for (const PreparedLine& line : lines) {
    Detail detail = line.detail;
    detail.proof = true;
    detail.beside = true;
    const Answer answer = evaluate(law, line.query, detail);
    std::set<VersionKey> here;
    const auto add = [&](const Citation& citation) {
      if (only.empty() || only.contains(citation.provision)) {
        here.emplace(citation.provision, citation.from);
      }
    };
    for (const ProvisionProof& proof : answer.proof) {
      if (proof.truth != Truth::No) add(proof.citation);
    }
    // An exception without conditions of its own has no proof, and is named all the same.
    for (const Requirement& requirement : answer.requirements) {
      if (requirement.outcome == Outcome::NotRequired) continue;
      for (const ExceptionResult& exception : requirement.exceptions) {
        if (exception.not_encoded) add(exception.citation);
      }
    }
    for (const BesideEntry& entry : answer.beside) add(entry.citation);
    for (const NotModelled& entry : answer.not_modelled) add(entry.citation);
    for (const VersionKey& key : here) touched[key].push_back(&line);
  }
  return touched;
}

}  // namespace licit
