#!/usr/bin/env python3
"""What checking a log costs: `knippe verify` of each file, in time and in memory at most.

  build/bench/bench/proof write 1000000 > log.jsonl
  KNIPPE_PROGRAM=… bench/verify.py log.jsonl …
"""
import os
import pathlib
import subprocess
import sys
import time

PROGRAM = os.environ.get("KNIPPE_PROGRAM", str(pathlib.Path(__file__).resolve().parent.parent / "build/release/knippe"))


def measured(file):
    """(exit code, seconds on the clock, seconds of processor, MB resident at most) of a process of its own."""
    began = time.monotonic()
    child = subprocess.Popen([PROGRAM, "verify", str(file)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def row(name, file):
    code, clock, processor, memory = measured(file)
    return f"| {name} | {os.path.getsize(file) / 1e6:.0f} MB | {clock:.1f} s | {processor:.1f} s | {memory:.0f} MB | {('holds', 'does not hold', 'not all checked')[code]} |"


HEAD = "| log | file | on the clock | processor | memory | |\n|---|---|---|---|---|---|"

if __name__ == "__main__":
    print(HEAD)
    for each in sys.argv[1:]:
        print(row(each, each), flush=True)
