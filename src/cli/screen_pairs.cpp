#include "cli/screen_pairs.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/party_messages.h"
#include "base/text.h"
#include "book/csv_text.h"
#include "book/table_reader.h"
#include "cli/command_line.h"
#include "cli/interrupt.h"
#include "cli/say.h"
#include "cli/write_file.h"
#include "parties/names/score.h"

namespace licit::cli {
namespace {

constexpr int fault = 2;

// What is named: the schemas of FollowTheMoney, or our own words for it.
PartyType type_of(std::string_view schema) {
  const std::string word = fold(schema);
  if (word == "person" || word == "individual") return PartyType::Person;
  if (word == "company" || word == "organization" || word == "organisation" ||
      word == "publicbody" || word == "entity")
    return PartyType::Entity;
  if (word == "vessel") return PartyType::Vessel;
  if (word == "airplane" || word == "aircraft") return PartyType::Aircraft;
  return PartyType::Unknown;
}

struct Columns {
  std::size_t name1 = 0, name2 = 0;
  std::optional<std::size_t> schema;
};

std::optional<std::size_t> find(const std::vector<std::string>& header, std::string_view name) {
  for (std::size_t i = 0; i < header.size(); ++i)
    if (fold(header[i]) == name) return i;
  return std::nullopt;
}

std::string thousandths(std::uint16_t score) {
  if (score >= 1000) return "1.000";
  const std::string digits = std::to_string(score);
  return "0." + std::string(3 - digits.size(), '0') + digits;
}

std::string reasons_in(const NameScore& score, Language language) {
  std::vector<std::string> sentences;
  sentences.reserve(score.reasons.size());
  for (const ScoreReason one : score.reasons) sentences.push_back(reason_text(one).in(language));
  return joined(sentences, "; ");
}

}  // namespace

int screen_pairs(const std::string& in, const std::string& out, const Terminal& terminal,
                 Language language) {
  const Interrupt interrupt;
  auto opened = TextFile::open(in, Interrupt::flag());
  if (!opened.ok()) {
    show(terminal, language, opened.errors());
    return fault;
  }
  TextFile file = std::move(opened).value();
  TableReader table(file);
  const auto wrong = table.read_header([](std::string_view name) {
    const std::string word = fold(name);
    return word == "name1" || word == "name2" || word == "schema";
  });
  if (wrong) {
    show(terminal, language, *wrong);
    return fault;
  }
  const auto name1 = find(table.header(), "name1");
  const auto name2 = find(table.header(), "name2");
  if (!name1 || !name2) {
    show(terminal, language,
         complaint("P100", {msg::ScreenPairsColumns, {in, !name1 ? "name1" : "name2"}}));
    return fault;
  }
  const Columns columns{*name1, *name2, find(table.header(), "schema")};

  std::string text;
  const auto end_row = [&](const NameScore* score) {
    text += ',';
    if (score != nullptr) text += thousandths(score->score);
    text += ',';
    if (score != nullptr) text += band_name(band_of(score->score));
    text += ',';
    if (score != nullptr) text += csv_cell(reasons_in(*score, language));
    text += '\n';
  };
  for (const std::string& name : table.header()) {
    text += csv_cell(name);
    text += ',';
  }
  text += "score,band,reason\n";

  std::array<std::uint64_t, 3> bands{};
  std::uint64_t bad = 0;
  constexpr std::uint64_t most_told = 20;
  const auto tell_bad = [&](const Diagnostic& why) {
    if (++bad <= most_told) show(terminal, language, why);
  };
  for (;;) {
    const TableReader::Step step = table.next();
    if (step == TableReader::Step::End) break;
    if (Interrupt::flag()) {
      tell(terminal, language, msg::ScreenPairsStopped, {out});
      return fault;
    }
    const auto cells = table.cells();
    if (step == TableReader::Step::Bad) {
      tell_bad(table.problem());
      continue;
    }
    const auto cell = [&](std::size_t i) {
      return i < cells.size() ? cells[i] : std::string_view();
    };
    for (std::size_t i = 0; i < table.header().size(); ++i) {
      if (i > 0) text += ',';
      text += csv_cell(cell(i));
    }
    if (trimmed(cell(columns.name1)).empty() || trimmed(cell(columns.name2)).empty()) {
      Diagnostic why = complaint("P101", {msg::ScreenPairsNoName, {}});
      why.severity = Severity::Warning;
      why.place =
          table.place_of(trimmed(cell(columns.name1)).empty() ? columns.name1 : columns.name2);
      tell_bad(why);
      end_row(nullptr);
      continue;
    }
    const PartyType type = columns.schema ? type_of(cell(*columns.schema)) : PartyType::Unknown;
    const NameScore found =
        score(normalize(cell(columns.name1), type), normalize(cell(columns.name2), type), type,
              shipped_rarity(), true);
    ++bands[static_cast<std::size_t>(band_of(found.score))];
    end_row(&found);
  }
  if (const auto why = file.failure()) {
    show(terminal, language, *why);
    return fault;
  }
  if (bad > most_told)
    tell(terminal, language, msg::ScreenPairsMoreBad, {std::to_string(bad - most_told)});
  if (!replace_file(out, text)) {
    show(terminal, language, complaint("C062", {Msg::CliCannotWrite, {out}}));
    return fault;
  }
  terminal.out << say(language, msg::ScreenPairsDone,
                      {std::to_string(bands[0] + bands[1] + bands[2]), std::to_string(bands[2]),
                       std::to_string(bands[1]), std::to_string(bands[0]), std::to_string(bad)})
               << "\n";
  return 0;
}

}  // namespace licit::cli
