# cmake -DFILES="<file>;..." -DOUT=<file> -P names_version.cmake
#
# Writes a hash of everything that decides how names are taken apart and which names an entry has, so that
# an index of names that another build wrote is never taken for one of this build.
set(all "")
list(SORT FILES)
foreach(one IN LISTS FILES)
  file(SHA256 ${one} hash)
  string(APPEND all ${hash})
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING ${hash} 0 32 hash)
file(WRITE ${OUT} "\"${hash}\"\n")
