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
finish
