#!/usr/bin/env bash
# licit check FILE: an order book, line by line, with what the command's options say for every line.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

cat >"$work/orders.csv" <<'EOF2'
line,item,to,on,exporter
1,h20,CN,2024-06-03,NVIDIA
2,h20,CN,2025-04-20,NVIDIA
3,h20,Atlantis,2024-06-03,NVIDIA
EOF2
# Status 2: a line that cannot be read is the worst; the others are decided.
expect 2 check "$work/orders.csv" --hq CN --out "$work/decisions.csv"
[[ -f "$work/decisions.csv" ]] || fail "no decisions file"
grep -q 'no-license' "$work/decisions.csv" || fail "line 1 was not decided"
grep -q ',license,' "$work/decisions.csv" || fail "line 2 was not decided"
grep -q 'Atlantis' "$work/decisions.csv" || fail "line 3 is not explained"

# Lines that contradict themselves, or say nothing of what is sold, are bad lines, each with its code; the
# column of the item is there, and its cell is blank.
cat >"$work/contrary.csv" <<'EOF2'
line,item,kind,from,to,hq,on,departed,item.ics
1,h20,transfer,CN,DE,DE,2024-06-03,,
2,h20,,CN,CN,CN,2024-06-03,,
3,h20,,,CN,CN,2024-06-03,2024-06-04,
4,h20,,,CN,CN,2024-06-03,,0
5,,,,CN,CN,2024-06-03,,
6,n/a,,,CN,CN,2024-06-03,,
7,h20,,,CN,CN,2024-06-03,2024-06-02,1
EOF2
expect 2 check "$work/contrary.csv" --exporter NVIDIA --out "$work/contrary-decisions.csv" --json
says '"bad-lines": 6'
for code in F010 F011 F012 F013 F014; do says "\"code\": \"$code\""; done
grep -q '^7,8,decided,no-license' "$work/contrary-decisions.csv" || fail "line 7 was not decided"
printf '[{"to": "CN", "item": null}, {"to": "CN", "item.tpp": "5000"}]' >"$work/blank.json"
expect 2 check "$work/blank.json" --out "$work/blank-decisions.csv" --json
says '"bad-lines": 1'
says '"code": "F014"'

# The review says where a requirement states none.
printf 'item,to,hq,on,buyer.listings\nh100_sxm,CN,CN,2025-06-03,entity-list\n' >"$work/listed.csv"
expect 3 check "$work/listed.csv" --out "$work/listed-decisions.csv"
grep -q ',presumption-of-denial; not-stated,' "$work/listed-decisions.csv" || fail "the review understates"

# Without the bad line: the worst of the rest, 3.
grep -v Atlantis "$work/orders.csv" >"$work/good.csv"
expect 3 check "$work/good.csv" --hq CN --out "$work/good-decisions.csv" --json
expect 3 check "$work/good.csv" --hq CN --out "$work/good-decisions.csv" --lang fr

expect 2 check "$work/orders.csv" --dates xyz
complains "iso, dmy, mdy"
expect 2 check "$work/orders.csv" --decimal semicolon
complains "point, comma"
printf '' >"$work/empty.csv"
expect 2 check "$work/empty.csv"
complains "empty"
printf '[{"item": "h20", "to": "CN", "hq": "CN", "on": "2025-04-20", "exporter": "NVIDIA"}]' >"$work/list.json"
expect 3 check "$work/list.json" --out "$work/list-decisions.csv"

[[ -f "$LICIT_SOURCE_DIR/examples/orders.csv" ]] || finish
cp "$LICIT_SOURCE_DIR/examples/orders.csv" "$work/book.csv"
expect 2 check "$work/book.csv"
[[ -f "$work/book.csv.decisions.csv" ]] || fail "no decisions file beside the book"
# What the single answer shows beside its verdict the decisions file shows too: the printed text, and the flag
# of BIS's guidance of 2025-05-13 on chips designed in China.
printf 'item,to,hq,on,item.subject-to-ear\nh100_sxm,DE,DE,2025-06-03,\nAscend 910B,DE,DE,2025-06-01,yes\n' >"$work/beside.csv"
expect 3 check "$work/beside.csv" --out "$work/beside.out"
grep -q "posture=text" "$work/beside.out" || fail "the other posture is not in the decisions: $(<"$work/beside.out")"
grep -q "flag gp10-prc-designed" "$work/beside.out" || fail "the flag is not in the decisions"

finish
