#include "decide/region_json.h"

#include "base/json_list.h"
#include "decide/answer_json.h"

namespace licit {
namespace {

class Writer {
 public:
  Writer(const law::Pack& pack, JsonStyle style) : pack_(pack), json_(style) {}

  std::string document(const RegionReport& report) {
    json_.begin_object();
    json_.begin_object("asked");
    write_asked(json_, report.receipt);
    json_.end_object();
    write_objects(json_, "given", report.given, [&](const TakenAsGiven& one) {
      json_.field("fact", one.fact);
      json_.key("value");
      write_fact_value(json_, one.value);
      json_.field("on-plane-only", one.on_plane_only);
    });
    write_assumptions(json_, report.assumed);
    write_statements("in-turn", report.region.in_turn);
    write_statements("statements", report.region.statements);
    json_.field("item-facts", report.region.item_facts);
    json_.field("turns-on", report.region.turns_on);
    write_otherwise(report);
    write_limits(report.limits);
    write_plane(report);
    json_.field("chips-of", report.vendor);
    write_objects(json_, "chips", report.chips, [&](const RegionChip& chip) {
      json_.field("id", chip.id);
      json_.field("name", chip.name);
      json_.field("vendor", chip.vendor);
      json_.field("x", chip.x.number);
      json_.field("y", chip.y.number);
      json_.field("verdict", word_of(chip.verdict));
    });
    write_warnings(json_, report.warnings);
    json_.end_object();
    return json_.take();
  }

 private:
  void write_otherwise(const RegionReport& report) {
    const bool text = report.receipt.posture == "text";
    json_.begin_object("posture");
    json_.field("chosen", report.receipt.posture);
    if (report.other_posture) {
      json_.field("other", word_of(text ? Posture::Enforced : Posture::Text));
      write_statements("in-turn", report.other_posture->in_turn);
    }
    json_.end_object();
    write_objects(json_, "readings", report.readings, [&](const RegionReading& reading) {
      json_.field("id", reading.id);
      json_.field("says", reading.says);
      json_.field("chosen", reading.chosen);
      json_.field("alternative", reading.alternative);
      json_.field("alternative-says", reading.alternative_says);
      json_.field("changes-region", reading.changes_region);
      json_.field("chips", reading.chips);
    });
  }

  std::string_view unit_of(std::string_view fact) const {
    const law::FactDecl* decl = pack_.find_fact(fact);
    return decl == nullptr ? std::string_view() : std::string_view(decl->unit);
  }

  void write_end(std::string_view name, const std::optional<RegionEnd>& end) {
    json_.key(name);
    if (!end) return json_.null();
    json_.begin_object();
    json_.field("at", end->at);
    json_.field("included", end->counts);
    json_.end_object();
  }

  void write_statements(std::string_view name, const std::vector<RegionStatement>& all) {
    write_objects(json_, name, all, [&](const RegionStatement& statement) {
      json_.field("verdict", word_of(statement.verdict));
      write_objects(json_, "limits", statement.limits, [&](const RegionLimit& limit) {
        json_.field("fact", limit.fact);
        json_.field("unit", unit_of(limit.fact));
        write_end("low", limit.low);
        write_end("high", limit.high);
        json_.field("words", limit.words);
      });
    });
  }

  void write_limits(const std::vector<LimitSource>& all) {
    write_objects(json_, "limits", all, [&](const LimitSource& limit) {
      json_.field("fact", limit.fact);
      json_.field("at", limit.at);
      json_.field("unit", limit.unit);
      json_.field("cite", limit.cite);
      json_.field("provision", limit.provision);
    });
  }

  void write_cuts(std::string_view name, const std::vector<Cut<Number>>& cuts) {
    write_objects(json_, name, cuts, [&](const Cut<Number>& cut) {
      json_.field("at", cut.at);
      json_.field("belongs-below", cut.after);
    });
  }

  void write_plane(const RegionReport& report) {
    const Plane& plane = report.plane;
    json_.begin_object("plane");
    json_.field("x", plane.x);
    json_.field("y", plane.y);
    json_.field("x-unit", unit_of(plane.x));
    json_.field("y-unit", unit_of(plane.y));
    write_cuts("x-cuts", plane.x_cuts);
    write_cuts("y-cuts", plane.y_cuts);
    json_.begin_array("columns");
    for (const auto& column : plane.cells) {
      json_.begin_array();
      for (const PlaneCell& cell : column) {
        json_.begin_object();
        json_.begin_array("verdicts");
        for (const Verdict verdict :
             {Verdict::NotSubject, Verdict::NoLicense, Verdict::Exception, Verdict::License,
              Verdict::Prohibited, Verdict::Undetermined, Verdict::Conflict, Verdict::NotCovered}) {
          if (cell.verdicts >> static_cast<Leaf>(verdict) & 1) json_.text(word_of(verdict));
        }
        json_.end_array();
        json_.field("decided-by", cell.decided_by);
        json_.end_object();
      }
      json_.end_array();
    }
    json_.end_array();
    json_.end_object();
  }

  const law::Pack& pack_;
  JsonWriter json_;
};

}  // namespace

std::string region_json(const law::Pack& pack, const RegionReport& report, JsonStyle style) {
  return Writer(pack, style).document(report);
}

}  // namespace licit
