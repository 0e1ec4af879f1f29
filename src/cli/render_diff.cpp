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
constexpr std::size_t most_lines = 20;

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
      not_yet();
    } else {
      chips();
      classes();
      statements();
    }
    lines();
    clauses();
    const law::PackHeader& header = shown_.after.engine.pack().header;
    out_ += "\n";
    for (const std::string& warning : warning_lines(page_.language, shown_.warnings, explain_)) {
      paragraph(warning, 0);
    }
    paragraph(
        say(page_.language, Msg::CliVerifiedThrough, {header.id, header.verified_through.iso()}),
        0);
    return std::move(out_);
  }

 private:
  // An overlay that begins later changes nothing yet: from which day on it does.
  void not_yet() {
    const law::Pack& pack = shown_.after.engine.pack();
    if (pack.overlays.empty() || shown_.before.engine.pack().hash == pack.hash) return;
    const auto days = [](const AskedSide& side) {
      return days_of_change(side.engine.pack(), side.engine.places(), Clock{});
    };
    const std::vector<Date> before = days(shown_.before);
    for (const Date day : days(shown_.after)) {
      if (day <= shown_.after.on || std::find(before.begin(), before.end(), day) != before.end()) {
        continue;
      }
      paragraph(said(Msg::CliRuleLine,
                     {day.iso(), said(Msg::CliClauseBegins, {pack.overlays.back().id})}),
                0);
      paragraph("--on " + day.iso(), 2);
      return;
    }
  }

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
    const std::vector<std::string> given =
        mapped(shown_.transaction.fields,
               [](const TransactionField& field) { return field.name + " " + field.text; });
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
  }

  // "3A090.a, or 3A991.p" of what is open; a paragraph or none.
  std::string paragraphs(std::vector<std::string> names) const {
    for (std::string& name : names) {
      if (name.empty()) name = said(Msg::DiffUnclassified);
    }
    return joined(names, said(Msg::CliClassOr));
  }

  void classes() {
    if (shown_.moved.classes.empty()) return;
    heading(said(Msg::DiffClassesMoved));
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> alike;
    for (const MovedClass& one : shown_.moved.classes) {
      alike[{paragraphs(split(one.before)), paragraphs(split(one.after))}].push_back(one.name);
    }
    for (const auto& [key, names] : alike) {
      paragraph(said(Msg::DiffMovedClass, {key.first, key.second}), 2);
      paragraph(joined(names, ", "), 4);
    }
  }

  static std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('|', begin), text.size());
      out.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return out;
  }

  // "742.6.a.6.iii (15 CFR 742.6(a)(6)(iii))".
  static std::string cited(const std::vector<std::string>& ids, const law::Pack& pack) {
    std::vector<std::string> out;
    for (const std::string& id : ids) {
      const law::Rule* rule = nullptr;
      for (const law::Rule& one : pack.rules) {
        if (one.id == id) rule = &one;
      }
      out.push_back(rule == nullptr ? id : id + " (" + rule->provenance.cite + ")");
    }
    return joined(out, ", ");
  }

  std::string head(const DifferenceStatement& one) const {
    std::string out = said(Msg::DiffStatement, {verdict(one.before), verdict(one.after)});
    if (!one.after_by.empty()) {
      out += ", " + said(Msg::DiffBy, {cited(one.after_by, shown_.after.engine.pack())});
    } else if (!one.before_by.empty()) {
      out += ", " + said(Msg::DiffNoLonger, {cited(one.before_by, shown_.before.engine.pack())});
    }
    return out;
  }

  // Statements are alike that go the same way by the same provisions.
  static bool alike(const DifferenceStatement& a, const DifferenceStatement& b) {
    return a.before == b.before && a.after == b.after && a.before_by == b.before_by &&
           a.after_by == b.after_by;
  }

  // Those to be shown, in their order: the widest of each kind first, then the widest of the rest.
  std::vector<bool> chosen() const {
    const std::vector<DifferenceStatement>& all = shown_.difference.statements;
    const std::size_t most = explain_ ? all.size() : most_statements;
    std::vector<bool> out(all.size(), all.size() <= most);
    std::size_t taken = 0;
    for (const bool first_of_its_kind : {true, false}) {
      for (std::size_t i = 0; i < all.size() && taken < most; ++i) {
        const bool wanted = !first_of_its_kind ||
                            std::none_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                         [&](const auto& one) { return alike(one, all[i]); });
        if (!wanted || out[i]) continue;
        out[i] = true;
        ++taken;
      }
    }
    return out;
  }

  void statements() {
    const std::vector<DifferenceStatement>& all = shown_.difference.statements;
    const std::vector<bool> here = chosen();
    const auto shown = static_cast<std::size_t>(std::count(here.begin(), here.end(), true));
    heading(said(Msg::DiffStatements));
    if (shown < all.size()) {
      paragraph(said(Msg::DiffTooMany, {std::to_string(all.size()), std::to_string(shown)}), 2);
    }
    if (!shown_.difference.common.empty()) {
      paragraph(said(Msg::DiffCommon, {words_.limits(shown_.difference.common)}), 2);
    }
    std::size_t number = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!here[i]) continue;
      statement(++number, all[i]);
      // What is left out of its kind is counted below the last that is shown.
      std::size_t left_out = 0;
      for (std::size_t j = 0; j < all.size(); ++j) {
        if (!alike(all[i], all[j])) continue;
        if (!here[j]) ++left_out;
        if (here[j] && j > i) {
          left_out = 0;
          break;
        }
      }
      if (left_out > 0) {
        out_ +=
            wrapped(said(Msg::CliAndMore, {std::to_string(left_out)}), page_.width, 5, 7) + "\n";
      }
    }
    paragraph(said(Msg::DiffReach), 2);
    if (shown < all.size()) paragraph(said(Msg::DiffNarrow), 2);
  }

  void statement(std::size_t number, const DifferenceStatement& one) {
    out_ += wrapped(std::to_string(number) + ". " + head(one), page_.width, 2, 5) + "\n";
    const auto bullet = [&](const std::string& text) {
      out_ += wrapped("- " + text, page_.width, 5, 7) + "\n";
    };
    for (const DifferenceLimit& limit : one.limits) bullet(words_.limit(limit));
    if (one.before_class != one.after_class) {
      bullet(said(Msg::CliRuleLine, {said(Msg::CliWhatClass),
                                     said(Msg::DiffMovedClass, {paragraphs(one.before_class),
                                                                paragraphs(one.after_class)})}));
    }
  }

  void lines() {
    if (!shown_.lines) return;
    const MovedLines& book = *shown_.lines;
    heading(
        said(Msg::DiffLinesMoved, {std::to_string(book.moved.size()), std::to_string(book.read)}));
    paragraph(said(Msg::DiffLinesDays), 2);
    const std::size_t most = explain_ ? book.moved.size() : most_lines;
    for (std::size_t i = 0; i < std::min(most, book.moved.size()); ++i) {
      const MovedLine& one = book.moved[i];
      std::string name = one.line;
      if (!one.item.empty()) name += " " + one.item;
      if (!one.to.empty()) name += " " + said(Msg::DiffToPlaces, {one.to});
      const std::string change =
          said(Msg::DiffStatement, {verdict(one.before), verdict(one.after)});
      out_ += wrapped(said(Msg::CliRuleLine, {name, change}), page_.width, 2, 4) + "\n";
    }
    if (book.moved.size() > most) {
      paragraph(said(Msg::CliAndMore, {std::to_string(book.moved.size() - most)}), 2);
    }
    if (book.unread > 0) {
      paragraph(said(Msg::DiffLinesUnread, {std::to_string(book.unread), book.path}), 2);
    }
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
