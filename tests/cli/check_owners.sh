#!/usr/bin/env bash
# Who owns the named parties, as facts: a listed half is said, and every doubt leaves the verdict open.
# 15 CFR 744.11 and 744 Supp. 8(b): in force from 2025-09-29 (90 FR 47201) to 2025-11-09, suspended by
# 90 FR 50857 until 2026-11-09.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
validate() { # SCHEMA FILE
  [[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null || return 0
  "$LICIT_PYTHON" "$LICIT_SOURCE_DIR/tests/cli/schema_validate.py" "$LICIT_SOURCE_DIR/docs/schema/$1" "$2" || fail "schema $1: $2"
}
verdict() { grep -m1 '"verdict"' <"$work/out" | tr -d ' ",'; }

cat >"$work/owners.csv" <<'EOF2'
owner,owned,share,owner-country,owned-country,owner-hq,owned-hq,owner-person
Listed Group,Half Ltd,50,CN,DE,CN,DE,
Anna Real,Half Ltd,50,,DE,,DE,yes
Half Ltd,Quarter Ltd,50,DE,DE,DE,DE,
Anna Real,Quarter Ltd,50,,DE,,DE,yes
Listed Group,Band Ltd,25..50,CN,DE,CN,DE,
Anna Real,Band Ltd,50,,DE,,DE,yes
Listed Group,Unknown Ltd,?,CN,DE,CN,DE,
Listed Group,Minor Ltd,49,CN,DE,CN,DE,
Anna Real,Minor Ltd,51,,DE,,DE,yes
Anna Real,Clean Ltd,100,,DE,,DE,yes
Quiet Holding,Shell Ltd,100,DE,DE,DE,DE,
Anna Real,Clean Holding,100,,DE,,DE,yes
Clean Holding,Clean Branch,100,DE,DE,DE,DE,
Example Quibbler Optics,Quibbler Branch,60,CN,DE,CN,DE,
Anna Real,Quibbler Branch,40,,DE,,DE,yes
529900T8BM49AURSDO55,Numbered Branch,60,DE,DE,DE,DE,
Anna Real,Numbered Branch,40,,DE,,DE,yes
Anna Real,529900T8BM49AURSDO55,100,,DE,,DE,yes
EOF2
plain="L40 --to DE --exporter NVIDIA --set buyer.listings=none --set buyer.parent-hq=DE"
owners=(--owners "$work/owners.csv" --listed "Listed Group=us.entity-list" --no-screen)
in=2025-10-15

# What the verdict is where the owners are stated to be none, in and outside the window.
check() { # STATUS DAY NAME ARGUMENT...
  local status=$1 day=$2 name=$3
  shift 3
  # shellcheck disable=SC2086
  expect "$status" check $plain --on "$day" --buyer "$name" "$@"
}
# shellcheck disable=SC2086
"$LICIT" check $plain --buyer-hq DE --on $in --buyer Somebody --set buyer.owned-by-listed=none --no-screen --json >"$work/out"
free=$? wanted=$(verdict)
[[ $free == 0 || $free == 5 ]] || fail "the stated transaction does not go ahead: $free $wanted"

for name in "Half Ltd" "QUARTER ltd"; do
  check 3 $in "$name" "${owners[@]}" --json
  [[ $(verdict) == verdict:license ]] || fail "$name: $(verdict)"
  says 'owned-by-listed'
  says '744.supp-8.entity-list'
  validate answer.schema.json "$work/out"
  # Before the rule, and while it is suspended.
  check $free 2025-09-28 "$name" "${owners[@]}"
  check $free 2026-03-01 "$name" "${owners[@]}"
done
check 3 $in "Half Ltd" "${owners[@]}"
says 'buyer.owned-by-listed = entity-list'
says '--explain'
fits "$out"
check 3 $in "Quarter Ltd" "${owners[@]}" --explain
says '50 percent by Half Ltd'
says '50 percent by Listed Group, listed: us.entity-list'
says 'owners.csv, line 2'
fits "$out"
check 3 $in "Quarter Ltd" "${owners[@]}" --explain --lang fr
says 'Parties, par leurs propriétaires'
says '50 % par Listed Group'
fits "$out"
# What the owners said travels with the answer: a replay reads no file, and finds the same.
check 3 $in "Half Ltd" "${owners[@]}" --json
cp "$work/out" "$work/answer.json"
expect 3 check "$work/answer.json"
complains 'same'

# Doubt: the verdict stays open in the window, whatever the doubt is.
check 4 $in "Band Ltd" "${owners[@]}"
says 'where in its band a share lies'
check 4 $in "Unknown Ltd" "${owners[@]}"
says 'Red Flag 29'
# Nobody says who owns Quiet Holding (744 Supp. 8: directly or indirectly).
check 4 $in "Shell Ltd" "${owners[@]}"
says 'who is not named'
check 4 $in "Halve Ltd" "${owners[@]}"
says 'no shareholding names'
says 'Half Ltd'
fits "$out"
check 4 $in "Halve Ltd" "${owners[@]}" --lang fr
says 'nulle participation'
fits "$out"
# Nobody listed reaches half, up to the natural persons: cleared where listed owners were told or asked.
for name in "Clean Ltd" "Clean Branch"; do
  check $free $in "$name" "${owners[@]}"
  says 'buyer.owned-by-listed = none'
done
check 4 $in "Clean Branch" --owners "$work/owners.csv" --no-screen
says 'nobody is cleared'
check 4 $in "Clean Branch" --owners "$work/owners.csv" # the starter list clears nobody
says 'us.entity-list'
# What a user says is unknown stays so: the files neither answer it nor contradict it.
check 4 $in "Clean Ltd" "${owners[@]}" --set buyer.owned-by-listed=unknown
says 'owned-by-listed=none|entity-list'
check 4 $in "Clean Ltd" "${owners[@]}" --buyer-hq unknown
says '--set buyer.hq='
# A minority is a red flag, and no requirement.
check $free $in "Minor Ltd" "${owners[@]}"
says 'buyer.owned-by-listed = minority'
# A listed owner that the files do not know may own anybody.
check 2 $in "Clean Branch" --owners "$work/owners.csv" --listed "Listed Grupo=us.entity-list" --no-screen
complains P225

# What was stated counts, and what the files say otherwise is said.
check $free $in "Half Ltd" "${owners[@]}" --set buyer.owned-by-listed=none --buyer-hq FR
says 'the files say DE for buyer.hq'
says 'the files say entity-list for buyer.owned-by-listed'
# An owners file that says of the party itself that it is listed outweighs a name that is not found.
# shellcheck disable=SC2086
expect 3 check L40 --to DE --exporter NVIDIA --on 2026-03-01 --parent-hq DE --buyer "Half Ltd" --no-screen \
  --owners "$work/owners.csv" --listed "Half Ltd=us.entity-list"
says 'buyer.listings = entity-list'

# The parent's headquarters: 15 CFR 742.6(a)(6)(iii) reaches a buyer in Malaysia whose ultimate parent is
# headquartered in a D:5 country (China).
printf 'owner,owned,share,owner-hq,owned-hq,kind\nTop Co,Chain Ltd,?,CN,MY,ultimate\n' >"$work/top.csv"
sed 's/,CN,/,NL,/' "$work/top.csv" >"$work/top-nl.csv"
asked="h100_sxm --to MY --exporter NVIDIA --on 2026-08-03 --set buyer.listings=none --no-screen"
# shellcheck disable=SC2086
expect 3 check $asked --buyer "Chain Ltd" --owners "$work/top.csv"
says 'buyer.parent-hq = CN'
says 'buyer.hq = MY'
# shellcheck disable=SC2086
"$LICIT" check $asked --buyer "Chain Ltd" --buyer-hq MY --set buyer.parent-hq=NL --json >"$work/out"
status=$? stated=$(verdict)
[[ $stated != verdict:license ]] || fail "a Dutch parent needs a license"
# shellcheck disable=SC2086
expect $status check $asked --buyer "Chain Ltd" --owners "$work/top-nl.csv" --json
[[ $(verdict) == "$stated" ]] || fail "a Dutch parent by the files: $(verdict), not $stated"

# Owners are found by their names on the lists of the day: perhaps, until a person says so.
export LICIT_LISTS=$work/whole
expect 0 lists import "$LICIT_SOURCE_DIR/tests/data/lists/csl-five.csv" --as-of 2025-10-01 --allow-shrink "a list for a test"
check 4 $in "Quibbler Branch" --owners "$work/owners.csv"
says 'may be listed'
fits "$out"
check 4 $in "Quibbler Branch" --owners "$work/owners.csv" --json
validate answer.schema.json "$work/out"
entry=$(grep -m1 '"entry": "' "$work/out" | cut -d'"' -f4)
expect 0 screen resolve Example Quibbler Optics --list us.entity-list --entry "$entry" --same \
  --why 'asked for the register' --who 'A. Smith' --on $in
check 3 $in "Quibbler Branch" --owners "$work/owners.csv" --json
[[ $(verdict) == verdict:license ]] || fail "owned by a resolved party: $(verdict)"
says 'footnote-1-or-4'
check $free $in "Clean Branch" --owners "$work/owners.csv"
says 'buyer.owned-by-listed = none'

# Whatever the files call an owner is looked up, and what they say in two ways is open (744 Supp. 8: who the owners
# are is for the exporter to know).
heading='owner,owned,share,owner-name,owned-name,owner-person,owner-hq'
doubtful() { # WHAT ROW...: the verdict stays open
  local what=$1
  shift
  printf '%s\n' "$heading" "$@" >"$work/doubt.csv"
  # shellcheck disable=SC2086
  "$LICIT" check $plain --buyer-hq DE --on "$in" --buyer "Doubt Ltd" --owners "$work/doubt.csv" >"$work/out" 2>"$work/err" || true
  err=$(cat "$work/err")
  # Whom a person said to be listed makes it a license.
  grep -qE '^(UNDETERMINED|LICENSE REQUIRED)' "$work/out" || fail "$what: $(head -1 "$work/out")"
}
doubtful 'a listed text beside another name' 'Example Quibbler Optics,Doubt Ltd,100,Jane Roe,,yes,'
doubtful 'a second name' 'L1,Doubt Ltd,100,Example Quibbler Optics,,,' 'Jane Roe,L1,100,,,yes,' 'L1,Other Ltd,1,Zorblatt Holding,,,'
complains P234
doubtful 'two of the name' 'Jane Roe,Doubt Ltd,100,,,yes,' 'Example Quibbler Optics,LEI1,100,,Doubt Ltd,,'
doubtful 'an owner of whom there are two' 'Holding Ltd,Doubt Ltd,100,,,,' 'Jane Roe,Holding Ltd,100,,,yes,' \
  'Example Quibbler Optics,LEI2,100,,Holding Ltd,,'
for no in No NO false n 0 company; do
  doubtful "a person who is $no person" 'Jane Roe,Doubt Ltd,60,,,yes,' "Jane Roe,Doubt Ltd,40,,,$no,"
done
complains P235
doubtful 'a person with a legal form' 'Zorblatt GmbH,Doubt Ltd,100,,,yes,'
for nobody in 'Unknown person' 'Undisclosed investors' 'Bearer shares' 'Others'; do
  doubtful "$nobody" "$nobody,Doubt Ltd,100,,,yes,"
done
doubtful 'an identifier named nobody' 'C-1,Doubt Ltd,100,Unknown,,yes,'
doubtful 'a sign named nobody' '?,Doubt Ltd,100,Unknown,,yes,'
doubtful 'a legal form that is said later' 'P1,Doubt Ltd,100,,,yes,' 'P1,Other Ltd,30,Zorblatt GmbH,,,'
doubtful 'a legal form among the names' 'P1,Doubt Ltd,100,Jane Roe,,yes,' 'P1,Other Ltd,30,Zorblatt GmbH,,,'
for form in 'Zorblatt SA' 'Zorblatt Co Ltd (Malaysia)' 'ООО Ромашка' '深圳某某有限公司'; do
  doubtful "$form" "$form,Doubt Ltd,100,,,yes,"
done
doubtful 'a name of words for nobody, with owners' 'Example Quibbler Optics,Other Investors Ltd,100,,,,' \
  'Other Investors Ltd,Doubt Ltd,60,,,,' 'Jane Roe,Doubt Ltd,40,,,yes,'
doubtful 'a row that is not read' 'Example Quibbler Optics,,60,,,,' 'Jane Roe,Doubt Ltd,100,,,yes,'
complains P214
doubtful 'a count of shares' 'Example Quibbler Optics,Doubt Ltd,"1,200",,,,' 'Jane Roe,Doubt Ltd,20,,,yes,'
complains P204
printf '%s' '{"stakes": [{"owner": "Jane Roe", "owned": "Doubt Ltd", "share": 100, "owner-person": true}],
  "stakes": [{"owner": "Example Quibbler Optics", "owned": "Doubt Ltd", "share": "0..50"}]}' >"$work/doubt.json"
check 4 $in "Doubt Ltd" --buyer-hq DE --owners "$work/doubt.json"
printf '%s' '{"stakes": [{"owner": "Jane Roe", "owned": "Doubt Ltd", "share": 100, "owner-person": true}],
  "entities": [{"id": "Jane Roe", "person": "no"}]}' >"$work/doubt.json"
