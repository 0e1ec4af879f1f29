#include "decide/explain.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "decide/law_test.h"

namespace licit {
namespace {

std::string text_of(const law::Pack& pack, law::Span span) {
  if (span.file >= pack.files.size()) return {};
  const std::string& text = pack.files[span.file].text;
  if (span.begin > span.end || span.end > text.size()) return {};
  return std::string(trimmed(std::string_view(text).substr(span.begin, span.end - span.begin)));
}

// Collects the declarations of one id, and every id there is.
class Finder {
 public:
  Finder(const law::Pack& pack, std::string_view id) : pack_(pack), id_(id) {}

  template <typename List>
  void provisions(const List& list, const std::string& kind) {
    for (const auto& one : list) {
      known_.insert(one.id);
      if (one.id != id_) continue;
      ExplainedVersion version = start(kind, one.id, one.span);
      version.cite = one.provenance.cite;
      version.source = pack_.find_source(one.provenance.source);
      version.verified = one.provenance.verified.value_or(
          version.source == nullptr ? law::Verified::Unverified : version.source->verified);
      version.verified_note = one.provenance.verified_note;
      if (version.verified_note.empty() && version.source != nullptr) {
        version.verified_note = version.source->verified_note;
      }
      version.says = one.provenance.says;
      version.partial = one.provenance.partial;
      if constexpr (requires { one.searched; }) version.searched = one.searched;
      version.from = one.validity.from;
      version.until = one.validity.until;
      found_.push_back(std::move(version));
    }
  }
  void sources() {
    for (const law::Source& one : pack_.sources) {
      known_.insert(one.id);
      if (one.id != id_) continue;
      ExplainedVersion version = start("source", one.id, one.span);
      version.cite = one.citation;
      version.source = &one;
      version.verified = one.verified;
      version.verified_note = one.verified_note;
      version.says = one.title;
      found_.push_back(std::move(version));
    }
  }
  void facts() {
    for (const law::FactDecl& one : pack_.facts) {
      known_.insert(one.id);
      if (one.id != id_) continue;
      ExplainedVersion version = start("fact", one.id, one.span);
      version.cite = one.cite;
      version.says = one.says;
      found_.push_back(std::move(version));
    }
  }
  void events() {
    for (const law::Event& one : pack_.events) {
      known_.insert(one.id);
      if (one.id != id_) continue;
      ExplainedVersion version = start("event", one.id, one.span);
      version.cite = one.cite;
      version.verified = one.verified;
      version.says = one.says;
      found_.push_back(std::move(version));
    }
  }
  std::vector<ExplainedVersion> take() {
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
      return (a.from ? a.from->day : Date()) < (b.from ? b.from->day : Date());
    });
    return std::move(found_);
  }
  std::vector<std::string> known() const { return {known_.begin(), known_.end()}; }

 private:
  ExplainedVersion start(const std::string& kind, const std::string& id, law::Span span) const {
    ExplainedVersion version;
    version.kind = kind;
    version.id = id;
    version.text = text_of(pack_, span);
    version.place = place_of(pack_, span);
    return version;
  }

  const law::Pack& pack_;
  std::string_view id_;
  std::vector<ExplainedVersion> found_;
  std::set<std::string> known_;
};

// ---- who uses it --------------------------------------------------------------------------------

