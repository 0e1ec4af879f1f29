// licit law coherence: what of a pack does not hang together, and whether the pack knows.
#include <algorithm>
#include <chrono>
#include <set>

#include "base/json.h"
#include "base/mapped.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/say.h"
#include "decide/coherence.h"
#include "decide/law_test.h"
#include "language/words.h"

namespace licit::cli {
namespace {

std::string kind_words(Language language, FindingKind kind) {
  switch (kind) {
    case FindingKind::Gap:
      return say(language, Msg::CoherenceKindGap);
    case FindingKind::Conflict:
      return say(language, Msg::CoherenceKindConflict);
    case FindingKind::Overlap:
      return say(language, Msg::CoherenceKindOverlap);
    case FindingKind::Idle:
      return say(language, Msg::CoherenceKindIdle);
    case FindingKind::Gentler:
      return say(language, Msg::CoherenceKindGentler);
    case FindingKind::Unreviewed:
      return say(language, Msg::CoherenceKindUnreviewed);
  }
  return {};
}

std::string name_of(const law::Party& party) {
  return party.provision + (party.limb.empty() ? "" : " (" + party.limb + ")");
}

std::string limit_of(const law::Pack& pack, const Passed& past) {
  const law::FactDecl* fact = pack.find_fact(past.fact);
  const bool bare = fact == nullptr || fact->unit.empty();
  return past.limit.at.decimal() + (bare ? "" : " " + fact->unit);
}

std::string what(Language language, const law::Pack& pack, const Finding& finding) {
  const auto party = [&](std::size_t i) { return name_of(finding.between[i]); };
  switch (finding.kind) {
    case FindingKind::Gap:
      return say(language, Msg::CoherenceGap, {finding.when});
    case FindingKind::Conflict:
      return say(language, Msg::CoherenceConflict, {party(0), party(1)});
    case FindingKind::Overlap:
      return say(language, Msg::CoherenceOverlap, {party(0), party(1)});
    case FindingKind::Idle:
      return say(language, Msg::CoherenceIdle, {party(0)});
    case FindingKind::Gentler:
      return say(language,
                 finding.past->limit.after ? Msg::CoherenceGentlerLess : Msg::CoherenceGentler,
                 {finding.past->fact, limit_of(pack, *finding.past), party(0)});
    case FindingKind::Unreviewed:
      return say(language, Msg::CoherenceUnreviewed, {party(0)});
  }
  return {};
}

std::string example_words(const Finding& finding) {
  std::string out = finding.example->on.iso();
  for (const law::Given& fact : finding.example->facts)
    out += ", " + fact.name + " = " + fact.value;
  if (finding.past) {
    out += ", " + finding.past->fact + " = " + finding.past->under + " / " + finding.past->over;
  }
  for (const law::Given& one : finding.example->settings)
    out += ", " + one.name + " = " + one.value;
  return out;
}

std::string days_words(Language language, const Finding& finding) {
  return finding.until
             ? say(language, Msg::CoherenceFromUntil, {finding.from.iso(), finding.until->iso()})
             : say(language, Msg::CoherenceFrom, {finding.from.iso()});
}

std::string fault_words(Language language, const QuirkFault& fault) {
  switch (fault.kind) {
    case QuirkFault::Kind::Stale:
      return say(language, Msg::CoherenceStale, {fault.quirk->id});
    case QuirkFault::Kind::TooWide:
      return say(language, Msg::CoherenceTooWide, {fault.quirk->id});
    case QuirkFault::Kind::WrongExample:
      return say(language, Msg::CoherenceWrongExample, {fault.quirk->id});
  }
  return {};
}

std::string_view word_of(QuirkFault::Kind kind) {
  switch (kind) {
    case QuirkFault::Kind::Stale:
      return "stale";
    case QuirkFault::Kind::TooWide:
      return "too-wide";
    case QuirkFault::Kind::WrongExample:
      return "wrong-example";
  }
  return "";
}

// A name for the quirk that would record a finding, not yet taken.
std::string name_for(const law::Pack& pack, const Finding& finding, std::set<std::string>& taken) {
  for (const law::Quirk& quirk : pack.quirks) taken.insert(quirk.id);
  std::string base(law::word_of(finding.kind));
  for (const law::Party& party : finding.between) {
    base += "-" + party.provision + (party.limb.empty() ? "" : "-" + party.limb);
  }
  std::string name = base;
  for (int i = 2; !taken.insert(name).second; ++i) name = base + "-" + std::to_string(i);
  return name;
}

class Report {
 public:
  Report(const Terminal& terminal, Language language, const law::Pack& pack,
         const Coherence& coherence, bool explain)
      : terminal_(terminal),
        language_(language),
        page_(page_for(terminal, language)),
        pack_(pack),
        coherence_(coherence),
        explain_(explain) {}

