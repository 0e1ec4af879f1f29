#!/usr/bin/env bash
# The parties that an order book names are looked up on the lists of each line's day, as for a single
# transaction: a possible match never clears, a person's word settles it, a stated column goes before.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
validate() { # SCHEMA FILE
  [[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null || return 0
  "$LICIT_PYTHON" "$LICIT_SOURCE_DIR/tests/cli/schema_validate.py" "$LICIT_SOURCE_DIR/docs/schema/$1" "$2" || fail "schema $1: $2"
}
# cell LINE COLUMN: of the decisions last written.
cell() {
  "$LICIT_PYTHON" -c '
import csv, sys
rows = {row["line"]: row for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"))}
print(rows[sys.argv[2]][sys.argv[3]])' "$work/decisions.csv" "$1" "$2"
}
# has LINE COLUMN TEXT
has() { [[ $(cell "$1" "$2") == *"$3"* ]] || fail "line $1: $2 is '$(cell "$1" "$2")', without '$3'"; }
# is LINE COLUMN TEXT
is() { [[ $(cell "$1" "$2") == "$3" ]] || fail "line $1: $2 is '$(cell "$1" "$2")', not '$3'"; }
[[ -n "${LICIT_PYTHON:-}" ]] || exit 77
book() { # STATUS ARGUMENT...
  local status=$1
  shift
  expect "$status" check "$work/book.csv" --out "$work/decisions.csv" "$@"
}

# The starter list: 90 FR 14046 put Inspur (HK) Electronics on the Entity List with effect of 2025-03-25, and no day
# before it does the entry stand. Nobody is cleared. A line that names nobody is as it was.
cat >"$work/book.csv" <<'EOF2'
line,item,to,hq,on,buyer,end-user,buyer.listings
1,h20,MY,MY,2025-06-03,Inspur (HK) Electronics,,
2,h20,MY,MY,2025-03-24,Inspur (HK) Electronics,,
3,L40,DE,DE,2026-08-03,Greengrocers of Little Snoring,,
4,L40,DE,DE,2026-08-03,,,
5,h20,MY,MY,2025-06-03,Inspur (HK) Electronics,,none
6,L40,DE,DE,2026-08-03,Greengrocers of Little Snoring,Inspur (HK) Electronics,none
7,L40,DE,DE,2026-08-03,Greengrocers of Little Snoring,,
EOF2
book 4 --exporter NVIDIA
is 1 screened 'buyer open'
has 1 matches 'buyer hit us.entity-list us-el-inspur-hk-electronics'
is 1 verdict undetermined
has 1 needs 'buyer.listings'
# The day before, only its group stood on the list (88 FR 13675), which is another party or the same.
is 2 screened 'buyer open'
has 2 matches 'us-el-inspur-group'
[[ $(cell 2 matches) != *hk-electronics* ]] || fail "an entry of the next day: $(cell 2 matches)"
is 3 screened 'buyer starter'
is 3 verdict undetermined
is 4 screened ''
is 5 screened ''
is 6 screened 'end-user open'
is 6 verdict undetermined
says 'possible match, for a person to resolve: 1 name, 3 lines'
says 'no match on the starter list, which clears nobody: 1 name, 2 lines'
says 'us-el-inspur-hk-electronics'
says 'Entity List 2026-07-31'
fits "$out"
four=$(cell 4 verdict)
book 4 --exporter NVIDIA --lang fr
says 'correspondance possible, à résoudre par une personne : 1 nom, 3 lignes'
fits "$out"
book 4 --exporter NVIDIA --json
says '"lookup": "open"'
validate summary.schema.json "$work/out"
# Each full answer travels with what was found, and is what the line alone gives.
expect 4 check "$work/book.csv" --exporter NVIDIA --out "$work/decisions.jsonl"
"$LICIT_PYTHON" - "$work" <<'EOF2' || fail "the full answers"
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1] + "/decisions.jsonl", encoding="utf-8")]
assert rows[0]["screened"] == ["buyer open"], rows[0]["screened"]
party = rows[0]["answer"]["screened"]["parties"][0]
assert party["role"] == "buyer" and party["party"]["on"] == "2025-06-03", party
assert party["hits"][0]["reasons"], "no reasons"
assert "screened" not in rows[3] and "screened" not in rows[3]["answer"]
json.dump(rows[0]["answer"], open(sys.argv[1] + "/answer.json", "w", encoding="utf-8"))
EOF2
validate answer.schema.json "$work/answer.json"
expect 4 check h20 --to MY --hq MY --on 2025-06-03 --exporter NVIDIA --buyer "Inspur (HK) Electronics" --json
"$LICIT_PYTHON" - "$work" <<'EOF2' || fail "the line alone is answered otherwise"
import json, sys
alone = json.load(open(sys.argv[1] + "/out", encoding="utf-8"))
line = json.load(open(sys.argv[1] + "/answer.json", encoding="utf-8"))
for one in (alone, line):
    del one["receipt"]
assert alone == line, [key for key in alone if alone[key] != line.get(key)]
EOF2
book 4 --exporter NVIDIA --no-screen
is 1 screened ''
is 4 verdict "$four"
says_not 'looked up'
# Options that hold for every line name parties too; JSON orders as tables.
printf '[{"line": "1", "item": "h20", "to": "MY", "hq": "MY", "on": "2025-06-03"}]' >"$work/orders.json"
expect 4 check "$work/orders.json" --buyer "Inspur (HK) Electronics" --exporter NVIDIA --out "$work/decisions.csv"
is 1 screened 'buyer open'

