// What is looked up in a pack again and again, found once: sources, facts and versions by name, and
// which provision defeats, bars or reviews which. Positions are indexes into the pack's vectors.
// Read only once built; the pack must outlive it and must not change meanwhile.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/ast.h"

namespace licit {

class PackIndex {
 public:
  using Positions = std::vector<std::size_t>;

  explicit PackIndex(const law::Pack& pack);

  const law::Pack& pack() const { return *pack_; }
  // Null where the pack declares no such thing.
  const law::Source* source(std::string_view id) const;
  const law::FactDecl* fact(std::string_view id) const;

  // Every version of an id; empty where there is none.
  const Positions& params(std::string_view id) const { return at(params_, id); }
  const Positions& sets(std::string_view id) const { return at(sets_, id); }
  const Positions& defines(std::string_view id) const { return at(defines_, id); }
  const Positions& readings(std::string_view id) const { return at(readings_, id); }

  // Groups of two or more rules (defeats, bars, policies, flags, asides, pointers) that are versions of one id.
  struct Versions {
    std::vector<Positions> rules, defeats, bars, policies, flags, asides, pointers, readings;
  };
  const Versions& versions() const { return versions_; }

  // What bears on one rule.
  struct RuleLinks {
    Positions exclusions, exceptions;  // defeats
    Positions bars;                    // bars to its exceptions
    Positions policies;
    Positions overriders;    // rules
    bool is_notice = false;  // its source is a notice: it binds who received it
  };
  const RuleLinks& links(std::size_t rule) const { return links_[rule]; }
  const Positions& defeat_overriders(std::size_t defeat) const {
    return defeat_overriders_[defeat];
  }

  // Paragraphs in order of precedence; those that no precedence names come last, as declared.
  const std::vector<std::string_view>& paragraphs() const { return paragraphs_; }
  // Class rules of one paragraph.
  const Positions& class_rules(std::string_view paragraph) const {
    return at(class_rules_, paragraph);
  }

  const Positions& requirement_rules() const { return requirements_; }  // License and Prohibited
  const Positions& no_license_rules() const { return no_license_; }
  const Positions& scope_rules() const { return scope_; }

 private:
  using ByName = std::unordered_map<std::string_view, Positions>;
  static const Positions& at(const ByName& map, std::string_view id);
  void index_names();
  void index_rules();
  void index_defeats();

  const law::Pack* pack_;
  std::unordered_map<std::string_view, const law::Source*> sources_;
  std::unordered_map<std::string_view, const law::FactDecl*> facts_;
  ByName params_, sets_, defines_, readings_, class_rules_, rules_by_id_, defeats_by_id_;
  Versions versions_;
  std::vector<RuleLinks> links_;
  std::vector<Positions> defeat_overriders_;
  std::vector<std::string_view> paragraphs_;
  Positions requirements_, no_license_, scope_;
};

}  // namespace licit
