#include "parties/lists/store_index.h"

#include "base/json.h"
#include "base/party_messages.h"
#include "parties/lists/json_text.h"

namespace licit {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::int64_t index_form = 1;

Diagnostic damaged(const std::string& file) {
  Diagnostic why;
  why.code = "P012";
  why.place.file = file;
  why.message = {msg::ListIndexDamaged, {}};
  why.help = {{msg::ListIndexDamagedHelp, {}}};
  return why;
}

// Sixty-four digits of a hash: it becomes part of a path.
bool is_hash(std::string_view text) {
  if (text.size() != 64) return false;
  for (const char c : text)
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  return true;
}

bool read_version(const object& one, ListVersion& out) {
  const auto code = parse_list_code(text_of(one, "list"));
  const auto as_of = Date::parse(text_of(one, "as-of"));
  const auto imported = Date::parse(text_of(one, "imported"));
  std::int64_t entries = 0;
  array files;
  if (!code || !as_of || !imported || one["entries"].get(entries) != simdjson::SUCCESS ||
      entries < 0 || one["files"].get(files) != simdjson::SUCCESS) {
    return false;
  }
  out.code = *code;
  out.as_of = *as_of;
  out.imported = *imported;
  out.seen = Date::parse(text_of(one, "seen")).value_or(*as_of);
  out.entries = static_cast<std::size_t>(entries);
  out.name = text_of(one, "name");
  out.id = text_of(one, "version");
  out.sha256 = text_of(one, "sha256");
  out.format = text_of(one, "format");
  out.source = text_of(one, "source");
  out.shrank_because = text_of(one, "shrank-because");
  if (!is_hash(out.sha256)) return false;
  for (const element file : files) {
    object about;
    if (file.get(about) != simdjson::SUCCESS) return false;
    out.files.push_back({text_of(about, "name"), text_of(about, "sha256")});
    if (!is_hash(out.files.back().sha256)) return false;
  }
  return !out.files.empty();
}

}  // namespace

std::string index_json(const std::vector<ListVersion>& versions) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("form", index_form);
  json.begin_array("versions");
  for (const ListVersion& version : versions) {
    json.begin_object();
    json.field("list", list_code_name(version.code));
    json.field("name", version.name);
    json.field("version", version.id);
    json.field("as-of", version.as_of);
    json.field("imported", version.imported);
    json.field("seen", version.seen);
    json.field("entries", static_cast<std::int64_t>(version.entries));
    json.field("format", version.format);
    json.field("source", version.source);
    json.field("sha256", version.sha256);
    json.field("shrank-because", version.shrank_because);
    json.begin_array("files");
    for (const StoredFile& file : version.files) {
      json.begin_object();
      json.field("name", file.name);
      json.field("sha256", file.sha256);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

Result<std::vector<ListVersion>> read_index(std::string_view text, const std::string& file) {
  simdjson::dom::parser parser;
  const auto root = parse_json(parser, text, file);
  array versions;
  std::int64_t form = 0;
  if (!root || (*root)["form"].get(form) != simdjson::SUCCESS || form != index_form ||
      (*root)["versions"].get(versions) != simdjson::SUCCESS) {
    return damaged(file);
  }
  std::vector<ListVersion> out;
  for (const element one : versions) {
    object version;
    ListVersion read;
    if (one.get(version) != simdjson::SUCCESS || !read_version(version, read)) return damaged(file);
    out.push_back(std::move(read));
  }
  return out;
}

}  // namespace licit
