#include "licit/engine.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "decide/compilations.h"
#include "decide/compiled_file.h"
#include "decide/days_in_force.h"
#include "decide/law_test.h"
#include "decide/pack_index.h"
#include "facts/shipped.h"
#include "language/load.h"
#include "language/overlay.h"

namespace licit {

struct Engine::Content {
  explicit Content(law::Pack read)
      : pack(std::move(read)), index(pack), days(index), types(fact_types_of(pack)) {}

  law::Pack pack;
  PackIndex index;
  DaysInForce days;
  Places places;
  Catalogue catalogue;
  FactTypes types;
  std::optional<law::Pack> base;         // what the overlays were laid over
  std::optional<CompiledLaw> from_file;  // of LawChoice::compiled
  std::unique_ptr<const Compilations> compiled;

  // Found ready where it can be, else made.
  std::shared_ptr<const CompiledLaw> compile(const Clock& clock) const;
};

namespace {

bool is_for(const Clock& clock, std::optional<Date> known, Knower knower) {
  return clock.known == known && clock.knower == knower;
}

// The compiled law that travels in the program, where it is this pack's.
std::optional<CompiledLaw> travelling(const law::Pack& pack, const Places& places) {
  const std::span<const std::byte> bytes = embedded_compiled_law();
  if (!claims(bytes, pack)) return {};
  return compiled_within(bytes, pack, places);
}

Result<std::string> read_file(const std::string& path) {
  Diagnostic why;
  why.code = "C040";
  std::error_code ignored;
  // Reading a folder as a stream throws.
  if (std::filesystem::is_directory(path, ignored)) {
    why.message = {Msg::CliOverlayIsFolder, {path}};
    return why;
  }
  if (!std::filesystem::exists(path, ignored)) {
    why.message = {Msg::CliNoSuchFile, {path}};
    return why;
  }
  // A device or a pipe may have no end.
  if (!std::filesystem::is_regular_file(path, ignored)) {
    why.message = {Msg::CliCannotOpen, {path}};
    return why;
  }
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in && !text.empty()) return text;
  why.message = {Msg::CliCannotOpen, {path}};
  return why;
}

// A chosen reading or alternative that the pack does not have.
std::vector<Diagnostic> check_readings(const law::Pack& pack,
                                       const std::map<std::string, std::string>& readings) {
  std::vector<Diagnostic> problems;
  for (const auto& [id, alternative] : readings) {
    Diagnostic why;
    std::vector<std::string> known;
    const law::Reading* reading = pack.find_reading(id);
    if (reading == nullptr) {
      for (const law::Reading& one : pack.readings) {
        if (std::find(known.begin(), known.end(), one.id) == known.end()) known.push_back(one.id);
      }
      why.code = "C010";
      why.message = {Msg::CliUnknownReading, {id, joined(known, ", ")}};
    } else {
      for (const law::ReadingAlternative& one : reading->alternatives) known.push_back(one.id);
      if (std::find(known.begin(), known.end(), alternative) != known.end()) continue;
      why.code = "C011";
      why.message = {Msg::CliUnknownAlternative, {id, alternative, joined(known, ", ")}};
    }
    const auto near = nearest(reading == nullptr ? id : alternative, known, 1);
    if (!near.empty()) why.help.push_back({Msg::DidYouMean, {near.front()}});
    problems.push_back(std::move(why));
  }
  return problems;
}

}  // namespace

