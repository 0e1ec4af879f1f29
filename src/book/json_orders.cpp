// Orders from JSON: an array of objects, objects one after another, or one a line.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "book/json_object.h"
#include "book/json_split.h"
#include "book/order_rows.h"

namespace licit {
namespace {

constexpr std::size_t most_unknown = 100;

class JsonOrders final : public OrderRows {
 public:
  JsonOrders(TextFile& file, bool one_a_line, const ColumnNames& names,
             std::span<const std::string> given, const TableLimits& limits)
      : file_(file),
        split_(file, one_a_line, limits.line),
        names_(names),
        given_(given.begin(), given.end()),
        object_(limits) {}

  Step next(OrderRow& row) override {
    row.cells.clear();
    at_.clear();
    const JsonSplit::Step step = split_.next();
    if (step == JsonSplit::Step::End) return Step::End;
    row.number = ++rows_;
    row.file_line = split_.line();
    if (step == JsonSplit::Step::Bad) {
      problem_ = split_.problem();
      row.file_line = std::max(problem_.place.line, row.file_line);
      return Step::Bad;
    }
    if (!object_.read(split_.value())) {
      const JsonFault& fault = object_.fault();
      problem_ = {.code = fault.code, .place = split_.place_of(fault.at), .message = fault.message};
      problem_.source_line = split_.source_line_of(fault.at);
      return Step::Bad;
    }
    if (!settle_names()) return Step::Bad;
    for (const ColumnPlan::Column& column : plan_.used) {
      const JsonMember& member = object_.members()[column.index];
      const std::string_view text = trimmed(member.text);
      if (text.empty()) continue;
      row.cells.push_back({column.field, std::string(text), member.is_plain});
      at_.push_back(member.at);
    }
    return Step::Row;
  }

  const Diagnostic& problem() const override { return problem_; }
  Place place_of(std::size_t i) const override { return split_.place_of(at_[i]); }
  std::string source_line_of(std::size_t i) const override { return split_.source_line_of(at_[i]); }

  std::uint64_t bytes_done() const override { return split_.bytes_done(); }

  std::vector<Diagnostic> notes() const override {
    std::vector<Diagnostic> out;
    if (file_.encoding() == Encoding::Latin1) out.push_back(latin1_note(file_));
    const std::vector<std::string> unknown(unknown_.begin(), unknown_.end());
    if (!unknown.empty()) out.push_back(unknown_columns_note(file_.name(), unknown, names_));
    return out;
  }

 private:
  // The plan of the object before serves again where the keys are the same.
  bool settle_names() {
    std::string keys;
    for (const JsonMember& member : object_.members()) {
      keys += member.key;
      keys += '\0';
    }
    if (keys == planned_keys_ && planned_) return true;
    std::vector<std::string> header;
    std::vector<Place> places;
    for (const JsonMember& member : object_.members()) {
      header.push_back(member.key);
      places.push_back(split_.place_of(member.at));
    }
    if (places.empty()) places.push_back(split_.place_of(0));
    Result<ColumnPlan> plan = plan_columns(header, places, names_, given_);
    planned_ = plan.ok();
    if (!plan) {
      problem_ = plan.errors().front();
      return false;
    }
    plan_ = std::move(plan).value();
    planned_keys_ = std::move(keys);
    for (const std::string& name : plan_.unknown)
      if (unknown_.size() < most_unknown) unknown_.insert(name);
    return true;
  }

  TextFile& file_;
  JsonSplit split_;
  const ColumnNames& names_;
  std::vector<std::string> given_;
  JsonObject object_;
  ColumnPlan plan_;
  bool planned_ = false;
  std::string planned_keys_;
  std::set<std::string> unknown_;
  std::vector<std::size_t> at_;
  std::uint64_t rows_ = 0;
  Diagnostic problem_;
};

}  // namespace

Result<std::unique_ptr<OrderRows>> open_json_orders(TextFile& file, bool one_a_line,
                                                    const ColumnNames& names,
                                                    std::span<const std::string> given,
                                                    const TableLimits& limits) {
  return std::unique_ptr<OrderRows>(
      std::make_unique<JsonOrders>(file, one_a_line, names, given, limits));
}

}  // namespace licit
