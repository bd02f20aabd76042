"""knippe tally: ballots from files and standard input, counted, explained, and refused where they are malformed."""
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from harness import PROGRAM

LUNCH = "#/Candidates: Suppe ; Fisk ; Ris\nSuppe > Fisk > Ris * 4\nFisk > Ris * 3\nRis > Fisk * 2\n"


def tally(*arguments, given=None):
    done = subprocess.run([PROGRAM, "tally", *map(str, arguments)], input=given and given.encode(), capture_output=True,
                          timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Tallying(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="knippe-tally-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def counted(self, *arguments, given=None):
        code, out, said = tally(*arguments, "--format", "json", given=given)
        self.assertEqual((0, ""), (code, said))
        return json.loads(out)

    def test_json_says_places_scores_and_why(self):
        count = self.counted(self.file("lunch.cvotes", LUNCH), "--rule", "plurality")
        self.assertEqual("plurality", count["rule"])
        self.assertEqual(["Suppe", "Fisk", "Ris"], count["options"])
        self.assertEqual([["Suppe"], ["Fisk"], ["Ris"]], count["ranking"])
        self.assertEqual(["Suppe"], count["winners"])
        self.assertEqual([4, 3, 2], count["scores"])
        self.assertEqual(9, count["parameters"]["votes"])
        self.assertIn("Først står Suppe.", count["explanation"])

    def test_the_rule_decides_who_wins_and_the_pairs_say_so(self):
        count = self.counted("-", "--rule", "schulze-winning", "--unranked", "last", given=LUNCH)
        self.assertEqual(["Fisk"], count["winners"])
        self.assertEqual([0, 4, 4], count["pairwise"][0])
        self.assertTrue(any("Fisk slår hvert av de andre" in line for line in count["explanation"]))

    def test_every_language_explains(self):
        votes = self.file("lunch.cvotes", LUNCH)
        for language, sentence in (("nb", "Først står Fisk."), ("nn", "Først står Fisk."), ("en", "First is Fisk.")):
            self.assertIn(sentence, self.counted(votes, "--rule", "copeland", "--unranked", "last", "--language", language)["explanation"])

    def test_all_rules_stand_by_name(self):
        counts = self.counted(self.file("lunch.cvotes", LUNCH), "--rule", "all")
        self.assertEqual(21, len(counts))
        for name, count in counts.items():
            self.assertEqual(name, count["rule"])

    def test_the_table_has_places_names_scores_and_bars(self):
        code, out, _ = tally(self.file("lunch.cvotes", LUNCH), "--rule", "plurality", "--top", "2")
        self.assertEqual(0, code)
        lines = out.splitlines()
        self.assertEqual("   1  Suppe  4  " + "█" * 24, lines[2])
        self.assertEqual("   2  Fisk   3  " + "█" * 18, lines[3])
        self.assertEqual("", lines[4])

    def test_formats_say_the_same(self):
        soi = ("# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Suppe\n# ALTERNATIVE NAME 2: Fisk\n# ALTERNATIVE NAME 3: Ris\n"
               "4: 1,2,3\n3: 2,3\n2: 3,2\n")
        blt = '3 1\n4 1 2 3 0\n3 2 3 0\n2 3 2 0\n0\n"Suppe"\n"Fisk"\n"Ris"\n"Lunsj"\n'
        csv = "vekt;1. valg;2. valg;3. valg\n4;Suppe;Fisk;Ris\n3;Fisk;Ris\n2;Ris;Fisk\n"
        cvotes = self.counted("-", "--unranked", "ignored", given=LUNCH)
        for name, text in (("l.soi", soi), ("l.blt", blt), ("l.csv", csv)):
            count = self.counted(self.file(name, text))
            self.assertEqual((cvotes["ranking"], cvotes["scores"]), (count["ranking"], count["scores"]), name)

    def test_a_lot_orders_the_tied_and_its_seed_is_said(self):
        even = "#/Candidates: A;B\nA\nB\n"
        self.assertEqual([["A", "B"]], self.counted("-", "--rule", "plurality", given=even)["ranking"])
        drawn = self.counted("-", "--rule", "plurality", "--ties", "lot:17. mai", given=even)
        self.assertEqual(1, len(drawn["winners"]))
        self.assertEqual("lot:17. mai", drawn["parameters"]["ties"])

    def test_malformed_ballots_are_refused_where_they_are_wrong(self):
        code, out, said = tally(self.file("bad.soi", "# NUMBER ALTERNATIVES: 2\n3: 1,2\n2: 1,7\n"), "--language", "en")
        self.assertEqual((2, ""), (code, out))
        self.assertIn("bad.soi:3:6: expected an option that exists", said)
        code, _, said = tally("-", given="#/Candidates: A;B\nA >> B\n")
        self.assertEqual(2, code)
        self.assertTrue(said.startswith("<stdin>:2:4: ventet navnet"), said)

    def test_what_cannot_be_read_or_asked_is_said(self):
        self.assertEqual(1, tally(self.folder / "none.soi")[0])
        self.assertEqual(1, tally("-", "--seats", "9", given=LUNCH)[0])
        self.assertNotIn(tally("-", "--rule", "guess", given=LUNCH)[0], (0, 2))

    def test_a_result_bundle_is_recounted_to_the_same_places(self):
        keys = [{"id": i, "label": str(i), "short_name": f"Nøkkel {i}", "retired": False} for i in range(1, 5)]
        ballots = [{"group": g, "choices": c} for g, c in enumerate(([3, 1, 2], [1, 3], [4, 1, 3]), 1)]
        bundle = {"format": "knippe-result-1", "workshop": {"title": "Kveld"}, "rule": {"name": "points", "points": [3, 2, 1], "places": 2},
                  "keys": keys, "counted_round": 1, "rounds": [{"round": 1, "ballots": ballots}]}
        count = self.counted(self.file("pakke.json", json.dumps(bundle)))
        self.assertEqual([7, 1, 6, 3], count["scores"])
        self.assertEqual([["1 Nøkkel 1"], ["3 Nøkkel 3"], ["4 Nøkkel 4"], ["2 Nøkkel 2"]], count["ranking"])
        self.assertEqual(["1 Nøkkel 1", "3 Nøkkel 3"], count["winners"])


if __name__ == "__main__":
    unittest.main()
