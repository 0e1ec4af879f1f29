// The keys of what is said of lists, names and owners (party_messages.def), apart from those of
// messages.h so that a new sentence on parties rebuilds the files on parties only. They are messages
// like any other: say(language, msg::PartyOnList, {...}).
#pragma once

#include "base/messages.h"

namespace licit {

inline constexpr std::size_t party_messages = 0x8000;  // above every key of messages.def

namespace msg {
#include "generated/party_message_keys.inc"
}  // namespace msg

}  // namespace licit
