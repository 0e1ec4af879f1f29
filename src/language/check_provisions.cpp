// Declarations other than conditions: what each must carry, and that what it refers to exists.
#include <algorithm>

#include "facts/metrics.h"
#include "language/check_impl.h"

namespace licit::law {

void Checker::check_provision(const Provenance& p, Span span, std::string_view id,
                              bool says_needed) {
  if (known_broken(id)) return;
  const Span at = locate(span, id);
  if (p.cite.empty())
    report_.error("L142", at, {Msg::LawMissingCite, {std::string(id)}},
                  {{Msg::LawMissingCiteHelp, {}}});
  if (p.source.empty())
    report_.error("L143", at, {Msg::LawMissingSource, {std::string(id)}},
                  {{Msg::LawMissingSourceHelp, {}}});
  else if (!sources_.contains(p.source))
    unknown("L104", Msg::LawUnknownSource, p.source, locate(span, p.source, "source"),
            ids(sources_));
  if (says_needed && p.says.empty())
    report_.error("L145", at, {Msg::LawMissingSays, {std::string(id)}},
                  {{Msg::LawMissingSaysHelp, {}}});
}

void Checker::check_sources() {
  for (const Source& s : pack_.sources) {
    if (s.instrument == Instrument::Notice && s.addressees.empty())
      report_.error("L147", locate(s.span, s.id), {Msg::LawNoAddressee, {s.id}},
                    {{Msg::LawNoAddresseeHelp, {}}});
    // A text without a day, such as the Code as printed, was always public.
    if (s.instrument == Instrument::Notice && !s.public_day())
      report_.error("L148", locate(s.span, s.id), {Msg::LawNoPublicDay, {s.id}},
                    {{Msg::LawNoPublicDayHelp, {}}});
    if (s.citation.empty())
      report_.error("L142", locate(s.span, s.id), {Msg::LawMissingCite, {s.id}},
                    {{Msg::LawMissingCiteHelp, {}}});
  }
}

void Checker::check_readings() {
  for (const Reading& r : pack_.readings) {
    check_provision(r.provenance, r.span, r.id, true);
    std::vector<std::string> known;
    for (const ReadingAlternative& a : r.alternatives) {
      if (std::find(known.begin(), known.end(), a.id) != known.end())
        report_.error("L171", locate(r.span, a.id, "alternatives"), {Msg::LawLabelTwice, {a.id}});
      known.push_back(a.id);
    }
    if (known.size() < 2)
      report_.error("L175", locate(r.span, r.id), {Msg::LawTooFewAlternatives, {r.id}},
                    {{Msg::LawTooFewAlternativesHelp, {}}});
    if (std::find(known.begin(), known.end(), r.default_alternative) == known.end())
      report_.error("L107", locate(r.span, r.default_alternative, "default"),
                    {Msg::LawUnknownAlternative, {r.default_alternative, r.id}},
                    suggest(r.default_alternative, known));
  }
}

void Checker::check_facts() {
  std::vector<std::string> functions;
  for (const MetricInfo& m : metrics()) functions.emplace_back(m.name);
  for (const FactDecl& f : pack_.facts) {
    if (f.says.empty())
      report_.error("L145", locate(f.span, f.id), {Msg::LawMissingSays, {f.id}},
                    {{Msg::LawMissingSaysHelp, {}}});
    if (f.more_is_stronger && f.type != FactType::Number)
      report_.error("L128", locate(f.span, "more"), {Msg::LawMoreNotNumber, {f.id}});
    for (const Computation& c : f.computed) {
      const Span at = locate(f.span, c.function, "computed");
      const MetricInfo* metric = find_metric(c.function);
      if (!metric) {
        unknown("L118", Msg::LawUnknownMetric, c.function, at, functions);
      } else if (f.type != FactType::Number || f.unit != metric->unit) {
        report_.error("L131", at,
                      {Msg::LawWrongUnit,
                       {c.function, std::string(metric->unit), f.unit.empty() ? "count" : f.unit}});
      }
      if (!c.reading.empty())
        reading_alternative(c.reading, c.alternative, {at.file, at.begin, f.span.end});
    }
    if (f.missing_means) value_fits(f, *f.missing_means, locate(f.span, *f.missing_means, "means"));
    for (const std::string& other : f.missing_unless_given) {
      if (!facts_.contains(other))
        unknown("L101", Msg::LawUnknownFact, other, locate(f.span, other, "given"), ids(facts_));
    }
  }
}

void Checker::check_params() {
  for (const Param& p : pack_.params) {
    check_provision(p.provenance, p.span, p.id, false);
    const Param& first = *params_[p.id].front();
    if (p.unit != first.unit || p.date.has_value() != first.date.has_value())
      report_.error(
          "L131", locate(p.span, p.id),
          {Msg::LawWrongUnit, {p.id, first.date ? "date" : first.unit, p.date ? "date" : p.unit}});
  }
}

void Checker::check_sets() {
  for (SetDecl& s : pack_.sets) {
    check_provision(s.provenance, s.span, s.id, false);
    if (s.expr) set_terms(*s.expr, s.type);
    for (const SetMember& m : s.members) {
      if (s.type == FactType::Place) place(m.word, m.span);
      if (!m.source.empty() && !sources_.contains(m.source))
        unknown("L104", Msg::LawUnknownSource, m.source, locate(m.span, m.source, "source"),
                ids(sources_));
      if (!m.reading.empty()) reading_alternative(m.reading, m.alternative, m.span);
    }
  }
}

void Checker::check_rules() {
  for (Define& d : pack_.defines) {
    if (!d.provenance.source.empty() && !sources_.contains(d.provenance.source))
      unknown("L104", Msg::LawUnknownSource, d.provenance.source,
              locate(d.span, d.provenance.source, "source"), ids(sources_));
    condition(d.when);
  }
  for (Rule& r : pack_.rules) {
    check_provision(r.provenance, r.span, r.id, true);
    for (const std::string& other : r.overrides) target(other, r.span, "overrides", true);
    condition(r.when);
  }
  for (Flag& f : pack_.flags) {
    check_provision(f.provenance, f.span, f.id, true);
    condition(f.when);
  }
}

// What has no part in a verdict: asides and pointers.
void Checker::check_beside() {
  for (Aside& a : pack_.asides) {
    check_provision(a.provenance, a.span, a.id, true);
    condition(a.when);
  }
  for (Pointer& p : pack_.pointers) {
    check_provision(p.provenance, p.span, p.id, true);
    if (p.when) condition(*p.when);
  }
}

// `rule` must exist, and unless classes are meant, be a rule that requires or forbids something.
void Checker::target(const std::string& rule, Span declaration, std::string_view after,
                     bool class_allowed) {
  const Span at = locate(declaration, rule, after);
  const auto found = rules_.find(rule);
  if (found == rules_.end()) {
    unknown("L109", Msg::LawUnknownRule, rule, at, ids(rules_));
  } else if (!class_allowed && found->second.front()->outcome == OutcomeKind::Class) {
    report_.error("L174", at, {Msg::LawClassAsTarget, {rule}}, {{Msg::LawClassAsTargetHelp, {}}});
  }
}

void Checker::check_defeats() {
  for (Defeat& d : pack_.defeats) {
    check_provision(d.provenance, d.span, d.id, true);
    const bool exclusion = d.kind == DefeatKind::Exclusion;
    for (const std::string& rule : d.to) target(rule, d.span, "to", exclusion);
    for (const std::string& other : d.overrides) {
      if (!defeats_.contains(other))
        unknown("L120", Msg::LawUnknownException, other, locate(d.span, other, "overrides"),
                ids(defeats_));
    }
    if (d.when) condition(*d.when);
    for (Step& s : d.steps) {
      if (s.when) condition(*s.when);
    }
  }
}

void Checker::check_bars_and_policies() {
  for (Bar& b : pack_.bars) {
    check_provision(b.provenance, b.span, b.id, true);
    for (const std::string& rule : b.to) target(rule, b.span, "of", false);
    for (const std::string& symbol : b.except) {
      if (!symbols_.contains(symbol))
        unknown("L120", Msg::LawUnknownException, symbol, locate(b.span, symbol, "except"),
                std::vector<std::string>(symbols_.begin(), symbols_.end()));
    }
    condition(b.when);
  }
  for (Policy& p : pack_.policies) {
    check_provision(p.provenance, p.span, p.id, true);
    for (const std::string& rule : p.for_rules) target(rule, p.span, "for", false);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < p.choices.size(); ++i) {
      PolicyChoice& c = p.choices[i];
      const bool last = i + 1 == p.choices.size();
      if (c.when) condition(*c.when);
      if (last == c.when.has_value())
        report_.error("L170", c.span,
                      {last ? Msg::LawNoOtherwise : Msg::LawOtherwiseNotLast, {c.label}},
                      {{Msg::LawOtherwiseHelp, {}}});
      if (std::find(labels.begin(), labels.end(), c.label) != labels.end())
        report_.error("L171", c.span, {Msg::LawLabelTwice, {c.label}});
      labels.push_back(c.label);
    }
  }
}

