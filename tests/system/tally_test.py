"""knippe tally: ballots from files and standard input, counted, explained, and refused where they are malformed."""
import json
import re
import subprocess
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

from harness import PROGRAM

LUNCH = "#/Candidates: Suppe ; Fisk ; Ris\nSuppe > Fisk > Ris * 4\nFisk > Ris * 3\nRis > Fisk * 2\n"


def tally(*arguments, given=None):
    done = subprocess.run([PROGRAM, "tally", *map(str, arguments)], input=given and given.encode(), capture_output=True,
                          timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class OnFiles(unittest.TestCase):
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


class Tallying(OnFiles):
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

    def test_agreement_and_firmness_are_said(self):
        votes = self.file("lunch.cvotes", LUNCH)
        count = self.counted(votes, "--rule", "plurality", "--firm", "7")
        self.assertEqual({"top": 1, "overlap": "5/18"}, count["agreement"])  # C(4,2)+C(3,2)+C(2,2) of C(9,2) pairs
        self.assertEqual((1, True, 7), tuple(count["firmness"][member] for member in ("ballots", "exact", "seed")))  # 3 to 3 is no certain first
        self.assertEqual(count["firmness"], self.counted(votes, "--rule", "plurality", "--firm", "7")["firmness"])
        self.assertEqual(3, len(count["firmness"]["places"]))
        self.assertTrue(all(1 <= lowest <= highest <= 3 for lowest, highest in count["firmness"]["places"]))
        _, text, _ = tally(votes, "--rule", "plurality", "--firm", "7", "--language", "en")
        self.assertIn("Of 100 pairs of lists 27.77 put the same first.", text)
        self.assertIn("At least 1 of 9 lists would have had to be others", text)
        self.assertIn("Place in 95 of 100 of 1000 draws", text)

    def test_complete_rankings_have_kendalls_w_and_tau(self):
        complete = "#/Candidates: A;B;C\nA > B > C * 2\nB > A > C\n"
        agreement = self.counted("-", given=complete)["agreement"]
        # Sums of places 4, 5, 9: S = 14, W = 12 * 14 / (9 * 24); tau of unlike lists is 1/3: (1 + 1/3 + 1/3) / 3
        self.assertEqual(("7/9", "5/9"), (agreement["kendall_w"], agreement["kendall_tau_b"]))
        self.assertNotIn("kendall_w", self.counted("-", given=LUNCH)["agreement"])

    def test_all_rules_are_compared(self):
        _, text, _ = tally("-", "--rule", "all", "--top", "2", "--language", "nn", given=LUNCH)
        self.assertIn("Dei 2 øvste etter kvar regel:", text)
        self.assertIn("  plurality             Suppe, Fisk\n", text)
        self.assertIn("  points                Fisk, Ris\n", text)
        self.assertIn("Med uansett regel: Fisk.\nAvhengig av regelen: Suppe, Ris.\n", text)


RULES = {"points": "scores", "borda": "scores", "approval": "scores", "plurality": "scores", "copeland": "scores pairwise",
         **{f"minimax-{kind}": "scores pairwise" for kind in ("winning", "margins", "opposition")},
         **{f"schulze-{kind}": "pairwise paths" for kind in ("winning", "margins", "ratio")},
         **{f"ranked-pairs-{kind}": "pairwise majorities" for kind in ("winning", "margins")},
         "kemeny": "scores? pairwise", "irv": "rounds", "coombs": "rounds", "bucklin": "scores? rounds",
         **{f"stv-{kind}": "rounds" for kind in ("scottish", "meek", "droop", "hare")}}
ALWAYS = {"rule", "options", "ranking", "winners", "ties", "explanation", "parameters", "agreement"}
MIXED = ("5 2\n7 1 2=3 4 0\n4 3 0\n3 5=1 2 0\n2 4 5 3 2 1 0\n1 2=3=4 1 0\n0\n\"Rød\"\n\"Blå\"\n\"Grønn\"\n\"Gul\"\n\"Svart & kvit\"\n\"Farge\"\n")


class EveryRule(OnFiles):
    """Each rule, format, language and treatment of what a ballot leaves out, on ballots that are weighted, tied and truncated."""

    def setUp(self):
        super().setUp()
        self.votes = self.file("farge.blt", MIXED)

    def check(self, count, rule):
        expected = RULES[rule].split()
        optional = {name[:-1] for name in expected if name.endswith("?")}
        self.assertEqual(ALWAYS | {name for name in expected if not name.endswith("?")}, set(count) - optional, rule)
        names = count["options"]
        self.assertEqual(sorted(names), sorted(name for place in count["ranking"] for name in place), rule)
        self.assertGreaterEqual(len(count["winners"]), count["parameters"]["seats"])
        self.assertEqual(17, count["parameters"]["votes"])
        for member in ("scores",):
            self.assertEqual(len(names), len(count.get(member, names)))
        for member in ("pairwise", "paths"):
            self.assertTrue(all(len(row) == len(names) for row in count.get(member, [])), rule)
        for each in count.get("rounds", []):
            self.assertLessEqual({"votes", "exhausted", "elected", "excluded", "transfers"}, set(each))
            if rule in ("irv", "stv-droop", "stv-hare"):  # in exact fractions no vote is lost
                self.assertEqual(17, sum(map(Fraction, each["votes"])) + Fraction(each["exhausted"]), rule)
        self.assertTrue(all(isinstance(sentence, str) and sentence for sentence in count["explanation"]))

    def test_json(self):
        for unranked in ("ignored", "last"):
            for ties in ("shared", "lot:2017"):
                for rule in RULES:
                    count = self.counted(self.votes, "--rule", rule, "--unranked", unranked, "--ties", ties)
                    self.assertEqual((rule, unranked, ties), (count["rule"], count["parameters"]["unranked"], count["parameters"]["ties"]))
                    self.check(count, rule)
                    if ties != "shared":
                        self.assertEqual(2, len(count["winners"]), rule)

    def test_all_is_each(self):
        counts = self.counted(self.votes, "--rule", "all")
        self.assertEqual(set(RULES), set(counts))
        for rule in RULES:
            self.assertEqual(counts[rule], self.counted(self.votes, "--rule", rule), rule)

    def test_text_in_every_language(self):
        told = {}
        for language in ("nb", "nn", "en"):
            for rule in RULES:
                code, text, said = tally(self.votes, "--rule", rule, "--language", language)
                self.assertEqual((0, ""), (code, said))
                lines = text.splitlines()
                self.assertEqual([rule, ""], lines[:2])
                table = lines[2:7]
                self.assertEqual({"Rød", "Blå", "Grønn", "Gul", "Svart & kvit"}, {re.sub(r"^ *\d+  | {2,}.*", "", line) for line in table}, rule)
                self.assertEqual(table, sorted(table, key=lambda line: int(line.split()[0])))
                told.setdefault(rule, set()).add(lines[8])
                self.assertNotIn("tally.", text)
        for rule, sentences in told.items():
            self.assertEqual(3, len(sentences), f"{rule} is explained in as many languages as there are")

    def test_precision_cuts_what_is_transferred(self):
        for decimals in (1, 2, 5, 9):
            count = self.counted(self.votes, "--rule", "stv-droop", "--precision", str(decimals))
            self.assertEqual(decimals, count["parameters"]["precision"])
            for each in count["rounds"]:
                for votes in (*each["votes"], each["exhausted"]):
                    self.assertEqual(1, (Fraction(votes) * 10**decimals).denominator, f"{votes} in {decimals} decimals")
                self.assertEqual(17, sum(map(Fraction, each["votes"])) + Fraction(each["exhausted"]))
        self.assertNotEqual(0, tally(self.votes, "--precision", "0")[0])
        self.assertNotEqual(0, tally(self.votes, "--precision", "many")[0])

    def test_the_document_names_every_member(self):
        document = (Path(__file__).resolve().parents[2] / "docs/formats/tally.md").read_text(encoding="utf-8")
        members = set()
        for count in self.counted(self.votes, "--rule", "all", "--firm", "1").values():
            members |= set(count) | set(count["parameters"]) | set(count["firmness"]) | set(count["agreement"])
            for part in ("rounds", "ties", "majorities"):
                members |= {name for each in count.get(part, []) for name in each}
        self.assertGreater(len(members), 30)
        self.assertEqual(set(), {name for name in members if f"`{name}`" not in document})


if __name__ == "__main__":
    unittest.main()
