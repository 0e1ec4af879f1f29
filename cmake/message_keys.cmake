# cmake -DIN=<messages.def> -DOUT=<file> [-DFROM=<number>] -P message_keys.cmake
#
# Writes the keys of a catalogue of messages, and only when they changed: a mended sentence then
# rebuilds one file, where the keys in a header would rebuild all that read it. With FROM the keys are
# constants numbered from there, else the names of an enumeration.
file(READ ${IN} text)
string(REGEX MATCHALL "\nLICIT_MESSAGE\\([A-Za-z0-9]+" found "${text}")
list(TRANSFORM found REPLACE "\nLICIT_MESSAGE\\(" "")
if(DEFINED FROM)
  set(number 0)
  set(keys "")
  foreach(key IN LISTS found)
    string(APPEND keys "inline constexpr Msg ${key} = static_cast<Msg>(${FROM} + ${number});\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${OUT} CONTENT "@keys@" @ONLY)
else()
  list(JOIN found ",\n" keys)
  file(CONFIGURE OUTPUT ${OUT} CONTENT "@keys@,\n" @ONLY)
endif()
