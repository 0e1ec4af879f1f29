#!/usr/bin/env bash
# licit classify FILE: a vendor's list of parts.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
schemas=$LICIT_SOURCE_DIR/docs/schema

# ECCN 4A090.a from 2023-11-17: 1,978.9 TOPS x 8 is a TPP of 15,831, above 4,800. The H20, 296 x 8 = 2,368
# over 814 mm2, is below 4A090.b.
cat >"$work/parts.csv" <<'CSV'
SKU,Product Name,Form Factor,Comment
A-1,NVIDIA H100 80GB HBM3,SXM5,
A-2,NVIDIA H20,SXM,
A-3,NVIDIA A100-PCIE-40GB,PCIe,not in the catalogue
A-4,NVLink bridge for H100,,
CSV
expect 4 classify "$work/parts.csv" --on 2024-06-03
fits "$out"
says "4A090.a"
says "A100-PCIE-40GB"
says "a100_pcie_80"
says "parts.csv.classes.csv"
grep -q '^1,2,classified,A-1,NVIDIA H100 80GB HBM3,,SXM5,,h100_sxm,assembly,,4A090.a,' "$work/parts.csv.classes.csv" ||
  fail "the H100 has no class"
grep -q '^2,3,classified,.*,4A994.l,.*,exact,.*A10=sum 4A090.b' "$work/parts.csv.classes.csv" || fail "the H20"
grep -q '^3,4,unknown,.*not in the catalogue' "$work/parts.csv.classes.csv" || fail "a guess"
grep -q '^4,5,unknown,' "$work/parts.csv.classes.csv" || fail "a bridge is no chip"
expect 4 classify "$work/parts.csv" --on 2024-06-03 --lang fr
fits "$out"
says "Produits inconnus"
COLUMNS=40 expect 4 classify "$work/parts.csv" --on 2024-06-03

# Known products alone: 0. A line that cannot be read: 2. No column: 2, and nothing is written.
head -3 "$work/parts.csv" >"$work/known.csv"
expect 0 classify "$work/known.csv" --on 2024-06-03 --out "$work/known.out.csv"
[[ -f "$work/known.out.csv" && ! -f "$work/known.csv.classes.csv" ]] || fail "--out"
printf 'product,item.ics\nL4,0\nL4,1\n' >"$work/bad.csv"
expect 2 classify "$work/bad.csv" --on 2024-06-03 --json
says '"code": "F013"'
says '"4A090.a": 1'
printf 'Produtc,Price\nL4,3\n' >"$work/none.csv"
expect 2 classify "$work/none.csv"
complains "Produtc"
[[ ! -f "$work/none.csv.classes.csv" ]] || fail "a file for nothing"
expect 2 classify "$work/nowhere.csv"
complains "nowhere.csv"
expect 2 classify h20 --out "$work/x.csv"
complains "--out"
expect 2 classify "$work/known.csv" --on 2024-06-03 --out "$work/known.csv"
complains "overwrite"
expect 2 classify "$work/known.csv" --reading A99=x
expect 2 classify - --on 2024-06-03
complains "empty"

# JSON, in and out.
printf '[{"product": "NVIDIA H20", "form factor": "SXM"}, {"product": "CAT6 cable"}]' >"$work/parts.json"
expect 4 classify "$work/parts.json" --on 2024-06-03 --json --out "$work/lines.jsonl"
says '"classified": 1'
says '"first-unknown"'
[[ $(wc -l <"$work/lines.jsonl") == 2 ]] || fail "two lines"

if [[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null; then
  "$LICIT_PYTHON" "$(dirname "${BASH_SOURCE[0]}")/schema_validate.py" "$schemas/part-summary.schema.json" "$work/out" ||
    fail "the summary does not fit its schema"
  expect 4 classify "$LICIT_SOURCE_DIR/examples/parts.csv" --on 2024-06-03 --out "$work/classes.jsonl"
  cat "$work/lines.jsonl" >>"$work/classes.jsonl"
  expect 2 classify "$work/bad.csv" --on 2024-06-03 --out "$work/bad.jsonl"
  number=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >"$work/line-$((number += 1)).json"
  done < <(cat "$work/classes.jsonl" "$work/bad.jsonl")
  "$LICIT_PYTHON" "$(dirname "${BASH_SOURCE[0]}")/schema_validate.py" "$schemas/part.schema.json" "$work"/line-*.json ||
    fail "a line does not fit its schema"
fi
finish
