// Review work: a person says whether a hit is the party asked about, why, and until when. What was said
// is kept for ever; it stops to count where the entry changed, came anew, or the day passed, and the hit
// is an alert again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "parties/names/screen.h"

namespace licit {

struct PartyResolution {
  std::string party;  // the name asked about, as typed; compared case and spaces aside
  // Of the party that the person looked at, two letters each. "Another party" counts where the party asked
  // about is known to be in these and in no other, "the same" where it is in one of them. None: wherever.
  std::vector<std::string> countries;
  ListCode list = ListCode::Other;
  std::string entry;        // its id
  std::string entry_hash;   // of what it said, as entry_hash_text() writes it
  std::string list_sha256;  // the version looked at
  std::optional<Date> list_as_of;
  bool same = false;
  std::string why, who;
  Date on;                    // when it was said
  std::optional<Date> until;  // the last day on which it counts
  bool operator==(const PartyResolution&) const = default;
};

// Why a resolution does not count any more.
enum class Reopened : std::uint8_t { No, EntryChanged, EntryAnew, Lapsed };

struct ReviewedHit {
  ScreenHit hit;
  std::optional<PartyResolution> resolution;  // the last one about this party and entry
  Reopened reopened = Reopened::No;
};

// In force, and of band review or hit, and nobody said in force that it is another party.
bool is_alert(const ReviewedHit& hit);
// Somebody said in force that it is the party, or an exact number says so.
bool is_listed(const ReviewedHit& hit);

enum class ScreenOutcome : std::uint8_t { Nobody, Settled, Alerts, Listed };
ScreenOutcome outcome_of(std::span<const ReviewedHit> hits);
std::string_view outcome_name(ScreenOutcome outcome);  // "no-match", "settled", "review", "listed"
std::string_view reopened_name(Reopened reopened);     // "no", "entry-changed"...
std::string entry_hash_text(std::uint64_t hash);       // sixteen hexadecimal digits

// The file of resolutions: a line of JSON each, only ever added to.
class Resolutions {
 public:
  // A file that is not there is one without lines. P160: cannot be read; P161: a line is no resolution
  // (the file is left alone).
  static Result<Resolutions> open(const std::string& path);

  // Adds a line, on the disk when this returns. P162 where that cannot be.
  std::optional<Diagnostic> add(const PartyResolution& one);
  const std::vector<PartyResolution>& all() const { return all_; }

  // Each hit with what was said of it, as of the day.
  std::vector<ReviewedHit> review(const NameIndex& index, const PartyQuery& query,
                                  std::vector<ScreenHit> hits) const;

 private:
  std::string path_;
  std::vector<PartyResolution> all_;
};

// The fields of a resolution, within an object.
void write_resolution(JsonWriter& json, const PartyResolution& one);

}  // namespace licit
