#include <algorithm>

#include "decide/compiled_file.h"
#include "decide/compiled_format.h"
#include "generated/licit_version.h"

namespace licit {
namespace {

using namespace compiled_format;

class Writer {
 public:
  template <typename T>
  void put(const T& value) {
    static_assert(std::is_arithmetic_v<T>);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void count(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
  void text(const std::string& words) {
    count(words.size());
    out_ += words;
  }
  void diagram(Diagram d) { put(static_cast<std::uint32_t>(d)); }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void write(Writer& out, const Axis& axis) {
  out.put(static_cast<std::uint8_t>(axis.asks));
  out.text(axis.subject);
  out.text(axis.word);
  out.put(axis.classes);
  out.count(axis.cuts.size());
  for (const Cut<Number>& cut : axis.cuts) {
    out.put(cut.at.num());
    out.put(cut.at.den());
    out.put(static_cast<std::uint8_t>(cut.after));
  }
  out.count(axis.days.size());
  for (const Cut<Date>& cut : axis.days) {
    out.put(cut.at.days());
    out.put(static_cast<std::uint8_t>(cut.after));
  }
  out.count(axis.words.size());
  for (const std::string& word : axis.words) out.text(word);
}

void write(Writer& out, const CompiledLaw& law, const Moment& moment) {
  const law::Pack& pack = law.pack();
  const auto rule = [&](const law::Rule* one) {
    out.count(static_cast<std::size_t>(one - pack.rules.data()));
  };
  out.put(moment.from.days());
  out.put(static_cast<std::uint8_t>(moment.covered));
  // Which version of a reading is in doubt is a matter of its id alone.
  out.count(moment.readings.size());
  for (const std::string_view id : moment.readings) {
    const auto found = std::find_if(pack.readings.begin(), pack.readings.end(),
                                    [&](const law::Reading& one) { return one.id == id; });
    out.count(static_cast<std::size_t>(found - pack.readings.begin()));
  }
  out.count(moment.scope.size());
  for (const CompiledScope& one : moment.scope) {
    rule(one.rule);
    out.diagram(one.holds);
  }
  out.count(moment.paragraphs.size());
  for (const CompiledParagraph& one : moment.paragraphs) out.diagram(one.met);
  out.count(moment.requirements.size());
  for (const CompiledRequirement& one : moment.requirements) {
    rule(one.rule);
    out.diagram(one.outcome);
    out.diagram(one.review);
  }
  out.diagram(moment.unclassified);
  out.count(moment.parts.size());
  for (const Diagram part : moment.parts) out.diagram(part);
}

std::string lists_of(const CompiledLaw& law, const Places& places) {
  Writer out;
  out.count(law.axes().all().size());
  for (const Axis& axis : law.axes().all()) write(out, axis);
  out.count(places.all().size());
  for (const PlaceRow& row : places.all()) out.put(law.axes().place_class(row.code));
  out.count(law.moments().size());
  for (const Moment& moment : law.moments()) write(out, law, moment);
  return out.take();
}

template <std::size_t N>
void copy_text(std::string_view text, std::array<char, N>& into) {
  std::copy_n(text.begin(), std::min(text.size(), N), into.begin());
}

}  // namespace

std::string written(const CompiledLaw& law, const Places& places) {
  const std::string lists = lists_of(law, places);
  const CompiledArrays& arrays = law.arrays();
  const std::array<std::span<const std::byte>, sections> content{
      std::as_bytes(arrays.widths), std::as_bytes(arrays.heads), std::as_bytes(arrays.children),
      std::as_bytes(arrays.reach), std::as_bytes(std::span(lists))};

  Header header;
  header.magic = magic;
  header.byte_order = byte_order;
  header.version = version;
  copy_text(LICIT_VERSION, header.engine);
  copy_text(law.pack().hash, header.pack);
  header.places = digest_of(places);
  header.has_known = law.clock().known ? 1 : 0;
  header.known = law.clock().known.value_or(Date()).days();
  header.knower = law.clock().knower == Knower::Addressee ? 1 : 0;
  std::string out(sizeof header, '\0');
  for (std::size_t i = 0; i < sections; ++i) {
    out.resize((out.size() + alignment - 1) / alignment * alignment, '\0');
    header.where[i] = {out.size(), content[i].size()};
    out.append(reinterpret_cast<const char*>(content[i].data()), content[i].size());
  }
  header.size = out.size();
  std::memcpy(out.data(), &header, sizeof header);
  header.checksum = checksum_of(std::as_bytes(std::span(out)).subspan(summed_from));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace licit
