#!/usr/bin/env bash
# Wall time of a command from process start to exit: bench/process_start.sh COMMAND [ARGUMENT...]
# Prints the median and the smallest of RUNS (50) runs, in milliseconds.
set -euo pipefail

runs=${RUNS:-50}
times=()
for ((i = 0; i < runs; ++i)); do
  start=${EPOCHREALTIME/[.,]/}
  status=0
  "$@" >/dev/null 2>&1 || status=$?
  end=${EPOCHREALTIME/[.,]/}
  # Licit's statuses 2 to 5 are answers.
  if ((status == 1 || status > 125)); then
    printf 'status %d from: %s\n' "$status" "$*" >&2
    exit 1
  fi
  times+=($((end - start)))
done

printf '%s\n' "${times[@]}" | sort -n | awk '
  { time[NR] = $1 / 1000 }
  END { printf "%d runs: median %.1f ms, smallest %.1f ms\n", NR, time[int((NR + 1) / 2)], time[1] }'
