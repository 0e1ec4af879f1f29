#!/usr/bin/env bash
# licit check on a terminal's terms: headline, exit status, width, colour, language.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
h20="check h20 --to CN --hq CN --exporter NVIDIA"

# Rows 1, 2, 3 and 9 of the table of expected answers.
expect 5 $h20 --on 2024-06-03
says "NO LICENSE REQUIRED"
says "to China, 2024-06-03"
says "4A994.l"
says "2368 TPP"
says "--reading A10=sum"
expect 3 $h20 --on 2025-04-20
says "LICENSE REQUIRED"
says "notice.nvidia.2025"
says "never law"
expect 4 check h20 --to CN --hq CN --exporter Supermicro --on 2025-04-20
says "UNDETERMINED"
says "exporter.notices=none"
expect 5 check h20 --to CN --hq CN --exporter Supermicro --on 2025-04-20 --set exporter.notices=none
says "NO LICENSE REQUIRED"
expect 5 check rtx-4090 --to CN --hq CN --on 2024-01-15
says "LICENSE EXCEPTION NAC"
says "2023-12-21"
# Row 15: the printed text says otherwise, and the headline says so.
expect 5 check h100_sxm --to DE --hq DE --on 2025-06-01
says "(as printed: LICENSE EXCEPTION"
expect 5 check h100_sxm --to DE --hq DE --on 2025-06-01 --posture text
says "(as enforced: NO LICENSE REQUIRED"

# The strictest review known says nothing of a requirement that states none: 744.11 states it entity by
# entity in Supplement No. 4 to part 744, which is not encoded.
expect 3 check h100_sxm --to CN --hq CN --on 2025-06-03 --set buyer.listings=entity-list
says "LICENSE REQUIRED (denial presumed; policy not stated for 744.11.a)"
expect 3 check h100_sxm --to CN --hq CN --on 2025-06-03 --set buyer.listings=entity-list --lang fr
says "politique non précisée pour 744.11.a"
expect 3 check h100_sxm --to CN --hq CN --on 2025-06-03 --set exporter.notices=none
says "LICENSE REQUIRED (denial presumed) "
# A reading that changes the verdict is listed with the other verdict, though the status is the default's.
expect 5 $h20 --on 2024-06-03
says "LICENSE EXCEPTION, class 4A090.b [--reading A10=sum]"
# A policy's assumption is the answer's: the country allocation of 742.6(b)(10)(iii)(B).
expect 3 check h100_sxm --to IN --hq IN --on 2025-06-01 --posture text
says "allocation.exceeded = no"
# What is asked comes with an example in the unit of the fact.
expect 4 check --to CN --hq CN --on 2024-06-03 --set item.kind=integrated-circuit \
  --set item.datacenter=yes --set item.tpp=2000 --set item.subject-to-ear=yes
says "item.die-area=814 (800..830)"

# Flips, by the limits of 15 CFR 774 Supp. 1 of 2023-11-17: 3A090.b.2 from 3.2 TPP/mm2, b.1 from 2,400 TPP,
# a.1 from 4,800 TPP. The L20 has 3.1448 TPP/mm2 and 1,913.6 TPP, the H20 2,368 TPP.
expect 5 check l20 --to CN --hq CN --on 2024-06-03
says "LICENSE EXCEPTION if performance density >= 3.2 TPP/mm2 (now"
says "0.0552 away"
says "LICENSE REQUIRED if total processing performance >= 4800 TPP"
expect 5 $h20 --on 2024-06-03
says "LICENSE EXCEPTION if total processing performance >= 2400 TPP"
expect 5 $h20 --on 2024-06-03 --lang fr
says "Bascules"
says "à 32 près"
# A notice that names the chip leaves nothing to change about it.
expect 3 $h20 --on 2025-06-03
says_not "Flips"
# Open facts of which every answer leads to one verdict: an A30 may go to Vietnam by NAC with notice or
# without, whatever the headquarters (15 CFR 740.8(a) of 2023-11-17).
expect 5 check a30 --to VN --on 2023-12-01
says "LICENSE EXCEPTION"
says "Every possible answer to what is not known leads to this verdict"
# The fewest questions, and only those on which it turns.
expect 4 check h100 --to SG --on 2026-09-01
says "These answers settle it, whatever they are:"
says_not "--set exporter.notices"
# A place that the law places nowhere: no question, and the answer says why.
expect 4 check h20 --to DE --hq PS --on 2025-06-03 --exporter NVIDIA
says "buyer (Palestine)"
# Before the law begins; by the beginning of a name; before anything was known.
expect 4 check h20 --to CN --hq CN --on 2021-06-01
says "before the pack's law begins"
expect 5 check rtx 6000 --to CN --hq CN --on 2024-06-03
says "is no chip's whole name"
expect 4 $h20 --on 2024-06-03 --known 2021-01-01
says "By 2021-01-01, nothing"

