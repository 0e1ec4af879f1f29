// Provisions to truths: what a rule says once notices, exclusions and overriding provisions are heard.
#include "decide/judge.h"

namespace licit {

Judge::Judge(const Setting& setting, const FactSet& facts)
    : setting_(setting),
      facts_(setting.law.index(), setting.places, facts, setting_.readings, setting.strict, trace_),
      kept_at_(index().conditions(), 0),
      near_misses_(pack().rules.size()),
      rule_when_(pack().rules.size()),
      rule_base_(pack().rules.size()),
      rule_holds_(pack().rules.size()),
      defeat_when_(pack().defeats.size()),
      defeat_holds_(pack().defeats.size()),
      bar_when_(pack().bars.size()),
      met_(index().paragraphs().size()),
      selected_(index().paragraphs().size()),
      defines_(pack().defines.size()) {
  kept_.reserve(256);
}

Judge::Judge(const Setting& setting, const Judge& other, std::uint64_t changed)
    : Judge(setting, other.facts_.facts()) {
  facts_.take_over(other.facts_, changed);
  for (std::size_t i = 0; i < kept_at_.size(); ++i) {
    if (other.kept_at_[i] == 0) continue;
    const Held& held = other.kept_[other.kept_at_[i] - 1];
    if ((held.by.choices & changed) != 0) continue;
    kept_.push_back(held);
    kept_at_[i] = static_cast<std::uint32_t>(kept_.size());
  }
  take_over(rule_when_, other.rule_when_, changed);
  take_over(rule_base_, other.rule_base_, changed);
  take_over(rule_holds_, other.rule_holds_, changed);
  take_over(defeat_when_, other.defeat_when_, changed);
  take_over(defeat_holds_, other.defeat_holds_, changed);
  take_over(bar_when_, other.bar_when_, changed);
  take_over(met_, other.met_, changed);
  take_over(selected_, other.selected_, changed);
  take_over(defines_, other.defines_, changed);
}

void Judge::take_over(std::vector<Slot>& slots, const std::vector<Slot>& other,
                      std::uint64_t changed) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const bool done = other[i].state == Slot::State::Done;
    if (done && (other[i].held.by.choices & changed) == 0) slots[i] = other[i];
  }
}

Support Judge::unread(std::string_view provision, std::string_view cite, std::string_view source_id,
                      std::optional<law::Verified> own, std::string_view own_note) {
  const law::Source* source = index().source(source_id);
  const law::Verified mark = own ? *own : source ? source->verified : law::Verified::Unverified;
  if (mark == law::Verified::Primary) return {};
  UnreadText text;
  text.provision = provision;
  text.cite = cite;
  text.source = source_id;
  text.verified = mark;
  if (source != nullptr) text.source_citation = source->citation;
  if (own) {
    text.note = own_note;
  } else if (source != nullptr) {
    text.note = source->verified_note;
  }
  return trace_.unread(text);
}

Support Judge::unread(std::string_view provision, const law::Provenance& p) {
  const auto found = unread_.find(&p);
  if (found != unread_.end()) return found->second;
  const Support by = unread(provision, p.cite, p.source, p.verified, p.verified_note);
  unread_.emplace(&p, by);
  return by;
}

Held Judge::rule_when(std::size_t i) {
  return once(rule_when_[i], [&] {
    const law::Rule& rule = pack().rules[i];
    Held held = eval(rule.when);
    if (index().links(i).is_notice && held.truth != Truth::No) {
      if (const law::Source* notice = index().source(rule.provenance.source)) {
        held = both_of(held, notice_received(*notice));
      }
    }
    held.by |= unread(rule.id, rule.provenance);
    return held;
  });
}

Held Judge::rule_base(std::size_t i) {
  return once(rule_base_[i], [&] {
    Held held = rule_when(i);
    for (const std::size_t exclusion : index().links(i).exclusions) {
      if (held.truth == Truth::No) break;
      if (law().defeat(exclusion)) held = both_of(held, not_of(defeat_holds(exclusion)));
    }
    return held;
  });
}

Held Judge::rule_holds(std::size_t i) {
  return once(rule_holds_[i], [&] {
    Held held = rule_base(i);
    for (const std::size_t overrider : index().links(i).overriders) {
      if (held.truth == Truth::No) break;
      if (law().rule(overrider)) held = both_of(held, not_of(rule_holds(overrider)));
    }
    return held;
  });
}

Held Judge::defeat_when(std::size_t i) {
  return once(defeat_when_[i], [&] {
    const law::Defeat& defeat = pack().defeats[i];
    if (defeat.not_encoded || !defeat.when) return Held{Truth::Unknown, {}};
    Held held = eval(*defeat.when);
    held.by |= unread(defeat.id, defeat.provenance);
    return held;
  });
}

Held Judge::defeat_holds(std::size_t i) {
  return once(defeat_holds_[i], [&] {
    Held held = defeat_when(i);
    for (const std::size_t overrider : index().defeat_overriders(i)) {
      if (held.truth == Truth::No) break;
      // What is not encoded does nothing.
      if (!law().defeat(overrider) || pack().defeats[overrider].not_encoded) continue;
      held = both_of(held, not_of(defeat_holds(overrider)));
    }
    return held;
  });
}

Held Judge::bar_when(std::size_t i) {
  return once(bar_when_[i], [&] {
    const law::Bar& bar = pack().bars[i];
    Held held = eval(bar.when);
    held.by |= unread(bar.id, bar.provenance);
    return held;
  });
}

Held Judge::met(std::string_view paragraph) {
  const std::size_t number = index().number_of_paragraph(paragraph);
  if (number >= met_.size()) return {Truth::No, {}};  // no rule of the pack says so
  return once(met_[number], [&] {
    Held out{Truth::No, {}};
    for (const std::size_t rule : index().class_rules(paragraph)) {
      if (law().rule(rule)) out = either_of(out, rule_holds(rule));
    }
    return out;
  });
}

Held Judge::selected(std::string_view paragraph) {
  const std::size_t number = index().number_of_paragraph(paragraph);
  if (number >= selected_.size()) return {Truth::No, {}};
  return once(selected_[number], [&] {
    Held out = met(paragraph);
    for (const std::string_view earlier : index().paragraphs()) {
      if (earlier == paragraph || out.truth == Truth::No) break;
      out = both_of(out, not_of(met(earlier)));
    }
    return out;
  });
}

}  // namespace licit
