"""What became of a case: promise beside result, the evaluation, how each contribution was assessed, the files."""
import csv
import io
import json
import re
import unittest
import zipfile

from harness import Client, Server, new_case, set_up

EVALUATION = {"endret": "partly", "hva": "Fire benker flyttet seg", "bra": "Barna tegnet", "laert": "Sjekk eiendom først", "tegn": "Seks av ti går", "antall": "40"}
FILES = ("uttalelser.csv", "svar.csv", "vedtak.csv", "tiltak.csv", "lofter.csv", "evaluering.csv")


class Results(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def answered(self, **basis):
        case = new_case(self.owner).fill(**basis)
        case.tell("lesing", lesing="after")
        case.open()
        case.theme("Torget")
        case.send(tekst="Bilene må bort", tema="1", sted="Torget")
        self.assertEqual(303, case.answer(1, verdikt="taken_in", rompunkt="1", begrunnelse="De flyttes til våren.").status)
        return case

    def sum_up(self, case, op, **fields):
        return self.owner.post(f"{case.path}/resultat", {"op": op, **fields})

    def read(self, case, name):
        answer = Client(self.server).get(f"{case.public}/eksport/{name}")
        self.assertEqual(200, answer.status, name)
        return answer

    def rows(self, case, name):
        return list(csv.reader(io.StringIO(self.read(case, name).source.lstrip("\ufeff")), delimiter=";"))

    def test_each_promise_gets_its_result_and_a_result_its_reason(self):
        case = self.answered()
        refused = self.sum_up(case, "punkt:1", utfall="not_kept", resultat=" ")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv hva det ble til.", refused.text)
        self.assertEqual(422, self.sum_up(case, "punkt:1", resultat="Uten valg").status)
        self.assertEqual(303, self.sum_up(case, "punkt:1", utfall="not_kept", resultat="Grunneieren sa nei.").status)
        page = Client(self.server).get(f"{case.public}/resultat").text
        for words in ("Hvilke tre strekninger som tas først", "Ikke holdt", "Grunneieren sa nei.", "De flyttes til våren."):
            self.assertIn(words, page)

    def test_unanswered_ones_are_counted_against_the_promised_date(self):
        case = self.answered(lofte={"svarfrist": "01.03.2020", "bestemmes": "18.03.2020"})
        case.send(tekst="Lys også")
        page = Client(self.server).get(f"{case.public}/resultat").text
        self.assertIn("1 innspill venter på svar. Vi har lovet det innen 1. mars 2020.", page)
        self.assertIn("1 innspill har ikke fått svar.", page)
        self.assertIn("Ikke holdt", page)
        case.moderate("fjern:2", regel="off_topic", grunn="Gjelder noe annet.")
        page = Client(self.server).get(f"{case.public}/resultat").text
        self.assertIn("Det siste svaret kom", page)
        self.assertIn("Delvis holdt", page)

    def test_the_evaluation_needs_what_was_learned_and_is_public_after_closing_too(self):
        case = self.answered()
        refused = self.sum_up(case, "evaluering", **{**EVALUATION, "laert": ""})
        self.assertEqual(422, refused.status)
        self.assertIn("Barna tegnet</textarea>", refused.source)
        self.assertEqual(422, self.sum_up(case, "evaluering", **{**EVALUATION, "antall": "mange"}).status)
        self.assertEqual(303, self.owner.post(case.path, {"op": "avslutt"}).status)
        self.assertEqual(303, self.sum_up(case, "evaluering", **EVALUATION).status)
        page = Client(self.server).get(f"{case.public}/resultat").text
        for words in ("Endret innspillene noe? Litt. 40 deltok.", "Fire benker flyttet seg", "Sjekk eiendom først", "Seks av ti går"):
            self.assertIn(words, page)

    def test_every_contribution_is_in_the_assessment_with_its_answer(self):
        case = self.answered()
        case.send(tekst="Ingen svarte på denne")
        page = Client(self.server).get(f"{case.public}/uttalelser").text
        for words in ("2 uttalelser er publisert, 1 av dem har fått svar.", "Bilene må bort", "De flyttes til våren.", "Uten tema ennå", "Ingen svarte på denne"):
            self.assertIn(words, page)
        rows = self.rows(case, "uttalelser.csv")
        self.assertEqual(3, len(rows))
        self.assertEqual(["1", "Bilene må bort", "Torget"], [rows[1][0], rows[1][3], rows[1][4]])
        self.assertEqual(["Tatt inn", "De flyttes til våren."], rows[1][10:12])
        self.assertEqual("Venter på svar", rows[2][10])

    def test_the_files_say_what_the_page_says_without_names(self):
        case = self.answered()
        case.after("tiltak:0", tekst="Flytte bilene", eier="Nora Hemmelig", dato="01.05.2099", tema="1")
        self.sum_up(case, "evaluering", **EVALUATION)
        for name in FILES:
            self.assertNotIn("Hemmelig", self.read(case, name).source)
        whole = json.loads(self.read(case, "alt.json").source)
        self.assertEqual(["knippe-case-1", 1, 1], [whole["format"], whole["case"]["published"], whole["case"]["answered"]])
        self.assertEqual("Flytte bilene", whole["measures"][0]["text"])
        with zipfile.ZipFile(io.BytesIO(self.read(case, "alt.xlsx").body)) as sheets:
            self.assertEqual(len(FILES), sum(name.startswith("xl/worksheets/sheet") for name in sheets.namelist()))
        self.assertEqual(404, Client(self.server).get(f"{case.public}/eksport/noe.csv").status)

    def test_a_draft_has_no_result(self):
        case = new_case(self.owner)
        for rest in ("resultat", "uttalelser", "eksport/alt.json"):
            self.assertEqual(404, Client(self.server).get(f"{case.public}/{rest}").status, rest)

    def test_hostile_text_is_only_text_and_no_formula(self):
        case = self.answered()
        evil = '=<script>alert(1)</script>"><img src=x onerror=alert(1)>'
        case.send(tekst=evil, sted=evil[:100], gruppe=evil[:60])
        self.sum_up(case, "punkt:1", utfall="kept", resultat=evil)
        self.sum_up(case, "evaluering", **{**EVALUATION, "hva": evil, "bra": evil, "laert": evil, "tegn": evil})
        for path in (f"{case.public}/resultat", f"{case.public}/uttalelser", f"{case.path}/resultat"):
            source = self.owner.open(path).source
            self.assertIn("&lt;script&gt;alert(1)", source, path)
            self.assertNotIn("<script>alert", source, path)
            self.assertIsNone(re.search(r"<img[^>]*onerror", source), path)
        self.assertTrue(self.rows(case, "uttalelser.csv")[2][3].startswith("'="))
