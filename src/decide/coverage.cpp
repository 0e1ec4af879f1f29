#include "decide/coverage.h"

#include <algorithm>
#include <tuple>

#include "decide/citation.h"

namespace licit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Gatherer {
 public:
  explicit Gatherer(const LawView& law) : law_(law), index_(*law.index) {}

  void rules() {
    for (const law::Rule& rule : law_.pack.rules) {
      const bool pointer = rule.outcome == law::OutcomeKind::NotCovered;
      CoverageRow& row = add(kind_of(rule), rule);
      if (!pointer) continue;
      row.modelled = Modelled::Pointer;
      if (row.left_out.empty()) row.left_out = rule.because;
    }
  }
  void defeats() {
    for (const law::Defeat& defeat : law_.pack.defeats) {
      const bool exclusion = defeat.kind == law::DefeatKind::Exclusion;
      CoverageRow& row = add(exclusion ? "exclusion" : "exception", defeat);
      if (defeat.not_encoded) row.modelled = Modelled::Pointer;
    }
  }
  void pointers() {
    for (const law::Pointer& pointer : law_.pack.pointers) {
      CoverageRow& row = add("pointer", pointer);
      row.modelled = Modelled::Pointer;
      row.left_out = {pointer.searched, pointer.searched};
    }
  }
  template <typename List>
  void all(const List& list, const char* kind) {
    for (const auto& one : list) add(kind, one);
  }

  // Definitions, numbers and sets are parts of provisions: they have a row of their own where they leave
  // something out.
  template <typename List>
  void partial(const List& list, const char* kind) {
    for (const auto& one : list) {
      if (!one.provenance.partial.empty()) add(kind, one);
    }
  }

  std::vector<CoverageRow> take() { return std::move(rows_); }

 private:
  static const char* kind_of(const law::Rule& rule) {
    switch (rule.outcome) {
      case law::OutcomeKind::Class:
        return "class";
      case law::OutcomeKind::NotSubject:
      case law::OutcomeKind::NotCovered:
        return "scope";
      case law::OutcomeKind::Prohibited:
        return "prohibition";
      default:
        return "requirement";
    }
  }

  template <typename Provision>
  CoverageRow& add(const char* kind, const Provision& provision) {
    const Citation citation =
        citation_of(index_, provision.id, provision.provenance, provision.validity);
    CoverageRow row;
    row.kind = kind;
    row.id = citation.provision;
    row.cite = citation.cite;
    row.says = citation.says;
    row.from = citation.from;
    row.until = citation.until;
    row.verified = citation.verified;
    row.verified_note = citation.verified_note;
    row.source_citation = citation.source_citation;
    row.left_out = citation.partial;
    if (!row.left_out.empty()) row.modelled = Modelled::Partial;
    rows_.push_back(std::move(row));
    return rows_.back();
  }

  const LawView& law_;
  const PackIndex& index_;
  std::vector<CoverageRow> rows_;
};

}  // namespace

std::string_view word_of(Modelled modelled) {
  switch (modelled) {
    case Modelled::Whole:
      return "modelled";
    case Modelled::Partial:
      return "partial";
    case Modelled::Pointer:
      return "pointer";
  }
  return "pointer";
}

bool cited_before(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (!is_digit(a.front()) || !is_digit(b.front())) {
      if (a.front() != b.front()) return a.front() < b.front();
      a.remove_prefix(1);
      b.remove_prefix(1);
      continue;
    }
    const auto figure = [](std::string_view& text) {
      std::size_t end = 0;
      while (end < text.size() && is_digit(text[end])) ++end;
      std::string_view digits = text.substr(0, end);
      text.remove_prefix(end);
      while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
      return digits;
    };
    const std::string_view left = figure(a);
    const std::string_view right = figure(b);
    if (left.size() != right.size()) return left.size() < right.size();
    if (left != right) return left < right;
  }
  return a.empty() && !b.empty();
}

Result<Coverage> coverage_of(const LawView& law, const Catalogue& catalogue) {
  const auto lines = prepare_tests(law, catalogue);
  if (!lines.ok()) return lines.errors();
  const PackIndex own(law.pack);
  LawView indexed = law;
  if (indexed.index == nullptr) indexed.index = &own;
  const Touched touched = touched_by(indexed, lines.value());

  Gatherer gatherer(indexed);
  gatherer.rules();
  gatherer.defeats();
  gatherer.all(law.pack.bars, "bar");
  gatherer.all(law.pack.policies, "policy");
  gatherer.all(law.pack.flags, "flag");
  gatherer.all(law.pack.asides, "aside");
  gatherer.pointers();
  gatherer.partial(law.pack.defines, "define");
  gatherer.partial(law.pack.params, "param");
  gatherer.partial(law.pack.sets, "set");
  Coverage coverage;
  coverage.rows = gatherer.take();
  for (CoverageRow& row : coverage.rows) {
    const auto found = touched.find({row.id, row.from});
    if (found != touched.end()) row.tests = found->second.size();
    const bool pointer = row.modelled == Modelled::Pointer;
    coverage.pointers += pointer ? 1 : 0;
    coverage.partial += row.modelled == Modelled::Partial ? 1 : 0;
    coverage.whole += row.modelled == Modelled::Whole ? 1 : 0;
    const bool part = row.kind == "define" || row.kind == "param" || row.kind == "set";
    if (!pointer && !part && row.tests == 0) ++coverage.untouched;
  }
  std::stable_sort(coverage.rows.begin(), coverage.rows.end(),
                   [](const CoverageRow& a, const CoverageRow& b) {
                     if (a.cite != b.cite) return cited_before(a.cite, b.cite);
                     if (a.id != b.id) return a.id < b.id;
                     return a.from < b.from;
                   });
  return coverage;
}

}  // namespace licit
