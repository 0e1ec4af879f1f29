#!/usr/bin/env bash
# Which items may go, against the limits that the rules print.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# 87 FR 62186, ECCN 3A090.a of October 2022: 600 Gbyte/s and 4800 together.
expect 0 region --to CN --on 2022-11-01 --exporter NVIDIA
says '600 GB/s or more, and bit length times TOPS'
says '4800 TPP or more'
says 'ECCN 3A090.a.1 to a.4, text of 2022'
says_not '5.92'
fits "$out"

# 88 FR 73458, ECCN 3A090 of November 2023: a.1 4800; a.2 1600 and 5.92; b.1 2400 and 1.6; b.2 1600 and 3.2.
expect 0 region --to CN --on 2023-12-01 --exporter NVIDIA
for cited in '5.92 TPP/mm2  ECCN 3A090.a.2' '3.2 TPP/mm2   ECCN 3A090.b.2' '1.6 TPP/mm2   ECCN 3A090.b.1' \
  '4800 TPP      ECCN 3A090.a.1' '2400 TPP      ECCN 3A090.b.1' '1600 TPP      ECCN 3A090.a.2 and b.2'; do
  says "$cited"
done
says 'NO LICENSE REQUIRED  otherwise'
fits "$out"

# NVIDIA's Form 8-K of 2025-04-15: the notice names the H20, and circuits with its bandwidth.
expect 0 region --to CN --on 2025-05-01 --exporter NVIDIA
says 'or the chip: h20'
says 'notice of 2025-04-09'
fits "$out"

expect 0 region --to CN --on 2023-12-01 --lang fr
says 'AUCUNE LICENCE REQUISE  sinon'
fits "$out"
finish
