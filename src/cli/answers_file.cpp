#include "cli/answers_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/json.h"
#include "book/decisions_file.h"
#include "book/json_object.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;

Diagnostic about(const std::string& file, Diagnostic why) {
  why.place.file = file;
  return why;
}

}  // namespace

Result<Transaction> with_kept_answers(const std::string& file, Transaction transaction,
                                      std::size_t& kept) {
  std::error_code none;
  if (!std::filesystem::exists(file, none)) return transaction;
  if (std::filesystem::is_directory(file, none)) {
    return about(file, complaint("C090", {Msg::CliIsAFolder, {file}}));
  }
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return about(file, complaint("C090", {Msg::CliCannotOpen, {file}}));
  JsonObject object(TableLimits{});
  if (text.size() > most_bytes || !object.read(text)) {
    const std::string why = text.size() > most_bytes ? std::to_string(text.size())
                                                     : object.fault().message.in(Language::En);
    return about(file, complaint("C090", {Msg::AskBadFile, {file, why}}));
  }
  for (const JsonMember& member : object.members()) {
    if (member.text.empty()) continue;
    const auto stated =
        std::find_if(transaction.fields.begin(), transaction.fields.end(),
                     [&](const TransactionField& field) { return field.name == member.key; });
    if (stated == transaction.fields.end()) {
      transaction.fields.push_back({member.key, member.text, {}});
      ++kept;
    } else if (stated->text != member.text) {
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
  if (!out.ok()) return out.errors().front();
  DecisionsFile written = std::move(out).value();
  written.write(json.take() + "\n");
  return written.commit();
}

}  // namespace licit::cli
