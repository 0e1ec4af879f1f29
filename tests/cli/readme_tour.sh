#!/usr/bin/env bash
# The tour in README.md and README.fr.md shows what the program really prints: every `$ licit ...` line of a
# ```console block is run at 80 columns and its output compared. UPDATE=1 rewrites the blocks instead.
set -euo pipefail
# Under sanitizers this takes a quarter of an hour: there the unit tests run the same code.
[[ -z ${LICIT_SANITIZE:-} ]] || exit 77
cd "$LICIT_SOURCE_DIR"
exec "${LICIT_PYTHON:-python3}" - "$LICIT" README.md README.fr.md <<'PY'
import os, re, shlex, subprocess, sys

program, pages = sys.argv[1], sys.argv[2:]
update = os.environ.get("UPDATE") == "1"
environment = dict(os.environ, COLUMNS="80", NO_COLOR="1", LANG="C.UTF-8", LC_ALL="C.UTF-8")
failed = run = 0

def output_of(line):
    words = shlex.split(line[2:])
    assert words[0] == "licit", line
    done = subprocess.run([program] + words[1:], capture_output=True, text=True, env=environment)
    text = done.stdout + done.stderr
    return text.rstrip("\n").split("\n") + [f"(exit {done.returncode})"]

for page in pages:
    lines, out, i = open(page, encoding="utf-8").read().split("\n"), [], 0
    while i < len(lines):
        out.append(lines[i])
        if lines[i].startswith("```console"):
            i += 1
            while not lines[i].startswith("```"):
                command = lines[i]
                i += 1
                shown = []
                while not lines[i].startswith(("```", "$ ")):
                    shown.append(lines[i])
                    i += 1
                if not command.startswith("$ licit"):
                    out += [command] + shown
                    continue
                run += 1
                expected = output_of(command)
                if shown != expected and not update:
                    failed += 1
                    print(f"{page}: stale output of: {command}")
                    print("\n".join("  is   " + l for l in expected))
                    print("\n".join("  said " + l for l in shown))
                out += [command] + expected
            out.append(lines[i])
        i += 1
    if update:
        open(page, "w", encoding="utf-8").write("\n".join(out))
if run < 6:
    print("the tour has lost its commands")
    failed += 1
print(f"{run - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
PY
