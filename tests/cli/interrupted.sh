#!/usr/bin/env bash
# Asked to end in the middle of a book, licit leaves no half-written decisions behind and an older file as it was.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Every line has facts of its own, so that none is answered from memory: minutes of work.
awk 'BEGIN {
  print "line,to,hq,on,item.kind,item.tpp,item.die-area"
  for (i = 1; i <= 2000000; ++i) print i ",CN,CN,2024-06-03,integrated-circuit," 1000 + i % 4000 "." i ",80" i % 10
}' >"$work/big.csv"
echo "what was decided yesterday" >"$work/decisions.csv"

for signal in INT TERM HUP; do
  # A job in the background ignores SIGINT unless monitor mode is on.
  set -m
  "$LICIT" check "$work/big.csv" --out "$work/decisions.csv" >"$work/out" 2>"$work/err" &
  pid=$!
  set +m
  for _ in {1..200}; do
    compgen -G "$work/decisions.csv.part-*" >/dev/null && break
    sleep 0.05
  done
  compgen -G "$work/decisions.csv.part-*" >/dev/null || fail "no work was seen before SIG$signal"
  kill -s $signal "$pid"
  status=0
  wait "$pid" || status=$?
  [[ $status == 2 ]] || fail "status $status after SIG$signal"
  err=$(<"$work/err")
  complains "B018"
  compgen -G "$work/decisions.csv.part-*" >/dev/null && fail "half a file is left after SIG$signal"
  [[ $(<"$work/decisions.csv") == "what was decided yesterday" ]] || fail "the older file was touched"
done

# Waiting for input that does not come can be ended too.
mkfifo "$work/pipe"
sleep 60 >"$work/pipe" &
holder=$!
"$LICIT" check "$work/pipe" --out "$work/decisions.csv" >"$work/out" 2>"$work/err" &
pid=$!
sleep 0.5
kill -s TERM "$pid"
status=0
wait "$pid" || status=$?
kill "$holder"
[[ $status == 2 ]] || fail "status $status while waiting for input"
err=$(<"$work/err")
complains "B018"

# A reader who has left is no reason for a complaint.
{ "$LICIT" chips 2>"$work/err"; } | head -1 >/dev/null
[[ ! -s "$work/err" ]] || fail "complains of a closed pipe: $(<"$work/err")"
finish
