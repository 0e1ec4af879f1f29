// Reading is checking: nothing of a file is used before it is known to lead nowhere outside it.
#include <algorithm>

#include "decide/compiled_file.h"
#include "decide/compiled_format.h"
#include "generated/licit_version.h"

namespace licit {
namespace {

using namespace compiled_format;

// The lists beside the arrays. Once something is missing everything reads as zero, and fine() is false.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  bool fine() const { return fine_; }
  bool at_end() const { return fine_ && at_ == bytes_.size(); }

  template <typename T>
  T get() {
    static_assert(std::is_arithmetic_v<T>);
    T value{};
    const std::span<const std::byte> from = take(sizeof value);
    if (fine_) std::memcpy(&value, from.data(), sizeof value);
    return value;
  }
  // How many things of at least this many bytes follow.
  std::size_t count(std::size_t least) {
    const std::size_t n = get<std::uint32_t>();
    if (n > (bytes_.size() - at_) / least) fine_ = false;
    return fine_ ? n : 0;
  }
  std::string text() {
    const std::span<const std::byte> from = take(count(1));
    return {reinterpret_cast<const char*>(from.data()), from.size()};
  }

 private:
  std::span<const std::byte> take(std::size_t n) {
    if (n > bytes_.size() - at_) fine_ = false;
    if (!fine_) return {};
    const std::span<const std::byte> out = bytes_.subspan(at_, n);
    at_ += n;
    return out;
  }

  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
  bool fine_ = true;
};

// How much of the bytes is believed: none of a file's, the nodes of the program's own.
enum class Trust : std::uint8_t { None, Own };

// A compiled law in the making, out of a file.
class Reading {
 public:
  Reading(std::span<const std::byte> bytes, const law::Pack& pack, const Places& places)
      : bytes_(bytes), pack_(pack), places_(places) {}

  // What is wrong with the file, by the name of its section; null where nothing is.
  const char* read(const Header& header, Trust trust, std::vector<Axis>& axes,
                   std::vector<std::uint16_t>& place_classes) {
    for (const Extent& place : header.where) {
      const bool inside = place.offset <= bytes_.size() &&
                          place.bytes <= bytes_.size() - place.offset &&
                          place.offset % alignment == 0;
      if (!inside) return "sections";
    }
    arrays = {array<std::uint16_t>(header.where[Widths]), array<NodeHead>(header.where[Heads]),
              array<Diagram>(header.where[Children]), array<Leaves>(header.where[Reach])};
    if (trust == Trust::None && !nodes_are_sound()) return "nodes";
    const Extent& lists = header.where[Lists];
    Reader in(bytes_.subspan(lists.offset, lists.bytes));
    if (!read_axes(in, axes)) return "axes";
    if (!read_places(in, axes, place_classes)) return "places";
    if (!read_moments(in) || !in.at_end()) return "moments";
    return nullptr;
  }

  CompiledArrays arrays;
  std::vector<Moment> moments;

 private:
  template <typename T>
  std::span<const T> array(const Extent& place) const {
    return {reinterpret_cast<const T*>(bytes_.data() + place.offset), place.bytes / sizeof(T)};
  }

  // Children are older and ask about later variables, so that every walk ends; what is said to be
  // reached is what is.
  bool nodes_are_sound() const {
    const auto fits = [](std::uint16_t width) { return width > 0 && width <= most_classes; };
    if (!std::all_of(arrays.widths.begin(), arrays.widths.end(), fits)) return false;
    if (arrays.widths.size() > UINT16_MAX || arrays.reach.size() != arrays.heads.size()) {
      return false;
    }
    for (std::size_t n = 0; n < arrays.heads.size(); ++n) {
      const NodeHead& head = arrays.heads[n];
      if (head.variable >= arrays.widths.size()) return false;
      const std::size_t width = arrays.widths[head.variable];
      if (head.first > arrays.children.size() || width > arrays.children.size() - head.first) {
        return false;
      }
      Leaves reach = 0;
      for (const Diagram child : arrays.children.subspan(head.first, width)) {
        const auto number = static_cast<std::uint32_t>(child);
        if (number < most_values) {
          reach |= Leaves{1} << number;
          continue;
        }
        const std::size_t at = number - most_values;
        if (at >= n || arrays.heads[at].variable <= head.variable) return false;
        reach |= arrays.reach[at];
      }
      if (reach != arrays.reach[n]) return false;
    }
    return true;
  }

