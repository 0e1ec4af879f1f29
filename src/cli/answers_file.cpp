#include "cli/answers_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/json.h"
#include "book/decisions_file.h"
#include "book/json_object.h"
#include "cli/say.h"
#include "decide/narrow.h"

namespace licit::cli {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;

Diagnostic about(const std::string& file, Diagnostic why) {
  why.place.file = file;
  return why;
}

}  // namespace

Result<Transaction> with_kept_answers(const std::string& file, const Engine& engine,
                                      Transaction transaction, std::size_t& kept) {
  std::error_code none;
  if (!std::filesystem::exists(file, none)) return transaction;
  if (std::filesystem::is_directory(file, none)) {
    return about(file, complaint("C090", {Msg::CliIsAFolder, {file}}));
  }
  if (!std::filesystem::is_regular_file(file, none) ||
      std::filesystem::file_size(file, none) > most_bytes) {
    return about(file, complaint("C090", {Msg::CliCannotOpen, {file}}));
  }
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return about(file, complaint("C090", {Msg::CliCannotOpen, {file}}));
  JsonObject object(TableLimits{});
  if (!object.read(text)) {
    const std::string why = object.fault().message.in(Language::En);
    return about(file, complaint("C090", {Msg::AskBadFile, {file, why}}));
  }
  for (const JsonMember& member : object.members()) {
    if (member.text.empty()) continue;
    const auto stated =
        std::find_if(transaction.fields.begin(), transaction.fields.end(),
                     [&](const TransactionField& field) { return field.name == member.key; });
    if (stated == transaction.fields.end()) {
      transaction.fields.push_back({member.key, member.text, {}});
      if (member.key != "on") ++kept;  // the day is kept unasked
    } else if (stated->text != member.text && !is_not_known(member.text)) {
      auto narrower = narrowed(engine, transaction, member.key, member.text);
      if (narrower.ok()) {
        transaction = std::move(narrower).value();
        ++kept;
        continue;
      }
      return about(file, complaint("C091", {Msg::AskOtherQuestion,
                                            {file, member.key + " = " + member.text}}));
    }
  }
  return transaction;
}

std::optional<Diagnostic> keep_answers(const std::string& file, const Interview& interview) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  bool dated = false;
  for (const TransactionField& field : interview.transaction().fields) {
    json.field(field.name, field.text);
    dated = dated || field.name == "on";
  }
  // The question stays the same when it is taken up another day.
  if (!dated) json.field("on", interview.query().on.iso());
  json.end_object();
  auto out = DecisionsFile::create(file, "");
  // Its help is about the decisions of an order file.
  const auto without_help = [](Diagnostic why) {
    why.help.clear();
    return why;
  };
  if (!out.ok()) return without_help(out.errors().front());
  DecisionsFile written = std::move(out).value();
  written.write(json.take() + "\n");
  auto why = written.commit();
  if (why) why = without_help(std::move(*why));
  return why;
}

}  // namespace licit::cli