# Whole lists (a synthetic publication with the five that the fact means): who is on none of them is so
# stated, and the line is decided as if the column said none.
export LICIT_LISTS=$work/whole
expect 0 lists import "$LICIT_SOURCE_DIR/tests/data/lists/csl-five.csv" --as-of 2026-07-31 --allow-shrink "a list for a test"
cat >"$work/book.csv" <<'EOF2'
line,item,to,hq,on,buyer,buyer.listings
1,L40,DE,DE,2026-08-03,Greengrocers of Little Snoring,none
2,L40,DE,DE,2026-08-03,Greengrocers of Little Snoring,
3,L40,DE,DE,2026-08-03,Quibbler Optics Example,
4,L40,DE,DE,2024-06-03,Greengrocers of Little Snoring,
5,L40,DE,DE,2026-08-02,Quibbler Optics Example,
6,L40,DE,DE,someday,Quibbler Optics Example,
7,L40,DE,DE,2026-08-03,"Co., Ltd.",
8,L40,DE,DE,2026-08-03,???,
9,L40,DE,DE,2026-08-03,529900T8BM49AURSDO55,
10,L40,DE,DE,2026-08-03,Confidential,
11,L40,DE,DE,2026-08-03,Greengrocers c/o Somebody Else,
12,L40,DE,DE,2026-08-03,Greengrocers; Somebody Else,
13,L40,DE,DE,2026-08-03,unknown,
14,L40,DE,DE,2026-08-03,?,
15,L40,DE,DE,2026-08-03,inconnu,
EOF2
line=17
for name in 'Unknown.' '(unknown)' 'unknown buyer' 'End User unknown' end-user unbekannt 未知 неизвестно 'non communiqué' \
  confidentiel 'à déterminer' 'our customer' 'same as above' N.N. xxx 'TBC by customer' 'not disclosed' 'Unknown Sdn Bhd' 'Customer 1' 不明 n/a - null \
  '»ªÎª¼¼Êõ' Shenzhen; do
  printf '%s,L40,DE,DE,2026-08-03,%s,\n' $line "$name" >>"$work/book.csv"
  line=$((line + 1))
done
printf '16,L40,DE,DE,2026-08-03,%s,\n' "$(printf 'Greengrocer %.0s' {1..60})" >>"$work/book.csv"
given=(--exporter NVIDIA --set buyer.owned-by-listed=none)
book 2 "${given[@]}"
stated=$(cell 1 verdict)
[[ $stated != undetermined ]] || fail "the stated line is undetermined"
is 2 screened 'buyer none'
is 2 verdict "$stated"
is 3 verdict undetermined
has 3 matches 'us.entity-list'
# A list of later clears nobody of a day before it.
is 4 screened 'buyer no-lists'
is 4 verdict undetermined
is 6 status bad-line
# What does not say who it is clears nobody: legal forms, signs, the number of a register, a word in the place
# of a name, two names in one cell, a party that is said to be unknown, a mark, another encoding, a place, a name
# longer than what is compared.
for line in {7..41}; do
  is $line screened 'buyer no-name'
  is $line verdict undetermined
done
entry=$(cell 3 matches | cut -d' ' -f4 | tr -d ';')
resolve() { # --same|--not-same DAY
  expect 0 screen resolve Quibbler Optics Example --list us.entity-list --entry "$entry" "$1" \
    --why 'asked for the register' --who 'A. Smith' --on "$2"
}
# What a person said of one name in a cell says nothing of the other.
cat >"$work/two.csv" <<'EOF2'
line,item,to,hq,on,buyer
1,L40,DE,DE,2026-08-03,Quibbler Optics Example c/o Somebody
EOF2
expect 0 screen resolve 'Quibbler Optics Example c/o Somebody' --list us.entity-list --entry "$entry" --not-same \
  --why 'asked for the register' --who 'A. Smith' --on 2026-08-03
expect 4 check "$work/two.csv" --out "$work/decisions.csv" "${given[@]}"
is 1 screened 'buyer no-name'
# That the user calls it unknown is no contradiction to what the lists say.
cat >"$work/two.csv" <<'EOF2'
line,item,to,hq,on,buyer,buyer.listings
1,L40,DE,DE,2026-08-03,Greengrocers of Little Snoring,unknown
2,L40,DE,DE,2026-08-03,Quibbler Optics Example,unknown
EOF2
expect 4 check "$work/two.csv" --out "$work/decisions.csv" "${given[@]}"
is 1 verdict undetermined
is 1 screened ''
is 2 screened 'buyer open'
# What a person said counts from the day on which it was said.
resolve --not-same 2026-08-03
book 2 "${given[@]}"
is 3 screened 'buyer settled'
is 3 verdict "$stated"
is 5 screened 'buyer open'
# 15 CFR 744.11(a), 744.16(a): a party on the Entity List, for all items.
resolve --same 2026-08-03
book 2 "${given[@]}"
is 3 screened 'buyer listed'
is 3 verdict license
has 3 provision 744.11
is 5 verdict undetermined

# A store that cannot be read is said once, and clears nobody; the lines are decided all the same.
export LICIT_LISTS=$work/damaged
mkdir "$work/damaged"
echo 'no index' >"$work/damaged/index.json"
book 2 "${given[@]}"
complains P012
[[ $(grep -c P012 <<<"$err") == 1 ]] || fail "the store is complained of more than once"
is 1 verdict "$stated"
is 2 screened 'buyer no-lists'
is 2 verdict undetermined
finish
