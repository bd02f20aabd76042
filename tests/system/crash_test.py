"""Killed in the middle of everything, again and again: nothing acknowledged is lost, nothing stands twice."""
import json
import os
import random
import subprocess
import time
import unittest
from collections import Counter

from harness import PROGRAM, Client, Server, run_program

KILLS = int(os.environ.get("KNIPPE_KILLS", "30"))
SECONDS_MAX = int(os.environ.get("KNIPPE_KILL_SECONDS", "400"))
SEED = int(os.environ.get("KNIPPE_SEED", "2017"))


def simulate(server, groups, people):
    return subprocess.Popen([PROGRAM, "simulate", server.address, "--groups", str(groups), "--people", str(people), "--data",
                             server.folder], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


class Simulation(unittest.TestCase):
    def test_plays_a_workshop_and_says_so_in_one_line(self):
        with Server() as server:
            code, said = run_program("simulate", server.address, "--groups", "3", "--people", "9", "--data", server.folder,
                                     seconds=120)
            self.assertEqual(0, code, said)
            line = json.loads(said.strip().splitlines()[-1])
            self.assertEqual((3, 9), (line["groups"], line["people"]))
            self.assertGreater(line["acknowledged"], 0)
            self.assert_whole(server, line)

    def test_has_no_right_without_the_key_of_the_folder(self):
        with Server() as server, Server() as another:
            code, _ = run_program("simulate", server.address, "--groups", "1", "--people", "1", "--data", another.folder)
            self.assertNotEqual(0, code)

    def assert_whole(self, server, line):
        """The bundle holds one list of each group, and no text stands twice."""
        path = "/resultater/" + line["report_url"].split("/resultater/")[1]
        bundle = json.loads(Client(server).get(path + "/pakke.json").body)
        for round_of in bundle["rounds"]:
            groups = [ballot["group"] for ballot in round_of["ballots"]]
            self.assertEqual(sorted(set(groups)), groups)
        self.assertEqual(line["groups"], len(groups))
        for kind in ("keys", "measures"):
            texts = Counter(entry["text"] for entry in bundle[kind])
            self.assertTrue(texts, kind)
            self.assertEqual({}, {text: times for text, times in texts.items() if times > 1}, kind)

    def test_killed_many_times(self):
        chance = random.Random(SEED)
        kills, began, finished = 0, time.monotonic(), []
        with Server() as server:
            while kills < KILLS:
                self.assertLess(time.monotonic() - began, SECONDS_MAX, f"only {kills} kills in time")
                player = simulate(server, groups=4, people=12)
                while player.poll() is None and kills < KILLS:
                    time.sleep(chance.uniform(0.02, 0.4))
                    if player.poll() is not None:
                        break
                    server.kill()
                    kills += 1
                    server.start()
                out, err = player.communicate(timeout=180)
                self.assertEqual(0, player.returncode, f"after {kills} kills, seed {SEED}:\n{out}\n{err}")
                finished.append(json.loads(out.strip().splitlines()[-1]))
            for line in finished:
                self.assert_whole(server, line)
            self.assertEqual(0, server.stop())
            self.assertFalse((server.folder / "knippe.db-wal").exists())
        self.assertTrue(finished)


if __name__ == "__main__":
    unittest.main()
