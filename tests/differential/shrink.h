// From a law and a question on which the engines differ to a small law and a short question on which they
// still do.
#pragma once

#include <functional>

#include "differential/drawn_law.h"
#include "differential/two_engines.h"

namespace licit::differential {

struct Case {
  LawText law;
  Query query;
};

// Whether the engines differ on it; a law that does not check is no case.
std::string difference(const Case& found, const Places& places, const TestedLaw::Fault& fault = {});

using StillFails = std::function<bool(const Case&)>;
// `fails` holds of what is given and of what is returned; it is asked at most so many times.
Case shrink(Case found, const StillFails& fails, std::size_t trials = 6000);

// How to see it again, then the law and the question.
std::string report(const Case& small, const Places& places, const std::string& how);

}  // namespace licit::differential