  void tell(std::size_t fresh) {
    for (const Finding& finding : coherence_.findings) {
      if (finding.quirk.empty() || explain_) tell(finding);
    }
    for (const QuirkFault& fault : coherence_.faults) {
      const Place place = place_of(pack_, fault.quirk->span);
      line(0, place.file + ":" + std::to_string(place.line) + ": " + fault_words(language_, fault));
    }
    std::set<std::string_view> known;
    for (const Finding& finding : coherence_.findings) known.insert(finding.quirk);
    known.erase("");
    line(0,
         fresh + coherence_.faults.size() == 0
             ? say(language_, Msg::CoherenceClean, {pack_.header.id, std::to_string(known.size())})
             : say(language_, Msg::CoherenceNew,
                   {pack_.header.id, std::to_string(fresh),
                    std::to_string(coherence_.faults.size()), std::to_string(known.size())}));
    line(0, say(language_, Msg::CoherenceProved,
                {std::to_string(coherence_.axes), std::to_string(coherence_.moments)}));
  }

 private:
  void line(int indent, const std::string& text) {
    terminal_.out << wrapped(text, page_.width, indent, indent + 2) << "\n";
  }

  void tell(const Finding& finding) {
    line(0, kind_words(language_, finding.kind) + ": " + what(language_, pack_, finding) + "; " +
                days_words(language_, finding));
    if (finding.example) {
      line(2, say(language_, Msg::CoherenceExample, {example_words(finding)}));
    }
    if (finding.quirk.empty()) {
      line(2, say(language_, Msg::CoherenceRecord));
      // To be copied, so not wrapped.
      terminal_.out << "\n" << as_quirk(pack_, finding, name_for(pack_, finding, taken_)) << "\n";
      return;
    }
    for (const law::Quirk& quirk : pack_.quirks) {
      if (quirk.id != finding.quirk) continue;
      line(2, say(language_, Msg::CoherenceKnown, {quirk.id, quirk.because.in(language_)}));
      line(2, quirk.cite);
    }
    terminal_.out << "\n";
  }

