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
# Options fill in what the file leaves open, and may not contradict it.
expect 2 check "$work/one.json" --to DE
complains "F006"
finish
