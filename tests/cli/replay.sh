#!/usr/bin/env bash
# A receipt decides again what it says it decided, byte for byte; a file of one transaction is a check.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

expect 3 check h20 --to CN --hq CN --on 2025-04-20 --exporter NVIDIA --known 2025-04-10 --knower addressee --json
cp "$work/out" "$work/answer.json"
expect 3 check "$work/answer.json" --json
cmp -s "$work/out" "$work/answer.json" || fail "the replayed answer differs"
complains "byte for byte"

# A default day is in the receipt: replayed another day, it is still that day.
expect 4 check h100_sxm --to DE --buyer-hq DE --strict --json
cp "$work/out" "$work/strict.json"
expect 4 check "$work/strict.json" --json
cmp -s "$work/out" "$work/strict.json" || fail "the strict answer differs when replayed"

# Another law: said, and which.
sed 's/"pack-hash": "[0-9a-f]*"/"pack-hash": "0000000000000000"/' "$work/answer.json" >"$work/other.json"
expect 1 check "$work/other.json"
complains "000000000000"
complains "differs"

# A receipt that was changed by hand to what no receipt says: refused, never read as the default.
tampered() { # EXPRESSION TEXT
  sed "$1" "$work/answer.json" >"$work/tampered.json"
  cmp -s "$work/tampered.json" "$work/answer.json" && fail "nothing changed by $1"
  expect 2 check "$work/tampered.json"
  complains "$2"
  [[ -z "$out" ]] || fail "an answer for a receipt changed by $1"
}
tampered '/"receipt"/,$s/"posture": "enforced"/"posture": "zz"/' 'error[C045]: `receipt.posture` cannot be `zz`'
tampered '/"receipt"/,$s/"knower": "addressee"/"knower": "me"/' 'error[C045]: `receipt.knower` cannot be `me`'
tampered '/"receipt"/,$s/"strict": false/"strict": "false"/' 'error[C045]: `receipt.strict` cannot be `false`'
tampered '/"receipt"/,$s/"strict": false/"strict": 3/' 'error[C045]: `receipt.strict` cannot be `3`'
tampered '/"receipt"/,$s/"known": "2025-04-10"/"known": "2025-04-31"/' 'error[C045]: `receipt.known`'
tampered '/"receipt"/,$s/"on": "2025-04-20"/"on": 20250420/' 'error[C045]: `receipt.on`'
tampered '/"receipt"/,$s/"posture": "enforced"/"post": "enforced"/' 'error[C042]'
tampered '/"receipt"/,$s/"readings": {}/"readings": {"A10": "zz"}/' 'error[C011]'

cat >"$work/one.json" <<EOF2
{"item": "h20", "to": "CN", "hq": "CN", "on": "2025-04-20", "exporter": "NVIDIA",
 "quantity": 8, "value": 100000.50, "currency": "USD"}
EOF2
expect 3 check "$work/one.json"
says "LICENSE REQUIRED"
expect 3 check "$work/one.json" --json
says '"100000.50"'
# Facts may stand together, as in a list; null is not given; a key that is also a value misleads nobody.
cat >"$work/facts.json" <<EOF2
{"item": "h20", "to": "CN", "hq": "CN", "on": "2025-04-20", "exporter": "Supermicro", "departed": null,
 "end-use": "quantity", "set": {"exporter.notices": "none"}, "facts": {"buyer.listings": []}, "quantity": 7}
EOF2
expect 5 check "$work/facts.json" --json
says '"no-license"'
says '"value": "7"'
# Standard input and pipes: one object is a transaction, lines are a book, an answer is replayed.
from() { # STATUS INPUT ARGUMENT...
  local wanted=$1 input=$2 status=0
  shift 2
  "$LICIT" "$@" <"$input" >"$work/out" 2>"$work/err" || status=$?
  out=$(<"$work/out")
  err=$(<"$work/err")
  [[ $status == "$wanted" ]] || fail "status $status, not $wanted: licit $* <$input"$'\n'"$out$err"
}
from 3 "$work/one.json" check -
says "LICENSE REQUIRED"
from 3 "$work/answer.json" check -
complains "byte for byte"
printf 'item,to\nh20,CN\n' >"$work/orders"
from 5 "$work/orders" check - --hq CN --exporter NVIDIA --on 2024-06-03 --out "$work/stdin.csv"
grep -q no-license "$work/stdin.csv" || fail "nothing decided from standard input"
from 2 "$work/orders" check - --hq CN
complains "--out"
printf '{"item": "h20", "to": "CN"}\n{"item": "h20", "to": "CN"}\n' >"$work/lines"
from 5 "$work/lines" check - --hq CN --exporter NVIDIA --on 2024-06-03 --out "$work/stdin.csv"
[[ $(wc -l <"$work/stdin.csv") == 3 ]] || fail "two lines of JSON are not two orders"
from 2 "$work/lines" check - --format json --hq CN
expect 5 check "$work/lines" --format jsonl --hq CN --exporter NVIDIA --on 2024-06-03 --out "$work/named.csv"
from 5 /dev/null check <(printf '{"item": "h20", "to": "CN"}') --hq CN --exporter NVIDIA --on 2024-06-03
# Options fill in what the file leaves open, and may not contradict it.
expect 2 check "$work/one.json" --to DE
complains "F006"
finish
