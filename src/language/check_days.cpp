// Days and versions: every day written as a source becomes a date, every validity is a stretch of
// time, and no two versions of one provision hold on the same day.
#include <algorithm>

#include "language/check_impl.h"
#include "language/validity.h"

namespace licit::law {

void Checker::resolve(std::optional<DayRef>& day) {
  if (!day || day->by.empty()) return;
  const auto found = sources_.find(day->by);
  if (found == sources_.end()) {
    unknown("L104", Msg::LawUnknownSource, day->by, locate(day->span, day->by), ids(sources_));
    return;
  }
  if (!day->by_effective) return;
  const Source& source = *found->second;
  if (source.effective) {
    day->day = *source.effective;
  } else {
    report_.error("L146", day->span, {Msg::LawNoEffectiveDay, {source.id}},
                  {{Msg::LawNoEffectiveDayHelp, {}}});
  }
}

void Checker::resolve(Validity& validity, Span declaration, bool from_needed, std::string_view id) {
  resolve(validity.from);
  resolve(validity.until);
  if (from_needed && !validity.from && !known_broken(id))
    report_.error("L144", locate(declaration, id), {Msg::LawMissingFrom, {std::string(id)}},
                  {{Msg::LawMissingFromHelp, {}}});
  // An overlay may end a version on the day it begins: before the overlay is known, it holds.
  const bool by_overlay =
      validity.until &&
      std::any_of(pack_.overlays.begin(), pack_.overlays.end(),
                  [&](const auto& o) { return o.span.file == validity.until->span.file; });
  if (validity.from && validity.until && validity.until->day <= validity.from->day && !by_overlay &&
      sources_ok(validity))
    report_.error("L141", validity.until->span,
                  {Msg::LawEndsBeforeStart, {validity.until->day.iso(), validity.from->day.iso()}},
                  {{Msg::LawEndsBeforeStartHelp, {}}});
}

// Whether the days are known at all: a wrong source was already reported.
bool Checker::sources_ok(const Validity& validity) const {
  for (const auto& day : {validity.from, validity.until}) {
    if (!day || !day->by_effective) continue;
    const auto found = sources_.find(day->by);
    if (found == sources_.end() || !found->second->effective) return false;
  }
  return true;
}

void Checker::resolve_days() {
  for (Reading& r : pack_.readings) resolve(r.validity, r.span, false, r.id);
  for (Param& p : pack_.params) resolve(p.validity, p.span, true, p.id);
  for (SetDecl& s : pack_.sets) {
    resolve(s.validity, s.span, false, s.id);
    for (SetMember& m : s.members) resolve(m.validity, m.span, false, m.word);
  }
  for (Define& d : pack_.defines) resolve(d.validity, d.span, false, d.id);
  for (Rule& r : pack_.rules) resolve(r.validity, r.span, true, r.id);
  for (Defeat& d : pack_.defeats) resolve(d.validity, d.span, true, d.id);
  for (Bar& b : pack_.bars) resolve(b.validity, b.span, true, b.id);
  for (Policy& p : pack_.policies) resolve(p.validity, p.span, true, p.id);
  for (Flag& f : pack_.flags) resolve(f.validity, f.span, false, f.id);
  for (Aside& a : pack_.asides) resolve(a.validity, a.span, false, a.id);
  for (Pointer& p : pack_.pointers) resolve(p.validity, p.span, false, p.id);
  for (OverlayHeader& o : pack_.overlays) {
    for (Amendment& a : o.amendments) resolve(a.validity, a.span, true, a.target);
  }
}

void Checker::check_versions() {
  const auto disjoint = [this](auto& by_id) {
    for (auto& [id, versions] : by_id) {
      if (versions.size() < 2) continue;
      auto sorted = versions;
      std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
        if (!a->validity.from || !b->validity.from) return !a->validity.from && b->validity.from;
        return a->validity.from->day < b->validity.from->day;
      });
      for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (!overlap(sorted[i - 1]->validity, sorted[i]->validity)) continue;
        // Versions stand in the pack in the order of the texts.
        const auto* earlier = std::min(sorted[i - 1], sorted[i]);
        const auto* later = std::max(sorted[i - 1], sorted[i]);
        report_.error("L140", locate(later->span, id),
                      {Msg::LawDuplicateProvision, {id, place_text(earlier->span)}},
                      {{Msg::LawDuplicateProvisionHelp, {}}});
      }
    }
  };
  disjoint(readings_);
  disjoint(params_);
  disjoint(sets_);
  disjoint(defines_);
  disjoint(rules_);
  disjoint(defeats_);
  disjoint(bars_);
  disjoint(policies_);
  disjoint(flags_);
  disjoint(asides_);
  disjoint(pointers_);
  for (const auto& [id, versions] : defines_) {
    if (facts_.contains(id))
      report_.error("L149", locate(versions.front()->span, id), {Msg::LawDeclaredTwice, {id}},
                    {{Msg::LawDeclaredTwiceHelp, {}}});
  }
}

// "file:line", for a message that points at a second place.
std::string Checker::place_text(Span span) const {
  if (span.file >= pack_.files.size()) return {};
  const std::string& text = pack_.files[span.file].text;
  const auto end =
      text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(span.begin, text.size()));
  return pack_.files[span.file].path + ":" +
         std::to_string(1 + std::count(text.begin(), end, '\n'));
}

}  // namespace licit::law
