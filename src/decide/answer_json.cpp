#include "decide/answer_json.h"

#include "base/json_list.h"
#include "decide/headline.h"
#include "language/words.h"

namespace licit {
namespace {

std::string scalar_text(const Scalar& scalar) {
  if (const bool* b = std::get_if<bool>(&scalar)) return *b ? "yes" : "no";
  if (const Date* d = std::get_if<Date>(&scalar)) return d->iso();
  return *std::get_if<std::string>(&scalar);
}

void write_proof(JsonWriter& json, const ProofNode& node) {
  json.begin_object();
  json.field("label", node.label);
  json.field("what", node.what);
  json.field("truth", word_of(node.truth));
  json.field("text", node.text);
  if (!node.fact.empty()) {
    json.field("fact", node.fact);
    json.field("fact-value", node.fact_value);
    json.field("limit", node.limit);
  }
  if (!node.cite.empty()) json.field("cite", node.cite);
  if (node.assumed) json.field("assumed", true);
  if (!node.children.empty()) {
    write_each(json, "children", node.children, write_proof);
  }
  json.end_object();
}

void write_classes(JsonWriter& json, std::string_view name, const std::vector<ClassMet>& classes) {
  write_objects(json, name, classes, [&](const ClassMet& met) {
    json.field("paragraph", met.paragraph);
    json.field("provision", met.provision);
    json.field("limbs", met.limbs);
    json.field("truth", word_of(met.truth));
    json.field("excluded-by", met.excluded_by);
  });
}

void write_margin(JsonWriter& json, const Margin& margin) {
  json.begin_object();
  json.field("paragraph", margin.paragraph);
  json.field("fact", margin.fact);
  json.field("value", margin.value);
  json.field("comparison", sign_of(margin.comparison));
  json.field("limit", margin.limit);
  json.field("unit", margin.unit);
  json.field("truth", word_of(margin.truth));
  json.field("distance", margin.distance);
  json.end_object();
}

// The keys of a classification, without its braces: the answer's own has `candidates` besides.
void write_classification_keys(JsonWriter& json, const Classification& c) {
  json.key("selected");
  if (c.selected.empty()) {
    json.null();
  } else {
    json.text(c.selected);
  }
  json.field("may-be", c.may_be);
  write_classes(json, "met", c.met);
  write_classes(json, "excluded", c.excluded);
  write_each(json, "margins", c.margins, write_margin);
  write_objects(json, "metrics", c.metrics, [&](const Metric& metric) {
    json.field("fact", metric.fact);
    json.key("value");
    write_fact_value(json, metric.value);
    json.field("cite", metric.citation);
  });
}

void write_exception(JsonWriter& json, const ExceptionResult& exception) {
  json.begin_object();
  json.field("id", exception.id);
  json.field("symbol", exception.symbol);
  json.field("outcome", exception.not_encoded           ? std::string_view("not-covered")
                        : exception.truth == Truth::Yes ? "open"
                        : exception.truth == Truth::No  ? "closed"
                                                        : "undetermined");
  json.field("truth", word_of(exception.truth));
  json.field("barred-by", exception.barred_by);
  json.field("needs", exception.needs);
  json.field("filing", exception.filing);
  json.key("citation");
  write_citation(json, exception.citation);
  json.end_object();
}

void write_requirement(JsonWriter& json, const Requirement& requirement) {
  json.begin_object();
  json.field("reason", requirement.reason);
  json.field("outcome", word_of(requirement.outcome));
  json.field("notice", requirement.is_notice);
  json.key("citation");
  write_citation(json, requirement.citation);
  write_each(json, "exceptions", requirement.exceptions, write_exception);
  if (requirement.review) {
    json.begin_object("review");
    json.field("policy", requirement.review->policy);
    json.field("possible", requirement.review->possible);
    json.field("label", requirement.review->label);
    json.field("needs", requirement.review->needs);
    json.key("citation");
    write_citation(json, requirement.review->citation);
    json.end_object();
  }
  json.field("needs", requirement.needs);
  json.end_object();
}

void write_provision(JsonWriter& json, const ProvisionProof& proof) {
  json.begin_object();
  json.field("kind", word_of(proof.kind));
  json.key("citation");
  write_citation(json, proof.citation);
  json.field("truth", word_of(proof.truth));
  json.field("outcome", word_of(proof.outcome));
  json.field("near-miss", proof.near_miss);
  json.field("defeated-by", proof.defeated_by);
  json.key("condition");
  write_proof(json, proof.condition);
  json.end_object();
}

void write_needs(JsonWriter& json, const std::vector<Need>& needs) {
  write_objects(json, "needs", needs, [&](const Need& need) {
    json.field("fact", need.fact);
    json.field("asks", need.asks);
    json.field("type", word_of(need.type));
    json.field("unit", need.unit);
    json.field("words", need.words);
    json.field("settles", need.settles);
  });
}

void write_flips(JsonWriter& json, const std::vector<FlipResult>& flips) {
  write_objects(json, "flips", flips, [&](const FlipResult& flip) {
    json.field("verdict", word_of(flip.verdict));
    write_objects(json, "changes", flip.changes, [&](const Change& change) {
      json.field("fact", change.fact);
      json.field("to", change.to);
      json.field("now", change.now);
      json.field("learned", change.learned);
      if (!change.limit) return;
      json.field("limit", change.limit->decimal());
      json.field("unit", change.unit);
      json.field("margin", change.margin);
    });
    write_each(json, "speaks", flip.speaks, write_citation);
    json.field("falls", flip.falls);
  });
}

void write_readings(JsonWriter& json, const std::vector<ReadingResult>& readings) {
  write_objects(json, "readings", readings, [&](const ReadingResult& reading) {
    json.field("id", reading.id);
    json.field("says", reading.says);
    json.field("chosen", reading.chosen);
    json.field("alternative", reading.alternative);
    json.field("alternative-says", reading.alternative_says);
    json.field("changes-verdict", reading.changes_verdict);
    json.field("verdict", word_of(reading.verdict));
    json.field("selected", reading.selected);
    json.field("review", reading.review);
    json.field("review-not-stated", reading.review_not_stated);
  });
}

void write_assumptions(JsonWriter& json, const std::vector<Assumption>& assumptions) {
  write_objects(json, "assumptions", assumptions, [&](const Assumption& assumption) {
    json.field("fact", assumption.fact);
    json.field("value", assumption.value);
    json.field("because", assumption.because);
  });
}

void write_steps(JsonWriter& json, const std::vector<StepDue>& steps) {
  write_objects(json, "steps", steps, [&](const StepDue& step) {
    json.field("id", step.id);
    json.field("provision", step.provision);
    json.field("says", step.says);
    json.field("due", step.due);
    json.field("unsure", step.unsure);
  });
}

// One list a kind, whether anything is in it or not.
void write_beside(JsonWriter& json, const std::vector<BesideEntry>& entries) {
  json.begin_object("beside");
  for (const std::string_view kind : law::words::aside_kinds()) {
    json.begin_array(kind);
    for (const BesideEntry& entry : entries) {
      if (word_of(entry.kind) != kind) continue;
      json.begin_object();
      json.field("id", entry.citation.provision);
      json.field("cite", entry.citation.cite);
      json.field("source", entry.citation.source);
      json.field("says", entry.citation.says);
      if (!entry.citation.partial.empty()) json.field("partial", entry.citation.partial);
      json.field("holds", word_of(entry.holds));
      json.field("asks", entry.asks);
      write_assumptions(json, entry.assumptions);
      json.field("verified", word_of(entry.citation.verified));
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_receipt(JsonWriter& json, const Receipt& receipt) {
  json.begin_object("receipt");
  write_asked(json, receipt);
  json.field("outcome", word_of(receipt.outcome));
  json.field("cited", receipt.cited);
  json.end_object();
}

}  // namespace

std::string_view word_of(Origin origin) {
  switch (origin) {
    case Origin::Unknown:
      return "unknown";
    case Origin::Given:
      return "given";
    case Origin::Catalogue:
      return "catalogue";
    case Origin::Computed:
      return "computed";
    case Origin::Default:
      return "default";
    case Origin::Assumed:
      return "assumed";
  }
  return "unknown";
}

std::string_view word_of(Posture posture) { return posture == Posture::Text ? "text" : "enforced"; }

void write_fact_value(JsonWriter& json, const FactValue& value) {
  json.begin_object();
  json.field("type", word_of(value.type));
  json.field("text", value.text());
  if (value.type == FactType::Number) {
    json.field("number", value.number);
    json.field("unit", value.unit);
  } else if (value.type == FactType::SetOf) {
    json.key("members");
    if (value.members) {
      json.begin_array();
      for (const std::string& member : *value.members) json.text(member);
      json.end_array();
    } else {
      json.null();
    }
  } else {
    json.begin_array("candidates");
    for (const Scalar& scalar : value.candidates) json.text(scalar_text(scalar));
    json.end_array();
  }
  json.field("origin", word_of(value.origin));
  json.field("confidence", word_of(value.confidence));
  json.field("source", value.source);
  json.field("inputs", value.inputs);
  json.end_object();
}

void write_citation(JsonWriter& json, const Citation& citation) {
  json.begin_object();
  json.field("provision", citation.provision);
  json.field("cite", citation.cite);
  json.field("source", citation.source);
  json.field("source-citation", citation.source_citation);
  json.field("verified", word_of(citation.verified));
  json.field("verified-note", citation.verified_note);
  json.field("says", citation.says);
  if (!citation.partial.empty()) json.field("partial", citation.partial);
  json.field("from", citation.from);
  json.field("until", citation.until);
  json.end_object();
}

void write_outlook(JsonWriter& json, const OutlookEntry& entry) {
  json.begin_object();
  json.field("id", entry.id);
  json.field("dated", entry.dated);
  json.field("instrument", word_of(entry.instrument));
  json.field("by", entry.by.en);
  json.field("says", entry.says);
  json.field("effect", entry.effect_word);
  json.field("effect-says", entry.effect);
  json.field("cite", entry.cite);
  json.field("url", entry.url);
  json.field("verified", word_of(entry.verified));
  json.end_object();
}

void write_classification(JsonWriter& json, const Classification& classification) {
  json.begin_object();
  write_classification_keys(json, classification);
  json.end_object();
}

void write_asked(JsonWriter& json, const Receipt& receipt) {
  json.field("engine", receipt.engine);
  json.field("pack", receipt.pack);
  json.field("pack-hash", receipt.pack_hash);
  json.field("overlay-hashes", receipt.overlay_hashes);
  json.field("verified-through", receipt.verified_through);
  json.field("on", receipt.on);
  json.field("known", receipt.known);
  json.field("knower", receipt.knower);
  json.field("posture", receipt.posture);
  json.begin_object("readings");
  for (const auto& [id, alternative] : receipt.readings) json.field(id, alternative);
  json.end_object();
  json.field("strict", receipt.strict);
  const auto pairs = [&](std::string_view name, std::string_view first, const auto& list) {
    write_objects(json, name, list, [&](const auto& one) {
      json.field(first, one.first);
      json.field("value", one.second);
    });
  };
  pairs("transaction", "field", receipt.transaction);
  pairs("facts", "fact", receipt.facts);
}

void write_assumptions(JsonWriter& json, const std::vector<Assumption>& assumptions) {
  write_objects(json, "assumptions", assumptions, [&](const Assumption& assumption) {
    json.field("fact", assumption.fact);
    json.field("value", assumption.value);
    json.field("because", assumption.because);
  });
}

void write_warnings(JsonWriter& json, const std::vector<Warning>& warnings) {
  write_objects(json, "warnings", warnings, [&](const Warning& warning) {
    json.field("code", warning.code);
    json.field("subject", warning.subject);
    json.field("message", warning.message);
  });
}

void write_answer(JsonWriter& json, const Answer& answer) {
  json.begin_object();
  json.field("verdict", word_of(answer.verdict));
  json.field("exit-status", static_cast<std::int64_t>(exit_status(answer)));
  json.field("reason", answer.reason);
  if (answer.verdict == Verdict::License) {
    json.field("review", strictest_review(answer));
    json.field("review-not-stated", review_not_stated(answer));
  }

  json.begin_object("classification");
  write_classification_keys(json, answer.classification);
  write_objects(json, "candidates", answer.candidates, [&](const CandidateAnswer& candidate) {
    json.field("id", candidate.id);
    json.field("verdict", word_of(candidate.verdict));
    json.key("classification");
    write_classification(json, candidate.classification);
  });
  json.end_object();

  write_each(json, "requirements", answer.requirements, write_requirement);
  write_each(json, "deciding", answer.deciding, write_citation);
  write_needs(json, answer.needs);
  json.begin_object("settled-by");
  json.field("facts", answer.settled_by.facts);
  json.field("smallest", answer.settled_by.exact);
  json.end_object();
  json.field("either-way", answer.either_way);
  write_flips(json, answer.flips);
  json.field("unplaced", answer.unplaced);
  write_readings(json, answer.readings);

  json.begin_object("posture");
  json.field("chosen", word_of(answer.posture));
  if (answer.other_posture) {
    json.field("other",
               word_of(answer.posture == Posture::Text ? Posture::Enforced : Posture::Text));
    json.field("verdict-under-other", word_of(*answer.other_posture));
  }
  json.end_object();

  write_each(json, "outlook", answer.outlook, write_outlook);
  write_each(json, "proof", answer.proof, write_provision);
  write_assumptions(json, answer.assumptions);
  write_steps(json, answer.steps);
  write_each(json, "red-flags", answer.flags, write_citation);
  json.field("filing", answer.filing);
  write_beside(json, answer.beside);
  write_objects(json, "not-modelled", answer.not_modelled, [&](const NotModelled& entry) {
    json.field("id", entry.citation.provision);
    json.field("cite", entry.citation.cite);
    json.field("source", entry.citation.source);
    json.field("says", entry.citation.says);
    json.field("holds", word_of(entry.holds));
    json.field("asks", entry.asks);
    json.field("verified", word_of(entry.citation.verified));
  });
  write_warnings(json, answer.warnings);
  write_receipt(json, answer.receipt);
  json.end_object();
}

std::string answer_json(const Answer& answer, JsonStyle style) {
  JsonWriter json(style);
  write_answer(json, answer);
  return json.take();
}

}  // namespace licit
