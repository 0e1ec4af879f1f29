#include "book/summary.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "base/json_list.h"
#include "book/party_json.h"
#include "decide/answer_json.h"

namespace licit {
namespace {

void write_tally(JsonWriter& json, const Tally& tally) {
  json.field("lines", static_cast<std::int64_t>(tally.lines));
  json.field("lines-without-value", static_cast<std::int64_t>(tally.without_value));
  json.begin_object("value");
  for (const auto& [currency, sum] : tally.value)
    if (!tally.overflowed.contains(currency)) json.field(currency.empty() ? "?" : currency, sum);
  json.end_object();
}

}  // namespace

void Tally::add(const Amount* amount) {
  ++lines;
  if (amount == nullptr) {
    ++without_value;
    return;
  }
  Number& sum = value[amount->currency];
  if (const auto more = sum.plus(amount->number))
    sum = *more;
  else
    overflowed[amount->currency] = true;
}

int worse_status(int a, int b) {
  constexpr std::array<int, 5> worst_first = {2, 4, 3, 5, 0};
  const auto rank = [&](int status) {
    return std::find(worst_first.begin(), worst_first.end(), status) - worst_first.begin();
  };
  return rank(a) <= rank(b) ? a : b;
}

std::string grouped(const Number& number, Language language) {
  const std::string plain = number.decimal(2);
  const std::size_t begin = plain.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string out = plain.substr(0, begin);
  for (std::size_t i = begin; i < point; ++i) {
    if (i > begin && (point - i) % 3 == 0)
      out += language == Language::Fr ? "\xE2\x80\xAF" : ",";  // a narrow no-break space
    out += plain[i];
  }
  if (point < plain.size()) {
    out += language == Language::Fr ? ',' : '.';
    // Cents are two digits: 0.5 is 0.50.
    const std::string cents = plain.substr(point + 1);
    out += cents.size() == 1 ? cents + "0" : cents;
  }
  return out;
}

void write_diagnostics(JsonWriter& json, std::string_view key,
                       const std::vector<Diagnostic>& list) {
  json.begin_array(key);
  for (const Diagnostic& d : list) {
    json.begin_object();
    json.field("code", d.code);
    json.field("file", d.place.file);
    json.field("line", static_cast<std::int64_t>(d.place.line));
    json.field("column", static_cast<std::int64_t>(d.place.column));
    json.field("message", d.message);
    json.begin_array("help");
    for (const Text& help : d.help) {
      json.begin_object();
      json.field("en", help.in(Language::En));
      json.field("fr", help.in(Language::Fr));
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

std::string one_line(const Diagnostic& d, Language language) {
  std::string out;
  if (!d.place.file.empty()) {
    out = d.place.file;
    if (d.place.line > 0) out += ":" + std::to_string(d.place.line);
    if (d.place.line > 0 && d.place.column > 0) out += ":" + std::to_string(d.place.column);
    out += ": ";
  }
  out += d.message.in(language);
  for (const Text& help : d.help) out += "; " + help.in(language);
  for (char& c : out)
    if (c == '\n' || c == '\r') c = ' ';
  return out;
}

std::string summary_json(const BookSummary& summary) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("input", summary.input);
  json.field("decisions", summary.decisions);
  json.field("pack", summary.pack);
  json.field("verified-through", summary.verified_through);
  json.field("lines", static_cast<std::int64_t>(summary.lines));
  json.field("bad-lines", static_cast<std::int64_t>(summary.bad));
  json.field("exit", static_cast<std::int64_t>(summary.exit_status));
  json.begin_array("verdicts");
  for (const auto& [verdict, tally] : summary.by_verdict) {
    json.begin_object();
    json.field("verdict", word_of(verdict));
    write_tally(json, tally);
    json.end_object();
  }
  json.end_array();
  json.begin_array("stopped-by");
  for (const ProvisionTally& stop : summary.stopped_by) {
    json.begin_object();
    json.field("provision", stop.provision);
    json.field("cite", stop.cite);
    write_tally(json, stop.tally);
    json.end_object();
  }
  json.end_array();
  json.begin_array("needs");
  for (const NeedTally& need : summary.needs) {
    json.begin_object();
    json.field("fact", need.fact);
    json.field("asks", need.asks);
    write_tally(json, need.tally);
    json.field("settles-alone", static_cast<std::int64_t>(need.settles_alone));
    json.end_object();
  }
  json.end_array();
  json.field("lines-with-steps", static_cast<std::int64_t>(summary.with_steps));
  json.field("lines-with-assumptions", static_cast<std::int64_t>(summary.with_assumptions));
  json.field("lines-with-warnings", static_cast<std::int64_t>(summary.with_warnings));
  if (summary.screened) write_screened_tally(json, *summary.screened);
  if (!summary.owners.empty())
    write_objects(json, "owners", summary.owners, [&](const OwnersTally& one) {
      json.field("outcome", one.outcome);
      json.field("names", static_cast<std::int64_t>(one.names));
      json.field("lines", static_cast<std::int64_t>(one.lines));
    });
  write_diagnostics(json, "first-bad-lines", summary.bad_lines);
  write_diagnostics(json, "notes", summary.notes);
  json.end_object();
  return json.take();
}

}  // namespace licit
