#!/usr/bin/env bash
# Which items may go, against the limits that the rules print; the charts of it and of a timeline.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
python=${LICIT_PYTHON:-python3}
well_formed() { "$python" -c 'import sys, xml.dom.minidom as x; x.parse(sys.argv[1])' "$1" || fail "no XML: $1"; }

# 87 FR 62186, ECCN 3A090.a of October 2022: 600 Gbyte/s and 4800 together.
expect 0 region --to CN --on 2022-11-01 --exporter NVIDIA
says ': 600 GB/s or more'
says '4800 TPP or more'
says 'ECCN 3A090.a.1 to a.4 (2022)'
says_not '5.92'
fits "$out"

# 88 FR 73458, ECCN 3A090 of November 2023: a.1 4800; a.2 1600 and 5.92; b.1 2400 and 1.6; b.2 1600 and 3.2.
expect 0 region --to CN --on 2023-12-01 --exporter NVIDIA
for cited in '5.92 TPP/mm2  ECCN 3A090.a.2' '3.2 TPP/mm2   ECCN 3A090.b.2' '1.6 TPP/mm2   ECCN 3A090.b.1' \
  '4800 TPP      ECCN 3A090.a.1' '2400 TPP      ECCN 3A090.b.1' '1600 TPP      ECCN 3A090.a.2 and b.2'; do
  says "$cited"
done
says 'NO LICENSE REQUIRED  otherwise'
says 'subject to the EAR: yes'
fits "$out"
expect 0 region --to CN --on 2023-12-01 --exporter NVIDIA --explain
says 'Each line alone'
fits "$out"

# NVIDIA's Form 8-K of 2025-04-15: the notice names the H20, and circuits with its bandwidth.
expect 0 region --to CN --on 2025-05-01 --exporter NVIDIA
says 'or the chip: h20'
says 'NVIDIA Form 8-K, 2025-04-15'
fits "$out"
# Whoever else exports may have received one.
expect 0 region --to CN --on 2025-05-01
says 'turns on: notices that the exporter has received'
expect 0 region --help
says 'Usage: licit region [options]'

# 90 FR 4544, printed and not enforced since 2025-05-13: as printed, Poland needs a license.
expect 0 region --to PL --hq PL --on 2025-06-01
says 'As printed it is otherwise [--posture text]:'
expect 0 region --to PL --hq PL --on 2025-06-01 --posture text --lang fr
says "Selon l'application, il en va autrement [--posture enforced] :"
# Whether TPP is the highest product or a sum (reading A10) moves chips; what is let pass has a value.
expect 0 region --to CN --on 2024-06-03
says '--reading A10=sum]'
says 'buyer.listings = none'
says '! not read in a primary source'
fits "$out"

# What is stated is not taken as given, and no longer in question.
expect 0 region --to CN --on 2023-12-01 --set item.subject-to-ear=no
says_not 'Taken as given: subject to the EAR'
says 'NOT SUBJECT'
# A bill that lowers 4,800 to 2,400.
cat >"$work/bill.law" <<'LAW'
overlay bill on us.ear
source BILL bill "A bill" published 2023-11-18 effective 2023-11-18 verified primary
amend param tpp.high = 2400 TPP
  cite "the bill, section 2"
  source BILL
  from BILL
LAW
expect 0 region --to CN --on 2023-12-01 --with "$work/bill.law"
says '2400 TPP'
says_not '4800 TPP'

for words in 'AUCUNE LICENCE REQUISE  sinon' 'centre de données : oui' 'Limites' "5,92 TPP/mm2"; do
  expect 0 region --to CN --on 2023-12-01 --lang fr
  says "$words"
done
fits "$out"

# The chart: on the output or in a file, in either language and theme, always XML.
expect 0 region --to CN --on 2023-12-01 --exporter NVIDIA --svg - --theme light
says '<?xml version="1.0"'
says 'A800'
says_not 'prefers-color-scheme'
well_formed "$work/out"
expect 0 region --to CN --on 2025-05-01 --axes tpp,dram-bandwidth --chips all --svg "$work/all.svg" --lang fr
[[ -z "$out" ]] || fail "output beside a file: $out"
complains "$work/all.svg"
well_formed "$work/all.svg"
grep -q 'prefers-color-scheme:dark' "$work/all.svg" || fail "auto is not both"
grep -q 'bande passante DRAM totale' "$work/all.svg" || fail "the axis is not in French"
expect 0 region --to CN --on 2023-12-01 --chips h20,"RTX 4090" --svg - --theme dark
says 'H20'
says 'RTX 4090'
says_not 'B200'
# A chip has the verdict of its own facts: the RTX 4090 is no data center chip, its TPP of 5285 is above 4800
# (Note 2 to 3A090), and NAC serves it; by its place in the plane it would need a license.
[[ $(grep -c 'class="mark m-exception"' <<<"$out") -ge 1 ]] || fail "the RTX 4090 has no mark of its own"
# A day whose law asks nothing about these figures: drawn all the same, as the chips are.
expect 0 region --to CN --on 2022-11-01 --exporter NVIDIA --axes tpp,pd --svg -
well_formed "$work/out"

expect 0 timeline h20 --to CN --hq CN --exporter NVIDIA --svg "$work/h20.svg"
well_formed "$work/h20.svg"
grep -q 'From 2025-04-09: LICENSE REQUIRED' "$work/h20.svg" || fail "the day of the notice is missing"
expect 0 timeline h20 --to CN --hq CN --exporter NVIDIA --lane 'Another exporter:exporter=Dell' --svg - --theme light
says 'Another exporter'
says 'as enforced'
well_formed "$work/out"
# 90 FR 4544, printed in January 2025 and not enforced since 2025-05-13: two lanes to Poland.
expect 0 timeline h100_sxm --to PL --hq PL --svg -
says 'as enforced'
says 'as printed'

# A file is written whole or not at all.
mkdir "$work/folder"
expect 2 region --to CN --svg "$work/folder"
complains '[B019]'
expect 2 region --to CN --svg "$work/no/such/place.svg"
complains '[B019]'
[[ -z $(find "$work" -name '*.part-*') ]] || fail "a part was left behind"
# A law that asks about fewer than two figures is answered all the same.
for toy in clean gap overlap; do
  expect 0 region --law "$LICIT_SOURCE_DIR/tests/data/coherence/$toy.law" --to CN --on 2024-06-01
done

finish