# A name that means several chips, of which one needs more licenses than the first.
for name in "Gaudi 3" ascend "rtx pro" tpu kunlun trainium; do
  expect 4 check "$name" --to CN --hq CN --on 2025-06-01
done
# Why nothing applies: a condition that holds and stands in the way is said with its `not`.
expect 5 check h100_sxm --to AE --hq AE --on 2026-08-01 --set buyer.uae-listed=yes --posture text
tr -s " \n" " " <"$work/out" | grep -qF "not buyer.uae-listed is yes" || fail "the condition lacks its not: $out"
# No line is too wide, however many alternatives a question has.
expect 4 check L40 --to DE --buyer Foo --hq DE --on 2024-06-03
fits "$out"
# An area of nothing would clear by density.
expect 2 check L4 --to CN --hq CN --on 2024-06-03 --set item.die-area=0
complains "F013"
# A chip's name is a chip, whatever the folder holds.
(cd "$work" && mkdir -p h20 && echo x >l20)
(cd "$work" && expect 5 check h20 --to CN --hq CN --exporter NVIDIA --on 2024-06-03; exit $failures) || fail "h20 is a folder"
(cd "$work" && expect 5 check l20 --to CN --hq CN --exporter NVIDIA --on 2024-06-03; exit $failures) || fail "l20 is a file"

# A name of two words, unquoted.
expect 5 check hgx h20 --to CN --hq CN --exporter NVIDIA --on 2024-06-03
# An expectation of a date that is stated nowhere: today, and said so.
expect 3 $h20 --json
says "\"on\": \"$(date -u +%F)\""

# Width: no line of text is wider than asked for, French included.
for width in 40 60 80; do
  for lang in en fr; do
    for more in "" --explain; do
      COLUMNS=$width "$LICIT" $h20 --on 2025-04-20 --lang "$lang" $more >"$work/out"
      widest=$(wc -L <"$work/out")
      # A word that is longer than the page stands alone, below its indent; ids of facts may be.
      longest_word=$(tr -s ' ' '\n' <"$work/out" | wc -L)
      ((widest <= width || longest_word > width - 30)) ||
        fail "a line of $widest columns where $width were asked for ($lang $more)"
      [[ $width -lt 80 || $widest -le 80 ]] || fail "$widest columns on an 80-column page ($lang $more)"
    done
  done
done

# No colour in a pipe.
expect 3 $h20 --on 2025-04-20
says_not $'\033'

# French, from --lang and from the environment; the document of --json does not depend on it.
expect 3 $h20 --on 2025-04-20 --lang fr
says "LICENCE REQUISE"
locale=fr_FR.UTF-8
expect 3 $h20 --on 2025-04-20
says "LICENCE REQUISE"
expect 3 $h20 --on 2025-04-20 --json
french=$out
locale=C.UTF-8
expect 3 $h20 --on 2025-04-20 --json
[[ "$french" == "$out" ]] || fail "the JSON depends on the language"

# --explain: the proof, with citations and near misses.
expect 5 $h20 --on 2024-06-03 --explain
says "Proof"
says "near miss"
says "15 CFR 742.6(a)(6)(iii)"
# French text: numbers with a comma and U+202F, the law's words in French, no English ones; nothing too wide.
nnbsp=$(printf '\u202f')
expect 5 $h20 --on 2024-06-03 --lang fr
says "2${nnbsp}368 TPP, 2,91 TPP/mm2"
says "vaut 2${nnbsp}368 TPP"
says ">= 2${nnbsp}400 TPP"
says "(copie)"
says_not "mirror"
says_not "2.91"
fits "$out"
expect 3 $h20 --on 2025-07-20 --lang fr --explain
says "gouvernement des États-Unis"
says_not "United States government"
says "de seconde main"
says_not "(secondary)"
says_not "texte lu : secondary"
fits "$out"
expect 0 timeline h20 --to CN --hq CN --exporter NVIDIA --explain --lang fr
says "verdict : AUCUNE LICENCE REQUISE devient LICENCE REQUISE"
says_not "no-license"
says_not "Department of Commerce"
fits "$out"
# JSON is the same whatever the language.
expect 5 $h20 --on 2024-06-03 --json
cp "$work/out" "$work/english.json"
expect 5 $h20 --on 2024-06-03 --json --lang fr
cmp -s "$work/out" "$work/english.json" || fail "JSON changes with the language"

finish
