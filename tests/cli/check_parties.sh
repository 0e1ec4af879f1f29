#!/usr/bin/env bash
# Named parties are looked up before the law is asked: a possible match leaves the verdict open, a
# person's word settles it, and only whole lists of the authorities say that nobody is listed.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export LICIT_LISTS=$work/starter
validate() {
  [[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null || return 0
  "$LICIT_PYTHON" "$LICIT_SOURCE_DIR/tests/cli/schema_validate.py" "$LICIT_SOURCE_DIR/docs/schema/answer.schema.json" "$1" || fail "schema: $1"
}
verdict() { grep -m1 '"verdict"' <"$work/out" | tr -d ' ",'; }

# 90 FR 14046 put Inspur (HK) Electronics on the Entity List.
expect 4 check h20 --to MY --buyer "Inspur (HK) Electronics"
says 'UNDETERMINED'
says 'POSSIBLE MATCH'
says 'us-el-inspur-hk-electronics'
says 'Policy of denial'
says 'licit screen resolve'
says 'buyer.listings stays unknown until a person'
says 'nobody is cleared'
fits "$out"
expect 4 check h20 --to MY --buyer "Inspur (HK) Electronics" --lang fr
says 'CORRESPONDANCE POSSIBLE'
says 'buyer.listings reste inconnu'
fits "$out"
expect 4 check h20 --to MY --buyer "Inspur (HK) Electronics" --no-screen
says_not 'POSSIBLE MATCH'
expect 4 check h20 --to MY --buyer "Inspur (HK) Electronics" --json
says '"lookup": "open"'
# A role that nobody named is the buyer: one party, looked up once.
[[ $(grep -c '"lookup"' "$work/out") == 1 ]] || fail "the buyer is shown for every role"
validate "$work/out"
# What the lists said travels with the answer: a replay asks none, and finds the same.
cp "$work/out" "$work/answer.json"
expect 4 check "$work/answer.json" --json
says '"screened"'

# Nobody is cleared by the starter list.
nobody="Greengrocers of Little Snoring"
day="--on 2026-08-03"
asked="L40 --to DE --hq DE $day"
# shellcheck disable=SC2086
expect 4 check $asked --buyer "$nobody"
says 'the starter list clears nobody'

# Whole lists: the synthetic publication has the five lists that the fact means.
export LICIT_LISTS=$work/whole
expect 0 lists import "$LICIT_SOURCE_DIR/tests/data/lists/csl-five.csv" --as-of 2026-07-31 --allow-shrink "a list for a test"
# Whoever is unknown is on a list or not: nobody knows.
# shellcheck disable=SC2086
expect 4 check $asked --buyer unknown --set buyer.owned-by-listed=none
says 'UNDETERMINED'
# Ownership is another question, which names on lists do not answer.
asked="$asked --set buyer.owned-by-listed=none"
# shellcheck disable=SC2086
"$LICIT" check $asked --buyer "$nobody" --set buyer.listings=none --json >"$work/out"
stated=$? wanted=$(verdict)
[[ $wanted != verdict:undetermined ]] || fail "the stated transaction is undetermined"
# shellcheck disable=SC2086
expect $stated check $asked --buyer "$nobody" --json
[[ $(verdict) == "$wanted" ]] || fail "$(verdict), not $wanted"
says '"lookup": "none"'
says '"starter": false'
validate "$work/out"
cp "$work/out" "$work/answer.json"
LICIT_LISTS=$work/elsewhere expect $stated check "$work/answer.json"
complains 'same'
# shellcheck disable=SC2086
expect $stated check $asked --buyer "$nobody"
says 'buyer.listings = none'
tr -s ' \n' ' ' <"$work/out" | grep -q 'no match on .* of 2026-07-31' || fail "the list's day is not said"
fits "$out"

# A day before any stored list: nobody is cleared by a list of later.
expect 4 check L40 --to DE --hq DE --on 2024-06-03 --buyer "$nobody" --set buyer.owned-by-listed=none
says 'no list that stood on 2024-06-03'

# A possible match leaves it open, whatever else is stored.
# shellcheck disable=SC2086
expect 4 check $asked --buyer "Quibbler Optics Example" --json
says '"lookup": "open"'
entry=$(grep -m1 -A1 '"entry": {' "$work/out" | grep -o '"id": "[^"]*"' | cut -d'"' -f4)
resolve() { # --same or --not-same
  expect 0 screen resolve Quibbler Optics Example --list us.entity-list --entry "$entry" "$1" \
    --why 'asked for the register' --who 'A. Smith' --on 2026-08-03
}
resolve --not-same
# shellcheck disable=SC2086
expect $stated check $asked --buyer "Quibbler Optics Example" --json
[[ $(verdict) == "$wanted" ]] || fail "resolved as another: $(verdict), not $wanted"
says '"lookup": "settled"'
validate "$work/out"
# shellcheck disable=SC2086
expect $stated check $asked --buyer "Quibbler Optics Example"
says 'a person said of each possible match that it is another party'
fits "$out"
# 15 CFR 744.11(a): a party on the Entity List, for all items; 744.11 leaves no exception to it.
resolve --same
# shellcheck disable=SC2086
expect 3 check $asked --buyer "Quibbler Optics Example" --json
[[ $(verdict) == verdict:license ]] || fail "resolved as the same: $(verdict)"
says '"lookup": "listed"'
validate "$work/out"
# shellcheck disable=SC2086
expect 3 check $asked --buyer "Quibbler Optics Example"
says 'buyer.listings = entity-list'
says 'fn4'
fits "$out"

# A list that is missing, or somebody's own table, is no whole list.
export LICIT_LISTS=$work/part
expect 0 lists import "$LICIT_SOURCE_DIR/tests/data/lists/csl.csv" --as-of 2026-07-31 --allow-shrink "a list for a test"
# shellcheck disable=SC2086
expect 4 check $asked --buyer "$nobody"
says 'no whole list of its authority'
says 'unverified-list'

finish
