#!/usr/bin/env bash
# licit law coherence: each kind of finding in a toy pack of its own, what a quirk does and does not account for.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
toys=$LICIT_SOURCE_DIR/tests/data/coherence

# findings KIND N: so many new findings of the kind are shown.
findings() {
  local lines
  lines=$(grep -c "^$1: " <<<"$out")
  # shellcheck disable=SC2053
  [[ $lines == $2 ]] || fail "$lines findings of kind $1, not $2:"$'\n'"$out"
}
# tells TEXT: the output has it, wherever its lines break.
tells() { [[ "$(tr -s ' \n' ' ' <<<"$out")" == *"$1"* ]] || fail "output lacks '$1':"$'\n'"$out"; }

# Nothing is wrong with it: no finding of any kind.
expect 0 law coherence "$toys/clean.law"
says "toy.clean: nothing new"
tells "Proved over all answers"

# Section 1 begins at 100, section 2 ends at 40: what lies between is nowhere, with both ends as the
# sections draw them.
expect 2 law coherence "$toys/gap.law"
findings gap 1
says "when item.tpp >= 40 TPP and item.tpp < 100 TPP"
says "given item.tpp = 40 TPP"

# Limb (2) of W.b sets no ceiling; limb (1) ends where W.a begins.
expect 2 law coherence "$toys/overlap.law"
findings overlap 1
says "between W.a, W.b (2)"
says_not "W.b (1)"
says "given item.tpp = 100 TPP, item.width = 5 mm2"
fits "$(grep -v '^  given' <<<"$out")"

# The license falls away at 100.
expect 2 law coherence "$toys/gentler.law"
findings gentler 1
says "past item.tpp >= 100 TPP"
says "between need"

# The bar closes the exception for good; without the bar it would serve, so the bar matters.
expect 2 law coherence "$toys/idle.law"
findings idle 1
says "between FAIR"

# No policy is for it.
expect 2 law coherence "$toys/unreviewed.law"
findings unreviewed 1
says "between need"

# A bill brings a rule that contradicts another, from its first day on.
expect 2 law coherence "$toys/clean.law" --with "$toys/free.law"
findings conflict 1
says "between need, free"
says "from 2025-01-01"
says "to.place = DE"

# What is recorded is no news, and --explain shows it with its reason. Law as printed is ready to be pasted.
cp "$toys/overlap.law" "$work/known.law"
cat >>"$work/known.law" <<'LAW'

quirk wide
  kind overlap
  between W.a, W.b (2)
  cite "Act, sections 1 and 2"
  because en "The Act sets no ceiling." fr "La loi ne fixe pas de plafond."
  given item.tpp = 100 TPP, item.width = 5 mm2
  on 2023-01-01
LAW
expect 0 law coherence "$work/known.law"
tells "1 known quirk,"
says_not "sets no ceiling"
expect 0 law coherence "$work/known.law" --explain
tells "The Act sets no ceiling."
expect 0 law coherence "$work/known.law" --explain --lang fr
tells "La loi ne fixe pas de plafond."
fits "$out"
expect 0 law fmt --check "$work/known.law"
expect 2 law coherence "$toys/overlap.law"
sed -n '/^quirk/,/^$/p' <<<"$out" | sed 's/because en "" fr ""/because en "So it is." fr "Ainsi."/' >"$work/pasted"
{ cat "$toys/overlap.law"; echo; cat "$work/pasted"; } >"$work/again.law"
expect 0 law coherence "$work/again.law"

# The overlay of a bill records its own: a conflict that somebody means to have.
cp "$toys/free.law" "$work/meant.law"
cat >>"$work/meant.law" <<'LAW'

quirk meant
  kind conflict
  between need, free
  cite "B. 1, section 1"
  source BILL
  because en "Left to the courts." fr "Laissé aux tribunaux."
  given item.tpp = 100 TPP, to.place = DE
  on 2025-01-01
LAW
expect 0 law coherence "$toys/clean.law" --with "$work/meant.law"

# The same pair by another limb is another finding: (1) gets the hole that (2) has.
sed 's/(1) item.tpp < 100/(1) item.tpp <= 100/' "$work/known.law" >"$work/other.law"
expect 2 law coherence "$work/other.law"
findings overlap 1
says "between W.a, W.b (1)"

# Once the law is mended the record is stale, and where its example shows nothing it is wrong.
sed 's/(2) item.width >= 5/(2) item.width >= 5 and item.tpp < 100/' "$work/known.law" >"$work/stale.law"
expect 2 law coherence "$work/stale.law"
tells "a finding that is no more"
says "stale.law:$(grep -n "^quirk" "$work/known.law" | cut -d: -f1)"
sed 's/tpp = 100 TPP, item.width/tpp = 99 TPP, item.width/' "$work/known.law" >"$work/wrong.law"
expect 2 law coherence "$work/wrong.law"
tells "does not show it"

# A gap that is meant is written as the items that it leaves out: no more than those, and all of them.
left_out() {
  cp "$toys/gap.law" "$work/gap.law"
  cat >>"$work/gap.law" <<LAW

quirk middle
  kind gap
  when $1
  cite "Act, sections 1 and 2"
  because en "The Act is silent." fr "La loi se tait."
  given item.tpp = ${2:-50} TPP
  on 2023-01-01
LAW
}
left_out "item.tpp >= 40 and item.tpp < 100"
expect 0 law coherence "$work/gap.law"
left_out "item.tpp >= 40 and item.tpp <= 100"
expect 2 law coherence "$work/gap.law"
tells "speaks of items that a paragraph meets"
left_out "item.tpp >= 40 and item.tpp < 99"
expect 2 law coherence "$work/gap.law"
says "when item.tpp >= 99 TPP and item.tpp < 100 TPP"
left_out "item.tpp < 40"
expect 2 law coherence "$work/gap.law"
tells "a finding that is no more"
left_out "item.tpp >= 40 and item.tpp < 100" 20
expect 2 law coherence "$work/gap.law"
tells "does not show it"

# Only one kind: the overlap is not asked about.
expect 0 law coherence "$toys/overlap.law" --kind gap
expect 2 law coherence "$toys/overlap.law" --kind overlap

# The pack that is shipped: every finding has its reason. (`gentler` takes too long on it for a test.)
if is_fast_build; then
  expect 0 law coherence --kind gap,conflict,overlap,idle,unreviewed
  says "us.ear: nothing new"
  fits "$out"
  expect 0 law coherence --kind conflict,overlap,unreviewed --explain --lang fr
  fits "$out"
fi

# And a bill that takes the entry for lesser circuits away leaves those of 8 TOPS nowhere, which is new.
cat >"$work/repeal.law" <<'LAW'
overlay repeal on us.ear

source BILL bill "B. 1"
  published 2026-08-01 effective 2026-09-01

repeal 3A991.p
  cite "B. 1, section 1"
  source BILL
  from BILL
LAW
if is_fast_build; then
  expect 2 law coherence --with "$work/repeal.law" --kind gap
  findings gap "[1-9]*"
  says "item.tops >= 8 TOPS"
  tells "from 2026-09-01"
fi

# Wrong use.
expect 2 law coherence "$toys/gap.law" --kind hole
complains "C006"
complains "gap, conflict, overlap, idle, gentler, unreviewed"
expect 2 law coherence "$work/nothing.law"
complains "L030"
expect 2 law coherence "$toys/gap.law" "$toys/clean.law"
complains "C004"
expect 2 law coherence --with "$work/nothing.law"
expect 2 law coherence --knd gap
complains "C001"
expect 0 law coherence --help
says "licit law coherence"

finish
