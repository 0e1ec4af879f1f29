// The file of resolutions: lines of JSON, only ever added to.
#include <fcntl.h>
#include <simdjson.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/party_messages.h"
#include "parties/names/review.h"

namespace licit {
namespace {

Diagnostic refused(std::string_view code, Msg key, const std::string& path, std::size_t line = 0) {
  Diagnostic out;
  out.code = code;
  out.place.file = path;
  out.place.line = static_cast<std::uint32_t>(line);
  out.message = {key, {path, std::to_string(line)}};
  return out;
}

std::optional<PartyResolution> read_line(simdjson::dom::parser& parser, const std::string& line) {
  simdjson::dom::element root;
  if (parser.parse(line).get(root) != simdjson::SUCCESS) return {};
  const auto text = [&](const char* key) -> std::optional<std::string> {
    std::string_view value;
    if (root[key].get(value) != simdjson::SUCCESS) return {};
    return std::string(value);
  };
  PartyResolution out;
  const auto party = text("party"), list = text("list"), entry = text("entry"),
             hash = text("entry-hash"), sha = text("list-sha256"), verdict = text("verdict"),
             why = text("why"), who = text("who"), on = text("on");
  if (!party || !list || !entry || !hash || !sha || !verdict || !why || !who || !on) return {};
  const auto code = parse_list_code(*list);
  const auto day = Date::parse(*on);
  if (!code || !day || (*verdict != "same" && *verdict != "not-same")) return {};
  if (const auto as_of = text("list-as-of")) out.list_as_of = Date::parse(*as_of);
  if (const auto until = text("until")) {
    out.until = Date::parse(*until);
    if (!out.until) return {};
  }
  simdjson::dom::array countries;  // lines of before have none
  if (const auto error = root["countries"].get(countries); error == simdjson::SUCCESS) {
    for (const simdjson::dom::element one : countries) {
      std::string_view country;
      if (one.get(country) != simdjson::SUCCESS) return {};
      out.countries.emplace_back(country);
    }
  } else if (error != simdjson::NO_SUCH_FIELD) {
    return {};
  }
  out.party = *party;
  out.list = *code;
  out.entry = *entry;
  out.entry_hash = *hash;
  out.list_sha256 = *sha;
  out.same = *verdict == "same";
  out.why = *why;
  out.who = *who;
  out.on = *day;
  return out;
}

}  // namespace

void write_resolution(JsonWriter& json, const PartyResolution& one) {
  json.field("party", one.party);
  json.field("countries", std::span<const std::string>(one.countries));
  json.field("list", list_code_name(one.list));
  json.field("entry", one.entry);
  json.field("entry-hash", one.entry_hash);
  json.field("list-sha256", one.list_sha256);
  json.field("list-as-of", one.list_as_of);
  json.field("verdict", one.same ? "same" : "not-same");
  json.field("why", one.why);
  json.field("who", one.who);
  json.field("on", one.on);
  json.field("until", one.until);
}

Result<Resolutions> Resolutions::open(const std::string& path) {
  Resolutions out;
  out.path_ = path;
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return out;
  std::ifstream file(path, std::ios::binary);
  if (!file) return refused("P160", msg::ResolutionsUnreadable, path);
  simdjson::dom::parser parser;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    auto one = read_line(parser, line);
    if (!one) return refused("P161", msg::ResolutionsBadLine, path, number);
    out.all_.push_back(std::move(*one));
  }
  if (file.bad()) return refused("P160", msg::ResolutionsUnreadable, path);
  return out;
}

std::optional<Diagnostic> Resolutions::add(const PartyResolution& one) {
  JsonWriter json(JsonStyle::Line);
  json.begin_object();
  write_resolution(json, one);
  json.end_object();
  std::string line = json.take() + "\n";
  std::error_code ignored;
  std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), ignored);
  const int file = ::open(path_.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return refused("P162", msg::ResolutionNotKept, path_);
  // Two people at once: one line after the other; a line cut short by a full disk is taken back.
  bool ok = flock(file, LOCK_EX) == 0;
  const off_t before = lseek(file, 0, SEEK_END);
  if (ok) {
    // An editor may have left the last line without its end.
    char last = '\n';
    if (before > 0) ok = pread(file, &last, 1, before - 1) == 1;
    if (last != '\n') line.insert(0, "\n");
  }
  if (ok) {
    ok = ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
         fsync(file) == 0;
    if (!ok && before >= 0 && ftruncate(file, before) != 0) ok = false;
  }
  ok = ::close(file) == 0 && ok;
  if (!ok) return refused("P162", msg::ResolutionNotKept, path_);
  all_.push_back(one);
  return {};
}

}  // namespace licit
