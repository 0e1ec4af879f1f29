#!/usr/bin/env bash
# Real answers, of every verdict, are what the published schemas say.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# Under sanitizers this takes a quarter of an hour: there the unit tests run the same code.
[[ -z ${LICIT_SANITIZE:-} ]] || exit 77
[[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null || exit 77
schemas=$LICIT_SOURCE_DIR/docs/schema
validate() { "$LICIT_PYTHON" "$LICIT_SOURCE_DIR/tests/cli/schema_validate.py" "$@" || fail "$1"; }

n=0
keep() {
  n=$((n + 1))
  cp "$work/out" "$work/answer-$n.json"
}
day="--on 2024-06-03"
while read -r status arguments; do
  # shellcheck disable=SC2086
  expect "$status" check $arguments --json
  keep
done <<EOF2
5 h20 --to CN --hq CN $day --exporter NVIDIA
3 h20 --to CN --hq CN --on 2025-04-20 --exporter NVIDIA
4 h20 --to CN --hq CN --on 2025-04-20 --exporter Supermicro
5 rtx-4090 --to CN --hq CN --on 2024-01-15
3 a100 --to CN --hq CN --on 2022-11-01
3 a100 --to CN --on 2022-11-01
4 h100_sxm --to DE --buyer-hq DE $day
5 h100_sxm --to DE --hq DE --on 2025-06-01 --posture text
5 h100_sxm --to DE --hq DE --on 2025-06-01
3 h20 --to IR --hq IR $day --exporter NVIDIA
4 h20 --to CN --hq CN $day --strict
3 h20 --to CN --hq CN --on 2026-11-01 --exporter NVIDIA
4 --to CN --hq CN $day --set item.kind=integrated-circuit --set item.datacenter=yes --set item.tpp=2000 --set item.subject-to-ear=yes --set item.die-area=600..650
3 h100_sxm --to CN --hq CN --on 2025-06-03 --set buyer.listings=entity-list
4 h20 --to DE --hq PS --on 2025-06-03 --exporter NVIDIA
EOF2
validate "$schemas/answer.schema.json" "$work"/answer-*.json

for chip in rtx_pro_6000d wse2 gb10; do
  LC_ALL=C.UTF-8 "$LICIT" check $chip --to CN --hq CN --on 2025-05-01 --exporter NVIDIA --json >"$work/out"
  validate "$schemas/answer.schema.json" "$work/out"
done
expect 0 timeline h20 --to CN --hq CN --exporter NVIDIA --json
validate "$schemas/timeline.schema.json" "$work/out"
for asked in "--to CN --on 2022-11-01" "--to CN --on 2025-05-01 --exporter NVIDIA --axes tpp,dram" "--on 2024-06-03"; do
  # shellcheck disable=SC2086
  expect 0 region $asked --json
  validate "$schemas/region.schema.json" "$work/out"
done
bill=$LICIT_SOURCE_DIR/examples/bills/lower-tpp.law
printf 'item,to,hq\nh100,CN,CN\nA30,CN,CN\nh9999,CN,CN\n' >"$work/book.csv"
for sides in "2023-11-16 2023-11-17" "2023-06-01 2023-06-02" "--with $bill --on 2027-06-01 --book $work/book.csv"; do
  # shellcheck disable=SC2086
  expect 0 diff $sides --json
  validate "$schemas/diff.schema.json" "$work/out"
done

expect 0 chips --json
validate "$schemas/chips.schema.json" "$work/out"
expect 0 chips show h20 --class-on 2024-06-03 --json
validate "$schemas/chips.schema.json" "$work/out"
for chip in h20 a100; do
  expect 0 classify $chip $day --json
  validate "$schemas/classification.schema.json" "$work/out"
done
expect 4 classify $day --set item.kind=assembly --set item.tpp=1500..5000 --json
validate "$schemas/classification.schema.json" "$work/out"

pack=$LICIT_SOURCE_DIR/law/us/ear
expect 0 law test "$pack" --only "4A994" --json
validate "$schemas/law-test.schema.json" "$work/out"
expect 0 law test "$pack" --mutate --only "tpp.high" --json
validate "$schemas/law-test.schema.json" "$work/out"
# What is known, with its quirk; and what is new, of each kind.
expect 0 law coherence "$pack" --kind gap,conflict,overlap,unreviewed --json
says '"quirk": '
validate "$schemas/coherence.schema.json" "$work/out"
toys=$LICIT_SOURCE_DIR/tests/data/coherence
for toy in gap overlap gentler idle unreviewed; do
  expect 2 law coherence "$toys/$toy.law" --json
  says "\"kind\": \"$toy\""
  validate "$schemas/coherence.schema.json" "$work/out"
done
expect 2 law coherence "$toys/clean.law" --with "$toys/free.law" --json
says '"kind": "conflict"'
validate "$schemas/coherence.schema.json" "$work/out"
# A line that does not hold, and a change that no test notices.
cat >"$work/open.law" <<'LAW'
pack open "Open" title en "Open" fr "Ouvert"
  verified-through 2026-01-01
  covers-from 2020-01-01
source S statute "S" published 2020-01-01 effective 2020-01-01 verified primary
fact item.tpp : number TPP says en "performance" fr "performance" asks en "How fast?" fr "Quelle vitesse ?"
rule P cite "P" source S from 2020-01-01 says en "P." fr "P." then class P when item.tpp >= 100 TPP
test "fails" cite "P"
  given item.tpp = 50 TPP
  on 2024-01-01 expect class P
LAW
expect 2 law test "$work/open.law" --json
says '"failed": 1'
validate "$schemas/law-test.schema.json" "$work/out"
sed -i 's/= 50 TPP/= 500 TPP/' "$work/open.law"
expect 2 law test "$work/open.law" --mutate --json
says '"killed-by": ""'
validate "$schemas/law-test.schema.json" "$work/out"

# The sample book has bad lines, notes, needs and four currencies; a clean one has none of them.
expect 2 check "$LICIT_SOURCE_DIR/examples/orders.csv" --out "$work/decisions.csv" --json
validate "$schemas/summary.schema.json" "$work/out"
printf 'item,to,hq,on\nh20,DE,DE,2024-06-03\n' >"$work/clean.csv"
expect 5 check "$work/clean.csv" --json
validate "$schemas/summary.schema.json" "$work/out"

expect 0 facts --json
validate "$schemas/facts.schema.json" "$work/out"
finish