  bool read_axis(Reader& in, Axis& axis) const {
    const auto asks = in.get<std::uint8_t>();
    if (asks > static_cast<std::uint8_t>(Asks::Doubt)) return false;
    axis.asks = static_cast<Asks>(asks);
    axis.subject = in.text();
    axis.word = in.text();
    axis.classes = in.get<std::uint16_t>();
    axis.cuts.resize(in.count(17));
    for (Cut<Number>& cut : axis.cuts) {
      const auto num = in.get<std::int64_t>();
      const auto den = in.get<std::int64_t>();
      const auto number = Number::fraction(num, den);
      if (!number || number->num() != num || number->den() != den) return false;
      cut = {*number, in.get<std::uint8_t>() != 0};
    }
    axis.days.resize(in.count(5));
    for (Cut<Date>& cut : axis.days) {
      const Date day(in.get<std::int32_t>());
      cut = {day, in.get<std::uint8_t>() != 0};
    }
    axis.words.resize(in.count(4));
    for (std::string& word : axis.words) word = in.text();
    if (!in.fine()) return false;
    const bool in_order = std::is_sorted(axis.cuts.begin(), axis.cuts.end()) &&
                          std::is_sorted(axis.days.begin(), axis.days.end());
    const bool numbers = axis.asks == Asks::Number;
    const bool days = axis.asks == Asks::Day;
    return in_order && (numbers ? axis.classes == axis.cuts.size() + 1 : axis.cuts.empty()) &&
           (days ? axis.classes == axis.days.size() + 1 : axis.days.empty()) &&
           axis.classes <= most_classes && !(numbers && axis.cuts.empty()) &&
           (axis.words.empty() || axis.classes == axis.words.size() ||
            axis.classes == axis.words.size() + 1);
  }

  bool read_axes(Reader& in, std::vector<Axis>& axes) const {
    axes.resize(in.count(21));
    if (axes.size() != arrays.widths.size()) return false;
    for (std::size_t v = 0; v < axes.size(); ++v) {
      if (!read_axis(in, axes[v]) || axes[v].classes != arrays.widths[v]) return false;
    }
    return true;
  }

  // Every class of places has one, and the axes know of no other.
  bool read_places(Reader& in, const std::vector<Axis>& axes,
                   std::vector<std::uint16_t>& classes) const {
    classes.resize(in.count(2));
    if (classes.size() != places_.all().size()) return false;
    std::vector<bool> met(most_classes, false);
    std::size_t count = 1;
    for (std::uint16_t& one : classes) {
      one = in.get<std::uint16_t>();
      if (one >= most_classes) return false;
      met[one] = true;
      count = std::max<std::size_t>(count, one + std::size_t{1});
    }
    if (!in.fine() ||
        std::count(met.begin(), met.end(), true) != static_cast<std::ptrdiff_t>(count)) {
      return false;
    }
    return std::all_of(axes.begin(), axes.end(), [&](const Axis& axis) {
      return axis.asks != Asks::Place || axis.classes == count;
    });
  }

  // A function of which the leaves are below this.
  bool function(Reader& in, std::size_t leaves, Diagram& out) const {
    const auto number = in.get<std::uint32_t>();
    out = static_cast<Diagram>(number);
    if (number < most_values) return in.fine() && number < leaves;
    const std::size_t at = number - most_values;
    return in.fine() && at < arrays.reach.size() && arrays.reach[at] >> leaves == 0;
  }

  bool rule(Reader& in, bool scope, const law::Rule*& out) const {
    const std::size_t at = in.get<std::uint32_t>();
    if (!in.fine() || at >= pack_.rules.size()) return false;
    out = &pack_.rules[at];
    const law::OutcomeKind kind = out->outcome;
    return scope ? kind == law::OutcomeKind::NotSubject || kind == law::OutcomeKind::NotCovered
                 : kind == law::OutcomeKind::License || kind == law::OutcomeKind::Prohibited;
  }

  bool read_moment(Reader& in, const std::vector<std::string_view>& paragraphs, Moment& out) const {
    constexpr std::size_t reviews = 8;
    out.from = Date(in.get<std::int32_t>());
    out.covered = in.get<std::uint8_t>() != 0;
    out.readings.resize(in.count(4));
    for (std::string_view& id : out.readings) {
      const std::size_t at = in.get<std::uint32_t>();
      if (!in.fine() || at >= pack_.readings.size()) return false;
      id = pack_.readings[at].id;
    }
    out.scope.resize(in.count(8));
    for (CompiledScope& one : out.scope) {
      if (!rule(in, true, one.rule) || !function(in, 2, one.holds)) return false;
    }
    out.paragraphs.resize(in.count(4));
    if (out.paragraphs.size() != paragraphs.size()) return false;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      out.paragraphs[i].name = paragraphs[i];
      if (!function(in, 2, out.paragraphs[i].met)) return false;
    }
    out.requirements.resize(in.count(12));
    for (CompiledRequirement& one : out.requirements) {
      if (!rule(in, false, one.rule) || !function(in, weight_count, one.outcome) ||
          !function(in, reviews, one.review)) {
        return false;
      }
    }
    if (!function(in, 2, out.unclassified)) return false;
    out.parts.resize(in.count(4));
    return std::all_of(out.parts.begin(), out.parts.end(),
                       [&](Diagram& part) { return function(in, weight_count, part); });
  }

