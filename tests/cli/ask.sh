#!/usr/bin/env bash
# licit ask: only the questions that matter, answers from a pipe, taken up again from a file.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# asked STATUS ANSWERS ARGUMENT...: an interview with these lines as its answers.
asked() {
  local wanted=$1 answers=$2 status=0
  shift 2
  printf "$answers" | LC_ALL=$locale "$LICIT" ask "$@" >"$work/out" 2>"$work/err" || status=$?
  out=$(<"$work/out")
  err=$(<"$work/err")
  [[ $status == "$wanted" ]] || fail "status $status, not $wanted: licit ask $*"$'\n'"${out:0:300}"$'\n'"${err:0:900}"
}
questions() {
  local n
  n=$(grep -cE '^[0-9]+\. ' "$work/err")
  [[ $n == "$1" ]] || fail "$n questions, not $1:"$'\n'"$err"
}

# As enforced, 15 CFR 742.6(a)(6)(iii)(A) reaches Singapore only by headquarters, of the buyer or of its
# ultimate parent, in Macau or D:5; nothing else about this sale is open.
asked 5 'SG\nSG\n' h100 --to SG --on 2026-09-01
questions 2
says "NO LICENSE REQUIRED"
complains "headquartered?"
complains "questions asked: 2"
says "Receipt: licit"
says "buyer.hq = SG"
fits "$err"
fits "$out"
# One headquarters in D:5 settles it: the second question is idle.
asked 3 'CN\n' h100 --to SG --on 2026-09-01
questions 1
says "LICENSE REQUIRED"
# What was stated is not asked.
asked 5 '' h100 --to SG --hq SG --on 2026-09-01
questions 0
complains "Nothing needs to be asked"

# Unknown is an answer; what remains open stays so.
asked 4 'unknown\nSG\n' h100 --to SG --on 2026-09-01
says "UNDETERMINED"
complains "No further question would settle it"
# back and quit; an end of the answers is a quit.
asked 5 'CN\nback\n' h100 --to SG --hq SG --on 2026-09-01
asked 4 'SG\nback\nquit\n' h100 --to SG --on 2026-09-01
complains "stopped"
asked 4 'back\n' h100 --to SG --on 2026-09-01
complains "this is the first question"
# An answer that is none keeps the question.
asked 5 'Atlantis\nSG\nSG\n' h100 --to SG --on 2026-09-01
complains "\`Atlantis\` is no answer to this question"

# Kept in a file, and taken up again; the file is a transaction.
kept=$work/kept.json
asked 4 'SG\n' h100 --to SG --on 2026-09-01 --answers "$kept"
complains "answers kept in"
asked 5 'SG\n' --answers "$kept"
questions 1
says "NO LICENSE REQUIRED"
expect 5 check "$kept"
says "NO LICENSE REQUIRED"
asked 2 '' h20 --to SG --answers "$kept"
complains "C091"
complains "answers another question (item = h100)"
printf 'no answers' >"$work/none.json"
asked 2 '' h100 --to SG --answers "$work/none.json"
complains "C090"
asked 2 'SG\n' h100 --to SG --answers "$work/no/such/folder.json"
complains "cannot be written"
asked 2 '' h100 --to SG --answers "$work"
complains "is a folder"

asked 2 '' nosuchchip --to CN
complains "nosuchchip"
asked 2 ''
complains "C009"

# A name of chips that differ: which one it is comes first, and only one of them will do.
asked 4 'h20\n' gaudi --to CN --hq CN --on 2022-12-01
complains "1. Which variant"
complains "\`h20\` is no answer to this question"
asked 3 'gaudi2\n' gaudi --to CN --hq CN --on 2022-12-01
says "LICENSE REQUIRED"
# Kept, it is taken up by the name that was typed, too; a chip that this name does not mean is another question.
variant=$work/variant.json
asked 3 'gaudi2\n' gaudi --to CN --hq CN --on 2022-12-01 --answers "$variant"
asked 3 '' gaudi --to CN --hq CN --on 2022-12-01 --answers "$variant"
questions 0
says "LICENSE REQUIRED"
asked 2 '' h100 --to CN --hq CN --on 2022-12-01 --answers "$variant"
complains "C091"
# What one of them lacks is not asked of all.
asked 4 'unknown\n' gaudi --to CN --hq CN --on 2022-12-01
questions 1

# A die area stated as an interval on both sides of the limit of b.2, 2000 TPP / 3.2 = 625 mm2: the answer lies
# within it, and takes its place; 640 mm2 is below that density, 610 mm2 above.
die="--to CN --hq CN --on 2024-06-03 --set item.kind=integrated-circuit --set item.tpp=2000 --set item.datacenter=yes
  --set item.subject-to-ear=yes --set item.tops=250 --set item.die-area=600..650"
# shellcheck disable=SC2086
asked 5 '700\n640\n' $die
complains "F041"
complains "\`700\` contradicts what is known already: item.die-area is 600..650"
says "NO LICENSE REQUIRED"
says "item.die-area = 640"
# shellcheck disable=SC2086
asked 5 '610\n' $die --answers "$work/die.json"
says "LICENSE EXCEPTION"
# shellcheck disable=SC2086
asked 5 '' $die --answers "$work/die.json"
questions 0
# shellcheck disable=SC2086
asked 4 '700\n' $die --lang fr
complains "« 700 » contredit ce que l'on sait déjà"

# The answer as JSON is the answer of check.
asked 5 'SG\nSG\n' h100 --to SG --on 2026-09-01 --json
grep -q '"settled-by"' <<<"$out" || fail "no settled-by"
says '"verdict": "no-license"'

locale=fr_FR.UTF-8
asked 5 'SG\nSG\n' h100 --to SG --on 2026-09-01 --lang fr
complains "questions posées : 2"
says "Reçu"
fits "$out"
finish
