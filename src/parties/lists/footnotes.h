// The footnotes of the Entity List that a license requirement carries. Publishers flatten the raised
// digits differently (")4", "EAR2", "734.9(e)1", "734.9(g),3"), so the section that is cited decides:
// 734.9(e)(1) is footnote 1, 734.9(e)(2) footnote 4, 734.9(e)(3) footnote 5, 734.9(g) footnote 3; the
// digit is read where the section does not say it (older rows cite 734.9(e) alone), and footnote 2,
// which no section stands for, only so.
#pragma once

#include <cstdint>
#include <string_view>

namespace licit {

// Bit n is set for footnote n, 1 to 5.
std::uint16_t footnotes_of(std::string_view requirement);

}  // namespace licit
