#include "book/part_decision.h"

#include <algorithm>
#include <set>

#include "base/part_messages.h"
#include "base/text.h"

namespace licit {
namespace {

constexpr std::size_t most_found = 16'384;

std::string ids_of(const std::vector<const Chip*>& chips) {
  std::vector<std::string> ids;
  ids.reserve(chips.size());
  for (const Chip* chip : chips) ids.push_back(chip->id);
  return joined(ids, ", ");
}

void remark(PartLine& line, Msg key, std::vector<std::string> arguments,
            std::optional<Msg> last = {}) {
  line.remarks.push_back({{key, std::move(arguments)}, last});
}

// A part number is somebody's own: "A-2" is no NVIDIA A2. It counts where it is written as the catalogue
// writes one of the chip's names, and too long to be so by accident.
bool is_written_so(const Chip& chip, const std::string& part) {
  if (part.size() < 5) return false;
  const auto is_same = [&](const std::string& name) {
    return std::equal(name.begin(), name.end(), part.begin(), part.end(), [](char a, char b) {
      const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      };
      return lower(a) == lower(b);
    });
  };
  return is_same(chip.name) || std::any_of(chip.aliases.begin(), chip.aliases.end(), is_same);
}

bool has_mount(const Chip& chip) {
  const auto words = product_words(chip.name);
  return std::any_of(words.begin(), words.end(),
                     [](const ProductWord& word) { return word.role == WordRole::Mount; });
}

// What all of them are by their rows; empty where they differ, or none is meant.
std::string kind_of(const std::vector<const Chip*>& chips) {
  std::set<std::string_view> kinds;
  for (const Chip* chip : chips) kinds.insert(chip->text("kind"));
  return kinds.size() == 1 ? std::string(*kinds.begin()) : std::string();
}

// What tells the variants apart.
Msg what_settles(const std::vector<const Chip*>& chips) {
  std::set<std::string_view> sizes;
  bool all_mounted = true;
  for (const Chip* chip : chips) {
    sizes.insert(chip->text("mem_gb"));
    all_mounted = all_mounted && has_mount(*chip);
  }
  if (sizes.size() == chips.size() && !all_mounted) return msg::PartByMemory;
  return all_mounted ? msg::PartByForm : msg::PartByName;
}

}  // namespace

PartDecisions::PartDecisions(const LawView& law, const Catalogue& catalogue, const FactTypes& types,
                             std::vector<TransactionField> given, ClassSetting setting, Date today)
    : law_(law),
      catalogue_(catalogue),
      types_(types),
      given_(std::move(given)),
      setting_(std::move(setting)),
      today_(today),
      on_(facts_of({given_}, catalogue, law.places, types, today).on),
      names_(catalogue) {}

ProductMeaning PartDecisions::meaning_of(PartLine& line) const {
  const std::string& named = line.name();
  if (named.empty()) return names_.meaning_of({}, line.form, line.maker);
  ProductMeaning by_name = names_.meaning_of(named, line.form, line.maker);
  if (line.part.empty() || &named == &line.part) return by_name;
  ProductMeaning by_part = names_.meaning_of(line.part, line.form, line.maker);
  if (by_part.chips.size() != 1 || !by_part.whole) return by_name;
  if (!is_written_so(*by_part.chips.front(), line.part)) return by_name;
  if (by_name.chips.empty()) {
    remark(line, msg::PartProductUnread,
           {ids_of(by_part.chips), by_name.misfit.empty() ? named : by_name.misfit});
    by_part.whole = false;
    return by_part;
  }
  std::vector<const Chip*> both;
  for (const Chip* chip : by_name.chips)
    if (std::find(by_part.chips.begin(), by_part.chips.end(), chip) != by_part.chips.end())
      both.push_back(chip);
  if (!both.empty()) {
    by_name.chips = both;
    by_name.whole = true;
    return by_name;
  }
  remark(line, msg::PartDiffer, {ids_of(by_part.chips), ids_of(by_name.chips)});
  for (const Chip* chip : by_part.chips) by_name.chips.push_back(chip);
  return by_name;
}

PartDecisions::Found PartDecisions::class_of(PartLine& line, const std::string& chip,
                                             const ProductMeaning& meaning,
                                             const std::vector<TransactionField>& facts) {
  Transaction item;
  const auto states = [&](std::string_view name) {
    return std::any_of(item.fields.begin(), item.fields.end(),
                       [&](const TransactionField& field) { return field.name == name; });
  };
  if (!chip.empty()) item.fields.push_back({"item", chip, {}});
  for (const TransactionField& fact : facts) item.fields.push_back(fact);
  for (const TransactionField& field : given_)
    if (!states(field.name)) item.fields.push_back(field);
  const Chip* row = catalogue_.find(chip);
  if (!meaning.kind.empty() && !states("item.kind") &&
      (row == nullptr || row->text("kind") != meaning.kind))
    item.fields.push_back({"item.kind", meaning.kind, {}});
  const CatalogueValue* own = row == nullptr ? nullptr : row->find("ics");
  const Interval* each = own == nullptr ? nullptr : own->number();
  if (!states("item.ics") && each != nullptr && each->lo) {
    // A board or computer holds the chip's circuits as often as it holds the chip.
    const auto all = meaning.count
                         ? each->lo->times(Number(static_cast<std::int64_t>(*meaning.count)))
                         : std::nullopt;
    if (all) item.fields.push_back({"item.ics", all->decimal(), {}});
    if (!meaning.count && meaning.kind == "computer")
      item.fields.push_back({"item.ics", each->lo->decimal() + "..", {}});
  }
  std::string key;
  for (const TransactionField& field : item.fields)
    key += field.name + '\x1f' + field.text + '\x1e';
  if (const auto known = found_.find(key); known != found_.end()) return known->second;
  TransactionFacts read = facts_of(item, catalogue_, law_.places, types_, today_);
  if (!read.ok()) {
    line.problems = std::move(read.diagnostics);
    return nullptr;
  }
  if (found_.size() >= most_found) found_.clear();
  auto found = std::make_shared<const ItemClass>(item_class(law_, read, setting_));
  return found_.insert_or_assign(std::move(key), std::move(found)).first->second;
}

