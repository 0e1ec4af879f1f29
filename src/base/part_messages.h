// The keys of what is said of a list of parts (part_messages.def), apart from those of messages.h for
// the reason that party_messages.h gives, and used as they are.
#pragma once

#include "base/messages.h"

namespace licit {

inline constexpr std::size_t part_messages = 0xC000;  // above every key of party_messages.def

namespace msg {
#include "generated/part_message_keys.inc"
}  // namespace msg

}  // namespace licit
