// One object of JSON: a transaction by its field names, or an answer to decide again.
#include <simdjson.h>

#include <algorithm>

#include "base/text.h"
#include "book/json_object.h"
#include "cli/check_file.h"
#include "cli/say.h"
#include "decide/answer_json.h"

namespace licit::cli {
namespace {

constexpr int replay_differs = 1;

using simdjson::dom::element;
using simdjson::dom::object;

// The place of a byte offset in the text; a JSON error says no more than where.
Place place_in(const std::string& path, const std::string& text, std::size_t at) {
  const std::string_view before = std::string_view(text).substr(0, at);
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {path, static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n')),
          static_cast<std::uint32_t>(1 + count_scalars(before.substr(line_start))), 0, 0};
}

Result<Transaction> read_transaction(const FileToCheck& file, const std::string& text) {
  Transaction transaction;
  JsonObject object(TableLimits{});
  if (!object.read(text)) {
    const JsonFault& fault = object.fault();
    Diagnostic why = complaint("C041", fault.message);
    why.place = place_in(file.path, text, fault.at);
    return why;
  }
  for (const JsonMember& member : object.members()) {
    if (member.text.empty()) continue;  // null, as an empty cell
    transaction.fields.push_back({member.key, member.text, place_in(file.path, text, member.at)});
  }
  // Options fill in what the file leaves open.
  auto options = transaction_of({{}, file.stated.fields, file.stated.sets});
  if (!options.ok()) return options.errors();
  for (TransactionField& field : options.value().fields) {
    transaction.fields.push_back(std::move(field));
  }
  return transaction;
}

std::string string_at(const object& receipt, const char* key) {
  std::string_view text;
  return receipt[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// What the receipt was decided on; empty where it is no receipt of ours.
std::optional<std::pair<Transaction, CheckOptions>> read_receipt(const object& receipt) {
  Transaction transaction;
  CheckOptions options;
  simdjson::dom::array fields;
  if (receipt["transaction"].get(fields) != simdjson::SUCCESS) return std::nullopt;
  for (const element one : fields) {
    std::string_view name, value;
    if (one["field"].get(name) != simdjson::SUCCESS) return std::nullopt;
    if (one["value"].get(value) != simdjson::SUCCESS) return std::nullopt;
    transaction.fields.push_back({std::string(name), std::string(value), {}});
  }
  options.today = Date::parse(string_at(receipt, "on"));
  options.known = Date::parse(string_at(receipt, "known"));
  if (!options.today || !options.known) return std::nullopt;
  if (string_at(receipt, "knower") == "addressee") options.knower = Knower::Addressee;
  if (string_at(receipt, "posture") == "text") options.posture = Posture::Text;
  bool strict = false;
  if (receipt["strict"].get(strict) == simdjson::SUCCESS) options.strict = strict;
  object readings;
  if (receipt["readings"].get(readings) == simdjson::SUCCESS) {
    for (const auto reading : readings) {
      std::string_view alternative;
      if (reading.value.get(alternative) != simdjson::SUCCESS) return std::nullopt;
      options.readings[std::string(reading.key)] = std::string(alternative);
    }
  }
  return std::pair{std::move(transaction), std::move(options)};
}

std::string minified(const std::string& json) {
  std::string out(json.size() + simdjson::SIMDJSON_PADDING, '\0');
  std::size_t size = 0;
  if (simdjson::minify(json.data(), json.size(), out.data(), size) != simdjson::SUCCESS)
    return json;
  out.resize(size);
  return out;
}

// A receipt says all that was asked: another statement beside it would be dropped without a word.
bool says_more(const FileToCheck& file) {
  const bool stated = std::any_of(file.stated.fields.begin(), file.stated.fields.end(),
                                  [](const auto& field) { return !field.second.empty(); });
  const CheckOptions& o = file.options;
  return stated || !file.stated.sets.empty() || o.known || o.strict || !o.readings.empty() ||
         o.knower != Knower::Public || o.posture != Posture::Enforced;
}

int replay(const FileToCheck& file, const std::string& text, const object& answer,
           const object& receipt, const Terminal& terminal, Language language) {
  auto asked = read_receipt(receipt);
  if (!asked) {
    Diagnostic why = complaint("C042", {Msg::CliNoReceipt, {}});
    why.place.file = file.path;
    show(terminal, language, why);
    return wrong_use;
  }
  const auto engine = load(file.shown, terminal, language);
  if (!engine) return wrong_use;
  asked->second.detail.proof = true;
  const auto again = engine->check(asked->first, asked->second);
  if (!again.ok()) {
    show(terminal, language, again.errors());
    return wrong_use;
  }
  const std::string was = string_at(receipt, "pack-hash");
  const std::string document = answer_json(*again, JsonStyle::Pretty);
  const bool same = minified(text) == minified(document);
  if (file.shown.json) {
    terminal.out << document << "\n";
  } else {
    const auto query = engine->question(asked->first, asked->second);
    const Page page = page_for(terminal, language);
    terminal.out << render_answer(page, subject_of(*engine, *query, language), *again,
                                  file.shown.explain);
  }
  if (same) tell(terminal, language, Msg::CliReplaySame);
  if (!same) {
    tell(terminal, language, Msg::CliReplayDiffers,
         {string_at(answer, "verdict"), std::string(word_of(again->verdict))});
  }
  if (was != again->receipt.pack_hash) {
    tell(terminal, language, Msg::CliReplayOtherPack,
         {was.substr(0, 12), again->receipt.pack_hash.substr(0, 12)});
  }
  // A script must be able to tell an answer that could not be reproduced.
  return same ? exit_status(*again) : replay_differs;
}

}  // namespace

bool is_one_object(const std::string& text) {
  simdjson::dom::parser parser;
  object only;
  return parser.parse(simdjson::padded_string(text)).get(only) == simdjson::SUCCESS;
}

int check_object(const FileToCheck& file, const std::string& text, const Terminal& terminal,
                 Language language) {
  simdjson::dom::parser parser;
  element document;
  object fields;
  const simdjson::padded_string padded(text);
  const auto error = parser.parse(padded).get(document);
  if (error != simdjson::SUCCESS || document.get(fields) != simdjson::SUCCESS) {
    Diagnostic why = complaint("C043", {Msg::CliNotJson, {simdjson::error_message(error)}},
                               {{Msg::CliJsonHelp, {}}});
    why.place.file = file.path;
    show(terminal, language, why);
    return wrong_use;
  }
  object receipt;
  if (fields["receipt"].get(receipt) == simdjson::SUCCESS) {
    if (says_more(file)) {
      Diagnostic why = complaint("C044", {Msg::CliReplayAndMore, {}});
      why.place.file = file.path;
      show(terminal, language, why);
      return wrong_use;
    }
    return replay(file, text, fields, receipt, terminal, language);
  }
  const auto transaction = read_transaction(file, text);
  if (!transaction.ok()) {
    show(terminal, language, transaction.errors());
    return wrong_use;
  }
  const auto engine = load(file.shown, terminal, language);
  if (!engine) return wrong_use;
  return answer_one(*engine, *transaction, file.options, file.shown, terminal, language);
}

}  // namespace licit::cli
