#!/usr/bin/env python3
"""Writes src/parties/names/word_weights.inc: how much a word of a name says, from how many names of
the Consolidated Screening List have it (a work of the United States government, public domain).

usage: word_weights.py FORMS > word_weights.inc

FORMS has one name of the list a line, its words in the form of `normalize` parted by blanks, legal
forms, places and common words left out. A word of fewer than 8 names is not written: it weighs 1000. The weight
falls by 110 with each doubling: 8 names 890, 64 names 560, 512 names 230, never below 100."""

import collections
import math
import sys


def main(path):
    count = collections.Counter()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            count.update(set(line.split()))
    print("// Written by tools/word_weights.py from the Consolidated Screening List of 2026-07-31.")
    for word, n in sorted(count.items()):
        if n < 8 or not word.isascii():
            continue
        weight = max(100, round(890 - 110 * math.log2(n / 8)))
        print('{"%s", %d},' % (word, weight))


if __name__ == "__main__":
    main(sys.argv[1])
