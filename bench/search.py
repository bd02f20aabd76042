#!/usr/bin/env python3
"""How long a search takes in a case with many contributions, and how long until a new one is found.

  KNIPPE_PROGRAM=… bench/search.py [--contributions 12000] [--rounds 2000]

The contributions are typed in by the owner through the front door (residents' are paced), with words drawn from the methods' own texts by
a Zipf law. The clock of a search runs from its request's first byte to its answer's last, one after the other over one connection.
"""
import argparse
import json
import pathlib
import random
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/system"))
sys.dont_write_bytecode = True

from stage import resident_mb  # noqa: E402

from harness import Client, Server, new_case, set_up  # noqa: E402
from http.client import HTTPConnection  # noqa: E402
from urllib.parse import urlencode  # noqa: E402


def vocabulary():
    text = " ".join(" ".join(json.loads(file.read_text())["nb"].values()) for file in sorted((ROOT / "assets/methods").glob("*.json")))
    words = sorted({word.strip(".,:;–()«»").lower() for word in text.split()} - {""})
    random.shuffle(words)
    return words + [f"{a}{b}" for a in words[:90] for b in words[:90] if len(a) > 3 and len(b) > 3]


def drawn(words, count):
    return [words[min(len(words) - 1, int(random.paretovariate(0.7)) - 1)] for _ in range(count)]


class Line:
    """One kept connection."""

    def __init__(self, server, client):
        self.server, self.client = server, client
        self.http = HTTPConnection("127.0.0.1", server.port, timeout=60)

    def ask(self, method, path, form=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.client.cookies.items()), "Origin": self.server.address,
                   "Content-Type": "application/x-www-form-urlencoded"}
        self.http.request(method, path, urlencode(form) if form else None, headers)
        answer = self.http.getresponse()
        return answer.status, answer.read()


def percentile(sorted_ms, share):
    return sorted_ms[min(len(sorted_ms) - 1, int(len(sorted_ms) * share))]


def report(name, taken):
    taken.sort()
    print(f"{name}: p50 {percentile(taken, .5):.1f} ms, p99 {percentile(taken, .99):.1f} ms, longest {taken[-1]:.1f} ms ({len(taken)} searches)")


def until_found(line, word):
    started = time.monotonic()
    while b'class="treff__en"' not in line.ask("GET", f"/sok?q={word}")[1]:
        time.sleep(0.005)
    return (time.monotonic() - started) * 1000


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--contributions", type=int, default=12_000)
    ask.add_argument("--rounds", type=int, default=2_000)
    options = ask.parse_args()
    random.seed(7)
    words = vocabulary()
    with Server() as server:
        desk = set_up(server)
        case = new_case(desk, "Målesaken").fill().open()
        typing, public = Line(server, desk), Line(server, Client(server))
        started = time.monotonic()
        for n in range(options.contributions):
            status, said = typing.ask("POST", case.path, {"op": "skriv-inn", "tekst": " ".join(drawn(words, 30)) + f" nr{n}", "kilde": "paper", "tema": "0"})
            assert status == 303, (status, said[:400])
        print(f"{options.contributions} contributions typed in in {time.monotonic() - started:.0f} s")
        print(f"the last one is found after {until_found(public, f'nr{options.contributions - 1}'):.0f} ms")
        asked = {"one word": lambda: drawn(words, 1), "two words": lambda: drawn(words, 2), "a word of nearly all": lambda: [words[0]],
                 "a word of few": lambda: [random.choice(words)]}
        everything = []
        for name, make in asked.items():
            taken = []
            for _ in range(options.rounds // len(asked)):
                path = "/sok?" + urlencode({"q": " ".join(make())})
                began = time.perf_counter()
                status, _ = public.ask("GET", path)
                taken.append((time.perf_counter() - began) * 1000)
                assert status == 200
            report(name, taken)
            everything += taken
        report("all", everything)
        new = []
        for n in range(20):
            typing.ask("POST", case.path, {"op": "skriv-inn", "tekst": f"helt nytt ord{n}", "kilde": "paper", "tema": "0"})
            new.append(until_found(public, f"ord{n}"))
        print(f"a new one is found after {sorted(new)[len(new) // 2]:.0f} ms (median of 20)")
        size = sum(file.stat().st_size for file in pathlib.Path(server.folder).glob("search.db*"))
        print(f"index {size / 1e6:.1f} MB, server {resident_mb(server.process.pid):.0f} MB")


if __name__ == "__main__":
    main()
