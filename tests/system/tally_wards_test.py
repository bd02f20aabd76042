"""knippe tally counts real wards of Scottish councils as the Scottish Local Government Elections Order 2007 says, Schedule 1, rules 45 to 52 (rules 46
to 53 of the Order of 2011), written out here stage by stage. The wards lie in the folder of shared data beside the checkout, or at $KNIPPE_SHARED."""
import csv
import json
import os
import resource
import subprocess
import time
import unittest
from fractions import Fraction
from pathlib import Path

from harness import PROGRAM

ROOT = Path(__file__).resolve().parents[2]
WARDS = Path(os.environ.get("KNIPPE_SHARED", ROOT / "../shared")) / "data/ranked_ballots/scotland_stv"
UNIT = 100_000  # whole numbers of 0.00001 votes
LOT = "ward"


def ward(path):
    """Candidates, seats, ballots as (papers, preferences from 0)."""
    rows = [[cell for cell in row if cell] for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines())]
    rows = [row for row in rows if row]
    names, seats = map(int, rows[0])
    ballots = [(int(row[0]), [int(cell) - 1 for cell in row[1:]]) for row in rows[1:] if row[0].isdigit()]
    return [row[1] for row in rows if row[0].startswith("Candidate")][:names], seats, ballots


def as_blt(names, seats, ballots):
    lines = [f"{len(names)} {seats}"]
    lines += [" ".join(map(str, [papers, *(each + 1 for each in preferences), 0])) for papers, preferences in ballots]
    return "\n".join(lines + ["0", *(f'"{name}"' for name in names), '"Ward"']) + "\n"


class Count:
    """The Order's count. `drawn`: the order of a lot, the favoured first."""

    def __init__(self, names, seats, ballots, drawn):
        self.seats, self.drawn = seats, drawn
        self.continuing, self.elected, self.stages, self.surplus = set(range(len(names))), [], [], []
        self.held = {name: 0 for name in self.continuing}
        self.papers = {name: [] for name in self.continuing}  # (papers, preferences, value of one)
        for papers, preferences in ballots:  # 45(1), (2)
            self.pass_on(papers, preferences, UNIT)
        self.quota = (sum(papers for papers, _ in ballots) // (seats + 1) + 1) * UNIT  # 46

    def pass_on(self, papers, preferences, value):
        for name in preferences:
            if name in self.continuing:  # 48(2), 50(3): the next available preference
                self.papers[name].append((papers, preferences, value))
                self.held[name] += papers * value
                return

    def told_apart(self, tied, wants_most):
        """49(2), (3) and 51(2): the most recently preceding stage at which they differ, then the lot."""
        for stage in reversed(self.stages[:-1]):
            best = (max if wants_most else min)(stage[name] for name in tied)
            tied = [name for name in tied if stage[name] == best]
        return (min if wants_most else max)(tied, key=self.drawn.index)

    def elect(self, names):
        for name in sorted(names, key=lambda each: -self.held[each]):
            self.elected.append(name)
            self.continuing.discard(name)

    def run(self):
        while True:
            self.stages.append(dict(self.held))
            reached = [name for name in self.continuing if self.held[name] >= self.quota]  # 47(1)
            self.elect(reached)
            self.surplus += [name for name in reached if self.held[name] > self.quota]
            left = self.seats - len(self.elected)
            if left <= 0:
                return self
            if len(self.continuing) <= left:  # 52(1), (2)
                self.elect(list(self.continuing))
                return self
            if self.surplus:  # 48, 49(1)
                most = max(self.held[name] for name in self.surplus)
                name = self.told_apart([each for each in self.surplus if self.held[each] == most], True)
                self.surplus.remove(name)
                total, over = self.held[name], self.held[name] - self.quota
                papers, self.papers[name], self.held[name] = self.papers[name], [], self.quota
                for count, preferences, value in papers:
                    self.pass_on(count, preferences, over * value // total)  # 48(3): five decimals, the remainder ignored
            else:  # 50
                least = min(self.held[name] for name in self.continuing)
                name = self.told_apart([each for each in self.continuing if self.held[each] == least], False)
                self.continuing.discard(name)
                papers, self.papers[name], self.held[name] = self.papers[name], [], 0
                for count, preferences, value in papers:
                    self.pass_on(count, preferences, value)  # 50(4)


def counted(blt):
    done = subprocess.run([PROGRAM, "tally", "-", "--rule", "stv-scottish", "--ties", f"lot:{LOT}", "--format", "json"], input=blt.encode(),
                          capture_output=True, timeout=60, check=True)
    return json.loads(done.stdout)


def order_of_the_lot(names):
    """The program's own lot: of options without a vote the order comes out whole."""
    said = subprocess.run([PROGRAM, "tally", "-", "--rule", "plurality", "--ties", f"lot:{LOT}", "--format", "json"],
                          input=(f"{len(names)} {len(names)}\n0\n" + "".join(f'"{name}"\n' for name in names) + '"Ward"\n').encode(),
                          capture_output=True, timeout=60, check=True)
    return [names.index(name) for name in json.loads(said.stdout)["winners"]]


@unittest.skipUnless(WARDS.is_dir(), "the wards are not here (set KNIPPE_SHARED)")
class Wards(unittest.TestCase):
    def test_every_stage_of_every_ward_is_the_orders(self):
        papers, spent, stages = 0, 0.0, 0
        for path in sorted(WARDS.glob("*.csv")):
            with self.subTest(ward=path.stem):
                names, seats, ballots = ward(path)
                started = time.monotonic()
                count = counted(as_blt(names, seats, ballots))
                spent += time.monotonic() - started
                expected = Count(names, seats, ballots, order_of_the_lot(names)).run()
                self.assertEqual([names[each] for each in expected.elected], count["winners"])
                self.assertEqual(len(expected.stages), len(count["rounds"]))
                for stage, said in zip(expected.stages, count["rounds"]):
                    self.assertEqual([stage[each] for each in range(len(names))], [Fraction(votes) * UNIT for votes in said["votes"]])
                papers += sum(each for each, _ in ballots)
                stages += len(expected.stages)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"wards: {len(list(WARDS.glob('*.csv')))}, {papers} ballots, {stages} stages, {spent:.1f} s of knippe tally, at most {memory} MB")

    def test_declared_results(self):
        """What was declared on 4 May 2012, by name: the stage of election. Inverleith as the Broughton Spurtle had it the day after, with first
        preferences (one vote fewer for Bagshaw than in the ballot file); Corstorphine/Murrayfield, only who was elected, as the North Edinburgh News had it."""
        declared = {"edinburgh_2012_ward5": ({"Lesley Hinds": 1, "Nigel Bagshaw": 4, "Gavin Barrie": 4, "Iain Whyte": 4},
                                             {"Lesley Hinds": 2751, "Nigel Bagshaw": 1641 + 1, "Gavin Barrie": 1434, "Iain Whyte": 1956}),
                    "edinburgh_2012_ward6": ({"Jeremy Ross Balfour": None, "Paul Edie": None, "Frank Ross": None}, {})}
        for name, (elected, first) in declared.items():
            names, seats, ballots = ward(WARDS / f"{name}.csv")
            count = counted(as_blt(names, seats, ballots))
            stages = {each: stage for stage, said in enumerate(count["rounds"], 1) for each in said["elected"]}
            self.assertEqual(set(elected), set(stages))
            self.assertEqual({each: stage for each, stage in elected.items() if stage}, {each: stages[each] for each in elected if elected[each]})
            self.assertEqual(first, {each: count["rounds"][0]["votes"][names.index(each)] for each in first})


if __name__ == "__main__":
    unittest.main()
