#!/usr/bin/env bash
# licit law coverage: docs/coverage.md is the table that the pack gives now. UPDATE=1 writes it anew.
# Every test of the pack is asked with its proof, which is slow under sanitizers: there this is left out.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[[ -z ${LICIT_SANITIZE:-} ]] || exit 77
pack=$LICIT_SOURCE_DIR/law/us/ear
page=$LICIT_SOURCE_DIR/docs/coverage.md
# The page up to the mark, and the table behind it.
head_of() { awk '{ print } /^<!-- the table/ { exit }' "$1"; }
table_of() { awk 'seen && !/^$/ { print } /^<!-- the table/ { seen = 1 }' "$1"; }

expect 0 law coverage "$pack" --markdown
if [[ ${UPDATE:-} == 1 ]]; then
  { head_of "$page"; echo; cat "$work/out"; } >"$work/page"
  cp "$work/page" "$page"
fi
table_of "$page" | diff -q - "$work/out" >/dev/null ||
  fail "docs/coverage.md is out of date (UPDATE=1 bash tests/cli/coverage.sh)"

expect 2 law coverage "$pack" --markdown --json
complains "C013"
finish
