// What a reader of lists gives: the lists that a publication holds (the Consolidated Screening List
// holds a dozen), and a warning for every row that it had to leave out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "parties/lists/entry.h"

namespace licit {

// One file of a publication, as it was fetched. `name` is shown in diagnostics.
struct SourceFile {
  std::string name;
  std::string_view bytes;
};

struct ReadLists {
  std::string format;  // "csl-json", "ofac-classic"...: which reader read it
  std::vector<PartyList> lists;
  std::vector<Diagnostic>
      warnings;  // P020 and on; the rows that they speak of are not in the lists
  std::size_t bad_rows = 0;
  // P004, of files that end in the middle of a row: what else they held is not known, so that
  // read_lists gives no list of them.
  std::vector<Diagnostic> broken_off;

  // The list of that code, made where there is none yet. The reference holds until the next call.
  PartyList& list(ListCode code, std::string_view name);
  // Leaves a row out and says so.
  void bad_row(const std::string& file, std::size_t line, Text why);
  void breaks_off(const std::string& file, std::size_t line);
  void warn(std::string code, const std::string& file, std::size_t line, Text what);
};

// The formats told apart, each by what is in the bytes, never by the file's name.
Result<ReadLists> read_lists(std::span<const SourceFile> files);
// One file.
Result<ReadLists> read_list(std::string_view bytes, const std::string& source);

// What every reader does last (read_lists calls it): ids where the authority gives none, hidden
// structure taken apart, names and countries once each, parents found.
void finish(ReadLists& read);

// The authority's own name of a list, where a format does not say it.
std::string_view list_title(ListCode code);

}  // namespace licit
