// Purpose: a transaction as people state it: fields by name ("item", "to", "hq"...) and facts by id
// ("item.die-area"), each with its text as typed. Names are resolved, values typed and defaults
// applied by the engine; what cannot be read is a diagnostic that names the field.
//
// Ownership: a Transaction owns its texts. Thread-safety: a plain value.
//
// Example:
//   licit::Transaction transaction{{{"item", "h20", {}}, {"to", "CN", {}}, {"hq", "CN", {}},
//                                   {"on", "2024-06-03", {}}, {"exporter", "NVIDIA", {}}}};
#pragma once

#include "facts/transaction.h"