bool has(const std::vector<std::string>& list, std::string_view id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool names(const law::SetExpr& set, std::string_view id) {
  return std::any_of(set.terms.begin(), set.terms.end(),
                     [&](const law::SetTerm& term) { return term.name == id; });
}

bool names(const law::Expr& expr, std::string_view id) {
  if (expr.name == id || has(expr.words, id) || names(expr.set, id)) return true;
  if (expr.operand.kind == law::Operand::Kind::Param && expr.operand.param == id) return true;
  return std::any_of(expr.children.begin(), expr.children.end(),
                     [&](const law::Expr& child) { return names(child, id); });
}

bool names(const std::optional<law::Expr>& expr, std::string_view id) {
  return expr && names(*expr, id);
}

bool names(const law::Validity& validity, std::string_view id) {
  return (validity.from && validity.from->by == id) || (validity.until && validity.until->by == id);
}

template <typename Decl>
bool dated_by(const Decl& one, std::string_view id) {
  return one.provenance.source == id || names(one.validity, id);
}

std::vector<std::string> users_of(const law::Pack& pack, std::string_view id) {
  std::set<std::string> users;
  const auto add = [&](const std::string& user, bool uses) {
    if (uses && user != id) users.insert(user);
  };
  for (const law::Reading& one : pack.readings) add(one.id, dated_by(one, id));
  for (const law::Param& one : pack.params) add(one.id, dated_by(one, id));
  for (const law::SetDecl& one : pack.sets) {
    bool uses = dated_by(one, id) || (one.expr && names(*one.expr, id));
    for (const law::SetMember& member : one.members) {
      uses = uses || member.source == id || member.reading == id || names(member.validity, id);
    }
    add(one.id, uses);
  }
  for (const law::Define& one : pack.defines) add(one.id, dated_by(one, id) || names(one.when, id));
  for (const law::Rule& one : pack.rules) {
    add(one.id, dated_by(one, id) || names(one.when, id) || has(one.overrides, id));
  }
  for (const law::Defeat& one : pack.defeats) {
    bool uses =
        dated_by(one, id) || names(one.when, id) || has(one.to, id) || has(one.overrides, id);
    for (const law::Step& step : one.steps) uses = uses || names(step.when, id);
    add(one.id, uses);
  }
  for (const law::Bar& one : pack.bars) {
    add(one.id, dated_by(one, id) || names(one.when, id) || has(one.to, id) || has(one.except, id));
  }
  for (const law::Policy& one : pack.policies) {
    bool uses = dated_by(one, id) || has(one.for_rules, id);
    for (const law::PolicyChoice& choice : one.choices) uses = uses || names(choice.when, id);
    add(one.id, uses);
  }
  for (const law::Flag& one : pack.flags) add(one.id, dated_by(one, id) || names(one.when, id));
  for (const law::Aside& one : pack.asides) add(one.id, dated_by(one, id) || names(one.when, id));
  for (const law::Pointer& one : pack.pointers) {
    add(one.id, dated_by(one, id) || names(one.when, id));
  }
  for (const law::FactDecl& one : pack.facts) {
    bool uses = has(one.missing_unless_given, id);
    for (const law::Computation& computation : one.computed) {
      uses = uses || computation.reading == id;
    }
    add(one.id, uses);
  }
  return {users.begin(), users.end()};
}

}  // namespace

Explanation explain(const law::Pack& pack, std::string_view id) {
  Finder finder(pack, id);
  finder.provisions(pack.readings, "reading");
  finder.provisions(pack.params, "param");
  finder.provisions(pack.sets, "set");
  finder.provisions(pack.defines, "define");
  finder.provisions(pack.rules, "rule");
  for (const law::DefeatKind kind : {law::DefeatKind::Exclusion, law::DefeatKind::Exception}) {
    std::vector<law::Defeat> of_kind;
    std::copy_if(pack.defeats.begin(), pack.defeats.end(), std::back_inserter(of_kind),
                 [&](const law::Defeat& one) { return one.kind == kind; });
    finder.provisions(of_kind, kind == law::DefeatKind::Exclusion ? "exclusion" : "exception");
  }
  finder.provisions(pack.bars, "bar");
  finder.provisions(pack.policies, "policy");
  finder.provisions(pack.flags, "flag");
  finder.provisions(pack.asides, "aside");
  finder.provisions(pack.pointers, "pointer");
  finder.sources();
  finder.facts();
  finder.events();
  Explanation explanation;
  explanation.id = id;
  explanation.versions = finder.take();
  if (explanation.versions.empty()) {
    explanation.nearest = nearest(id, finder.known(), 5);
  } else {
    explanation.used_by = users_of(pack, id);
  }
  return explanation;
}

}  // namespace licit