check 4 $in "Doubt Ltd" --buyer-hq DE --owners "$work/doubt.json"
printf '%s' '{"stakes": [{"owner": "Jane Roe", "owned": "Doubt Ltd", "share": 100, "owner-person": true}],
  "stakes": {"owner": "Example Quibbler Optics", "owned": "Doubt Ltd", "share": 100}}' >"$work/doubt.json"
check 2 $in "Doubt Ltd" --buyer-hq DE --owners "$work/doubt.json"
says UNDETERMINED
complains P218
bods() { # NAME...: who owns all of Doubt Ltd, by a register
  local names
  names=$(printf '{"type":"individual","fullName":"%s"},' "$@")
  printf '[{"statementId":"1","recordId":"a","recordType":"entity","recordDetails":{"isComponent":false,"name":"Doubt Ltd"}},
{"statementId":"2","recordId":"p1","recordType":"person","recordDetails":{"isComponent":false,"personType":"knownPerson","names":[%s]}},
{"statementId":"3","recordId":"r","recordType":"relationship","recordDetails":{"isComponent":false,"subject":"a","interestedParty":"p1",
"interests":[{"type":"shareholding","directOrIndirect":"direct","share":{"exact":100}},
{"type":"votingRights","directOrIndirect":"direct","share":{"exact":100}}]}}]' "${names%,}" >"$work/doubt.json"
}
bods 'Jane Roe'
check $free $in "Doubt Ltd" --buyer-hq DE --owners "$work/doubt.json"
bods 'Jane Roe' 'Example Quibbler Optics'
check 3 $in "Doubt Ltd" --buyer-hq DE --owners "$work/doubt.json"
bods Unknown
check 4 $in "Doubt Ltd" --buyer-hq DE --owners "$work/doubt.json"
# None of these doubts, and she is cleared.
printf '%s\n' "$heading" 'Jane Roe,Doubt Ltd,100,,,Yes,' >"$work/doubt.csv"
check $free $in "Doubt Ltd" --buyer-hq DE --owners "$work/doubt.csv"

