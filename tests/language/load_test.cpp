#include "language/load.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support_law.h"

namespace licit::law::testing {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, gone afterwards.
class Load : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(::testing::TempDir()) /
            ("licit-load-" +
             std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  std::string put(const std::string& path, const std::string& text) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
    return (root_ / path).string();
  }
  static std::string header(const std::string& id, const std::string& use = "") {
    return "pack " + id + " \"T\"\n" + (use.empty() ? "" : "  use " + use + "\n") +
           "  verified-through 2026-01-01\n  covers-from 2020-01-01\n";
  }

  fs::path root_;
};

const std::string a_fact = "fact item.x : yes-no\n  says en \"x\" fr \"x\"\n";
const std::string uses_it =
    "define d\n  when item.x\nflag f\n  cite \"c\"\n  source S\n"
    "  says en \"a\" fr \"b\"\n  when d\n";
const std::string a_source = "source S rule \"1 FR 1\"\n  effective 2020-01-01\n";

TEST_F(Load, AFolderInOrderOfNames) {
  put("p/b.law", "part of p\n" + a_fact);
  put("p/a.law", header("p") + a_source);
  put("p/c.law", "part of p\n" + uses_it);
  put("p/notes.txt", "not law");
  const Result<Pack> pack = load_pack_from_directory((root_ / "p").string());
  ASSERT_TRUE(pack.ok()) << rendered(pack.errors(), Language::En);
  ASSERT_EQ(pack->files.size(), 3U);
  EXPECT_TRUE(pack->files[0].path.ends_with("a.law"));
  EXPECT_TRUE(pack->files[2].path.ends_with("c.law"));
  EXPECT_EQ(pack->header.id, "p");
}

TEST_F(Load, UsedPacksAreFoundBesideUnderThreeNames) {
  for (const std::string where : {"us/words.law", "us.words.law", "us/words/facts.law"}) {
    fs::remove_all(root_);
    const std::string file = put("main.law", header("main", "us.words") + a_source + uses_it);
    put(where, header("us.words") + a_fact);
    const Result<Pack> pack = load_pack_from_file(file);
    ASSERT_TRUE(pack.ok()) << where << "\n" << rendered(pack.errors(), Language::En);
    EXPECT_EQ(pack->header.id, "main");
    ASSERT_EQ(pack->used.size(), 1U);
    EXPECT_EQ(pack->used[0].id, "us.words");
    EXPECT_EQ(pack->facts.size(), 1U);
  }
}

TEST_F(Load, UsedPacksAreFoundInTheFoldersAbove) {
  put("law/us/ear/pack.law", header("us.ear", "us.words") + a_source + uses_it);
  put("law/us/words/facts.law", header("us.words") + a_fact);
  const Result<Pack> pack = load_pack_from_path((root_ / "law/us/ear").string());
  ASSERT_TRUE(pack.ok()) << rendered(pack.errors(), Language::En);
}

TEST_F(Load, ParseErrorsDoNotStopTheChecking) {
  put("p/a.law", header("p") + a_source + "rule broken then\n" + uses_it);
  const Result<Pack> pack = load_pack_from_path((root_ / "p").string());
  ASSERT_FALSE(pack.ok());
  EXPECT_EQ(codes(pack.errors()), (std::vector<std::string>{"L020", "L105"}));
}

TEST_F(Load, AFileTooLargeIsNotReadAtAll) {
  const std::string file = put("big.law", "");
  fs::resize_file(file, 100U << 20);
  const Result<Pack> pack = load_pack_from_path(file);
  ASSERT_FALSE(pack.ok());
  EXPECT_EQ(codes(pack.errors()), std::vector<std::string>{"L007"});
}

TEST_F(Load, EmptyFileEmptyFolderAndNoFolder) {
  EXPECT_EQ(codes(load_pack_from_path(put("empty.law", "")).errors()),
            std::vector<std::string>{"L026"});
  fs::create_directories(root_ / "none");
  EXPECT_EQ(codes(load_pack_from_path((root_ / "none").string()).errors()),
            std::vector<std::string>{"L035"});
  EXPECT_EQ(codes(load_pack_from_path((root_ / "nowhere").string()).errors()),
            std::vector<std::string>{"L030"});
}

TEST_F(Load, WarningsDoNotKeepAPackFromBeingUsed) {
  const Result<Pack> pack =
      load_pack({{{"a.law", header("p") + a_fact + "define d\n  when item.x\n"}}});
  ASSERT_TRUE(pack.ok());
  EXPECT_EQ(codes(pack->warnings), std::vector<std::string>{"L190"});
}

// What travels inside the program is what lies in the repository.
TEST_F(Load, TheEmbeddedPackIsTheOneOnDisk) {
  const std::string folder = std::string(LICIT_SOURCE_DIR) + "/law/us/ear";
  const Result<Pack> embedded = load_embedded_pack("law/us/ear");
  const Result<Pack> disk = load_pack_from_path(folder);
  ASSERT_TRUE(disk.ok()) << rendered(disk.errors(), Language::En);
  ASSERT_TRUE(embedded.ok()) << rendered(embedded.errors(), Language::En);
  EXPECT_EQ(embedded->hash, disk->hash);
  EXPECT_EQ(embedded->header.id, "us.ear");
}

// Tests stand in files named for it, and nothing else does: who leaves them out has the same law, and says
// by its hash that it is the same pack.
TEST_F(Load, TheEmbeddedPackWithoutItsTestsIsTheSameLaw) {
  const Result<Pack> whole = load_embedded_pack("law/us/ear");
  const Result<Pack> law_only = load_embedded_pack("law/us/ear", false);
  ASSERT_TRUE(law_only.ok()) << rendered(law_only.errors(), Language::En);
  EXPECT_FALSE(whole->tests.empty());
  EXPECT_TRUE(law_only->tests.empty());
  EXPECT_EQ(law_only->hash, whole->hash);
  EXPECT_EQ(law_only->warnings.size(), whole->warnings.size());
  const auto declarations = [](const Pack& p) {
    return std::vector<std::size_t>{
        p.sources.size(),  p.facts.size(),       p.readings.size(), p.params.size(),
        p.sets.size(),     p.defines.size(),     p.rules.size(),    p.defeats.size(),
        p.bars.size(),     p.policies.size(),    p.flags.size(),    p.asides.size(),
        p.pointers.size(), p.precedences.size(), p.events.size(),   p.quirks.size()};
  };
  EXPECT_EQ(declarations(*law_only), declarations(*whole));
}

}  // namespace
}  // namespace licit::law::testing
