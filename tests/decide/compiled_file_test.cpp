// What is mapped answers like what was compiled, and what is damaged, cut short or of another law is
// refused.
#include "decide/compiled_file.h"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "both_engines.h"
#include "decide/compiled_format.h"
#include "decide/flips.h"
#include "decide/residual.h"
#include "language/overlay.h"
#include "licit/law.h"

namespace licit {
namespace {

const std::string& content() {
  static const std::string bytes = written(small_law().compiled, small_law().places);
  return bytes;
}

Result<CompiledLaw> read(const std::string& bytes, const law::Pack& pack = small_law().pack) {
  return compiled_in(std::as_bytes(std::span(bytes)), nullptr, "a file", pack, small_law().places);
}

std::string code_of(const Result<CompiledLaw>& result) {
  return result.ok() ? "read" : result.errors().front().code;
}

// With the checksum made right again, so that only the checks behind it are left.
std::string resealed(std::string bytes) {
  using namespace compiled_format;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.checksum = checksum_of(std::as_bytes(std::span(bytes)).subspan(summed_from));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

TEST(CompiledFile, HoldsEveryDiagramOfEveryDay) {
  const auto mapped = read(content());
  ASSERT_TRUE(mapped.ok());
  const CompiledLaw& built = small_law().compiled;
  ASSERT_EQ(mapped->moments().size(), built.moments().size());
  EXPECT_TRUE(std::ranges::equal(mapped->arrays().heads, built.arrays().heads));
  EXPECT_TRUE(std::ranges::equal(mapped->arrays().children, built.arrays().children));
  for (std::size_t i = 0; i < built.moments().size(); ++i) {
    Moment a = mapped->moments()[i];
    Moment b = built.moments()[i];
    EXPECT_EQ(a.from, b.from);
    EXPECT_EQ(a.covered, b.covered);
    EXPECT_EQ(a.readings, b.readings);
    ASSERT_EQ(a.requirements.size(), b.requirements.size());
    for (std::size_t k = 0; k < a.requirements.size(); ++k) {
      EXPECT_EQ(a.requirements[k].rule, b.requirements[k].rule);
    }
    const auto roots = roots_of(a);
    const auto others = roots_of(b);
    ASSERT_EQ(roots.size(), others.size());
    for (std::size_t k = 0; k < roots.size(); ++k) EXPECT_EQ(*roots[k], *others[k]);
  }
}

TEST(CompiledFile, KeepsTheAxes) {
  const auto mapped = read(content());
  ASSERT_TRUE(mapped.ok());
  const Axes& a = mapped->axes();
  const Axes& b = small_law().compiled.axes();
  ASSERT_EQ(a.all().size(), b.all().size());
  for (std::size_t v = 0; v < a.all().size(); ++v) {
    const Axis& x = a.all()[v];
    const Axis& y = b.all()[v];
    EXPECT_EQ(std::tie(x.asks, x.subject, x.word, x.classes, x.cuts, x.days, x.words),
              std::tie(y.asks, y.subject, y.word, y.classes, y.cuts, y.days, y.words));
    EXPECT_EQ(a.find(x.asks, x.subject, x.word), static_cast<Variable>(v));
  }
  EXPECT_EQ(a.place_representatives(), b.place_representatives());
  for (const PlaceRow& row : small_law().places.all()) {
    EXPECT_EQ(a.place_class(row.code), b.place_class(row.code));
  }
}

TEST(CompiledFile, AnswersTheSameAtRandomPoints) {
  const auto mapped = read(content());
  ASSERT_TRUE(mapped.ok());
  const CompiledLaw& built = small_law().compiled;
  Drawing draw(5);
  for (int i = 0; i < 20'000; ++i) {
    const std::size_t day = draw.below(built.moments().size());
    std::vector<std::uint8_t> classes;
    Encoded facts{built.diagrams().anything(), {}};
    for (std::size_t v = 0; v < facts.allowed.size(); ++v) {
      classes.push_back(static_cast<std::uint8_t>(draw.below(built.diagrams().width(Variable(v)))));
      if (!draw.once_in(40)) facts.allowed[v] = ClassSet().set(classes.back());
    }
    const Weight weight = weight_at(built, built.moments()[day], classes);
    ASSERT_EQ(weight_at(*mapped, mapped->moments()[day], classes), weight);
    if (i % 20 != 0) continue;
    ASSERT_EQ(weights_of(*mapped, mapped->moments()[day], facts),
              weights_of(built, built.moments()[day], facts));
    const Residual a(*mapped, mapped->moments()[day], facts);
    const Residual b(built, built.moments()[day], facts);
    EXPECT_EQ(a.verdicts(), b.verdicts());
    EXPECT_EQ(a.facts(), b.facts());
  }
}

TEST(CompiledFile, IsTheSameBytesEachTime) {
  EXPECT_EQ(written(CompiledLaw(small_law().pack, small_law().places), small_law().places),
            content());
}

// The build compiles the pack with its own program; the tests with this one.
TEST(CompiledFile, TravelsInTheProgram) {
  const std::span<const std::byte> travels = embedded_compiled_law();
  const law::Pack pack = law::load_embedded_pack(embedded_pack).value();
  ASSERT_TRUE(claims(travels, pack));
  const std::string here = written(CompiledLaw(pack, small_law().places), small_law().places);
  EXPECT_TRUE(std::ranges::equal(travels, std::as_bytes(std::span(here))));
}

TEST(CompiledFile, IsRefusedWhereItIsNone) {
  EXPECT_EQ(code_of(read("")), "C070");
  EXPECT_EQ(code_of(read(std::string(10'000, 'x'))), "C070");
  EXPECT_EQ(code_of(read(content().substr(0, 100))), "C070");
}

TEST(CompiledFile, IsRefusedFromAnotherVersion) {
  std::string other = content();
  other[offsetof(compiled_format::Header, version)] = 77;
  EXPECT_EQ(code_of(read(other)), "C071");
  other = content();
  other[offsetof(compiled_format::Header, engine)] = '9';
  EXPECT_EQ(code_of(read(other)), "C071");
  other = content();
  std::swap(other[offsetof(compiled_format::Header, byte_order)],
            other[offsetof(compiled_format::Header, byte_order) + 3]);
  EXPECT_EQ(code_of(read(other)), "C071");
}

TEST(CompiledFile, IsRefusedForAnotherPackOrOtherPlaces) {
  law::Pack other = small_law().pack;
  other.hash[0] = other.hash[0] == 'a' ? 'b' : 'a';
  EXPECT_EQ(code_of(read(content(), other)), "C072");
  const auto places = Places::parse(
      "code,iso3,en,fr,listing,follows,follows_from,aliases,note\nCN,CHN,China,Chine,listed,,,,\n");
  ASSERT_TRUE(places.ok());
  EXPECT_EQ(code_of(compiled_in(std::as_bytes(std::span(content())), nullptr, "a file",
                                small_law().pack, *places)),
            "C072");
}

TEST(CompiledFile, IsRefusedWhereAByteChanged) {
  Drawing draw(6);
  for (int i = 0; i < 200; ++i) {
    std::string other = content();
    const std::size_t at = compiled_format::summed_from + draw.below(other.size() - 32);
    other[at] = static_cast<char>(other[at] ^ (1 << draw.below(8)));
    EXPECT_FALSE(read(other).ok()) << at;
  }
}

TEST(CompiledFile, IsRefusedWhereItIsCutShort) {
  Drawing draw(7);
  for (int i = 0; i < 200; ++i) {
    EXPECT_FALSE(read(content().substr(0, draw.below(content().size()))).ok());
  }
  EXPECT_FALSE(read(content() + "x").ok());
}

// Somebody who makes the checksum right must still not lead a walk astray: what is read can be asked.
TEST(CompiledFile, DoesNotLeadAstrayEvenWithARightChecksum) {
  Drawing draw(8);
  std::size_t let_in = 0;
  for (int i = 0; i < 500; ++i) {
    std::string other = content();
    const std::size_t from = compiled_format::summed_from;
    other[from + draw.below(other.size() - from)] = static_cast<char>(draw.below(256));
    // What is read is looked at where it lies.
    const std::string sealed = resealed(std::move(other));
    const auto law = read(sealed);
    if (!law.ok()) continue;
    ++let_in;
    for (const Moment& moment : law->moments()) {
      std::vector<std::uint8_t> classes;
      for (std::size_t v = 0; v < law->axes().all().size(); ++v) {
        classes.push_back(
            static_cast<std::uint8_t>(draw.below(law->diagrams().width(Variable(v)))));
      }
      EXPECT_LE(weight_at(*law, moment, classes), Weight::NotSubject);
    }
  }
  EXPECT_GT(let_in, 0U);
}

TEST(CompiledFile, IsMappedFromAFolder) {
  const auto path = std::filesystem::temp_directory_path() / "licit-compiled-file-test";
  std::ofstream(path, std::ios::binary) << content();
  {
    const auto law = map_compiled(path.string(), small_law().pack, small_law().places);
    ASSERT_TRUE(law.ok());
    EXPECT_EQ(law->moments().size(), small_law().compiled.moments().size());
  }
  std::filesystem::remove(path);
  const auto gone = map_compiled(path.string(), small_law().pack, small_law().places);
  EXPECT_EQ(code_of(gone), "C040");
  EXPECT_EQ(code_of(map_compiled("/", small_law().pack, small_law().places)), "C040");
}

}  // namespace
}  // namespace licit