# An owner who is only a number could not be looked up by name.
check 4 $in "Numbered Branch" --owners "$work/owners.csv"
says '529900T8BM49AURSDO55'
check $free $in "Numbered Branch" "${owners[@]}"

# A book, each line on its day.
cat >"$work/book.csv" <<'EOF2'
line,item,to,on,buyer,parent-hq,buyer.listings
1,L40,DE,2025-10-15,Half Ltd,DE,none
2,L40,DE,2026-03-01,Half Ltd,DE,none
3,L40,DE,2025-10-15,Band Ltd,DE,none
4,L40,DE,2025-10-15,Clean Branch,DE,none
5,L40,DE,2025-10-15,Not There Ltd,DE,none
EOF2
book() { # STATUS ARGUMENT...
  local status=$1
  shift
  expect "$status" check "$work/book.csv" --exporter NVIDIA --out "$work/decisions.csv" "$@"
}
book 4 "${owners[@]}"
grep -q '^1,2,decided,license,3,.*buyer entity-list' "$work/decisions.csv" || fail "line 1: $(sed -n 2p "$work/decisions.csv")"
grep -q "^2,3,decided,${wanted#verdict:},$free,.*buyer entity-list" "$work/decisions.csv" || fail "line 2: $(sed -n 3p "$work/decisions.csv")"
grep -q '^3,4,decided,undetermined,4,.*buyer open band' "$work/decisions.csv" || fail "line 3: $(sed -n 4p "$work/decisions.csv")"
grep -q "^4,5,decided,${wanted#verdict:},$free,.*buyer none" "$work/decisions.csv" || fail "line 4: $(sed -n 5p "$work/decisions.csv")"
grep -q '^5,6,decided,undetermined,4,.*buyer open not-in-graph' "$work/decisions.csv" || fail "line 5: $(sed -n 6p "$work/decisions.csv")"
says 'entity-list: 1 name, 2 lines'
fits "$out"
book 4 "${owners[@]}" --json
validate summary.schema.json "$work/out"
expect 4 check "$work/book.csv" --exporter NVIDIA --out "$work/decisions.jsonl" "${owners[@]}"
if [[ -n "${LICIT_PYTHON:-}" ]]; then
  "$LICIT_PYTHON" -c '
