#include "cli/render_diff.h"

#include <algorithm>
#include <map>

#include "base/mapped.h"
#include "base/text.h"
#include "cli/render_text.h"
#include "cli/statement_words.h"

namespace licit::cli {
namespace {

constexpr std::size_t most_statements = 8;
constexpr std::size_t most_places = 6;
constexpr std::size_t most_clauses = 3;

class Writing {
 public:
  Writing(const Page& page, const ShownDifference& shown, bool explain)
      : page_(page),
        shown_(shown),
        explain_(explain),
        law_(shown.after.engine.pack(), shown.after.on,
             Clock{shown.after.options.known, shown.after.options.knower}),
        namer_(law_, shown.after.engine.places()),
        words_(page.language, shown.after.engine.pack(), shown.after.engine.places(), namer_,
               explain ? 1000 : most_places) {}

  std::string write() {
    title();
    if (shown_.difference.statements.empty()) {
      paragraph(said(Msg::DiffNothing), 0);
    } else {
      chips();
      statements();
    }
    clauses();
    const law::PackHeader& header = shown_.after.engine.pack().header;
    out_ += "\n";
    paragraph(
        say(page_.language, Msg::CliVerifiedThrough, {header.id, header.verified_through.iso()}),
        0);
    return std::move(out_);
  }

 private:
  std::string said(Msg key, const std::vector<std::string>& arguments = {}) const {
    return say(page_.language, key, arguments);
  }
  void paragraph(std::string_view text, int indent) {
    out_ += wrapped(text, page_.width, indent, indent) + "\n";
  }
  void heading(std::string_view text) {
    out_ += "\n" + toned(page_, Tone::Strong, wrapped(text, page_.width, 0, 0)) + "\n";
  }
  std::string verdict(Verdict verdict) const { return verdict_words(page_.language, verdict); }

  void title() {
    const std::string text =
        shown_.days ? said(Msg::DiffTitleDays, {shown_.before_name, shown_.after_name})
                    : said(Msg::DiffTitlePacks,
                           {shown_.before_name, shown_.after_name, shown_.after.on.iso()});
    out_ += toned(page_, Tone::Strong, wrapped(text, page_.width, 0, 0)) + "\n";
    std::vector<std::string> given;
    for (const TransactionField& field : shown_.transaction.fields) {
      given.push_back(field.name + " " + field.text);
    }
    if (!given.empty()) paragraph(said(Msg::DiffGiven, {joined(given, ", ")}), 0);
    out_ += "\n";
  }

  // Chips that move alike in one entry.
  void chips() {
    const Moved& moved = shown_.moved;
    out_ += toned(page_, Tone::Strong, said(Msg::DiffMoved)) + "\n";
    if (moved.chips.empty()) {
      paragraph(said(Msg::DiffMovedNone), 2);
    } else if (!moved.chips.front().places.empty()) {
      paragraph(said(Msg::DiffHeadquartered), 2);
    }
    using Alike = std::tuple<Verdict, Verdict, std::vector<std::string>>;
    std::map<Alike, std::vector<std::string>> alike;
    for (const MovedChip& one : moved.chips) {
      alike[{one.before, one.after, one.places}].push_back(one.name);
    }
    for (const auto& [key, names] : alike) {
      const auto& [before, after, places] = key;
      const std::string change = said(Msg::DiffStatement, {verdict(before), verdict(after)});
      paragraph(places.empty() ? change
                               : change + " " + said(Msg::DiffToPlaces, {words_.of_places(places)}),
                2);
      paragraph(joined(names, ", "), 4);
    }
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> classes;
    const auto shown_class = [](const std::string& name) { return name.empty() ? "-" : name; };
    for (const MovedClass& one : moved.classes) {
      classes[{shown_class(one.before), shown_class(one.after)}].push_back(one.name);
    }
    for (const auto& [key, names] : classes) {
      paragraph(said(Msg::DiffMovedClass, {joined(names, ", "), key.first, key.second}), 2);
    }
  }

  void statements() {
    const std::vector<DifferenceStatement>& all = shown_.difference.statements;
    const std::size_t shown = explain_ ? all.size() : std::min(all.size(), most_statements);
    heading(said(Msg::DiffSummary));
    if (shown < all.size()) {
      paragraph(said(Msg::DiffTooMany, {std::to_string(all.size()), std::to_string(shown)}), 2);
    }
    if (!shown_.difference.common.empty()) {
      paragraph(said(Msg::DiffTurnsOn, {words_.limits(shown_.difference.common)}), 2);
    }
    for (std::size_t i = 0; i < shown; ++i) {
      const DifferenceStatement& one = all[i];
      std::string head = said(Msg::DiffStatement, {verdict(one.before), verdict(one.after)});
      const std::vector<std::string>& by = one.after_by.empty() ? one.before_by : one.after_by;
      if (!by.empty()) head += " " + said(Msg::DiffBy, {joined(by, ", ")});
      out_ += wrapped(std::to_string(i + 1) + ". " + head, page_.width, 2, 5) + "\n";
      for (const DifferenceLimit& limit : one.limits) {
        out_ += wrapped(words_.limit(limit), page_.width, 5, 7) + "\n";
      }
    }
    if (shown < all.size()) paragraph(said(Msg::DiffNarrow), 2);
  }

  void clauses() {
    const std::vector<TimelineClause>& clauses = shown_.difference.clauses;
    if (clauses.empty()) return;
    heading(said(Msg::DiffProvisions));
    std::vector<std::string> documents;
    for (const TimelineClause& one : clauses) {
      const std::string& cite = one.cite.empty() ? one.source : one.cite;
      if (std::find(documents.begin(), documents.end(), cite) == documents.end()) {
        documents.push_back(cite);
      }
    }
    for (const std::string& document : documents) {
      paragraph(document, 2);
      for (const auto& [begins, ends] :
           {std::pair{true, false}, std::pair{true, true}, std::pair{false, true}}) {
        std::vector<std::string> ids;
        for (const TimelineClause& one : clauses) {
          const bool here = (one.cite.empty() ? one.source : one.cite) == document;
          if (here && one.begins == begins && one.ends == ends) ids.push_back(one.id);
        }
        if (ids.empty()) continue;
        if (!explain_ && ids.size() > most_clauses + 1) {
          const std::size_t more = ids.size() - most_clauses;
          ids.resize(most_clauses);
          ids.push_back(said(Msg::CliAndMore, {std::to_string(more)}));
        }
        const Msg what = !begins ? Msg::DiffEnds : ends ? Msg::DiffChanges : Msg::DiffBegins;
        out_ +=
            wrapped(said(Msg::CliRuleLine, {said(what), joined(ids, ", ")}), page_.width, 4, 6) +
            "\n";
      }
    }
  }

  const Page& page_;
  const ShownDifference& shown_;
  bool explain_;
  LawAt law_;
  PlaceNamer namer_;
  StatementWords words_;
  std::string out_;
};

}  // namespace

std::string render_diff(const Page& page, const ShownDifference& shown, bool explain) {
  return Writing(page, shown, explain).write();
}

}  // namespace licit::cli
