#!/usr/bin/env bash
# What stands beside a verdict, provisions that are not modeled or modeled in part, and operations, as a
# reader sees them.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

cat >"$work/toy.law" <<'EOF2'
pack toy "Toy"
  title en "Toy" fr "Jouet"
  verified-through 2025-12-31
  covers-from 2023-01-01

source FIRST rule "1 FR 1"
  title en "First" fr "Premier"
  published 2023-01-01 effective 2023-01-01
  verified primary

fact item.operations : number Yop
  says en "operations of training" fr "opérations d'entraînement"
  asks en "How many operations trained it?" fr "Combien d'opérations l'ont entraîné ?"
fact item.kind : one of { integrated-circuit, assembly, computer, software, technology, model-weights }
  says en "kind" fr "nature"
fact item.ics : number
  says en "circuits" fr "circuits"
  asks en "How many circuits?" fr "Combien de circuits ?"
fact item.tpp : number TPP
  says en "performance" fr "performance"
  asks en "What is its TPP?" fr "Quelle est sa TPP ?"
fact item.datacenter : yes-no
  says en "for data centers" fr "pour centres de données"
  asks en "For data centers?" fr "Pour centres de données ?"
fact to.place : place
  says en "destination" fr "destination"
  asks en "Where to?" fr "Vers où ?"
fact order.quantity : number
  says en "quantity" fr "quantité"
  asks en "How many?" fr "Combien ?"
fact shipment.tpp : number TPP
  says en "performance shipped" fr "performance expédiée"
  computed by shipment-tpp

precedence class { 4E091 }

rule 4E091
  cite "1 CFR 3" source FIRST
  from FIRST
  says en "Weights of large models." fr "Poids de grands modèles."
  partial en "models that are open" fr "les modèles ouverts"
  then class 4E091
  when item.operations >= 100 Yop

rule need
  cite "1 CFR 4" source FIRST
  from FIRST
  says en "They need a license." fr "Ils exigent une licence."
  then license required for WA
  when class is 4E091

aside toll kind customs
  cite "1 CFR 5" source FIRST
  says en "A toll is due." fr "Un péage est dû."
  when item.datacenter

aside papers kind record
  cite "1 CFR 6" source FIRST
  says en "Papers are kept." fr "Les papiers sont gardés."
  upon license
  when always

aside bulk kind reporting
  cite "1 CFR 7" source FIRST
  says en "Large shipments are reported." fr "Les gros envois sont signalés."
  when shipment.tpp > 10000 TPP

pointer 1CFR8
  cite "1 CFR 8" source FIRST
  says en "Gifts." fr "Dons."
  searched "the Gazette; not found"
  when to.place in { DE }
EOF2

asked="--law $work/toy.law --to DE --on 2024-01-01 --set item.operations=3e26"
# shellcheck disable=SC2086
{
  expect 3 check $asked
  says "  Beside       customs: may apply (turns on item.datacenter): A toll is due."
  says "               records: Papers are kept."
  # Its quantity, its circuits and its TPP are open: three facts, so that it waits for --explain.
  says_not "Large shipments"
  says "  Not modeled  1 CFR 8: Gifts."
  # 3 x 10^26 is 2 x 10^26 above 10^26.
  says "2e26 operations above the limit 1e26 operations of 4E091"
  fits "$out"
  expect 3 check $asked --explain
  says "reporting: may apply (turns on item.tpp, item.ics,"
  says "item.operations >= 100 Yop [item.operations = 3e26 operations; 1e26"
  says "modeled in part: models that are open"
  says "[papers; 1 CFR 6; text read: primary]"
  fits "$out"
  expect 3 check $asked --lang fr
  says "  À côté       douane : peut s'appliquer (selon item.datacenter) : Un péage"
  says "  Hors modèle  1 CFR 8 : Dons."
  says "2e26 opérations"
  fits "$out"
  expect 4 check --law "$work/toy.law" --to DE --on 2024-01-01
  says "--set item.operations=3e26"
  says_not "Papers are kept"
  expect 2 check $asked --set item.operations=300
  complains "F005"
  complains "300 Yop"
}
# The class line has the item's own figures: 2368 TPP, and not what four of it come to.
expect 3 check --law "$work/toy.law" --to FR --on 2024-01-01 --quantity 4 --set item.operations=3e26 --set item.tpp=2368 --set item.ics=1
says_not "9472"
expect 0 law explain 4E091 "$work/toy.law"
says "Left out     models that are open"
expect 0 law explain 1CFR8 "$work/toy.law" --json
says '"searched": "the Gazette; not found"'
expect 0 law explain 1CFR8 "$work/toy.law"
says "Searched     the Gazette; not found"

# Quantities tell lines apart once an aside reads what ships; ids stand in a column of their own.
cat >"$work/book.csv" <<'EOF2'
line,item.operations,to,item.tpp,item.ics,quantity
1,9e25,DE,2368,1,4
2,3e26 operations,FR,2368,1,4
3,3e26 operations,FR,2368,1,5
EOF2
expect 4 check "$work/book.csv" --law "$work/toy.law" --on 2024-01-01 --out "$work/decided.csv"
"${LICIT_PYTHON:-python3}" - "$work/decided.csv" >"$work/out" <<'EOF2'
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    print(row["line"], row["verdict"], "[" + row["beside"] + "]")
EOF2
out=$(<"$work/out")
says "1 not-covered [toll?]"
says "2 license [toll?; papers]"
says "3 license [toll?; papers; bulk]"

if [[ -n "${LICIT_PYTHON:-}" ]] && "$LICIT_PYTHON" -c 'import jsonschema' 2>/dev/null; then
  # shellcheck disable=SC2086
  expect 3 check $asked --json
  "$LICIT_PYTHON" "$LICIT_SOURCE_DIR/tests/cli/schema_validate.py" \
    "$LICIT_SOURCE_DIR/docs/schema/answer.schema.json" "$work/out" || fail "schema"
fi
finish
