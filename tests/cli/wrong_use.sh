#!/usr/bin/env bash
# Wrong use is status 2, a sentence with a code, and what to do; never a trace, never the library's words.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

wrong() { # CODE TEXT ARGUMENT...
  local code=$1 text=$2
  shift 2
  expect 2 "$@"
  complains "[$code]"
  complains "$text"
  [[ -z "$out" ]] || fail "output for wrong use: licit $*"
  # Code and place on the first line, and nothing wider than the terminal, in both languages.
  [[ ${err%%$'\n'*} == *"[$code]"* ]] || fail "the first line lacks the code: $err"
  fits "$err"
  locale=fr_FR.UTF-8
  expect 2 "$@"
  complains "[$code]"
  fits "$err"
  locale=C.UTF-8
}

wrong C002 'did you mean `licit check`?' chek h20
wrong C002 'licit check h20 --to CN' h20 --to CN
wrong C002 'did you mean `licit law explain`?' law explian
wrong C001 'did you mean `--to`?' check h20 --tto CN
wrong C001 '--frobnicate' check h20 --frobnicate
wrong C003 '`--to` needs a value' check h20 --to
wrong C003 '`--to` needs a value' check h20 --to ''
wrong C003 'and `--hq` is the next option' check h20 --to --hq CN
wrong C003 'and `--strict` is the next option' check h20 --to CN --set --strict
wrong C012 '`--out` is about files' check h20 --to CN --out decisions.csv
wrong C006 'csv, json, jsonl' check - --format xml
wrong C005 'en, fr' check h20 --lang de
wrong C006 'enforced, text' check h20 --posture foo
wrong C006 'public, addressee' check h20 --knower nobody
wrong C007 '--reading A10=sum' check h20 --reading A10
wrong C007 '--set exporter.notices=none' check h20 --set foo
wrong C008 '2024-13-01' check h20 --known 2024-13-01
wrong C009 'name a chip' check
wrong C010 'Z99' check h20 --reading Z99=sum
wrong C011 'sum' check h20 --reading A10=maximum
wrong F001 'h9999' check h9999 --to CN
wrong F002 'Atlantis' check h20 --to Atlantis
wrong F003 '2023-02-29' check h20 --to CN --on 2023-02-29
wrong F004 'item.die-area' check h20 --set item.dei-area=3
wrong F006 'twice' check h20 --to CN --to DE
wrong F003 '1900-01-01 to 2199-12-31' check h20 --to CN --on 2300-01-01
wrong C008 '1900-01-01 to 2199-12-31' check h20 --to CN --known 2300-01-01
wrong F010 'from CN to DE' check h20 --kind transfer --from CN --to DE
wrong F011 'both CN' check h20 --from CN --to CN
wrong F012 '2024-06-04' check h20 --to CN --on 2024-06-03 --departed 2024-06-04
wrong F013 'at least one' check h20 --to CN --set item.ics=0
wrong F014 'blank' check "" --to CN
wrong F014 'blank' classify ""
wrong F014 'blank' timeline ""
wrong C040 'nofile.csv' check nofile.csv
wrong C040 'folder' check "$work"
wrong C020 '2024-01-01' timeline h20 --to CN --from-date 2024-02-01 --to-date 2024-01-01
wrong C021 '--from-date' timeline h20 --to CN --on 2024-01-01
wrong C022 'speed' timeline h20 --to CN --lane speed --svg -
wrong C023 '--svg' timeline h20 --to CN --lane hq=CN
wrong C075 'performance-density' region --to CN --axes tpp,speed
wrong C076 'twice' region --to CN --axes tpp,tpp
wrong C077 'tpp,pd' region --to CN --axes tpp
wrong C078 'leave out the chip' region h20 --to CN
wrong C006 'light, dark, auto' region --to CN --theme blue --svg -
wrong F001 'h9999' region --to CN --chips h9999
# What would be ignored is refused.
for drawn in 'region --to CN' 'timeline h20 --to CN'; do
  # shellcheck disable=SC2086
  wrong C013 '`--json` and `--svg` do not go together' $drawn --json --svg -
  # shellcheck disable=SC2086
  wrong C013 '`--explain` and `--svg`' $drawn --explain --svg -
  # shellcheck disable=SC2086
  wrong C014 '`--theme` does nothing without `--svg`' $drawn --theme dark
done
wrong C021 'leave out --on' timeline h20 --to CN --lane 'Then:on=2024-01-01' --svg -
wrong C065 '`--out FILE`' law compile
wrong F002 'Atlantis' region --to Atlantis
wrong C050 'item.tpp' facts item.tppp
wrong C051 '--min-tpp' chips --min-tpp many
wrong C053 'did you mean `NVIDIA`?' chips --vendor Nvida
wrong C053 'Huawei' chips --vendor Cyberdyne
wrong C006 'did you mean `assembly`?' chips --kind assembley
wrong F002 'did you mean `Taiwan`?' chips --maker-hq Tiawan
wrong C054 '--max-tpp 3' chips --min-tpp 5000 --max-tpp 3
wrong C055 '`--vendor` chooses what `list` shows' chips show h20 --vendor AMD
wrong F001 'h9999' chips show h9999
wrong C064 '3A090.a' law explain 3A090.x
wrong C064 'did you mean `NAC`?' law explain NACC
wrong C063 'name a provision' law explain
wrong C006 "gap, conflict, overlap, idle, gentler, unreviewed" law coherence --kind hole
wrong C002 'did you mean `licit law coherence`?' law coherance
wrong C061 'folder' law fmt
wrong C004 'surplus' law test law surplus

printf '{"item": "h20", "to": {"deep": 1}}' >"$work/deep.json"
wrong C041 'to' check "$work/deep.json"
printf '{"item": "h20",' >"$work/broken.json"
wrong C043 'JSON' check "$work/broken.json"
printf '{"verdict": "license", "receipt": {}}' >"$work/receipt.json"
wrong C042 'receipt' check "$work/receipt.json"

# An option that is wrong is said once, before the file is read; no line is blamed.
printf 'item,to\nh20,CN\nh100,DE\n' >"$work/orders.csv"
wrong F004 'item.nope' check "$work/orders.csv" --set item.nope=3
wrong F002 'Atlantis' check "$work/orders.csv" --hq Atlantis
[[ ! -e "$work/orders.csv.decisions.csv" ]] || fail "decisions although an option was wrong"
# An overlay is a file.
wrong C040 'is a folder' check h20 --to CN --with "$work"
wrong C040 'none.law' check h20 --to CN --with "$work/none.law"

# No words at all: what there is, on the error stream.
expect 2
complains "check"
# Help is an answer.
for command in "" check classify timeline chips facts law "law check" "law fmt" "law test" "law coherence" "law explain"; do
  # shellcheck disable=SC2086
  expect 0 $command --help
  says "Usage:"
  fits "$out"
  # shellcheck disable=SC2086
  expect 0 $command --help --lang fr
  says "Usage :"
  fits "$out"
done
expect 0 --version
says "licit "
finish
