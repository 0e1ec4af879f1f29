#!/usr/bin/env bash
# licit law: check, fmt, test, explain on files of one's own.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

cat >"$work/toy.law" <<'EOF2'
pack toy "Toy"
  title en "Toy" fr "Jouet"
  verified-through 2025-12-31
  covers-from 2023-01-01

source FIRST rule "1 FR 1"
  title en "First" fr "Premier"
  published 2023-01-01  effective 2023-01-01
  verified primary

fact item.tpp : number TPP
  says en "performance" fr "performance"
  asks en "What is its performance?" fr "Quelle est sa performance ?"

precedence class { 1A1 }

rule 1A1
  cite "1 CFR 3" source FIRST
  from FIRST
  says en "strong chips" fr "puces puissantes"
  then class 1A1
  when item.tpp >= 4800 TPP

rule need
  cite "1 CFR 4" source FIRST
  from FIRST
  says en "strong chips need a license" fr "les puces puissantes exigent une licence"
  then license required for WA
  when class is 1A1

test "at the limit"
  cite "1 CFR 3"
  given item.tpp = 4800 TPP, to = DE
  on 2023-01-01 expect license, class 1A1, by need
  on 2023-01-01 with item.tpp = 4799 TPP expect not-covered
EOF2
expect 0 law check "$work/toy.law"
says "toy"
expect 0 law test "$work/toy.law"
says "2 passed, 0 failed"

# A test that fails is named with its place, what was expected and what came.
sed 's/expect not-covered/expect license/' "$work/toy.law" >"$work/wrong.law"
expect 2 law test "$work/wrong.law"
says "wrong.law:35:"
says "expected verdict license, came not-covered"
says "1 passed, 1 failed"

# The judge of tests: the comparison and the constant are held, the day is held from one side only.
expect 2 law test "$work/toy.law" --mutate --only '^1A1' --list
says "killed: 1A1@2023-01-01 when >= to >"
says "killed: 1A1@2023-01-01 when 4800 to 4799"
says "survived: 1A1@2023-01-01 from 2023-01-01 to 2022-12-31"
expect 2 law test "$work/toy.law" --mutate --only '['
complains "C033"

expect 0 law explain need "$work/toy.law"
says "strong chips need a license"
says "1 FR 1"
expect 0 law explain 1A1 "$work/toy.law" --lang fr
says "puces puissantes"
says "need"
# A symbol stands for its provisions: an exception's blocks, the requirements for a reason of control.
if is_fast_build; then
  expect 0 law explain NAC
  says "740.8.nac-notified"
  says "15 CFR 740.8(a)"
  expect 0 law explain RS
  says "742.6.a.6.iii"
  expect 0 law explain nac --json
  says '"id": "740.8.nac"'
  # Its entry has no ceiling in b.2, so that the two paragraphs overlap (law/us/ear/quirks.law).
  expect 0 law explain 3A090.b
  says 'Quirks'
  says 'b.2-has-no-ceiling: b.1 ends at a TPP of 4800'
  expect 0 law explain 3A090.b --json
  says '"id": "b.2-has-no-ceiling"'
  expect 0 law explain 3A090.a
  says "Used by"
fi

# fmt: says what would change, changes it, and is then content.
sed 's/^  from FIRST/     from   FIRST/' "$work/toy.law" >"$work/untidy.law"
expect 2 law fmt --check "$work/untidy.law"
says "untidy.law"
expect 0 law fmt "$work/untidy.law"
expect 0 law fmt --check "$work/untidy.law"
expect 0 law test "$work/untidy.law"
says "2 passed, 0 failed"

printf 'pack broken "Broken"\nrule\n' >"$work/broken.law"
expect 2 law check "$work/broken.law"
complains "broken.law:2:"
expect 2 check h20 --to CN --law "$work/broken.law"
expect 2 law check "$work/none"
finish