// Limbs of one list are told apart by their labels.
void Checker::check_labels(const Expr& e) {
  std::vector<std::string_view> labels;
  for (const Expr& child : e.children) {
    if (child.label.empty()) continue;
    if (std::find(labels.begin(), labels.end(), child.label) != labels.end()) {
      Span span = locate(e.span, child.label);
      if (child.span.begin > 0) {
        // The label stands just before its condition.
        const std::string& text = pack_.files[child.span.file].text;
        const std::size_t open = text.rfind('(', child.span.begin - 1);
        if (open != std::string::npos) {
          span.begin = static_cast<std::uint32_t>(open);
          span.end = static_cast<std::uint32_t>(open + child.label.size() + 2);
        }
      }
      report_.error("L171", span, {Msg::LawLabelTwice, {child.label}});
    }
    labels.push_back(child.label);
  }
}

void Checker::check_precedence() {
  std::vector<std::string> listed;
  for (const Precedence& p : pack_.precedences) {
    for (const std::string& name : p.classes) {
      class_known(name, p.span);
      if (std::find(listed.begin(), listed.end(), name) != listed.end())
        report_.error("L173", locate(p.span, name), {Msg::LawPrecedenceTwice, {name}});
      listed.push_back(name);
    }
  }
  if (classes_.size() < 2 || !broken_.empty()) return;
  for (const Rule& r : pack_.rules) {
    if (r.outcome != OutcomeKind::Class) continue;
    if (std::find(listed.begin(), listed.end(), r.outcome_name) != listed.end()) continue;
    listed.push_back(r.outcome_name);  // say it once
    report_.error("L172", locate(r.span, r.outcome_name, "class"),
                  {Msg::LawNotInPrecedence, {r.outcome_name}}, {{Msg::LawNotInPrecedenceHelp, {}}});
  }
}

void Checker::check_events() {
  for (const Event& e : pack_.events) {
    if (e.cite.empty())
      report_.error("L142", locate(e.span, e.id), {Msg::LawMissingCite, {e.id}},
                    {{Msg::LawMissingCiteHelp, {}}});
    if (e.dated_to && *e.dated_to < e.dated)
      report_.error("L141", locate(e.span, e.dated_to->iso(), "dated-to"),
                    {Msg::LawEndsBeforeStart, {e.dated_to->iso(), e.dated.iso()}},
                    {{Msg::LawEndsBeforeStartHelp, {}}});
    for (const std::string& code : e.places) {
      if (code != "anywhere" && !sets_.contains(code)) place(code, e.span);
    }
  }
}

void Checker::check_amendments() {
  for (const OverlayHeader& o : pack_.overlays) {
    for (const Amendment& a : o.amendments) check_provision(a.provenance, a.span, a.target, false);
  }
}

}  // namespace licit::law
