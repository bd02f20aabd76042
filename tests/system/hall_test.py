"""A hall without internet: phones that lose lines, sleep, send again and come back all at once. What is counted is counted in what is published."""
import copy
import json
import re
import time
import unittest

from harness import Client, Server, run_program, set_up


def play(server, people, groups, *more, seconds=110):
    began = time.monotonic()
    code, said = run_program("simulate", server.address, "--data", server.folder, "--flaky", "--people", people, "--groups", groups, *more,
                             seconds=seconds)
    lines = [line for line in said.splitlines() if line.startswith("{")]
    return code, said, json.loads(lines[-1]) if lines else {}, time.monotonic() - began


def faults(bundle, report, people, groups):
    """What of a play by so many is not there exactly once; known from how many they are, not from what the player believes."""
    writers, found = min(people, 2 * groups), []

    def expect(what, wanted, there):
        if wanted != there:
            found.append(f"{what}: {there}, not {wanted}")

    expect("supplements", writers, len(bundle["supplements"]))
    texts = sorted(key["text"] for key in bundle["keys"] if key["supplement"])
    expect("accepted texts twice", len(texts), len(set(texts)))
    expect("accepted", sum(one["status"] == "accepted" for one in bundle["supplements"]), len(texts))
    expect("measures", sorted(f"prøve ut tiltak {n + 1} fra bord {n % groups + 1}" for n in range(writers)),
           sorted(measure["text"] for measure in bundle["measures"]))
    expect("rankings", list(range(1, groups + 1)), sorted(ballot["group"] for ballot in bundle["rounds"][-1]["ballots"]))
    expect("lists alone", people, len(bundle["alone"][-1]["ballots"]))
    notes = re.findall(r"Notat \(fra bord \d+ til bord \d+\)", report)
    expect("notes", sorted(f"Notat (fra bord {a} til bord {b})" for b in range(1, min(groups, 12) + 1) for a in range(1, groups + 1) if a != b),
           sorted(notes))
    return found


class Hall(unittest.TestCase):
    def published(self, server, line):
        path = "/resultater/" + line["report_url"].split("/resultater/")[1]
        return json.loads(Client(server).get(path + "/pakke.json").body), Client(server).get(path).text

    def assert_played(self, people, groups, *more):
        with Server() as server:
            set_up(server)
            code, said, line, seconds = play(server, people, groups, "--alone", *more)
            self.assertEqual(0, code, said)
            bundle, report = self.published(server, line)
        self.assertEqual([], faults(bundle, report, people, groups))
        flaky = line["flaky"]
        print(f"{people} phones, {seconds:.1f} s: {flaky}")
        self.assertEqual(people, flaky["screens"])
        for what in ("cut", "sent_again", "slept", "resumed", "herds"):
            self.assertGreater(flaky[what], 0, what)
        return bundle, report

    def test_a_small_hall_loses_nothing_and_every_screen_ends_right(self):
        bundle, report = self.assert_played(24, 6)
        for kind, rows in (("measures", lambda b: b["measures"]), ("supplements", lambda b: b["supplements"]),
                           ("alone", lambda b: b["alone"][-1]["ballots"]), ("rounds", lambda b: b["rounds"][-1]["ballots"])):
            for spoil in (lambda some: some.pop(), lambda some: some.append(some[0])):
                spoilt = copy.deepcopy(bundle)
                spoil(rows(spoilt))
                self.assertNotEqual([], faults(spoilt, report, 24, 6), kind)

    def test_two_hundred_phones(self):
        self.assert_played(200, 25, "--threads", "48")

    def test_what_was_never_sent_and_a_screen_that_stopped_are_found(self):
        with Server() as server:
            set_up(server)
            code, said, _, _ = play(server, 8, 2, "--canary")
        self.assertEqual(1, code, said)
        self.assertIn("measure lost: Dette ble aldri sendt", said)
        self.assertIn("phone 1 does not show the final state", said)
        self.assertNotIn("phone 2 does not", said)


if __name__ == "__main__":
    unittest.main()
