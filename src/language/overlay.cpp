#include "language/overlay.h"

#include <algorithm>

#include "language/check.h"
#include "language/parser.h"
#include "language/report.h"
#include "language/validity.h"

namespace licit::law {
namespace {

// The earliest day goes to `until`, where readers look first.
void end_at(Validity& validity, const DayRef& day) {
  if (!validity.until) {
    validity.until = day;
  } else if (day.day < validity.until->day) {
    validity.also_until.push_back(*validity.until);
    validity.until = day;
  } else {
    validity.also_until.push_back(day);
  }
}

bool ends_after(const Validity& validity, Date day) {
  const std::optional<Date> end = end_of(validity);
  return !end || *end > day;
}

class Overlaying {
 public:
  Overlaying(Pack pack, std::string path, std::string text)
      : pack_(std::move(pack)), file_(static_cast<std::uint32_t>(pack_.files.size())) {
    pack_.files.push_back({std::move(path), std::move(text)});
    pack_.warnings.clear();
  }

  Result<Pack> run() {
    Reporter report(pack_);
    report_ = &report;
    const std::size_t overlays_before = pack_.overlays.size();
    const ParsedFile parsed = parse_file(pack_, file_, report);
    if (!parsed.ok) return report.take();
    if (parsed.header != HeaderKind::Overlay || pack_.overlays.size() == overlays_before) {
      report.error("L181", parsed.header_span, {Msg::LawNotAnOverlay, {}},
                   {{Msg::LawAmendmentOutsideHelp, {}}});
      return report.take();
    }
    // Parsing only appended, so a copy is what this overlay says.
    const OverlayHeader overlay = pack_.overlays.back();
    if (overlay.on_pack != pack_.header.id)
      report.error("L181", overlay.span,
                   {Msg::LawOverlayOnOther, {overlay.on_pack, pack_.header.id}});
    for (const Amendment& amendment : overlay.amendments) apply(amendment);
    CheckOptions options;
    options.broken = parsed.broken;
    check(pack_, options, report);
    const bool bad = report.has_errors();
    std::vector<Diagnostic> found = report.take();
    if (bad) return found;
    pack_.warnings = std::move(found);
    return std::move(pack_);
  }

 private:
  // The amendment's days with their sources' effective days filled in; the checker reports what is
  // missing or unknown.
  std::optional<DayRef> resolved(std::optional<DayRef> day, const Amendment& a) const {
    if (!day) return std::nullopt;
    if (day->by_effective) {
      const Source* source = pack_.find_source(day->by);
      if (!source || !source->effective) return std::nullopt;
      day->day = *source->effective;
      day->by_effective = false;
    }
    // The document that the amendment cites is what brings the change.
    if (day->by.empty()) day->by = a.provenance.source;
    return day;
  }

  void apply(const Amendment& a) {
    const std::optional<DayRef> from = resolved(a.validity.from, a);
    const std::optional<DayRef> until = resolved(a.validity.until, a);
    if (!from) return;
    switch (a.kind) {
      case Amendment::Kind::AmendParam:
        return amend(a, *from, until);
      case Amendment::Kind::Repeal:
      case Amendment::Kind::Suspend:
        return cut_all(a, *from, until);
      case Amendment::Kind::AddMember:
        return add_members(a, *from, until);
      case Amendment::Kind::RemoveMember:
        return remove_members(a, *from, until);
    }
  }

  void amend(const Amendment& a, const DayRef& from, const std::optional<DayRef>& until) {
    bool known = false;
    for (std::size_t i = 0; i < pack_.params.size(); ++i) {
      if (pack_.params[i].id != a.target) continue;
      known = true;
      if (!holds(pack_.params[i].validity, from.day)) continue;
      const Param before = pack_.params[i];
      if (before.date.has_value() != a.date.has_value()) {
        return error("L185", a, a.date ? Msg::LawAmendWithDate : Msg::LawAmendWithNumber);
      }
      if (!a.unit.empty() && a.unit != before.unit) {
        report_->error("L131", a.span, {Msg::LawWrongUnit, {a.target, before.unit, a.unit}});
        return;
      }
      end_at(pack_.params[i].validity, from);
      Param after = before;
      after.number = a.number;
      after.date = a.date;
      after.provenance = a.provenance;
      if (after.provenance.says.empty()) after.provenance.says = before.provenance.says;
      after.validity.from = from;
      after.span = after.value_span = a.span;
      if (until) {
        end_at(after.validity, *until);
        if (ends_after(before.validity, until->day)) {
          Param again = before;
          again.validity.from = *until;
          pack_.params.push_back(std::move(again));
        }
      }
      pack_.params.push_back(std::move(after));
      return;
    }
    missing(a, known, from);
  }

