// Parsing and checking of the files of a pack.
#include "language/load.h"

#include <algorithm>
#include <map>

#include "base/mapped.h"
#include "base/text.h"
#include "language/check.h"
#include "language/limits.h"
#include "language/parser.h"
#include "language/report.h"

namespace licit::law {
namespace {

// One pack among the files: its header's file, and who uses whom.
struct Group {
  std::uint32_t header = 0;
  bool has_header = false;
};

bool holds_tests(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return path.substr(slash == std::string_view::npos ? 0 : slash + 1).starts_with("tests");
}

class Assembly {
 public:
  explicit Assembly(PackSource source) : report_(out_.pack), tests_(source.tests) {
    out_.pack.files = std::move(source.files);
  }

  ReadPack run() {
    Pack& pack = out_.pack;
    std::size_t bytes = 0;
    for (const File& file : pack.files) bytes += file.text.size();
    if (pack.files.empty()) {
      report_.error_in({}, "L035", {Msg::LawNoFiles, {}});
    } else if (bytes > limits::pack_bytes) {
      report_.error_in(
          pack.files.front().path, "L008",
          {Msg::LawPackTooLarge, {std::to_string(bytes), std::to_string(limits::pack_bytes)}});
    } else {
      for (std::uint32_t i = 0; i < pack.files.size() && !report_.full(); ++i)
        if (tests_ || !holds_tests(pack.files[i].path))
          parsed_.push_back(parse_file(pack, i, report_));
      headers();
      CheckOptions options;
      for (const ParsedFile& p : parsed_)
        options.broken.insert(options.broken.end(), p.broken.begin(), p.broken.end());
      check(pack, options, report_);
    }
    out_.ok = !report_.has_errors();
    out_.diagnostics = report_.take();
    for (const Diagnostic& d : out_.diagnostics) {
      if (d.severity == Severity::Warning) pack.warnings.push_back(d);
    }
    return std::move(out_);
  }

 private:
  void headers() {
    for (std::uint32_t i = 0; i < parsed_.size(); ++i) {
      const ParsedFile& p = parsed_[i];
      if (p.header == HeaderKind::Overlay)
        report_.error("L181", p.header_span, {Msg::LawOverlayAlone, {}},
                      {{Msg::LawOverlayAloneHelp, {}}});
      if (p.header != HeaderKind::Pack) continue;
      Group& group = groups_[p.of];
      if (group.has_header)
        report_.error("L032", p.header_span,
                      {Msg::LawTwoHeaders, {p.of, out_.pack.files[group.header].path}},
                      {{Msg::LawTwoHeadersHelp, {p.of}}});
      else
        group = {i, true};
    }
    for (const ParsedFile& p : parsed_) {
      if (p.header != HeaderKind::Part || groups_.contains(p.of)) continue;
      report_.error("L033", p.header_span, {Msg::LawPartOfOther, {p.of}}, suggest(p.of, ids()));
    }
    choose_main();
  }

  std::vector<std::string> ids() const {
    return mapped(groups_, [](const auto& group) { return group.first; });
  }

  void choose_main() {
    std::vector<std::string> used;
    for (const auto& [id, group] : groups_) {
      for (const std::string& other : parsed_[group.header].pack.uses) {
        used.push_back(other);
        if (!groups_.contains(other)) {
          report_.error("L034", parsed_[group.header].pack.span, {Msg::LawUsedNotFound, {other}},
                        {{Msg::LawUsedNotFoundHelp, {as_path(other), other}}});
        }
      }
    }
    if (cycle_in_uses()) return;
    std::vector<std::string> main;
    for (const auto& [id, group] : groups_) {
      if (std::find(used.begin(), used.end(), id) == used.end()) main.push_back(id);
    }
    if (main.size() == 1) {
      out_.pack.header = parsed_[groups_[main.front()].header].pack;
      for (const auto& [id, group] : groups_) {
        if (id != main.front()) out_.pack.used.push_back(parsed_[group.header].pack);
      }
    } else if (main.size() > 1) {
      const std::uint32_t second = groups_[main[1]].header;
      report_.error("L032", parsed_[second].header_span, {Msg::LawTwoPacks, {main[0], main[1]}},
                    {{Msg::LawTwoHeadersHelp, {main[0]}}});
    }
  }

  bool cycle_in_uses() {
    for (const auto& [id, group] : groups_) {
      // Few packs, short chains: follow every way from each.
      std::vector<std::vector<std::string>> ways{{id}};
      for (std::size_t steps = 0; !ways.empty() && steps <= groups_.size(); ++steps) {
        std::vector<std::vector<std::string>> longer;
        for (const auto& way : ways) {
          const auto found = groups_.find(way.back());
          if (found == groups_.end()) continue;
          for (const std::string& next : parsed_[found->second.header].pack.uses) {
            if (next == id) {
              std::string shown = joined(way, " -> ") + " -> " + id;
              report_.error("L152", parsed_[group.header].pack.span, {Msg::LawUseCycle, {shown}},
                            {{Msg::LawCycleHelp, {}}});
              return true;
            }
            if (std::find(way.begin(), way.end(), next) == way.end() && longer.size() < 1000) {
              longer.push_back(way);
              longer.back().push_back(next);
            }
          }
        }
        ways = std::move(longer);
      }
    }
    return false;
  }

  static std::string as_path(std::string id) {
    std::replace(id.begin(), id.end(), '.', '/');
    return id;
  }

  ReadPack out_;
  Reporter report_;
  bool tests_;
  std::vector<ParsedFile> parsed_;
  std::map<std::string, Group> groups_;
};

Result<Pack> only_if_ok(ReadPack read) {
  if (!read.ok) return std::move(read.diagnostics);
  return std::move(read.pack);
}

Result<Pack> from(Result<PackSource> source) {
  if (!source.ok()) return source.errors();
  return only_if_ok(read_pack(std::move(source).value()));
}

}  // namespace

ReadPack read_pack(PackSource source) { return Assembly(std::move(source)).run(); }

Result<Pack> load_pack(const PackSource& source) { return only_if_ok(read_pack(source)); }
Result<Pack> load_pack_from_path(const std::string& path) { return from(gather(path)); }
Result<Pack> load_pack_from_directory(const std::string& path) { return from(gather(path)); }
Result<Pack> load_pack_from_file(const std::string& path) { return from(gather(path)); }
Result<Pack> load_embedded_pack(std::string_view folder, bool tests) {
  Result<PackSource> source = gather_embedded(folder);
  if (source.ok()) source.value().tests = tests;
  return from(std::move(source));
}

}  // namespace licit::law
