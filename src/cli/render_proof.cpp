// The proof tree of an answer, indented, one comparison a line.
#include <algorithm>

#include "base/figures.h"
#include "base/text.h"
#include "cli/render_text.h"
#include "cli/words.h"

namespace licit::cli {
namespace {

std::string truth_words(Language language, Truth truth) {
  switch (truth) {
    case Truth::Yes:
      return say(language, Msg::CliTruthYes);
    case Truth::No:
      return say(language, Msg::CliTruthNo);
    case Truth::Unknown:
      return say(language, Msg::CliTruthUnknown);
  }
  return {};
}

Tone tone_of(Truth truth) {
  return truth == Truth::Yes ? Tone::Strong : truth == Truth::No ? Tone::Faint : Tone::Unsure;
}

// A sign that says the truth without colour.
std::string_view mark_of(Truth truth) {
  return truth == Truth::Yes ? "+" : truth == Truth::No ? "-" : "?";
}

void write_node(std::string& out, const Page& page, const ProofNode& node, int depth) {
  const Language language = page.language;
  std::string line;
  if (!node.label.empty()) line += "(" + node.label + ") ";
  line += node.text.empty() ? node.what : node.text;
  if (!node.fact.empty()) {
    line += "  [" + node.fact + " = " + figures(language, node.fact_value);
    if (!node.limit.empty() && node.what == "compare") {
      line += "; " + figures(language, node.limit);
    }
    line += "]";
  }
  if (node.truth == Truth::Unknown || node.children.empty()) {
    line = say(language, Msg::CliRuleLine, {line, truth_words(language, node.truth)});
  }
  if (node.assumed) line += " (" + say(language, Msg::CliAssumedMark) + ")";
  if (!node.cite.empty()) line += " (" + node.cite + ")";
  const int indent = std::min(4 + 2 * depth, page.width / 2);
  std::string text = wrapped(line, page.width, indent + 2, indent + 4);
  text.replace(static_cast<std::size_t>(indent), 1, mark_of(node.truth));
  out += toned(page, tone_of(node.truth), text) + "\n";
  for (const ProofNode& child : node.children) write_node(out, page, child, depth + 1);
}

void write_provision(std::string& out, const Page& page, const ProvisionProof& proof) {
  const Language language = page.language;
  const Msg applies = proof.truth == Truth::Yes  ? Msg::CliProofApplies
                      : proof.truth == Truth::No ? Msg::CliProofNot
                                                 : Msg::CliProofUnknown;
  std::string head =
      say(language, Msg::CliRuleLine, {proof.citation.provision, say(language, applies)});
  if (proof.near_miss) head += " (" + say(language, Msg::CliNearMiss) + ")";
  if (!proof.defeated_by.empty()) {
    head += ", " + say(language, Msg::CliDefeatedBy, {joined(proof.defeated_by, ", ")});
  }
  out += "\n" + toned(page, Tone::Strong, wrapped(head, page.width, 2, 4)) + "\n";
  const std::string& says = proof.citation.says.in(language);
  if (!says.empty()) out += wrapped(says, page.width, 4, 4) + "\n";
  if (const std::string& partial = proof.citation.partial.in(language); !partial.empty())
    out += wrapped(say(language, Msg::CliPartial, {partial}), page.width, 4, 6) + "\n";
  std::string cited = proof.citation.cite;
  if (!proof.citation.source_citation.empty()) cited += "; " + proof.citation.source_citation;
  cited +=
      "; " + say(language, Msg::CliVerifiedMark, {mark_words(language, proof.citation.verified)});
  out += toned(page, Tone::Faint, wrapped(cited, page.width, 4, 4)) + "\n";
  write_node(out, page, proof.condition, 0);
}

}  // namespace

std::string render_proof(const Page& page, const Answer& answer) {
  std::string out = "\n" + toned(page, Tone::Strong, say(page.language, Msg::CliProof)) + "\n";
  for (const ProvisionProof& proof : answer.proof) {
    if (!proof.near_miss) write_provision(out, page, proof);
  }
  for (const ProvisionProof& proof : answer.proof) {
    if (proof.near_miss) write_provision(out, page, proof);
  }
  const auto beside = [&](const auto& entry) {
    ProvisionProof proof;
    proof.citation = entry.citation;
    proof.truth = entry.holds;
    proof.condition = entry.condition;
    write_provision(out, page, proof);
  };
  if (!answer.beside.empty()) {
    out += "\n" + toned(page, Tone::Strong, say(page.language, Msg::CliBeside)) + "\n";
    std::for_each(answer.beside.begin(), answer.beside.end(), beside);
  }
  if (!answer.not_modelled.empty()) {
    out += "\n" + toned(page, Tone::Strong, say(page.language, Msg::CliNotModelled)) + "\n";
    std::for_each(answer.not_modelled.begin(), answer.not_modelled.end(), beside);
  }
  return out + "\n";
}

}  // namespace licit::cli
