// Whatever bytes stand in a file of compiled law: it is refused or it can be asked, and no walk leaves it.
// The bytes are laid over a true file, with the checksum made right, so that the checks behind it are met.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "decide/compiled_file.h"
#include "decide/compiled_format.h"
#include "decide/exact.h"
#include "facts/shipped.h"
#include "language/load.h"

namespace {

using namespace licit;

void require(bool held) {
  if (!held) std::abort();
}

// A small law: a file of the whole one takes longer to lay out anew than it takes to go wrong in.
struct Law {
  law::Pack pack = law::load_pack_from_path(LICIT_SOURCE_DIR "/tests/data/small-ear").value();
  Places places = shipped_places().value();
  std::string content = written(CompiledLaw(pack, places), places);
};

const Law& small() {
  static const Law one;
  return one;
}

void reseal(std::string& bytes) {
  using namespace compiled_format;
  if (bytes.size() < sizeof(Header)) return;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.size = bytes.size();
  header.checksum = 0;
  std::memcpy(bytes.data(), &header, sizeof header);
  header.checksum = checksum_of(std::as_bytes(std::span(bytes)).subspan(summed_from));
  std::memcpy(bytes.data(), &header, sizeof header);
}

void ask(const std::string& bytes, std::uint8_t seed) {
  const auto read =
      compiled_in(std::as_bytes(std::span(bytes)), nullptr, "fuzz", small().pack, small().places);
  if (!read.ok()) {
    require(!read.errors().empty());
    return;
  }
  for (const Moment& moment : read->moments()) {
    std::vector<std::uint8_t> classes;
    for (std::size_t v = 0; v < read->axes().all().size(); ++v) {
      const std::size_t width = read->diagrams().width(static_cast<Variable>(v));
      classes.push_back(static_cast<std::uint8_t>((seed + v * 7) % width));
    }
    require(weight_at(*read, moment, classes) <= Weight::NotSubject);
    for (const Diagram part : moment.parts) {
      require(read->diagrams().value(part, classes) < weight_count);
    }
  }
}

}  // namespace

// Four bytes a change: where, from the end of the list sections as often as from the front, and what.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes = small().content;
  const std::uint8_t seed = size > 0 ? data[0] : 0;
  for (std::size_t i = 1; i + 4 <= size && i < 64; i += 4) {
    const std::size_t where =
        (std::size_t{data[i]} << 16) | (std::size_t{data[i + 1]} << 8) | std::size_t{data[i + 2]};
    const std::size_t at = where % 2 == 0 ? where / 2 : bytes.size() - 1 - where / 2 % bytes.size();
    if (at < bytes.size()) bytes[at] = static_cast<char>(data[i + 3]);
  }
  if (seed % 5 == 0 && size > 1) bytes.resize(bytes.size() * data[1] / 256);
  reseal(bytes);
  ask(bytes, seed);
  // And as they are.
  ask(std::string(reinterpret_cast<const char*>(data), size), seed);
  return 0;
}
