// licit lists diff: what an authority changed.
#include <array>

#include "base/json.h"
#include "base/party_messages.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/lists_store.h"
#include "cli/say.h"
#include "parties/lists/list_diff.h"

namespace licit::cli {
namespace {

constexpr std::array<Msg, 14> field_names = {
    msg::ListFieldName,      msg::ListFieldType,        msg::ListFieldAddress,
    msg::ListFieldId,        msg::ListFieldCountry,     msg::ListFieldBirth,
    msg::ListFieldProgram,   msg::ListFieldRequirement, msg::ListFieldPolicy,
    msg::ListFieldFootnotes, msg::ListFieldDates,       msg::ListFieldCitation,
    msg::ListFieldParent,    msg::ListFieldOther};

constexpr std::size_t most_shown = 40;

std::string words_of(const FieldChange& change, Language language) {
  const std::string field = say(language, field_names[static_cast<std::size_t>(change.field)]);
  if (change.before.empty()) return say(language, msg::ListDiffGained, {field, change.after});
  if (change.after.empty()) return say(language, msg::ListDiffLost, {field, change.before});
  return say(language, msg::ListDiffWas, {field, change.before, change.after});
}

void print_entries(const Terminal& terminal, const Page& page, Msg heading,
                   const std::vector<const ListEntry*>& entries) {
  if (entries.empty()) return;
  terminal.out << "\n" << toned(page, Tone::Strong, say(page.language, heading)) << "\n";
  for (std::size_t i = 0; i < entries.size() && i < most_shown; ++i)
    terminal.out << "  "
                 << wrapped(entry_title(*entries[i]) + " (" + entries[i]->id + ")", page.width, 2,
                            4)
                 << "\n";
  if (entries.size() > most_shown)
    terminal.out << "  "
                 << wrapped(say(page.language, msg::ListDiffMore,
                                {std::to_string(entries.size() - most_shown)}),
                            page.width, 2, 4)
                 << "\n";
}

void print(const Terminal& terminal, const Page& page, const ListVersion& a, const ListVersion& b,
           const ListDiff& diff) {
  const Language language = page.language;
  const auto paragraph = [&](const std::string& text, int first, int rest) {
    terminal.out << std::string(static_cast<std::size_t>(first), ' ')
                 << wrapped(text, page.width, first, rest) << "\n";
  };
  paragraph(say(language, msg::ListDiffHeading,
                {std::string(list_code_name(a.code)), a.as_of.iso(), a.id,
                 grouped(a.entries, language), b.as_of.iso(), b.id, grouped(b.entries, language)}),
            0, 0);
  if (diff.added.empty() && diff.removed.empty() && diff.changed.empty()) {
    paragraph(say(language, msg::ListDiffNone), 0, 0);
    return;
  }
  paragraph(say(language, msg::ListDiffCounts,
                {std::to_string(diff.added.size()), std::to_string(diff.removed.size()),
                 std::to_string(diff.changed.size())}),
            0, 0);
  print_entries(terminal, page, msg::ListDiffAdded, diff.added);
  print_entries(terminal, page, msg::ListDiffRemoved, diff.removed);
  if (diff.changed.empty()) return;
  terminal.out << "\n" << toned(page, Tone::Strong, say(language, msg::ListDiffChanged)) << "\n";
  for (std::size_t i = 0; i < diff.changed.size() && i < most_shown; ++i) {
    const EntryChange& change = diff.changed[i];
    paragraph(entry_title(*change.after) + " (" + change.after->id + ")", 2, 4);
    for (const FieldChange& field : change.fields) paragraph(words_of(field, language), 4, 6);
  }
  if (diff.changed.size() > most_shown)
    paragraph(say(language, msg::ListDiffMore, {std::to_string(diff.changed.size() - most_shown)}),
              2, 4);
}

void write_side(JsonWriter& json, std::string_view name, const ListVersion& version) {
  json.begin_object(name);
  json.field("version", version.id);
  json.field("sha256", version.sha256);
  json.field("as-of", version.as_of);
  json.field("entries", static_cast<std::int64_t>(version.entries));
  json.end_object();
}

void write_entries(JsonWriter& json, std::string_view name,
                   const std::vector<const ListEntry*>& entries) {
  json.begin_array(name);
  for (const ListEntry* entry : entries) {
    json.begin_object();
    json.field("id", entry->id);
    json.field("name", entry_title(*entry));
    json.field("citation", entry->citation);
    json.end_object();
  }
  json.end_array();
}

std::string diff_json(const ListVersion& a, const ListVersion& b, const ListDiff& diff) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("list", list_code_name(a.code));
  write_side(json, "before", a);
  write_side(json, "after", b);
  write_entries(json, "added", diff.added);
  write_entries(json, "removed", diff.removed);
  json.begin_array("changed");
  for (const EntryChange& change : diff.changed) {
    json.begin_object();
    json.field("id", change.after->id);
    json.field("id-before", change.before->id);
    json.field("name", entry_title(*change.after));
    json.begin_array("fields");
    for (const FieldChange& field : change.fields) {
      json.begin_object();
      json.field("field", field_word(field.field));
      json.field("before", field.before);
      json.field("after", field.after);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

// The two versions meant: named, or the latest two.
Result<std::array<const ListVersion*, 2>> sides(const ListStore& store, ListCode code,
                                                const std::vector<std::string>& words) {
  std::vector<const ListVersion*> all;
  std::vector<std::string> known;
  for (const ListVersion& version : store.versions()) {
    if (version.code != code) continue;
    all.push_back(&version);
    known.push_back(version.as_of.iso() + " " + version.id);
  }
  const std::string name(list_code_name(code));
  std::array<const ListVersion*, 2> out{};
  for (std::size_t i = 1; i < words.size(); ++i) {
    out[i - 1] = store.find(code, words[i]);
    if (out[i - 1] == nullptr)
      return complaint("P036", {msg::ListNoVersion, {name, words[i]}},
                       {{msg::ListVersionsHelp, {joined(known, ", ")}}});
  }
  if (words.size() == 3) return out;
  if (all.empty() || (words.size() == 1 && all.size() < 2))
    return complaint("P037", {msg::ListOneVersion, {name}});
  if (words.size() == 1) out[0] = all[all.size() - 2];
  out[1] = all.back();
  return out;
}

}  // namespace

int lists_diff_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit lists diff", msg::CliSaysListsDiff);
  std::vector<std::string> words;
  std::string lang;
  bool as_json = false;
  line.words(say(language, msg::ListWordsDiff), words, msg::ListOptDiff, 3);
  line.flag("--json", as_json, Msg::CliOptJson);
  line.option("--lang", lang, "en|fr", Msg::CliOptLang);
  line.example("licit lists diff us.entity-list");
  line.example("licit lists diff us.entity-list 2025-12-31 2026-07-31");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  Complaints problems;
  gather(problems, language_of(lang, terminal));
  std::optional<ListCode> code;
  if (words.empty()) {
    problems.push_back(
        complaint("P038", {msg::ListDiffNamed, {}}, {{Msg::CliSeeHelp, {"licit lists diff"}}}));
  } else {
    const auto named = list_named(words[0]);
    gather(problems, named);
    if (named.ok()) code = *named;
  }
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  const auto store = open_store(terminal, language);
  if (!store) return wrong_use;
  const auto pair = sides(*store, *code, words);
  if (!pair.ok()) {
    show(terminal, language, pair.errors());
    return wrong_use;
  }
  const auto lists = store->load(*pair);
  if (!lists.ok()) {
    show(terminal, language, lists.errors());
    return wrong_use;
  }
  const ListDiff diff = difference((*lists)[0], (*lists)[1]);
  if (as_json) {
    terminal.out << diff_json(*(*pair)[0], *(*pair)[1], diff) << "\n";
  } else {
    print(terminal, page_for(terminal, language), *(*pair)[0], *(*pair)[1], diff);
  }
  return 0;
}

}  // namespace licit::cli
