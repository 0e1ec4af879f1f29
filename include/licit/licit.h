// Purpose: all of the public C++ API of Licit, which tells whether a chip may be sold. Start with
// licit::Engine (engine.h). Licit decides; it is no legal advice.
//
// Ownership and thread-safety are stated by each header: values own what they hold, an engine may be
// asked from many threads at once.
//
// Example (compiled and run by tests/decide/engine_test.cpp):
//   #include "licit/licit.h"
//
//   auto engine = licit::Engine::load();
//   auto answer = engine->check({{{"item", "h20", {}}, {"to", "CN", {}}, {"hq", "CN", {}},
//                                 {"on", "2024-06-03", {}}, {"exporter", "NVIDIA", {}}}});
//   answer->verdict;             // licit::Verdict::NoLicense
//   answer->receipt.pack_hash;   // what it was decided by
#pragma once

#include "licit/answer.h"
#include "licit/engine.h"
#include "licit/law.h"
#include "licit/questions.h"
#include "licit/result.h"
#include "licit/transaction.h"
