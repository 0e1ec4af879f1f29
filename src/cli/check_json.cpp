// One object of JSON: a transaction by its field names, or an answer to decide again.
#include <simdjson.h>

#include <algorithm>

#include "base/text.h"
#include "book/json_object.h"
#include "book/party_json.h"
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

// What a receipt says that was asked.
struct Asked {
  Transaction transaction;
  CheckOptions options;
};

Diagnostic about_file(Diagnostic why, const std::string& path) {
  why.place.file = path;
  return why;
}

// Reads a receipt strictly: a word that it cannot have is an error, not the default.
class ReceiptReader {
 public:
  ReceiptReader(const std::string& path, const object& receipt) : path_(path), receipt_(receipt) {}

  Result<Asked> read() {
    read_transaction();
    asked_.options.today = day("on");
    asked_.options.known = day("known");
    if (word("knower", {"public", "addressee"}) == "addressee")
      asked_.options.knower = Knower::Addressee;
    if (word("posture", {"enforced", "text"}) == "text") asked_.options.posture = Posture::Text;
    if (receipt_["strict"].get(asked_.options.strict) != simdjson::SUCCESS)
      is_bad("strict", "true, false");
    read_readings();
    // What is missing says most: the words that are there matter little then.
    if (incomplete_) return about_file(complaint("C042", {Msg::CliNoReceipt, {}}), path_);
    if (!problems_.empty()) return problems_;
    return asked_;
  }

 private:
  void read_transaction() {
    simdjson::dom::array fields;
    if (receipt_["transaction"].get(fields) != simdjson::SUCCESS) {
      incomplete_ = true;
      return;
    }
    for (const element one : fields) {
      std::string_view name, value;
      if (one["field"].get(name) != simdjson::SUCCESS ||
          one["value"].get(value) != simdjson::SUCCESS) {
        incomplete_ = true;
        return;
      }
      asked_.transaction.fields.push_back({std::string(name), std::string(value), {}});
    }
  }

  void read_readings() {
    object readings;
    if (receipt_["readings"].get(readings) != simdjson::SUCCESS) {
      incomplete_ = true;
      return;
    }
    for (const auto reading : readings) {
      std::string_view alternative;
      if (reading.value.get(alternative) != simdjson::SUCCESS) {
        incomplete_ = true;
        return;
      }
      asked_.options.readings[std::string(reading.key)] = std::string(alternative);
    }
  }

  // The value as the file has it; strings without their quotes.
  std::optional<std::string> written(const char* key) {
    element value;
    if (receipt_[key].get(value) != simdjson::SUCCESS) {
      incomplete_ = true;
      return std::nullopt;
    }
    return value.is_string() ? std::string(std::string_view(value)) : simdjson::minify(value);
  }

  void is_bad(const char* key, const std::string& allowed) {
    const auto text = written(key);
    if (!text) return;
    problems_.push_back(about_file(
        complaint("C045", {Msg::CliNotOneOf, {std::string("receipt.") + key, *text, allowed}}),
        path_));
  }

  std::optional<Date> day(const char* key) {
    const auto text = written(key);
    if (!text) return std::nullopt;
    const auto date = Date::parse(*text);
    if (!date) {
      problems_.push_back(
          about_file(complaint("C045", {Msg::CliNoSuchDay, {std::string("receipt.") + key, *text}},
                               {{Msg::CliDayForm, {}}}),
                     path_));
    }
    return date;
  }

  std::string word(const char* key, const std::vector<std::string>& allowed) {
    const auto text = written(key);
    if (!text) return {};
    if (std::find(allowed.begin(), allowed.end(), *text) == allowed.end())
      is_bad(key, joined(allowed, ", "));
    return *text;
  }

  const std::string& path_;
  const object& receipt_;
  Asked asked_;
  std::vector<Diagnostic> problems_;
  bool incomplete_ = false;
};

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
  auto asked = ReceiptReader(file.path, receipt).read();
  if (!asked.ok()) {
    show(terminal, language, asked.errors());
    return wrong_use;
  }
  asked.value().options.detail.proof = true;
  const auto engine = load(file.shown, terminal, language);
  if (!engine) return wrong_use;
  const auto again = engine->check(asked->transaction, asked->options);
  if (!again.ok()) {
    show(terminal, language, again.errors());
    return wrong_use;
  }
  const std::string was = string_at(receipt, "pack-hash");
  std::string document = answer_json(*again, JsonStyle::Pretty);
  // What lists and shareholdings said is no part of the law: the facts that followed are in the receipt.
  for (const char* key : {"screened", "owners"})
    if (element found; answer[key].get(found) == simdjson::SUCCESS)
      document = with_key(std::move(document), key, simdjson::minify(found), JsonStyle::Pretty);
  const bool same = minified(text) == minified(document);
  if (file.shown.json) {
    terminal.out << document << "\n";
  } else {
    const auto query = engine->question(asked->transaction, asked->options);
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
  return answer_one(*engine, *transaction, file.options, file.shown, file.about, terminal,
                    language);
}

}  // namespace licit::cli