import json, sys
json.dump(json.loads(open(sys.argv[1]).readline())["answer"], open(sys.argv[2], "w"))' "$work/decisions.jsonl" "$work/line.json"
  validate answer.schema.json "$work/line.json"
  grep -q '"proof"' "$work/line.json" || fail "no proof"
fi

# Wrong input: said with its place, and the rest decided; the share that makes no sense is not known.
sed 's/^Listed Group,Half Ltd,50/Listed Group,Half Ltd,140/' "$work/owners.csv" >"$work/bad.csv"
echo 'Clean Ltd,Clean Ltd,10,DE,DE,DE,DE,' >>"$work/bad.csv"
book 2 --owners "$work/bad.csv" --listed "Listed Group=us.entity-list" --no-screen
complains 'P205'
complains 'P209'
grep -q '^1,2,decided,undetermined,4,' "$work/decisions.csv" || fail "a share of 140: $(sed -n 2p "$work/decisions.csv")"
grep -q "^4,5,decided,${wanted#verdict:}," "$work/decisions.csv" || fail "the rest: $(sed -n 5p "$work/decisions.csv")"
check 2 $in "Half Ltd" --owners "$work/bad.csv" --listed "Listed Group=us.entity-list" --no-screen
says UNDETERMINED
book 2 --owners "$work/none.csv"
complains P200
book 2 --listed "Listed Group=us.entity-list"
complains P240
book 2 --owners "$work/owners.csv" --shares half
complains C006
finish
