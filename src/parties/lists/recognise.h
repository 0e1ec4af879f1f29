// Which format bytes are in, told from the bytes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace licit {

enum class ListFormat : std::uint8_t {
  CslJson,
  CslCsv,
  EcfrXml,
  Dpl,
  OfacMain,
  OfacAlias,
  OfacAddress,
  OfacComments,
  SdnXml,
  SdnAdvanced,
  UkCsv,
  EuXml,
  EuCsv,
  EuJournal,
  UnXml,
  PartyTable,
  SnapshotJson,
};

// P002 (a web page), P003 (no known format), P006 (not UTF-8).
Result<ListFormat> recognise(std::string_view bytes, const std::string& source);

// The bytes as UTF-8, without a byte order mark. `changed` is set where they were Latin-1.
std::string as_utf8(std::string_view bytes, bool& changed);

}  // namespace licit