void PartDecisions::judge(PartLine& line, const ProductMeaning& meaning) const {
  const bool is_named = !meaning.chips.empty();
  std::set<std::string> classes, weak, needs;
  bool open = false, sound = line.remarks.empty();
  for (const PartChip& chip : line.chips) {
    const ItemClass& found = *chip.found;
    open = open || found.selected.empty();
    classes.insert(found.selected);
    weak.insert(found.weak.begin(), found.weak.end());
    sound = sound && found.weak.empty();
    for (const Need& need : found.needs) needs.insert(need.fact);
  }
  if (!is_named && open) {
    line.status = PartStatus::Unknown;
    line.nearest = meaning.nearest;
    line.chips.clear();
    return;
  }
  if (is_named && !meaning.whole && meaning.chips.size() == 1 && line.remarks.empty()) {
    remark(line, msg::PartBeginning, {ids_of(meaning.chips)});
    sound = false;
  }
  if (!meaning.unread.empty()) {
    remark(line, msg::PartFormUnread, {meaning.unread});
    sound = false;
  }
  if (is_named && !meaning.sure_of_form) {
    remark(line, msg::PartFormUnsure,
           {ids_of(meaning.chips), line.form.empty() ? line.name() : line.form});
    sound = false;
  }
  const bool settled = !open && classes.size() == 1;
  line.status = settled ? PartStatus::Classified : PartStatus::Open;
  if (settled) {
    line.selected = *classes.begin();
    if (!weak.empty())
      remark(line, msg::PartWeak,
             {joined(std::vector<std::string>(weak.begin(), weak.end()), ", ")});
    if (!is_named)
      line.confidence = PartConfidence::Stated;
    else if (!sound)
      line.confidence = PartConfidence::Partial;
    else
      line.confidence = meaning.chips.size() == 1 ? PartConfidence::Exact : PartConfidence::Family;
    return;
  }
  line.confidence = PartConfidence::Partial;
  if (line.chips.size() > 1 && classes.size() > 1)
    remark(line, msg::PartVariants, {ids_of(meaning.chips)}, what_settles(meaning.chips));
  if (open && !needs.empty()) {
    remark(line, msg::PartOpen,
           {joined(std::vector<std::string>(needs.begin(), needs.end()), ", ")});
  } else if (open) {
    remark(line, msg::PartNothingMet, {});
  }
}

void PartDecisions::decide(PartLine& line, const std::vector<TransactionField>& facts) {
  if (line.name().empty() && facts.empty()) {
    line.problems.push_back({.code = "B021",
                             .place = {},
                             .message = {msg::PartsNothingNamed, {}},
                             .help = {{msg::PartsNothingNamedHelp, {}}}});
    return;
  }
  const ProductMeaning meaning = meaning_of(line);
  line.kind = meaning.kind;
  line.count = meaning.count;
  for (const TransactionField& fact : facts)
    if (fact.name == "item.kind") line.kind = fact.text;
  std::vector<std::string> ids;
  ids.reserve(meaning.chips.size());
  for (const Chip* chip : meaning.chips) ids.push_back(chip->id);
  // No chip: the facts of the line may still say enough.
  if (ids.empty() && !facts.empty()) ids.emplace_back();
  if (ids.empty()) {
    line.status = PartStatus::Unknown;
    line.nearest = meaning.nearest;
  }
  for (const std::string& id : ids) {
    const Found found = class_of(line, id, meaning, facts);
    if (!found) {
      line.status = PartStatus::BadLine;
      line.chips.clear();
      return;
    }
    line.chips.push_back({id, found});
  }
  if (!ids.empty()) judge(line, meaning);
  if (line.status == PartStatus::Unknown) line.kind.clear();
  if (line.kind.empty()) line.kind = kind_of(meaning.chips);
  if (!meaning.chips.empty() || line.name().empty()) return;
  if (meaning.misfit.empty())
    remark(line, msg::PartUnknown, {line.name()});
  else
    remark(line, msg::PartOtherwise, {meaning.misfit});
  if (!meaning.nearest.empty()) remark(line, msg::PartNearest, {joined(meaning.nearest, ", ")});
}

}  // namespace licit
