#!/usr/bin/env python3
"""How good the matching of names is: reads what `licit screen --pairs` wrote.

usage: name_quality.py OUT.csv [--leave-out]

Precision, recall and F1 on the hand-labelled pairs (source name_bench; a match is predicted where the
band is hit or review), by type and quality; recall at review and at hit for every other source by
category, script and type; how many derived negatives are called a hit. With --leave-out also the F1
of a threshold chosen on the other nine tenths of the groups, ten times."""

import collections
import csv
import hashlib
import sys


def f1(rows, predicted):
    tp = sum(1 for r in rows if predicted(r) and r["is_match"] == "true")
    fp = sum(1 for r in rows if predicted(r) and r["is_match"] != "true")
    fn = sum(1 for r in rows if not predicted(r) and r["is_match"] == "true")
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def flagged(row):
    return row["band"] in ("hit", "review")


def report(name, rows):
    print("%-28s n %5d  P %.3f  R %.3f  F1 %.3f" % ((name, len(rows)) + f1(rows, flagged)))


def leave_out(rows):
    fold = lambda r: int(hashlib.sha256(r["group"].encode()).hexdigest(), 16) % 10
    chosen = {}
    for k in range(10):
        rest = [r for r in rows if fold(r) != k]
        chosen[k] = max(
            (t / 1000 for t in range(600, 960, 10)),
            key=lambda t: f1(rest, lambda r: float(r["score"]) >= t)[2],
        )
    print("leave-out threshold          P %.3f  R %.3f  F1 %.3f"
          % f1(rows, lambda r: float(r["score"]) >= chosen[fold(r)]))


def main(path, options):
    with open(path, encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r.get("band")]
    bench = [r for r in rows if r["source"] == "name_bench"]
    if bench:
        report("name_bench", bench)
        report("  persons", [r for r in bench if r["schema"] == "Person"])
        report("  others", [r for r in bench if r["schema"] != "Person"])
        for quality in ("STRONG", "MEDIUM", "WEAK"):
            report("  " + quality, [r for r in bench if r["quality"] == quality])
        if "--leave-out" in options:
            leave_out(bench)
    groups = collections.defaultdict(list)
    for r in rows:
        if r["source"] == "name_bench" or r["is_match"] != "true":
            continue
        scripts = [s for s in (r["script1"], r["script2"]) if s != "Latin"]
        who = "person" if r["schema"] == "Person" else "other"
        groups[(r["source"], r["category"], scripts[0] if scripts else "Latin", who)].append(r)
    print("\n%-14s %-22s %-10s %-7s %6s %7s %6s" % ("source", "category", "script", "type", "n", "review", "hit"))
    for key, some in sorted(groups.items()):
        review = sum(map(flagged, some)) / len(some)
        hit = sum(r["band"] == "hit" for r in some) / len(some)
        print("%-14s %-22s %-10s %-7s %6d %7.3f %6.3f" % (key + (len(some), review, hit)))
    hard = [r for r in rows if r["category"].startswith("hardneg")]
    if hard:
        print("\nderived negatives called a hit: %.3f of %d; reviewed %.3f"
              % (sum(r["band"] == "hit" for r in hard) / len(hard), len(hard),
                 sum(map(flagged, hard)) / len(hard)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
