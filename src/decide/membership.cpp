// Whether a place or a word is in a set. A place is in a set when it or a place that it follows is a
// member; a place that the law names nowhere is in a set, or not, only where the set names it.
#include <algorithm>

#include "decide/judge.h"

namespace licit {
namespace {

bool names(const std::vector<std::string>& codes, const std::string& word) {
  return std::find(codes.begin(), codes.end(), word) != codes.end();
}

}  // namespace

const Judge::Lineage& Judge::lineage(const std::string& place) {
  const auto found = lineages_.find(place);
  if (found != lineages_.end()) return found->second;
  Lineage out{setting_.places.lineage(place, law().on()), setting_.places.indeterminate(place)};
  if (out.codes.empty()) out.codes.push_back(place);
  return lineages_.emplace(place, std::move(out)).first->second;
}

const Judge::Lineage& Judge::word(const std::string& word) {
  const auto found = words_.find(word);
  if (found != words_.end()) return found->second;
  return words_.emplace(word, Lineage{{word}, false}).first->second;
}

Held Judge::in_set(const law::SetExpr& set, FactType type, const std::string& written) {
  const Lineage& of = type == FactType::Place ? lineage(written) : word(written);
  const Membership key{&set, &of};
  const auto found = memberships_.find(key);
  if (found != memberships_.end()) return found->second;
  const Held held = in_expr(set, of);
  memberships_.emplace(key, held);
  return held;
}

Held Judge::in_expr(const law::SetExpr& set, const Lineage& word) {
  Held out{Truth::No, {}};
  for (const law::SetTerm& term : set.terms) {
    Held in{Truth::No, {}};
    if (!term.name.empty()) {
      in = in_named_set(term.name, word);
    } else {
      const bool named =
          std::any_of(term.literal.begin(), term.literal.end(),
                      [&](const std::string& member) { return names(word.codes, member); });
      in.truth = named ? Truth::Yes : word.indeterminate ? Truth::Unknown : Truth::No;
    }
    // Both halves count: a place is outside D:1 minus A:5 by being outside D:1 or inside A:5.
    out = term.minus ? both_of(out, not_of(in)) : either_of(out, in);
  }
  return out;
}

Held Judge::in_named_set(std::string_view name, const Lineage& word) {
  const law::SetDecl* set = law().set(name);
  if (set == nullptr) return {Truth::No, {}};  // nothing is in a set that did not exist
  const Membership key{set, &word};
  const auto found = memberships_.find(key);
  if (found != memberships_.end()) return found->second;
  const Held held = in_version(*set, word);
  memberships_.emplace(key, held);
  return held;
}

Held Judge::in_version(const law::SetDecl& set, const Lineage& word) {
  Held out{Truth::No, {}};
  if (set.expr) out = in_expr(*set.expr, word);

  bool named = false;
  bool spoken_for = false;  // some entry names the place, so its own source is what was read
  Support by;
  for (const law::SetMember& member : set.members) {
    if (!names(word.codes, member.word)) continue;
    if (!member.reading.empty()) {
      trace_.ask_reading(member.reading);
      by.choices |= index().choice(member.reading);
      const auto chosen = setting_.readings.find(member.reading);
      if (chosen == setting_.readings.end() || chosen->second != member.alternative) continue;
    }
    const std::string& cite = member.cite.empty() ? set.provenance.cite : member.cite;
    if (law().member(member)) {
      named = true;
    } else {
      // Left out by a change that is known: the answer leans on the source of that change.
      const bool ended = member.validity.until && member.validity.until->day <= law().on();
      if (!ended) continue;
      const std::string& change =
          member.validity.until->by.empty() ? member.source : member.validity.until->by;
      if (!change.empty()) by |= unread(set.id, cite, change, std::nullopt, {});
      spoken_for = spoken_for || !change.empty();
      continue;
    }
    if (!member.source.empty()) {
      spoken_for = true;
      by |= unread(set.id, cite, member.source, std::nullopt, {});
    }
  }
  if (!spoken_for) by |= unread(set.id, set.provenance);
  // A set that is only made of other sets names nobody itself, so that it leaves nobody out.
  const bool lists = !set.expr || !set.members.empty();
  Held own{named ? Truth::Yes : lists && word.indeterminate ? Truth::Unknown : Truth::No, by};
  return set.expr && !named ? either_of(out, own) : own;
}

}  // namespace licit
