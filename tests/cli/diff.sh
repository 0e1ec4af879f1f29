#!/usr/bin/env bash
# What changed: between two days, two packs, under a bill; which chips and lines it moves; wrong use.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# Under sanitizers this takes a quarter of an hour: there the unit tests run the same code.
[[ -z ${LICIT_SANITIZE:-} ]] || exit 77
bill=$LICIT_SOURCE_DIR/examples/bills/lower-tpp.law
pack=$LICIT_SOURCE_DIR/law/us/ear

# moves NAME BEFORE AFTER: the chip of that catalogue id goes so in the last output, which is JSON.
moves() {
  local found
  found=$(tr -d '\n' <<<"$out" | grep -o "\"id\": \"$1\",[^{}]*\"places\"") || found=
  [[ "$found" == *"\"before\": \"$2\""*"\"after\": \"$3\""* ]] || fail "$1 does not go from $2 to $3: $found"
}
stays() { [[ "$(tr -d '\n' <<<"$out" | grep -o "\"id\": \"$1\",[^{}]*\"places\"")" == "" ]] || fail "$1 moves"; }

# 88 FR 73458 took the interconnect test out of 3A090.a on 2023-11-17, so that A800 and H800, made for China
# below that limit, fall under it; A100 and H100 had needed a license since 2022-10-21 (87 FR 62186).
expect 0 diff 2023-11-16 2023-11-17 --to CN --hq CN --notices none
says 'A800 SXM4 80GB'
says 'H800 SXM5 80GB'
says '88 FR 73458'
says '742.6.a.6.iii'
fits "$out"
expect 0 diff 2023-11-16 2023-11-17 --to CN --hq CN --notices none --json
moves a800_sxm_80 no-license license
moves a800_pcie_80 no-license license
moves h800_sxm no-license license
# To China the RTX 4090 is no data-center chip: eligible for NAC (740.8) from then on.
moves rtx_4090 no-license exception
for chip in a100_sxm_80 h100_sxm h20; do stays "$chip"; done

# Nobody said which notices the exporter has: before that day NVIDIA's own letter of 2023-10-23 was open.
expect 0 diff 2023-11-16 2023-11-17 --to CN --hq CN --json
moves a800_sxm_80 undetermined license
# NVIDIA had been told already.
expect 0 diff 2023-11-16 2023-11-17 --to CN --hq CN --exporter NVIDIA --json
stays a800_sxm_80

# Everywhere at once: the rule of 2023 reaches D:1, D:4 and D:5 less A:5 and A:6.
expect 0 diff 2023-11-16 2023-11-17
says 'Country Groups D:1, D:4 and D:5'
fits "$out"
expect 0 diff 2023-11-16 2023-11-17 --explain --lang fr
says 'Groupes de pays D:1, D:4 et D:5'
says '88 FR 73458'
fits "$out"

# BIS said on 2025-05-13 that it does not enforce the rule whose compliance began on 2025-05-15: as enforced,
# that day changes nothing.
expect 0 diff 2025-05-14 2025-05-15
says 'Nothing changed'
expect 0 diff 2023-06-01 2023-06-02 --json
says '"statements": []'
says '"chips": []'

# The example bill lowers 4800 to 2400: A30 (TPP 2640) and L40 (TPP 2896) go from 3A090.b and NAC to .a.
expect 0 diff --with "$bill" --on 2027-06-01 --to CN --hq CN
tr -s ' \n' ' ' <"$work/out" | grep -qF '2400 TPP or more, below 4800 TPP' || fail "the limits that move are not said"
says 'tpp.high'
fits "$out"
expect 0 diff --with "$bill" --on 2027-06-01 --to CN --hq CN --json
moves a30 exception license
for chip in a100_sxm_80 h100_sxm; do stays "$chip"; done
# The day before it takes effect it changes nothing.
expect 0 diff --with "$bill" --on 2026-12-31
says 'Nothing changed'
# The same said as two paths, and as work on the law.
first=$("$LICIT" diff --with "$bill" --on 2027-06-01 --to CN --json | sed -n '/"given"/,$p')
for command in "diff" "law diff"; do
  # shellcheck disable=SC2086
  expect 0 $command "$pack" "$bill" --on 2027-06-01 --to CN --json
  [[ "$(sed -n '/"given"/,$p' <<<"$out")" == "$first" ]] || fail "$command of two paths differs"
done

# Both sides say which law they are, and what to be careful about: 2023 is after no verified day, 2027 is.
says '"pack-hash"'
says '"code": "W-after-verified"'
expect 0 diff 2023-11-16 2023-11-17 --to CN --json
says '"code": "W-unverified"'
says_not '"code": "W-after-verified"'

# An order file: what is decided otherwise, whatever day a line states; one line cannot be read.
printf 'line,item,to,hq,on,notices\n7,A800 SXM4 80GB,CN,CN,2020-01-01,none\n8,H100 SXM5 80GB,CN,CN,,none\n9,h9999,CN,CN,,none\n' >"$work/book.csv"
expect 0 diff 2023-11-16 2023-11-17 --book "$work/book.csv"
says '1 of 2 lines moves'
says '7 A800 SXM4 80GB to CN'
says '1 line cannot be read'
says_not '8 H100'
fits "$out"

wrong() { # CODE TEXT ARGUMENT...
  local code=$1 text=$2
  shift 2
  expect 2 "$@"
  complains "[$code]"
  complains "$text"
  [[ -z "$out" ]] || fail "output for wrong use: licit $*"
  fits "$err"
}
printf 'overlay other on toy\nsource S bill "S" published 2026-01-01 effective 2026-01-01\n' >"$work/other.law"
wrong C080 'name two days' diff
wrong C080 'name two days' diff 2023-11-16
wrong C080 'name two days' diff 2023-11-16 2023-11-17 2023-11-18
wrong C081 'the same' diff 2023-11-16 2023-11-16
wrong C081 'the same' diff "$bill" "$bill"
wrong C082 'yesterday' diff yesterday 2023-11-17
wrong C008 '2023-02-30' diff 2023-02-30 2023-11-17
wrong C083 '--on 2027-06-01 --with' diff 2027-06-01 "$bill"
wrong C084 '--on' diff 2023-11-16 2023-11-17 --on 2023-11-17
wrong L181 'toy' diff "$pack" "$work/other.law"
wrong B001 'nofile.csv' diff 2023-11-16 2023-11-17 --book nofile.csv
wrong C003 '--book' diff 2023-11-16 2023-11-17 --book
wrong F002 'Atlantis' diff 2023-11-16 2023-11-17 --to Atlantis
cat >"$work/toy.law" <<'LAW'
pack toy "Toy" title en "Toy" fr "Jouet"
  verified-through 2026-01-01
  covers-from 2020-01-01
source S statute "S" published 2020-01-01 effective 2020-01-01 verified primary
fact item.tpp : number TPP says en "performance" fr "performance" asks en "How fast?" fr "Quelle vitesse ?"
rule P cite "P" source S from 2020-01-01 says en "P." fr "P." then class P when item.tpp >= 100 TPP
LAW
wrong C085 'another pack' diff "$pack" "$work/toy.law"
sed 's/number TPP/number TOPS/; s/100 TPP/100 TOPS/' "$work/toy.law" >"$work/toy-tops.law"
wrong C086 'item.tpp' law diff "$work/toy.law" "$work/toy-tops.law"
finish
