#include "decide/memberships.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

bool any_of_them(const std::vector<std::string>& codes, const std::vector<std::string>& members) {
  return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
    return std::find(members.begin(), members.end(), code) != members.end();
  });
}

}  // namespace

std::string name_of(const law::SetTerm& term) {
  return term.name.empty() ? "{" + joined(term.literal, ", ") + "}" : term.name;
}

std::string name_of(const law::SetExpr& set) {
  std::string out;
  for (const law::SetTerm& term : set.terms) {
    out += (term.minus ? " minus " : " plus ") + name_of(term);
  }
  return out;
}

Memberships::Subject& Memberships::place(const std::string& code) {
  const auto [entry, is_new] = subjects_.try_emplace(code);
  Subject& out = entry->second;
  if (!is_new) return out;
  out.codes = places_.lineage(code, law_.on());
  out.unlisted = places_.indeterminate(code);
  if (out.codes.empty()) out.codes.push_back(code);
  return out;
}

Diagram Memberships::place_in(const law::SetExpr& set, const std::string& code) {
  return in(set, place(code));
}

Diagram Memberships::word_in(const law::SetExpr& set, const std::string& word) {
  Subject subject{{word}, false};
  return in(set, subject);
}

bool Memberships::place_is(const std::vector<std::string>& codes, const std::string& code) {
  return any_of_them(place(code).codes, codes);
}

Diagram Memberships::in(const law::SetExpr& set, Subject& subject) {
  Diagram out = Diagram::No;
  for (const law::SetTerm& term : set.terms) {
    Diagram of_term = Diagram::No;
    if (term.name.empty()) {
      of_term =
          any_of_them(subject.codes, term.literal) ? Diagram::Yes : doubt(name_of(term), subject);
    } else if (const law::SetDecl* named = law_.set(term.name)) {
      of_term = in(*named, subject);
    }
    out = term.minus ? diagrams_.but_not(out, of_term) : diagrams_.either(out, of_term);
  }
  return out;
}

const Memberships::Members& Memberships::members(const law::SetDecl& set) {
  const auto [entry, is_new] = members_.try_emplace(&set);
  if (!is_new) return entry->second;
  for (const law::SetMember& member : set.members) {
    if (!law_.member(member)) continue;
    const Diagram counts =
        member.reading.empty() ? Diagram::Yes : reading(member.reading, member.alternative);
    Diagram& so_far = entry->second.try_emplace(member.word, Diagram::No).first->second;
    so_far = diagrams_.either(so_far, counts);
  }
  return entry->second;
}

Diagram Memberships::in(const law::SetDecl& set, Subject& subject) {
  const auto before = subject.in.find(&set);
  if (before != subject.in.end()) return before->second;
  const Members& named = members(set);
  // Only a list can leave a place out; a set made of others says of it what they say.
  const bool lists = !set.expr || !set.members.empty();
  Diagram out = lists ? doubt(set.id, subject) : Diagram::No;
  for (const std::string& code : subject.codes) {
    const auto found = named.find(code);
    if (found != named.end()) out = diagrams_.either(out, found->second);
  }
  if (set.expr) out = diagrams_.either(out, in(*set.expr, subject));
  subject.in.emplace(&set, out);
  return out;
}

Diagram Memberships::reading(const std::string& id, const std::string& alternative) {
  const auto variable = axes_.find(Asks::Reading, id);
  if (!variable) return Diagram::No;
  const auto& words = axes_[*variable].words;
  const auto at = std::find(words.begin(), words.end(), alternative);
  if (at == words.end()) return Diagram::No;
  return diagrams_.test(*variable, ClassSet().set(static_cast<std::size_t>(at - words.begin())));
}

Diagram Memberships::doubt(const std::string& set, const Subject& subject) {
  if (!subject.unlisted) return Diagram::No;
  const auto variable = axes_.find(Asks::Doubt, set, subject.codes.front());
  return variable ? diagrams_.test(*variable, ClassSet().set(1)) : Diagram::No;
}

}  // namespace licit
