// A transaction in which something that was stated is known better: a figure within the interval that was
// given, one of the chips that the name may mean.
#pragma once

#include <string>

#include "licit/engine.h"

namespace licit {

// Whether the transaction states the field, or by another field (`hq`, `to`) the fact, of this name.
bool is_stated(const Engine& engine, const Transaction& transaction, const std::string& name);

// The transaction with this text in the place of what it states of the field or fact `name`, and all else as
// it is. F041 where the text says anything that was ruled out; errors of Engine::question.
Result<Transaction> narrowed(const Engine& engine, const Transaction& transaction,
                             const std::string& name, const std::string& text);

}  // namespace licit