Result<Engine> Engine::load(const LawChoice& choice) {
  auto pack = choice.path.empty() ? law::load_embedded_pack(embedded_pack, choice.tests)
                                  : law::load_pack_from_path(choice.path);
  if (!pack.ok()) return pack.errors();
  std::optional<law::Pack> base;
  for (const std::string& path : choice.overlays) {
    auto text = read_file(path);
    if (!text.ok()) return text.errors();
    auto amended = law::apply_overlay(*pack, path, std::move(text).value());
    if (!amended.ok()) return amended.errors();
    if (!base) base = std::move(pack).value();
    pack = std::move(amended);
  }
  auto content = std::make_shared<Content>(std::move(pack).value());
  auto places = shipped_places();
  if (!places.ok()) return places.errors();
  content->places = std::move(places).value();
  auto catalogue = shipped_catalogue();
  if (!catalogue.ok()) return catalogue.errors();
  content->catalogue = std::move(catalogue).value();
  content->base = std::move(base);
  if (!choice.compiled.empty()) {
    auto mapped = map_compiled(choice.compiled, content->pack, content->places);
    if (!mapped.ok()) return mapped.errors();
    content->from_file = std::move(mapped).value();
  }
  // It lives as long as the content that it is part of.
  content->compiled = std::make_unique<const Compilations>(
      [made_for = content.get()](const Clock& clock) { return made_for->compile(clock); });
  return Engine(std::move(content));
}

Result<Query> Engine::question(const Transaction& transaction, const CheckOptions& options) const {
  TransactionFacts facts = facts_of(transaction, content_->catalogue, content_->places,
                                    content_->types, options.today.value_or(Date::today()));
  std::vector<Diagnostic> problems = std::move(facts.diagnostics);
  for (Diagnostic& why : check_readings(content_->pack, options.readings)) {
    problems.push_back(std::move(why));
  }
  if (!problems.empty()) return problems;
  Query query;
  query.candidates = std::move(facts.candidates);
  query.candidate_ids = std::move(facts.chip_ids);
  query.named_by_beginning = std::move(facts.named_by_beginning);
  query.on = facts.on;
  query.known = options.known;
  query.knower = options.knower;
  query.posture = options.posture;
  query.readings = options.readings;
  query.strict = options.strict;
  return query;
}

Result<Answer> Engine::check(const Transaction& transaction, const CheckOptions& options) const {
  auto query = question(transaction, options);
  if (!query.ok()) return query.errors();
  Answer answer = evaluate(law(), *query, options.detail);
  for (const TransactionField& field : transaction.fields) {
    if (trimmed(field.text).empty()) continue;
    answer.receipt.transaction.emplace_back(field.name, field.text);
  }
  return answer;
}

Result<Timeline> Engine::timeline(const Transaction& transaction, const CheckOptions& options,
                                  const TimelineOptions& days) const {
  auto query = question(transaction, options);
  if (!query.ok()) return query.errors();
  return licit::timeline(law(), *query, days);
}

std::shared_ptr<const CompiledLaw> Engine::Content::compile(const Clock& clock) const {
  if (from_file && is_for(from_file->clock(), clock.known, clock.knower)) {
    return std::make_shared<const CompiledLaw>(*from_file);
  }
  const bool by_default = is_for({}, clock.known, clock.knower);
  if (const auto ready = by_default ? travelling(pack, places) : std::nullopt) {
    return std::make_shared<const CompiledLaw>(*ready);
  }
  const auto before = by_default && base ? travelling(*base, places) : std::nullopt;
  return before ? std::make_shared<const CompiledLaw>(pack, places, clock, *before)
                : std::make_shared<const CompiledLaw>(pack, places, clock);
}

std::shared_ptr<const CompiledLaw> Engine::compiled(std::optional<Date> known,
                                                    Knower knower) const {
  // The compiled law looks into the pack: who holds the one holds the other.
  const auto law = content_->compiled->at({known, knower});
  return {law.get(), [law, content = content_](const CompiledLaw*) {}};
}

Posed Engine::pose(const Query& query) const {
  return licit::pose(compiled(query.known, query.knower), content_->index, content_->places, query);
}

LawView Engine::law() const {
  return {content_->pack, content_->places, &content_->index, content_->compiled.get(),
          &content_->days};
}
const law::Pack& Engine::pack() const { return content_->pack; }
const Places& Engine::places() const { return content_->places; }
const Catalogue& Engine::catalogue() const { return content_->catalogue; }

}  // namespace licit
