#!/usr/bin/env bash
# licit own: verdicts inside and outside a rule's window, proofs, JSON, and files that are wrong.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
owners=$LICIT_SOURCE_DIR/examples/owners.csv
listed=$LICIT_SOURCE_DIR/examples/listed-owners.csv

# In force from 2025-09-29 (90 FR 47201): half of a half is restricted, a band is possible, an unknown
# share unresolved, 49 percent a red flag, an American affiliate outside the rule's reach.
expect 4 own "$owners" --listed "$listed" --on 2025-10-15
fits "$out"
says "Example Cloud Malaysia       restricted"
says "Example Research             possible"
says "Example Trading              unresolved"
says "Example Networks             red flag"
says "Example America              red flag"
says_not "Quiet Data"
says "bis: in force."
# The same while suspended (90 FR 50857), for advice only: nothing is stopped.
expect 5 own "$owners" --listed "$listed" --on 2026-03-01 --regime bis
says "restricted*"
says "suspended"
says "not in force on 2026-03-01"
# Back by its text, not verified.
expect 4 own "$owners" --listed "$listed" --on 2026-11-10 --regime bis
says "which was not verified"
says_not "restricted*"
expect 3 own "$owners" --listed "$listed" --on 2025-10-15 --regime bis --of "EXAMPLE cloud malaysia"
says "50 percent by Example Chip Design"
says "listed: us.entity-list"
says "footnotes 4"
says "25 percent: an economic figure"
fits "$out"
expect 0 own "$owners" --listed "$listed" --on 2025-10-15 --regime bis --of "Quiet Data"
says "clear"
# Who is listed is stopped by that, also while nobody is restricted by owners.
expect 3 own "$owners" --listed "$listed" --on 2026-03-01 --regime bis --of "Example Defence Works"
says "listed"
# OFAC and the others count other lists.
expect 0 own "$owners" --listed "$listed" --on 2025-10-15 --regime ofac
says "No entity is reached"
expect 3 own "$owners" --listed "Example Semiconductor Group=us.sdn" --on 2025-10-15 --regime ofac --of "Example America"
expect 3 own "$owners" --listed "$listed" --on 2025-10-15 --regime bis --of "Example Leasing" --lang fr
says "restreint"
says "55 % ensemble"
fits "$out"
expect 4 own "$owners" --listed "$listed" --on 2025-10-15 --explain --lang fr
fits "$out"

if [[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null; then
  expect 4 own "$owners" --listed "$listed" --on 2025-10-15 --json --explain
  printf '%s' "$out" >"$work/own-1.json"
  expect 3 own "$owners" --listed "$listed" --on 2025-10-15 --json --of "Example Leasing"
  printf '%s' "$out" >"$work/own-2.json"
  "$LICIT_PYTHON" "$LICIT_SOURCE_DIR/tests/cli/schema_validate.py" \
    "$LICIT_SOURCE_DIR/docs/schema/own.schema.json" "$work"/own-*.json || fail "schema"
fi

# Wrong input: said with its place, the rest kept.
printf 'owner,owned,share\nX,A,140\nX,B,60\nB,B,10\n' >"$work/bad.csv"
expect 2 own "$work/bad.csv" --listed X=us.entity-list --on 2025-10-15 --regime bis
complains "bad.csv:2:5: error[P205]"
complains "P209"
says "unresolved"
says "restricted"
printf '<!DOCTYPE html><html>502 Bad Gateway</html>' >"$work/page.xml"
expect 2 own "$work/page.xml"
complains "P201"
complains "web page"
printf "owner,owned,share\nX,A,60\nY,A,60\nX,B,25\nX,B,25\n" >"$work/full.csv"
expect 4 own "$work/full.csv" --listed X=us.entity-list --on 2025-10-15 --regime bis
complains "add up to 120 percent"
complains "is written twice"
says "possible"
# Percent or fractions: it is asked, and until then nobody is cleared.
printf "owner,owned,share\nX,A,0.6\n" >"$work/small.csv"
expect 2 own "$work/small.csv" --listed X=us.entity-list --on 2025-10-15 --regime bis
complains "P231"
complains "--shares"
says "possible"
fits "$err"
expect 2 own "$work/small.csv" --listed X=us.entity-list --on 2025-10-15 --regime bis --lang fr
complains "pour cent, ou fractions"
expect 3 own "$work/small.csv" --listed X=us.entity-list --on 2025-10-15 --regime bis --shares fraction
expect 0 own "$work/small.csv" --listed X=us.entity-list --on 2025-10-15 --regime bis --shares percent --of A
expect 2 own "$work/small.csv" --shares thirds
complains "C006"
# An owner whom nobody names may be a listed one.
printf "owner,owned,share\n?,A,60\nY,A,40\n" >"$work/unnamed.csv"
expect 4 own "$work/unnamed.csv" --listed Y=us.entity-list --on 2025-10-15 --regime bis --explain
complains "P233"
says "not named and may be a listed one"
says "60 percent by ? ("
says "unnamed.csv:2)"
fits "$out"
expect 4 own "$work/unnamed.csv" --listed Y=us.entity-list --on 2025-10-15 --regime bis --explain --lang fr
says "n'est pas nommé"
expect 4 own "$work/unnamed.csv" --listed Y=us.entity-list --on 2025-10-15 --json
says '"unnamed"'
expect 2 own "$work/none.csv"
complains "P200"
expect 2 own
complains "P227"
expect 2 own "$owners" --listed "Exampel Leasing=us.sdn"
complains "P225"
complains "Example Leasing"
expect 2 own "$owners" --listed "Example Leasing=us.none"
complains "P221"
expect 2 own "$owners" --of Nobody
complains "P225"
expect 2 own "$owners" --regime us
complains "C006"
expect 2 own "$owners" --on tomorrow
expect 2 own "$owners" --minority half
complains "P226"
expect 5 own "$owners" # nothing was asked, so nobody is cleared
complains "no listed owner was named"
finish
