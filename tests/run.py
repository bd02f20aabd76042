#!/usr/bin/env python3
"""Runs the *_test.py of a folder, or one of them: tests/run.py FOLDER|FILE [--junit FILE] [--jobs N] [--only WORD]

Each file is a process of its own, so that suites run side by side. One line a test; what a failing test printed and why
it failed follows at once.
"""
import argparse
import multiprocessing
import sys
import time
import traceback
import unittest
import xml.etree.ElementTree as tree
from importlib import import_module
from pathlib import Path


class Record(unittest.TestResult):
    """Keeps (name, outcome, seconds, text) of each test and says it as it goes."""

    def __init__(self):
        super().__init__()
        self.cases, self.began, self.outcome = [], 0.0, ("passed", "")

    def startTest(self, test):
        super().startTest(test)
        self.began, self.outcome = time.monotonic(), ("passed", "")

    def addError(self, test, err):
        super().addError(test, err)
        self.fail_with(test, err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.fail_with(test, err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.outcome = ("failed", f"{self.outcome[1]}{subtest.id()}\n{self.text_of(err)}\n")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.outcome = ("skipped", reason)
        if not self.began:  # a whole class skipped
            self.keep(test.id(), 0.0)

    def fail_with(self, test, err):
        self.outcome = ("failed", self.text_of(err))
        if not self.began:  # setUpClass or the module itself
            self.keep(test.id(), 0.0)

    @staticmethod
    def text_of(err):
        return "".join(traceback.format_exception(*err))

    def stopTest(self, test):
        super().stopTest(test)
        self.keep(test.id(), time.monotonic() - self.began)
        self.began = 0.0

    def keep(self, name, seconds):
        outcome, text = self.outcome
        self.cases.append((name, outcome, seconds, text))
        print(f"{outcome:7} {seconds:6.2f} s  {name}", flush=True)
        if outcome == "failed":
            print(text, flush=True)
        self.outcome = ("passed", "")


def only_matching(suite, word):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from only_matching(item, word)
        elif word in item.id() or "_FailedTest" in item.id():
            yield item


def run_file(job):
    folder, name, word = job
    sys.path.insert(0, str(folder))
    record = Record()
    try:
        loaded = unittest.defaultTestLoader.loadTestsFromModule(import_module(name))
    except Exception:  # a file that does not load is a failing test
        record.outcome = ("failed", traceback.format_exc())
        record.keep(f"{name} does not load", 0.0)
        return record.cases
    unittest.TestSuite(only_matching(loaded, word)).run(record)
    return record.cases


def write_junit(file, suite, cases):
    failed = sum(case[1] == "failed" for case in cases)
    root = tree.Element("testsuite", name=suite, tests=str(len(cases)), failures=str(failed))
    for name, outcome, seconds, text in cases:
        where, _, what = name.rpartition(".")
        case = tree.SubElement(root, "testcase", classname=where, name=what, time=f"{seconds:.3f}")
        if outcome != "passed":
            clean = "".join(c for c in text if c >= " " or c in "\n\t")
            tree.SubElement(case, "failure" if outcome == "failed" else "skipped").text = clean
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    tree.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def main():
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("place", type=Path, help="a folder of *_test.py, or one such file")
    wanted.add_argument("--junit")
    wanted.add_argument("--jobs", type=int, default=1)
    wanted.add_argument("--only", default="", help="run only tests whose name contains this")
    given = wanted.parse_args()
    place = given.place.resolve()
    folder = place.parent if place.is_file() else place
    files = [place.stem] if place.is_file() else sorted(path.stem for path in folder.glob("*_test.py"))
    jobs = [(folder, name, given.only) for name in files]
    with multiprocessing.Pool(max(1, given.jobs), maxtasksperchild=1) as pool:
        cases = [case for found in pool.imap_unordered(run_file, jobs, chunksize=1) for case in found]
    if given.junit:
        write_junit(given.junit, folder.name, cases)
    counts = {word: sum(case[1] == word for case in cases) for word in ("passed", "failed", "skipped")}
    print(f"{folder.name}: " + ", ".join(f"{number} {word}" for word, number in counts.items()))
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