  const Terminal& terminal_;
  Language language_;
  Page page_;
  const law::Pack& pack_;
  const Coherence& coherence_;
  bool explain_;
  std::set<std::string> taken_;
};

void write_given(JsonWriter& json, std::string_view name, const std::vector<law::Given>& all) {
  json.begin_object(name);
  for (const law::Given& one : all) json.field(one.name, one.value);
  json.end_object();
}

void write_json(const Terminal& terminal, const law::Pack& pack, const Coherence& coherence,
                bool passed) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("pack", pack.header.id);
  json.field("hash", pack.hash);
  json.field("passed", passed);
  json.field("questions", static_cast<std::int64_t>(coherence.axes));
  json.field("days", static_cast<std::int64_t>(coherence.moments));
  json.begin_array("findings");
  for (const Finding& finding : coherence.findings) {
    json.begin_object();
    json.field("kind", law::word_of(finding.kind));
    json.begin_array("between");
    for (const law::Party& party : finding.between) {
      json.begin_object();
      json.field("provision", party.provision);
      if (!party.limb.empty()) json.field("limb", party.limb);
      json.end_object();
    }
    json.end_array();
    if (finding.past) {
      json.begin_object("past");
      json.field("fact", finding.past->fact);
      json.field("limit", limit_of(pack, *finding.past));
      json.field("beyond", finding.past->limit.after);
      json.field("under", finding.past->under);
      json.field("over", finding.past->over);
      json.end_object();
    }
    if (!finding.when.empty()) json.field("when", finding.when);
    json.field("from", finding.from);
    json.field("until", finding.until);
    if (finding.example) {
      json.begin_object("example");
      json.field("on", finding.example->on);
      write_given(json, "facts", finding.example->facts);
      write_given(json, "settings", finding.example->settings);
      json.end_object();
    }
    if (!finding.quirk.empty()) json.field("quirk", finding.quirk);
    json.end_object();
  }
  json.end_array();
  json.begin_array("faults");
  for (const QuirkFault& fault : coherence.faults) {
    json.begin_object();
    json.field("quirk", fault.quirk->id);
    json.field("fault", word_of(fault.kind));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  terminal.out << json.take() << "\n";
}

// One line, written over, at most five times a second.
class Progress {
 public:
  Progress(const Terminal& terminal, Language language)
      : terminal_(terminal), language_(language) {}
  ~Progress() {
    if (shown_) terminal_.err << "\r\033[K" << std::flush;
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void tell(std::size_t done, std::size_t total) {
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_.err_is_terminal || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    shown_ = true;
    terminal_.err << "\r\033[K"
                  << say(language_, Msg::CoherenceProgress,
                         {std::to_string(total == 0 ? 0 : done * 100 / total)})
                  << std::flush;
  }

 private:
  const Terminal& terminal_;
  Language language_;
  std::chrono::steady_clock::time_point last_;
  bool shown_ = false;
};

Result<Coherence> examine(const Engine& engine, std::vector<FindingKind> kinds,
                          const Terminal& terminal, Language language) {
  const Interrupt interrupt;
  Progress progress(terminal, language);
  CoherenceOptions options;
  options.kinds = std::move(kinds);
  options.stop = &Interrupt::flag();
  options.progress = [&](std::size_t done, std::size_t total) { progress.tell(done, total); };
  return coherence_of(engine.law(), engine.catalogue(), options);
}

}  // namespace

int law_coherence_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law coherence", Msg::CliSaysLawCoherence);
  Shown shown;
  std::string typed;
  std::vector<std::string> words;
  line.words(say(language, Msg::CliWordsPath), words, Msg::CliOptPath, 1);
  line.option("--kind", typed, "KIND,...", Msg::CliOptFindings);
  declare(line, shown);
  line.example("licit law coherence");
  line.example("licit law coherence law/us/ear --kind gap,conflict --with bill.law");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  std::vector<FindingKind> kinds;
  for (std::string_view rest = typed; !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const auto kind = law::words::finding_kind(trimmed(one));
    if (kind) kinds.push_back(*kind);
    if (kind) continue;
    const auto known = mapped(law::words::finding_kinds(),
                              [](std::string_view word) { return std::string(word); });
    show(terminal, language,
         complaint("C006", {Msg::CliNotOneOf, {"--kind", std::string(one), joined(known, ", ")}}));
    return wrong_use;
  }
  if (!words.empty()) shown.law.path = words[0];
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  auto coherence = examine(*engine, kinds, terminal, language);
  if (!coherence.ok()) {
    show(terminal, language, coherence.errors());
    return wrong_use;
  }
  if (coherence->stopped) {
    show(terminal, language, complaint("C034", {Msg::CliInterrupted, {}}));
    return failed;
  }
  Coherence found = std::move(coherence).value();
  const auto fresh = static_cast<std::size_t>(
      std::count_if(found.findings.begin(), found.findings.end(),
                    [](const Finding& finding) { return finding.quirk.empty(); }));
  const bool passed = fresh == 0 && found.faults.empty();
  if (shown.json) {
    write_json(terminal, engine->pack(), found, passed);
  } else {
    Report(terminal, language, engine->pack(), found, shown.explain).tell(fresh);
  }
  return passed ? 0 : wrong_use;
}

}  // namespace licit::cli
