// The summary of a book as a person reads it on a terminal.
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/wrap.h"
#include "book/summary.h"
#include "decide/answer.h"

namespace licit {
namespace {

constexpr std::size_t most_listed = 5;

std::string padded(std::string_view text, std::size_t width, bool right = false) {
  const std::size_t length = count_scalars(text);
  const std::string fill(length < width ? width - length : 0, ' ');
  return right ? fill + std::string(text) : std::string(text) + fill;
}

void put_wrapped(std::string& out, std::string_view text, std::size_t width, std::size_t indent,
                 std::size_t hanging) {
  out += wrapped(text, width, indent, hanging) + "\n";
}

class Page {
 public:
  Page(const BookSummary& summary, Language language, int width)
      : summary_(summary),
        language_(language),
        width_(static_cast<std::size_t>(std::max(40, width))) {}

  std::string render() {
    put(Msg::BookHead, {summary_.input, count(summary_.lines), count(summary_.lines - summary_.bad),
                        count(summary_.bad)});
    verdicts();
    stopped_by();
    needs();
    marks();
    if (summary_.screened)
      out_ += "\n" + render_party_summary(*summary_.screened, language_, width_);
    if (!summary_.owners.empty())
      out_ += "\n" + render_owners_summary(summary_.owners, language_, width_);
    bad_lines();
    for (const Diagnostic& note : summary_.notes) {
      out_ += "\n";
      put_wrapped(out_, t(Msg::BookNote) + " " + one_line(note, language_), width_, 0, 2);
    }
    out_ += "\n";
    put(Msg::BookDecisionsAt, {summary_.decisions});
    put(Msg::BookVerifiedThrough, {summary_.pack, summary_.verified_through.iso()});
    return std::move(out_);
  }

 private:
  std::string t(Msg key, const std::vector<std::string>& arguments = {}) const {
    return say(language_, key, arguments);
  }
  void put(Msg key, const std::vector<std::string>& arguments = {}) {
    put_wrapped(out_, t(key, arguments), width_, 0, 2);
  }
  std::string count(std::uint64_t n) const {
    return grouped(Number(static_cast<std::int64_t>(n)), language_);
  }

  // One entry a currency.
  std::vector<std::string> values(const Tally& tally) const {
    std::vector<std::string> out;
    for (const auto& [currency, sum] : tally.value) {
      const std::string unit = currency.empty() ? t(Msg::BookNoCurrency) : currency;
      out.push_back(tally.overflowed.contains(currency) ? t(Msg::BookTooMuch, {unit})
                                                        : grouped(sum, language_) + " " + unit);
    }
    return out;
  }

  // name, lines, and a value a line below each other.
  void row(std::string_view name, std::string_view lines, const std::vector<std::string>& amounts,
           std::size_t name_width, std::size_t lines_width, std::size_t value_width) {
    for (std::size_t i = 0; i < std::max<std::size_t>(1, amounts.size()); ++i) {
      std::string line = "  " + padded(i == 0 ? name : std::string_view{}, name_width) + "  " +
                         padded(i == 0 ? lines : std::string_view{}, lines_width, true);
      if (i < amounts.size()) line += "  " + padded(amounts[i], value_width, true);
      while (line.ends_with(' ')) line.pop_back();
      out_ += line + "\n";
    }
  }

  struct Row {
    std::string name;
    std::string lines;
    std::vector<std::string> amounts;
  };
  void table(Msg first_heading, const std::vector<Row>& rows) {
    std::size_t name_width = count_scalars(t(first_heading));
    std::size_t lines_width = count_scalars(t(Msg::BookLinesHeading));
    std::size_t value_width = 0;
    for (const Row& r : rows) {
      name_width = std::max(name_width, count_scalars(r.name));
      lines_width = std::max(lines_width, count_scalars(r.lines));
      for (const std::string& amount : r.amounts)
        value_width = std::max(value_width, count_scalars(amount));
    }
    std::vector<std::string> heading;
    if (value_width > 0) {
      heading.push_back(t(Msg::BookValueHeading));
      value_width = std::max(value_width, count_scalars(heading.front()));
    }
    row(t(first_heading), t(Msg::BookLinesHeading), heading, name_width, lines_width, value_width);
    for (const Row& r : rows) row(r.name, r.lines, r.amounts, name_width, lines_width, value_width);
  }

  void verdicts() {
    std::vector<Row> rows;
    rows.reserve(summary_.by_verdict.size() + 1);
    for (const auto& [verdict, tally] : summary_.by_verdict)
      rows.push_back({std::string(word_of(verdict)), count(tally.lines), values(tally)});
    if (summary_.bad > 0) rows.push_back({"bad-line", count(summary_.bad), {}});
    out_ += "\n";
    table(Msg::BookVerdictHeading, rows);
  }

  void stopped_by() {
    if (summary_.stopped_by.empty()) return;
    out_ += "\n";
    put(Msg::BookStoppedBy);
    std::vector<Row> rows;
    for (const ProvisionTally& stop : summary_.stopped_by) {
      if (rows.size() == most_listed) break;
      rows.push_back({stop.provision, count(stop.tally.lines), values(stop.tally)});
    }
    table(Msg::BookProvisionHeading, rows);
    more(summary_.stopped_by.size());
  }

  void needs() {
    if (summary_.needs.empty()) return;
    out_ += "\n";
    put(Msg::BookNeeds);
    std::size_t listed = 0;
    for (const NeedTally& need : summary_.needs) {
      if (listed++ == most_listed) break;
      std::string head = t(Msg::BookNeedLine, {need.fact, count(need.tally.lines)});
      if (need.settles_alone > 0)
        head += " " + t(Msg::BookNeedSettles, {count(need.settles_alone)});
      const std::vector<std::string> amounts = values(need.tally);
      if (!amounts.empty()) head += "; " + joined(amounts, ", ");
      put_wrapped(out_, head, width_, 2, 4);
      if (!need.asks.empty()) put_wrapped(out_, need.asks.in(language_), width_, 4, 4);
    }
    more(summary_.needs.size());
  }

  void more(std::size_t all) {
    if (all > most_listed)
      put_wrapped(out_, t(Msg::BookMore, {count(all - most_listed)}), width_, 2, 4);
  }

  void marks() {
    if (summary_.with_steps + summary_.with_assumptions + summary_.with_warnings == 0) return;
    out_ += "\n";
    put(Msg::BookMarks, {count(summary_.with_steps), count(summary_.with_assumptions),
                         count(summary_.with_warnings)});
  }

  void bad_lines() {
    if (summary_.bad_lines.empty()) return;
    out_ += "\n";
    put(Msg::BookBadLines);
    for (const Diagnostic& d : summary_.bad_lines)
      put_wrapped(out_, one_line(d, language_), width_, 2, 4);
    if (summary_.bad > summary_.bad_lines.size())
      put_wrapped(out_, t(Msg::BookMore, {count(summary_.bad - summary_.bad_lines.size())}), width_,
                  2, 4);
  }

  const BookSummary& summary_;
  Language language_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string render_summary(const BookSummary& summary, Language language, int width) {
  return Page(summary, language, width).render();
}

}  // namespace licit
