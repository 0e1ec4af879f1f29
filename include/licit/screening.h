// Purpose: whether a party is on a list, by its name in any script, an exact number or an address, with
// what speaks for and against, and the review of what was found.
//
// Ownership: a NameIndex shares its bytes with its copies; a Screener keeps a copy. Hits are values;
// their entry is looked up in the index. Thread-safety: an index may be read from many threads at once;
// a Screener works on one party at a time, so each thread has its own.
//
// Example:
//   auto lists = licit::starter_lists();                      // or lists_in_force() of a ListStore
//   auto index = licit::NameIndex::build(*lists);             // or open(): a file written before
//   licit::Screener screener(*index);
//   licit::PartyQuery query;
//   query.name = "Inspur Electronics (HK)";
//   query.countries = {"HK"};
//   for (const licit::ScreenHit& hit : screener.screen(query))
//     if (licit::is_alert(hit)) look_at(index->entry(hit.entry), hit.score, hit.evidence);
#pragma once

#include "parties/lists/store.h"
#include "parties/names/review.h"
#include "parties/names/screen.h"
