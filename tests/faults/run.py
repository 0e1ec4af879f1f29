#!/usr/bin/env python3
"""Sows one fault after the other in one of the two engines, and sees whether the differential test finds it.

Each fault of faults.txt is an edit of one source file. The changed file is compiled as the release build
compiles it and linked before the libraries, so that it stands in for theirs; neither the tree nor the build
is touched. A table on the standard output says how many runs each took. Exit status 1 where one is missed.

    run.py [--check] [--build build/release] [number...]

--check only sees whether every fault still has its place in the sources.
"""
import argparse
import json
import os
import re
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def read_faults():
    faults = []
    with open(os.path.join(HERE, "faults.txt"), encoding="utf-8") as file:
        text = re.sub(r"^#.*\n", "", file.read(), flags=re.M)
    for block in re.split(r"^=== ", text, flags=re.M)[1:]:
        head, body = block.split("\n", 1)
        number, engine, path, what = head.split(" ", 3)
        old, new = re.split(r"^---\n", body, flags=re.M)
        faults.append((number, engine, path, what, old, new.rstrip("\n") + "\n"))
    return faults


def changed(fault):
    number, _, path, _, old, new = fault
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        text = file.read()
    if text.count(old) != 1:
        raise SystemExit(f"{number}: its text stands {text.count(old)} times in {path}; mend faults.txt")
    return text.replace(old, new)


def commands(build):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        compile_by_file = {entry["file"]: shlex.split(entry["command"]) for entry in json.load(file)}
    link = subprocess.run(["ninja", "-C", build, "-t", "commands", "differential_test"],
                          check=True, capture_output=True, text=True).stdout.strip().split("\n")[-1]
    return compile_by_file, link


def sow(fault, build, compile_by_file, link):
    """The differential test with the fault in it."""
    number, _, path, _, _, _ = fault
    folder = os.path.join(build, "faults", number)
    os.makedirs(folder, exist_ok=True)
    source = os.path.join(folder, os.path.basename(path))
    with open(source, "w", encoding="utf-8") as file:
        file.write(changed(fault))
    command = compile_by_file[os.path.join(ROOT, path)]
    if command[0].endswith("cmake"):
        command = command[command.index("-E") + 3:]
        command = command[next(i for i, word in enumerate(command) if word.endswith(("++", "++-16"))):]
    command = [word for word in command if not word.endswith("ccache")]
    output = os.path.join(folder, "fault.o")
    command[command.index("-o") + 1] = output
    command[command.index("-c") + 1] = source
    # What a fault leaves unused is no matter.
    subprocess.run(command + ["-w"], check=True, cwd=build)
    program = os.path.join(folder, "differential_test")
    line = link.split("&&")[1].strip().replace("-o bin/differential_test", f"-o {program} {output}")
    subprocess.run(shlex.split(line), check=True, cwd=build)
    return program


def find(program):
    """How many runs until the engines differ, and where; None where they never do."""
    for where, runs in (("DrawnLaws", 100000), ("TheShippedLaw", 20000)):
        environment = dict(os.environ, LICIT_DIFF_SEED="7", LICIT_DIFF_RUNS=str(runs),
                           LICIT_DIFF_SHIPPED_RUNS=str(runs), LICIT_DIFF_NO_SHRINK="1")
        result = subprocess.run([program, f"--gtest_filter=*Agree*{where}"], env=environment,
                                capture_output=True, text=True, check=False)
        if "The engines differ" in result.stdout:
            law = re.search(r"law (\d+)", result.stdout)
            return (int(re.search(r"after (\d+) runs", result.stdout).group(1)),
                    int(law.group(1)) + 1 if law and where == "DrawnLaws" else None)
        if result.returncode < 0:
            return "a crash", None
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"))
    parser.add_argument("numbers", nargs="*")
    asked = parser.parse_args()
    faults = [f for f in read_faults() if not asked.numbers or f[0] in asked.numbers]
    for fault in faults:
        changed(fault)
    if asked.check:
        print(f"{len(faults)} faults have their place")
        return 0
    compile_by_file, link = commands(asked.build)
    missed = []
    print("| fault | in | what | runs until found | laws |\n|---|---|---|---|---|", flush=True)
    for fault in faults:
        number, engine, path, what, _, _ = fault
        program = sow(fault, asked.build, compile_by_file, link)
        found = find(program)
        os.remove(program)
        if found is None:
            missed.append(number)
        runs = "**missed**" if found is None else f"{found[0]:,}" if isinstance(found[0], int) else found[0]
        laws = "" if found is None else "shipped" if found[1] is None else str(found[1])
        print(f"| {number} | {engine} | `{os.path.basename(path)}`: {what} | {runs} | {laws} |", flush=True)
    print(f"\n{len(faults) - len(missed)} of {len(faults)} found", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
