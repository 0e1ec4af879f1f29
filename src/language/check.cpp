#include "language/check.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "language/check_impl.h"
#include "language/lexer.h"

namespace licit::law {

std::vector<Diagnostic> check(Pack& pack, const CheckOptions& options) {
  Reporter report(pack);
  check(pack, options, report);
  return report.take();
}

void check(Pack& pack, const CheckOptions& options, Reporter& report) {
  pack.hash = hash_of(pack);
  Checker(pack, options, report).run();
}

std::string hash_of(const Pack& pack) {
  std::vector<std::pair<std::string_view, std::string_view>> named;
  for (const File& file : pack.files) {
    // Only the name: the same pack has one hash wherever it is installed.
    const std::string_view path = file.path;
    const std::size_t slash = path.find_last_of('/');
    named.emplace_back(slash == std::string_view::npos ? path : path.substr(slash + 1), file.text);
  }
  std::sort(named.begin(), named.end());
  std::string bytes;
  for (const auto& [name, text] : named) {
    // Lengths first, so that no two packs give the same bytes.
    bytes += std::to_string(name.size()) + ":" + std::string(name);
    bytes += std::to_string(text.size()) + ":" + std::string(text);
  }
  return sha256_hex(bytes);
}

Checker::Checker(Pack& pack, const CheckOptions& options, Reporter& report)
    : pack_(pack), report_(report), broken_(options.broken.begin(), options.broken.end()) {}

void Checker::run() {
  index();
  resolve_days();
  check_sources();
  check_readings();
  check_facts();
  check_params();
  check_sets();
  check_rules();
  check_beside();
  check_defeats();
  check_bars_and_policies();
  check_precedence();
  check_events();
  check_amendments();
  check_versions();
  check_tests();
  check_quirks();
  // The rest reasons about the pack as a whole and would only repeat what is already known.
  if (report_.has_errors()) return;
  check_cycles();
  check_limits();
  if (report_.has_errors()) return;
  check_overlaps();
  check_unused();
}

void Checker::index() {
  const auto once = [this](auto& map, auto& all) {
    for (auto& declaration : all) {
      if (!map.emplace(declaration.id, &declaration).second)
        report_.error("L149", locate(declaration.span, declaration.id),
                      {Msg::LawDeclaredTwice, {declaration.id}}, {{Msg::LawDeclaredTwiceHelp, {}}});
    }
  };
  once(sources_, pack_.sources);
  once(facts_, pack_.facts);
  once(events_, pack_.events);
  const auto versions = [](auto& map, auto& all) {
    for (auto& declaration : all) map[declaration.id].push_back(&declaration);
  };
  versions(readings_, pack_.readings);
  versions(params_, pack_.params);
  versions(sets_, pack_.sets);
  versions(defines_, pack_.defines);
  versions(rules_, pack_.rules);
  versions(defeats_, pack_.defeats);
  versions(bars_, pack_.bars);
  versions(policies_, pack_.policies);
  versions(flags_, pack_.flags);
  versions(asides_, pack_.asides);
  versions(pointers_, pack_.pointers);
  for (const Rule& r : pack_.rules) {
    if (r.outcome == OutcomeKind::Class) classes_.insert(r.outcome_name);
  }
  for (const Defeat& d : pack_.defeats) {
    if (d.kind != DefeatKind::Exception) continue;
    symbols_.insert(d.symbol.empty() ? d.id : d.symbol);
    symbols_.insert(d.id);
    for (const Step& s : d.steps) steps_.insert(s.id);
  }
}

Span Checker::locate(Span declaration, std::string_view word, std::string_view after) const {
  if (declaration.file >= pack_.files.size()) return declaration;
  const std::string_view text = pack_.files[declaration.file].text;
  const std::string_view part = text.substr(declaration.begin, declaration.end - declaration.begin);
  bool seen = after.empty();
  Span found = declaration;
  found.end =
      static_cast<std::uint32_t>(declaration.begin + std::min(part.find('\n'), part.size()));
  for (const Token& token : lex(part, declaration.file, nullptr)) {
    if (token.kind == TokenKind::String ? string_value(token.in(part)) != word
                                        : token.in(part) != word) {
      if (token.in(part) == after) seen = true;
      continue;
    }
    if (!seen) continue;
    return {declaration.file, declaration.begin + token.begin, declaration.begin + token.end};
  }
  return found;
}

void Checker::unknown(std::string_view code, Msg message, std::string_view word, Span span,
                      const std::vector<std::string>& known) {
  if (known_broken(word)) return;
  report_.error(code, span, {message, {std::string(word)}}, suggest(word, known));
}

}  // namespace licit::law
