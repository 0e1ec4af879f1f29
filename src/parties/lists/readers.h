// The readers, one for each format of an authority (docs/lists.md). Each takes the bytes of one file
// in UTF-8 and the name to show in diagnostics. None finishes its entries (reading.h).
#pragma once

#include "parties/lists/reading.h"

namespace licit {

// trade.gov, Consolidated Screening List.
Result<ReadLists> read_csl_json(std::string_view bytes, const std::string& source);
Result<ReadLists> read_csl_csv(std::string_view bytes, const std::string& source);

// eCFR, part 744: Supplement 4 (Entity List), 6 (Unverified) and 7 (Military End-Users).
Result<ReadLists> read_ecfr_xml(std::string_view bytes, const std::string& source);
// BIS, Denied Persons List, tab-separated.
Result<ReadLists> read_dpl(std::string_view bytes, const std::string& source);

// OFAC: sdn.csv or cons_prim.csv with what goes with it (alt, add, comments), and both XML formats.
Result<ReadLists> read_ofac_classic(std::span<const SourceFile> files);
Result<ReadLists> read_sdn_xml(std::string_view bytes, const std::string& source);
Result<ReadLists> read_sdn_advanced(std::string_view bytes, const std::string& source);

// FCDO, UK Sanctions List.
Result<ReadLists> read_uk_csv(std::string_view bytes, const std::string& source);
// European Commission, consolidated list: XML 1.1 and the CSV with one row a name.
Result<ReadLists> read_eu_xml(std::string_view bytes, const std::string& source);
Result<ReadLists> read_eu_csv(std::string_view bytes, const std::string& source);
// EU annexes transcribed from the Official Journal, one row a designation.
Result<ReadLists> read_eu_journal(std::string_view bytes, const std::string& source);
// United Nations Security Council, consolidated list.
Result<ReadLists> read_un_xml(std::string_view bytes, const std::string& source);

// Licit's own table, one row a name: the starter list, and lists that a user brings.
Result<ReadLists> read_party_table(std::string_view bytes, const std::string& source);

// Snapshots in JSON that others made of official lists; told apart by their own keys.
Result<ReadLists> read_snapshot_json(std::string_view bytes, const std::string& source);

}  // namespace licit