  // Takes [from, until) out of every version of the target.
  void cut_all(const Amendment& a, const DayRef& from, const std::optional<DayRef>& until) {
    bool known = false;
    bool hit = false;
    const auto cut = [&](auto& all) {
      const std::size_t count = all.size();
      for (std::size_t i = 0; i < count; ++i) {
        if (all[i].id != a.target) continue;
        known = true;
        const auto before = all[i];
        const bool begins_later =
            until && before.validity.from && before.validity.from->day >= until->day;
        if (!ends_after(before.validity, from.day) || begins_later) continue;
        hit = true;
        end_at(all[i].validity, from);
        if (until && ends_after(before.validity, until->day)) {
          auto again = before;
          again.validity.from = *until;
          all.push_back(std::move(again));
        }
      }
    };
    cut(pack_.params);
    cut(pack_.sets);
    cut(pack_.defines);
    cut(pack_.rules);
    cut(pack_.defeats);
    cut(pack_.bars);
    cut(pack_.policies);
    cut(pack_.readings);
    cut(pack_.flags);
    cut(pack_.asides);
    cut(pack_.pointers);
    if (!hit) missing(a, known, from);
  }

  void add_members(const Amendment& a, const DayRef& from, const std::optional<DayRef>& until) {
    bool known = false;
    for (SetDecl& set : pack_.sets) {
      if (set.id != a.target) continue;
      known = true;
      for (const std::string& word : a.words) {
        SetMember m;
        m.word = word;
        m.validity.from = from;
        m.validity.until = until;
        m.source = a.provenance.source;
        m.cite = a.provenance.cite;
        m.span = a.span;
        set.members.push_back(std::move(m));
      }
    }
    if (!known) missing(a, false, from);
  }

  void remove_members(const Amendment& a, const DayRef& from, const std::optional<DayRef>& until) {
    bool known = false;
    for (const std::string& word : a.words) {
      bool hit = false;
      for (SetDecl& set : pack_.sets) {
        if (set.id != a.target) continue;
        known = true;
        const std::size_t count = set.members.size();
        for (std::size_t i = 0; i < count; ++i) {
          const SetMember before = set.members[i];
          if (before.word != word || !ends_after(before.validity, from.day)) continue;
          hit = true;
          end_at(set.members[i].validity, from);
          if (until && ends_after(before.validity, until->day)) {
            SetMember again = before;
            again.validity.from = *until;
            set.members.push_back(std::move(again));
          }
        }
      }
      if (known && !hit)
        report_->error("L184", a.span, {Msg::LawNotAMember, {word, a.target}},
                       {{Msg::LawNotAMemberHelp, {}}});
    }
    if (!known) missing(a, false, from);
  }

  void missing(const Amendment& a, bool known, const DayRef& from) {
    if (known) {
      report_->error("L183", a.span, {Msg::LawNotInForce, {a.target, from.day.iso()}});
      return;
    }
    std::vector<std::string> ids;
    const auto collect = [&ids](const auto& all) {
      for (const auto& declaration : all) ids.push_back(declaration.id);
    };
    collect(pack_.params);
    collect(pack_.sets);
    collect(pack_.rules);
    collect(pack_.defeats);
    collect(pack_.bars);
    collect(pack_.policies);
    collect(pack_.readings);
    collect(pack_.flags);
    collect(pack_.asides);
    collect(pack_.pointers);
    report_->error("L182", a.span, {Msg::LawNothingToAmend, {a.target}}, suggest(a.target, ids));
  }

  void error(std::string_view code, const Amendment& a, Msg message) {
    report_->error(code, a.span, {message, {a.target}});
  }

  Pack pack_;
  std::uint32_t file_;
  Reporter* report_ = nullptr;
};

}  // namespace

Result<Pack> apply_overlay(const Pack& pack, std::string path, std::string text) {
  return Overlaying(pack, std::move(path), std::move(text)).run();
}

}  // namespace licit::law
