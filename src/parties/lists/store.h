// The lists that were imported, each version with the bytes it was read from, so that a decision of
// last year is replayed on last year's list. A folder: `bytes/` holds files by their SHA-256,
// `index.json` says which versions there are. Versions are never changed, only added.
//
// A store is a value read at once; import() reads the folder again under a lock, so that two processes
// may import at the same time. Not thread-safe.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "parties/lists/reading.h"

namespace licit {

struct StoredFile {
  std::string name;  // as it was called where it came from
  std::string sha256;
};

// One list as it was on a day.
struct ListVersion {
  ListCode code = ListCode::Other;
  std::string name;    // as its authority calls it
  std::string id;      // the first digits of its hash
  std::string sha256;  // of its bytes: PartyList::sha256
  std::string format;
  std::string source;  // an address or a path
  std::vector<StoredFile> files;
  Date as_of;     // from this day on it is the list: the day it states, or that somebody stated
  Date imported;  // when it came here
  Date seen;      // the last day on which it is known to have been the newest of its publication
  std::size_t entries = 0;
  std::string shrank_because;  // the reason given for accepting fewer entries; else empty
};

struct ImportOptions {
  std::optional<ListCode> as;  // instead of what the file says of itself
  std::optional<Date> as_of;   // likewise
  std::optional<Date>
      fallback;              // the day of publication or of fetching, where the list states none
  std::string source;        // where the files came from; empty: their names
  std::string allow_shrink;  // the reason; empty: a list that shrank is refused
  bool is_current = false;   // fetched today from its authority: what is newest today
  Date today;
};

enum class ImportOutcome : std::uint8_t {
  New,      // in force from now on
  Earlier,  // kept, but a later version stays in force
  Same,     // these bytes were there already
  Refused,  // shrank; the version before stays in force
};

struct ImportedList {
  ListVersion version;
  ImportOutcome outcome = ImportOutcome::New;
  std::size_t entries_before = 0;  // of the version that it follows; 0: none
  bool below_starter = false;      // it follows none, and `entries_before` is of the starter part
};

struct ImportReport {
  std::string format;
  std::vector<ImportedList> lists;
  std::vector<Diagnostic> warnings;  // bad rows; lists that this publication used to hold
};

class ListStore {
 public:
  // A folder that does not exist is an empty store. P012: its index cannot be read.
  static Result<ListStore> open(const std::string& folder);

  const std::string& folder() const { return folder_; }
  // By list, then by day, then as they were imported.
  const std::vector<ListVersion>& versions() const { return versions_; }

  // The version of a list on a day (without one, the latest); null where there is none. Of two
  // publications of a list the one that says more of its names is taken (OFAC's own, with original
  // scripts and strength of aliases, before the Consolidated Screening List), unless the other is of
  // a later day than that on which it was last seen to be the newest.
  const ListVersion* in_force(ListCode code, std::optional<Date> on = {}) const;
  std::vector<const ListVersion*> in_force(std::optional<Date> on = {}) const;
  // By the first digits of its id, or by a day; null where none is meant.
  const ListVersion* find(ListCode code, std::string_view which) const;

  // Reads versions again from their bytes, in the order given. P013: bytes are missing or are not
  // what they were.
  Result<std::vector<PartyList>> load(std::span<const ListVersion* const> versions) const;

  // Reads the files, and adds a version of each list in them. Errors are those of reading, P010 (`as`
  // for several lists), P011 (cannot be written) and P016 (of what day a list is nobody says);
  // nothing is changed then.
  Result<ImportReport> import(std::span<const SourceFile> files, const ImportOptions& options);

 private:
  const ListVersion* latest(ListCode code, std::optional<Date> on) const;

  std::string folder_;
  std::vector<ListVersion> versions_;
};

// $LICIT_LISTS, else $XDG_DATA_HOME/licit/lists, else ~/.local/share/licit/lists; empty where the
// environment has none of them. `environment` looks a variable up.
std::string store_folder(std::optional<std::string> lists, std::optional<std::string> data_home,
                         std::optional<std::string> home);

// What to decide with: the lists in force on a day, or the starter list where nothing was imported.
Result<std::vector<PartyList>> lists_in_force(const ListStore& store, std::optional<Date> on = {});

// The list that ships with the program (parties/starter.csv).
Result<std::vector<PartyList>> starter_lists();

}  // namespace licit
