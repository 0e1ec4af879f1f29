#!/usr/bin/env bash
# Real answers, of every verdict, are what the published schemas say.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
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
3 h100_sxm --to DE --hq DE --on 2025-06-01 --posture text
5 h100_sxm --to DE --hq DE --on 2025-06-01
4 h20 --to IR --hq IR $day --exporter NVIDIA
4 h20 --to CN --hq CN $day --strict
3 h20 --to CN --hq CN --on 2026-11-01 --exporter NVIDIA
4 --to CN --hq CN $day --set item.kind=integrated-circuit --set item.datacenter=yes --set item.tpp=2000 --set item.subject-to-ear=yes --set item.die-area=600..650
EOF2
validate "$schemas/answer.schema.json" "$work"/answer-*.json

expect 0 timeline h20 --to CN --hq CN --exporter NVIDIA --json
validate "$schemas/timeline.schema.json" "$work/out"
expect 0 chips --json
validate "$schemas/chips.schema.json" "$work/out"
expect 0 chips show h20 --class-on 2024-06-03 --json
validate "$schemas/chips.schema.json" "$work/out"
expect 0 facts --json
validate "$schemas/facts.schema.json" "$work/out"
finish