  bool read_moments(Reader& in) {
    const std::vector<std::string_view> paragraphs = paragraphs_of(pack_);
    moments.resize(in.count(29));
    for (std::size_t i = 0; i < moments.size(); ++i) {
      if (!read_moment(in, paragraphs, moments[i])) return false;
      if (i > 0 && !(moments[i - 1].from < moments[i].from)) return false;
    }
    return !moments.empty();
  }

  std::span<const std::byte> bytes_;
  const law::Pack& pack_;
  const Places& places_;
};

template <std::size_t N>
std::string text_of(const std::array<char, N>& text) {
  return {text.begin(), std::find(text.begin(), text.end(), '\0')};
}

Diagnostic refusal(std::string code, Msg key, std::vector<std::string> arguments) {
  Diagnostic why;
  why.code = std::move(code);
  why.message = {key, std::move(arguments)};
  if (key != Msg::CliCannotOpen) why.help.push_back({Msg::CompiledAgain, {}});
  return why;
}

// Before anything in it is believed.
std::optional<Diagnostic> refused(const Header& header, std::span<const std::byte> bytes,
                                  const std::string& name, const law::Pack& pack,
                                  const Places& places, Trust trust) {
  if (header.magic != magic) return refusal("C070", Msg::CompiledNotOne, {name});
  if (header.byte_order != byte_order || header.version != version ||
      text_of(header.engine) != LICIT_VERSION) {
    return refusal("C071", Msg::CompiledOtherFormat,
                   {name, text_of(header.engine) + " / " + std::to_string(header.version),
                    LICIT_VERSION " / " + std::to_string(version)});
  }
  const bool whole =
      header.size == bytes.size() &&
      (trust == Trust::Own || header.checksum == checksum_of(bytes.subspan(summed_from)));
  if (!whole) return refusal("C073", Msg::CompiledDamaged, {name, "checksum"});
  if (text_of(header.pack) != pack.hash || header.places != digest_of(places)) {
    return refusal("C072", Msg::CompiledOtherPack, {name, text_of(header.pack), pack.hash});
  }
  if (header.knower > 1 || header.has_known > 1) {
    return refusal("C073", Msg::CompiledDamaged, {name, "header"});
  }
  return {};
}

}  // namespace

bool claims(std::span<const std::byte> bytes, const law::Pack& pack) {
  if (bytes.size() < sizeof(Header)) return false;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header.magic == magic && text_of(header.pack) == pack.hash;
}

namespace {

Result<CompiledLaw> read_compiled(std::span<const std::byte> bytes,
                                  std::shared_ptr<const void> owner, const std::string& name,
                                  const law::Pack& pack, const Places& places, Trust trust) {
  if (bytes.size() < sizeof(Header)) return refusal("C070", Msg::CompiledNotOne, {name});
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Leaves) != 0) {
    // Not from a mapping: where it lies the numbers could not be read in place.
    auto copy = std::make_shared<std::vector<std::uint64_t>>(bytes.size() / 8 + 1);
    std::memcpy(copy->data(), bytes.data(), bytes.size());
    bytes = std::as_bytes(std::span(*copy)).first(bytes.size());
    owner = std::move(copy);
  }
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (const auto why = refused(header, bytes, name, pack, places, trust)) return *why;

  Reading reading(bytes, pack, places);
  std::vector<Axis> axes;
  std::vector<std::uint16_t> place_classes;
  if (const char* const where = reading.read(header, trust, axes, place_classes)) {
    return refusal("C073", Msg::CompiledDamaged, {name, where});
  }
  Clock clock;
  if (header.has_known != 0) clock.known = Date(header.known);
  clock.knower = header.knower != 0 ? Knower::Addressee : Knower::Public;
  return CompiledLaw(pack, clock,
                     {Axes(std::move(axes), places, place_classes), std::move(owner),
                      reading.arrays, std::move(reading.moments)});
}

}  // namespace

Result<CompiledLaw> compiled_in(std::span<const std::byte> bytes, std::shared_ptr<const void> owner,
                                const std::string& name, const law::Pack& pack,
                                const Places& places) {
  return read_compiled(bytes, std::move(owner), name, pack, places, Trust::None);
}

std::optional<CompiledLaw> compiled_within(std::span<const std::byte> bytes, const law::Pack& pack,
                                           const Places& places) {
  Result<CompiledLaw> read = read_compiled(bytes, nullptr, {}, pack, places, Trust::Own);
  if (!read.ok()) return {};
  return std::move(read).value();
}

Result<CompiledLaw> map_compiled(const std::string& path, const law::Pack& pack,
                                 const Places& places) {
  const std::optional<MappedFile> file = MappedFile::open(path);
  if (!file) return refusal("C040", Msg::CliCannotOpen, {path});
  return compiled_in(file->bytes(), file->owner(), path, pack, places);
}

}  // namespace licit
