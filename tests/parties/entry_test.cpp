#include "parties/lists/entry.h"

#include <gtest/gtest.h>

namespace licit {
namespace {

TEST(ListCode, EveryCodeIsReadAsItIsWritten) {
  for (int i = 0; i <= static_cast<int>(ListCode::Other); ++i) {
    const auto code = static_cast<ListCode>(i);
    EXPECT_EQ(parse_list_code(list_code_name(code)), code) << list_code_name(code);
  }
  EXPECT_EQ(parse_list_code("us.entities"), std::nullopt);
}

}  // namespace
}  // namespace licit
