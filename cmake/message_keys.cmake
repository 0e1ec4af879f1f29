# cmake -DIN=<messages.def> -DOUT=<file> -P message_keys.cmake
#
# Writes the keys of the catalogue of messages, and only when they changed: a mended sentence then
# rebuilds one file, where the enumeration in messages.h would rebuild them all.
file(READ ${IN} text)
string(REGEX MATCHALL "\nLICIT_MESSAGE\\([A-Za-z0-9]+" found "${text}")
list(TRANSFORM found REPLACE "\nLICIT_MESSAGE\\(" "")
list(JOIN found ",\n" keys)
file(CONFIGURE OUTPUT ${OUT} CONTENT "@keys@,\n" @ONLY)
