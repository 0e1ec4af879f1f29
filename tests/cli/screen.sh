#!/usr/bin/env bash
# Who is on a list: the starter list, files of parties, resolutions.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export LICIT_LISTS=$work/lists
validate() {
  [[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null || return 0
  "$LICIT_PYTHON" "$LICIT_SOURCE_DIR/tests/cli/schema_validate.py" "$LICIT_SOURCE_DIR/docs/schema/$1" "$work/out" || fail "$1"
}

# 84 FR 22963 put Huawei on the Entity List.
expect 4 screen huawei technologies
says 'POSSIBLE MATCH'
says 'us.entity-list'
says 'starter list'
fits "$out"
expect 4 screen huawei technologies --explain
says 'Found by'
fits "$out"
expect 4 screen huawei technologies --explain --lang fr
says 'CORRESPONDANCE POSSIBLE'
fits "$out"
expect 4 screen huawei technologies --json
says '"code": "us.entity-list"'
validate screen.schema.json

# Before it came on the list it was not.
expect 5 screen Huawei Technologies --on 2019-05-15
says 'not yet in force'
# An exact number decides (the USCC that OFAC publishes for the same company).
expect 3 screen --id "9144 0300 1922 0382 16"
says 'LISTED'
# Nobody, and a starter list clears nobody.
expect 5 screen Greengrocers of Little Snoring
says 'NO MATCH'
says 'nobody is cleared'

# A country however it is called, and what it was read as; one that is none would speak against every
# entry, so it is refused. UK is no code of ISO 3166: GB is.
expect 5 screen Greengrocers of Little Snoring --country UK
complains 'GB'
complains 'United Kingdom'
expect 5 screen Greengrocers of Little Snoring --country Malaysia --json
says '"MY"'
expect 5 screen Greengrocers of Little Snoring --country gb
[[ ! -s "$work/err" ]] || fail "gb needs no words"
expect 2 screen Greengrocers of Little Snoring --country Malaysa
complains '[F002]'
complains 'Malaysia'
for born in abc 1970-13 1970-02-30 70 2999; do
  expect 2 screen Greengrocers of Little Snoring --born $born
  complains '[P165]'
done
expect 5 screen Greengrocers of Little Snoring --born 1970-05

# Where nothing could be asked there is no "no match".
for name in '...' 'Co., Ltd.' 'GmbH' '有限公司' '«»'; do
  expect 2 screen "$name"
  complains '[P166]'
  says_not 'NO MATCH'
done
expect 2 screen --id 1234
complains 'too short'
fits "$err"
expect 2 screen --id 1234 --lang fr
complains 'trop court'
says_not 'AUCUNE'
# With something else to ask it is a warning.
expect 3 screen 'Co., Ltd.' --id 914403001922038216 --id 1234
complains '[P166]'

# Of a text that is too long only the beginning is compared: not found there is not found nowhere.
expect 2 screen "$(printf 'Greengrocer %.0s' {1..60})"
complains '[P166]'
complains 'too long'
says_not 'NO MATCH'
expect 4 screen "Huawei Technologies Co., Ltd., $(printf 'Greengrocer %.0s' {1..60})"

# A label before a number is no part of it.
for id in 'USCC 914403001922038216' 'USCC: 914403001922038216' 'Unified Social Credit Code (USCC): 914403001922038216' \
  USCC914403001922038216 'uscc no. 914403001922038216'; do
  expect 3 screen --id "$id"
done
says 'LISTED: number 914403001922038216 is on'
expect 3 screen --id 914403001922038216 --lang fr
says 'INSCRIT : le numéro 914403001922038216 est sur'
expect 5 screen --address '7 Orchard Row, Little Snoring'
says 'NO MATCH for address'

# A possible match that a person looked at.
entry=us-el-huawei-tech
expect 2 screen resolve Huawei Bakery --list us.entity-list --entry $entry --why x --who y
complains '[P163]'
expect 2 screen resolve Huawei Bakery --list us.entity-list --entry none --not-same --why x --who y
complains '[P164]'
expect 2 screen resolve Huawei Bakery --list nowhere --entry $entry --not-same --why x --who y
complains '[P030]'
expect 0 screen resolve Huawei Technologies --list us.entity-list --entry $entry --not-same \
  --why 'a bakery in Leeds' --who 'A. Smith'
expect 0 screen resolutions
says 'a bakery in Leeds'
fits "$out"
expect 0 screen resolutions --json
validate resolutions.schema.json
expect 4 screen huawei technologies --json
validate screen.schema.json
says '"in-force": true'
[[ $(wc -l <"$work/lists/resolutions.jsonl") == 1 ]] || fail "one line a resolution"
# Said of a party in one country, it says nothing of a namesake in another.
expect 2 screen resolve Huawei Bakery --list us.entity-list --entry $entry --country Leedsland --not-same \
  --why 'a bakery in Leeds' --who 'A. Smith'
complains '[F002]'
expect 0 screen resolve Huawei Technologies Co --list us.entity-list --entry $entry --country GB --not-same \
  --why 'a bakery in Leeds' --who 'A. Smith'
expect 0 screen resolutions
says 'Huawei Technologies Co (GB)'
screened_in() { # COUNTRY
  expect 4 screen Huawei Technologies Co --country "$1" --json
  "$LICIT_PYTHON" -c '
import json, sys
hits = json.load(open(sys.argv[1]))["hits"]
print([h.get("resolution") is not None for h in hits if h["entry"]["id"] == sys.argv[2]])' "$work/out" $entry
}
if [[ -n "${LICIT_PYTHON:-}" ]]; then
  [[ $(screened_in GB) == '[True]' ]] || fail "a resolution that does not count in its country"
  [[ $(screened_in IR) == '[False]' ]] || fail "a resolution that counts in another country"
fi

# A file: other columns are carried, bad rows reported, the rest screened.
printf 'no,Party Name,type,note\n1,Huawei Technologies,company,"a, b"\n2,Greengrocers of Little Snoring,,\n3,,company,\n4,Some Body,robot,\n' >"$work/parties.csv"
expect 2 screen "$work/parties.csv"
complains '[P158]'
expect 2 screen "$work/parties.csv" --out "$work/screened.csv"
complains 'nobody is named'
complains 'robot'
fits "$out"
head -1 "$work/screened.csv" | grep -q '^no,Party Name,type,note,outcome,alerts,band,score,list,entry,matched,evidence$' || fail "heading"
sed -n 2p "$work/screened.csv" | grep -q '^1,Huawei Technologies,company,"a, b",review,' || fail "row 1: $(sed -n 2p "$work/screened.csv")"
sed -n 3p "$work/screened.csv" | grep -q '^2,Greengrocers of Little Snoring,,,no-match,0,' || fail "row 2"
sed -n 4p "$work/screened.csv" | grep -q '^3,,company,,not-screened,' || fail "row 3"
[[ $(wc -l <"$work/screened.csv") == 5 ]] || fail "a row is missing"
# Countries by any name; what is not understood is counted; a name that says nothing is not screened.
printf 'name,country,born\nGreengrocers of Little Snoring,"Korea, Republic of",1970\nGreengrocers of Little Snoring,Atlantis,long ago\n"Co., Ltd.",CN,\n---,,\n' >"$work/odd.csv"
expect 2 screen "$work/odd.csv" --out "$work/odd-screened.csv"
complains 'Atlantis'
complains '2 cells name'
complains 'legal forms only'
complains 'no letter and no digit'
complains 'odd.csv:4'
[[ $(grep -c not-screened "$work/odd-screened.csv") == 2 ]] || fail "two rows that say nothing"

printf 'colour\nred\n' >"$work/none.csv"
expect 2 screen "$work/none.csv" --out "$work/never.csv"
[[ ! -e "$work/never.csv" ]] || fail "a file was written"

# Two versions of a list: an answer by the older one says that there is a newer.
printf 'list,id,name,kind\nother,1,Acme Widgets,primary\n' >"$work/one.csv"
printf 'list,id,name,kind\nother,1,Acme Widgets,primary\nother,2,Zephyr Gadgets,primary\n' >"$work/two.csv"
expect 0 lists import "$work/one.csv" --as-of 2026-01-01
expect 0 lists import "$work/two.csv" --as-of 2026-02-01
expect 5 screen Zephyr Gadgets --on 2026-01-15
complains 'other 2026-02-01'
complains 'newer'
fits "$err"
expect 4 screen Zephyr Gadgets
[[ ! -s "$work/err" ]] || fail "the newest list was asked"
expect 4 screen Zephyr Gadgets --lang fr
says 'CORRESPONDANCE 1,000'

expect 2 screen
complains '[C009]'
expect 2 screen huawei --type robot
complains '[C006]'
expect 2 screen huawei --list nowhere
complains '[P030]'
expect 2 screen huawei --from "$work/none.csv"
expect 0 screen --help
says 'Usage: licit screen'
fits "$out"

finish
