// Whatever bytes come from an authority's server: a list or a diagnostic, never a crash; what was read
// has names in UTF-8, an id each, and the same bytes give the same list again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "parties/lists/reading.h"

namespace {

void require(bool held) {
  if (!held) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace licit;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = read_list(bytes, "fuzz");
  if (!read.ok()) {
    require(!read.errors().empty() && !read.errors().front().code.empty());
    return 0;
  }
  const auto again = read_list(bytes, "fuzz");
  require(again.ok() && again->lists.size() == read->lists.size());
  for (std::size_t i = 0; i < read->lists.size(); ++i) {
    require(read->lists[i].entries == again->lists[i].entries);
    for (const ListEntry& entry : read->lists[i].entries) {
      require(!entry.id.empty());
      require(entry.address_only || !entry.names.empty());
      for (const ListedName& name : entry.names)
        require(!name.text.empty() && name.text.size() <= 2000 && is_valid_utf8(name.text));
    }
  }
  return 0;
}
