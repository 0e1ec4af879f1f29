#!/usr/bin/env bash
# licit law compile, and what becomes of a file of compiled law that does not fit.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

cat >"$work/bill.law" <<'LAW'
overlay bill on us.ear

source BILL bill "B. 1"
  title en "A bill" fr "Une proposition"
  published 2026-08-01  effective 2027-01-01
  verified primary

amend param tpp.high = 2400 TPP
  cite "B. 1, section 1"
  source BILL
  from 2027-01-01
LAW

refused() { # CODE TEXT ARGUMENT...
  expect 2 "${@:3}"
  complains "[$1]"
  complains "$2"
  fits "$err"
  locale=fr_FR.UTF-8
  expect 2 "${@:3}"
  complains "[$1]"
  fits "$err"
  locale=C.UTF-8
}

expect 0 law compile --out "$work/us"
says 'stretches of days'
fits "$out"
expect 0 law compile --out "$work/again"
cmp -s "$work/us" "$work/again" || fail 'the same law, other bytes'
[[ ! -e "$work/us.part" ]] || fail 'a file was left beside'
expect 0 law compile --with "$work/bill.law" --out "$work/bill"
cmp -s "$work/us" "$work/bill" && fail 'another law, the same bytes'
locale=fr_FR.UTF-8
expect 0 law compile --out "$work/us"
says 'périodes'
locale=C.UTF-8

# What is asked is answered alike with and without.
question=(check 'HGX H20' --to CN --hq CN --on 2024-06-03 --exporter NVIDIA)
status=0
"$LICIT" "${question[@]}" >"$work/without" 2>&1 || status=$?
expect "$status" "${question[@]}" --compiled "$work/us"
[[ "$out" == "$(<"$work/without")" ]] || fail 'another answer with the compiled law'
expect "$status" "${question[@]}" --with "$work/bill.law" --compiled "$work/bill"

refused C072 'other law' check h20 --to CN --compiled "$work/bill"
refused C072 'licit law compile' check h20 --to CN --with "$work/bill.law" --compiled "$work/us"
refused C040 'cannot be opened' check h20 --to CN --compiled "$work/none"
refused C040 'cannot be opened' check h20 --to CN --compiled "$work"
refused C070 'no compiled law' check h20 --to CN --compiled "$work/bill.law"
: >"$work/empty"
refused C070 'no compiled law' check h20 --to CN --compiled "$work/empty"
head -c 5000 "$work/us" >"$work/cut"
refused C073 'damaged' check h20 --to CN --compiled "$work/cut"
cp "$work/us" "$work/hurt"
printf 'x' | dd of="$work/hurt" bs=1 seek=6000 conv=notrunc status=none
refused C073 'damaged' check h20 --to CN --compiled "$work/hurt"
{ head -c 12 "$work/us"; printf '\377'; tail -c +14 "$work/us"; } >"$work/version"
refused C071 'another version' check h20 --to CN --compiled "$work/version"

refused C003 '`--out` needs a value' law compile --out
refused L030 'cannot read' law compile "$work/nowhere" --out "$work/x"
refused C008 '2024-02-30' law compile --known 2024-02-30 --out "$work/x"
expect 2 law compile --out "$work/no/such/folder"
complains '[C062]'

finish
