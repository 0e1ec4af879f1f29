#!/usr/bin/env bash
# licit law cases: conformance/ is what the pack's tests say now; another's answers are judged by them.
# UPDATE=1 writes conformance/ anew.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
pack=$LICIT_SOURCE_DIR/law/us/ear
kept=$LICIT_SOURCE_DIR/conformance

if [[ ${UPDATE:-} == 1 ]]; then
  find "$kept" -name '*.json' -delete
  "$LICIT" law cases "$pack" --out "$kept" >/dev/null
fi
expect 0 law cases "$pack" --out "$work/cases"
diff -rq --exclude=README.md "$work/cases" "$kept" >"$work/diff" ||
  fail "conformance/ is out of date (UPDATE=1 bash tests/cli/cases.sh):"$'\n'"$(head -5 "$work/diff")"

# A small pack: one case answered rightly, one wrongly, one that is none, one line that is no JSON.
cat >"$work/toy.law" <<'L'
pack toy "Toy"
  title en "Toy" fr "Jouet"
  verified-through 2026-01-01
  covers-from 2020-01-01

source S statute "Toy Act"
  effective 2020-01-01
  verified primary

fact item.tpp : number TPP
  says en "performance" fr "performance"
  asks en "How much?" fr "Combien ?"

rule W
  cite "Toy Act, 1"
  source S
  from S
  says en "Strong ones." fr "Les forts."
  then class W
  when item.tpp >= 10

rule need
  cite "Toy Act, 2"
  source S
  from S
  says en "A license for strong ones." fr "Une licence pour les forts."
  then license required for toy
  when item.tpp >= 20

precedence class { W }

test "strong and weak"
  cite "Toy Act, 1 and 2"
  given item.tpp = 30 TPP, to = CN
  on 2021-01-01 expect license, class W, by need
  on 2021-01-02 with item.tpp = 15 TPP expect no-license, not by need
L
{
  echo '{"id": "toy/strong and weak/2021-01-01", "verdict": "license", "class": "W", "by": ["need", "other"]}'
  echo '{"id": "toy/strong and weak/2021-01-02", "verdict": "no-license", "by": []}'
} >"$work/right.jsonl"
expect 0 law cases "$work/toy.law" --judge "$work/right.jsonl"
says "2 passed, 0 failed, 0 not answered"

{
  echo '{"id": "toy/strong and weak/2021-01-01", "verdict": "no-license", "class": "W"}'
  echo '{"id": "toy/strong and weak/2099-01-01", "verdict": "license"}'
  echo 'nonsense'
} >"$work/wrong.jsonl"
expect 2 law cases "$work/toy.law" --judge "$work/wrong.jsonl"
says "expected verdict license, answered no-license"
says "0 passed, 1 failed, 1 not answered"
complains "no case is called \"toy/strong and weak/2099-01-01\""
complains "C093"

# What must not be there is judged too.
echo '{"id": "toy/strong and weak/2021-01-02", "verdict": "no-license", "by": ["need"]}' >"$work/by.jsonl"
expect 2 law cases "$work/toy.law" --judge "$work/by.jsonl"
says "expected not-by need"

expect 2 law cases "$work/toy.law"
complains "C092"
locale=fr_FR.UTF-8
expect 2 law cases "$work/toy.law" --lang fr
complains "dites quoi faire"

finish
