#!/usr/bin/env python3
"""What a large case costs: its pages against those of a small one, its files, and a hundred organisations on one machine.

  KNIPPE_PROGRAM=… bench/case.py [--contributions 12000] [--supports 100000] [--servers 100]

Contributions are typed in by the owner through the front door (residents' are paced); supports come from as many phones as are needed. A page's
cost is server processor time a request, the large case and the small one taken in turns, and the ratio is the median of the rounds' ratios.
The large case's public log is taken out and checked with `knippe verify` (verify.py). An organisation is a server with a data folder of its own; its memory is its share (Pss) with all of them running.
"""
import argparse
import pathlib
import random
import re
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/system"))
sys.dont_write_bytecode = True

import verify  # noqa: E402
from search import Line, drawn, vocabulary  # noqa: E402
from stage import cpu_seconds  # noqa: E402

from harness import Client, Server, new_case, set_up  # noqa: E402

THEMES = ("Trygghet", "Stier", "Lys", "Benker")


def status_kb(pid, field):
    return int(re.search(rf"{field}:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())[1])


def share_kb(pid):
    return int(re.search(r"^Pss:\s+(\d+)", pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)[1])


def filled(desk, title, contributions, words):
    case = new_case(desk, title).fill()
    for theme in THEMES:
        case.theme(theme)
    case.open()
    typing = Line(desk.server, desk)
    for n in range(contributions):
        status, said = typing.ask("POST", case.path, {"op": "skriv-inn", "tekst": " ".join(drawn(words, 30)) + f" nr{n}", "kilde": "paper", "tema": str(n % 5)})
        assert status == 303, (status, said[:400])
    return case


def support(server, case, contributions, supports):
    """As many phones as it takes, each with every contribution at most once."""
    given = 0
    while given < supports:
        phone = Client(server)
        form = phone.open(f"{case.public}/innspill").form_with(f"stott:{contributions}")
        line = Line(server, phone)
        answer = phone.post(f"{case.public}/stott", {**form.values, "op": "stott:1"})
        assert answer.status == 303, answer.status
        for number in range(1, min(contributions, supports - given) + 1):
            status, said = line.ask("POST", f"{case.public}/stott", {**form.values, "op": f"stott:{number}"})
            assert status == 303, (status, said[:300])
        given += min(contributions, supports - given)


def cost(server, line, path, times=150):
    before = cpu_seconds([server.process.pid])
    for _ in range(times):
        status, body = line.ask("GET", path)
        assert status == 200, (status, path)
    return 1e6 * (cpu_seconds([server.process.pid]) - before) / times, len(body)


def pages(server, small, large):
    line = Line(server, Client(server))
    print("| page | case of 120 | large case | ratio | aim |\n|---|---|---|---|---|")
    for name, tail in (("the case", ""), ("its contributions", "/innspill"), ("a theme", "/tema/1"), ("the result", "/resultat")):
        rounds = [(cost(server, line, small.public + tail), cost(server, line, large.public + tail)) for _ in range(7)]
        ours, theirs = (statistics.median(each[i][0] for each in rounds) for i in (1, 0))
        ratio = statistics.median(each[1][0] / each[0][0] for each in rounds)
        print(f"| {name} | {theirs:.0f} us, {rounds[0][0][1]} bytes | {ours:.0f} us, {rounds[0][1][1]} bytes | {ratio:.2f} | {'<= 2' if not tail else ''} |")


def sorter(desk, case):
    """The page that proposes themes compares all that have none with all that have one."""
    line, taken = Line(desk.server, desk), []
    for _ in range(5):
        began = time.monotonic()
        status, body = line.ask("GET", f"{case.path}/sorter")
        assert status == 200, status
        taken.append(time.monotonic() - began)
    print(f"themes proposed for a fifth of them, a page of {len(body)} bytes: {statistics.median(taken):.2f} s (longest {max(taken):.2f} s)")


def files(server, case):
    line = Line(server, Client(server))
    listed = re.findall(rf'href="({case.public}/eksport/[^"]+)"', Client(server).open(f"{case.public}/resultat").source)
    for path in sorted(set(listed) | {f"{case.public}/eksport/alt.json", f"{case.public}/eksport/alt.xlsx"}):
        pathlib.Path(f"/proc/{server.process.pid}/clear_refs").write_text("5")  # VmHWM from here
        before, began = status_kb(server.process.pid, "VmRSS"), time.monotonic()
        status, body = line.ask("GET", path)
        assert status == 200, (status, path)
        peak = status_kb(server.process.pid, "VmHWM") - before
        print(f"| {path.rsplit('/', 1)[1]} | {len(body) / 1e6:.1f} MB in {time.monotonic() - began:.2f} s | {peak / 1024:.1f} MB more memory at most |")


def checked(server, case):
    """The whole public log, from the server to the verdict."""
    with tempfile.TemporaryDirectory() as folder:
        began, file = time.monotonic(), pathlib.Path(folder, "pakke.jsonl")
        status, body = Line(server, Client(server)).ask("GET", f"/logg/{case.id}/pakke.jsonl")
        assert status == 200, status
        file.write_bytes(body)
        print(f"the log taken out: {time.monotonic() - began:.1f} s\n\n{verify.HEAD}\n{verify.row('the large case', file)}")


def organisations(count):
    servers = [Server() for _ in range(count)]
    try:
        for server in servers:
            server.__enter__()
            case = new_case(set_up(server), "Trygg skolevei").fill().open()
            assert Client(server).get(case.public).status == 200
        shares = [share_kb(server.process.pid) / 1024 for server in servers]
        whole = [status_kb(server.process.pid, "VmRSS") / 1024 for server in servers]
        print(f"{count} organisations with a case each: {sum(shares):.0f} MB in all, {statistics.median(shares):.1f} MB each of its own "
              f"({statistics.median(whole):.1f} MB resident with what they share)")
    finally:
        for server in servers:
            server.__exit__(None, None, None)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--contributions", type=int, default=12_000)
    ask.add_argument("--supports", type=int, default=100_000)
    ask.add_argument("--servers", type=int, default=100)
    options = ask.parse_args()
    random.seed(7)
    words = vocabulary()
    with Server() as server:
        desk = set_up(server)
        small, large = filled(desk, "Den lille saken", 120, words), filled(desk, "Den store saken", options.contributions, words)
        support(server, large, options.contributions, options.supports)
        print(f"{options.contributions} contributions, {options.supports} supports; server {status_kb(server.process.pid, 'VmRSS') / 1024:.0f} MB\n")
        pages(server, small, large)
        print()
        sorter(desk, large)
        print()
        files(server, large)
        print()
        checked(server, large)
    if options.servers:
        print()
        organisations(options.servers)


if __name__ == "__main__":
    main()
