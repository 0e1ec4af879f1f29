# What the scripts of this folder share. LICIT is the program, LICIT_SOURCE_DIR the repository,
# LICIT_PYTHON a Python with jsonschema.
set -u
: "${LICIT:?the program to test}" "${LICIT_SOURCE_DIR:?the repository}"
export LC_ALL=C.UTF-8 COLUMNS=80
unset NO_COLOR LC_MESSAGES LANG
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
# Nobody's own lists: the starter list, unless a test imports others.
export LICIT_LISTS=$work/no-lists

fail() {
  printf 'FAILED: %s\n' "$*"
  failures=$((failures + 1))
}

# expect STATUS ARGUMENT...: runs licit, keeps its output in $out and $err. $locale is the reader's.
locale=C.UTF-8
expect() {
  local wanted=$1 status=0
  shift
  LC_ALL=$locale "$LICIT" "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
  out=$(<"$work/out")
  err=$(<"$work/err")
  [[ $status == "$wanted" ]] || fail "status $status, not $wanted: licit $*"$'\n'"${out:0:300}"$'\n'"${err:0:600}"
}

# says TEXT: the last output has it. complains TEXT: the last complaint has it, wherever its lines break.
says() { [[ "$out" == *"$1"* || "$(tr -s ' \n' ' ' <<<"$out")" == *"$1"* ]] || fail "output lacks '$1':"$'\n'"$out"; }
says_not() { [[ "$out" != *"$1"* ]] || fail "output has '$1':"$'\n'"$out"; }
# fits TEXT: no line of it is wider than COLUMNS; lines of the user's own file (" 3 | ...") are as they are.
fits() {
  local line
  while IFS= read -r line; do
    [[ $line =~ ^\ +[0-9]*\ \| ]] && continue
    ((${#line} <= COLUMNS)) || fail "wider than $COLUMNS columns (${#line}): $line"
  done <<<"$1"
}
complains() { [[ "$err" == *"$1"* || "$(tr -s ' \n' ' ' <<<"$err")" == *"$1"* ]] || fail "complaint lacks '$1':"$'\n'"$err"; }

# Whether this is a build to ask slow questions of the whole law: under the sanitizers they take minutes, and
# what they run through is asked of small laws as well.
is_fast_build() { [[ -z ${LICIT_SANITIZE:-} ]]; }

finish() {
  ((failures == 0)) || exit 1
  echo "passed"
}
