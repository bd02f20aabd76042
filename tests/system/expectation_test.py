"""The optional question of key 18, and what many contributions from one address meet."""
import sqlite3
import unittest

from harness import Client, Server, new_case, receipt_of, set_up

EVALUATION = {"op": "evaluering", "endret": "yes", "hva": "Benkene", "bra": "Barna", "laert": "Spør før", "tegn": "", "antall": ""}


class Expectations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def opened(self, policy="after"):
        case = new_case(self.owner).fill()
        case.tell("lesing", lesing=policy)
        return case.open()

    def answer(self, case, value, when="start", client=None):
        client = client or Client(self.server)
        client.open(case.public)
        return client.post(f"{case.public}/forventning", {"op": "forventning", "naar": when, "verdi": str(value)})

    def test_it_is_asked_on_the_receipt_before_and_after_the_answer_and_once(self):
        case = self.opened()
        case.theme("Torget")
        resident = Client(self.server)
        sent = case.send(resident, tekst="Bilene må bort", tema="1")
        receipt = f"{case.public}/kvittering/{receipt_of(sent)}"
        page = resident.open(receipt)
        self.assertIn("Hvor mye tror du at du kan påvirke?", page.text)
        refused = resident.submit(page, op="forventning")
        self.assertEqual(422, refused.status)
        self.assertIn("Velg et tall fra 1 til 5.", refused.text)
        self.assertIn("Takk for svaret", resident.follow(resident.submit(resident.open(receipt), op="forventning", verdi="4")).text)
        self.assertNotIn("Hvor mye tror du at du kan påvirke?", resident.open(receipt).text)
        case.answer(1, verdikt="taken_in", rompunkt="1", begrunnelse="Ja.")
        self.assertIn("Nå som svaret er kommet", resident.open(receipt).text)
        self.assertIn("Nå som svaret er kommet", Client(self.server).open(f"{case.public}/resultat").text)

    def test_sums_are_shown_from_five_and_the_gap_with_them(self):
        case = self.opened()
        for value in (4, 4, 4, 5):
            self.assertEqual(303, self.answer(case, value).status)
        for value in (1, 2, 2, 2, 3):
            self.answer(case, value, "slutt")
        self.owner.post(f"{case.path}/resultat", EVALUATION)
        page = Client(self.server).get(f"{case.public}/resultat").text
        self.assertIn("Ved start Færre enn fem svar, vises ikke", page)
        self.assertIn("2,0 5 svar", page)
        self.answer(case, 4)
        self.owner.post(f"{case.path}/resultat", EVALUATION)
        page = Client(self.server).get(f"{case.public}/resultat").text
        self.assertIn("4,2 5 svar", page)
        self.assertIn("Folk fikk mindre å si enn de trodde.", page)

    def test_one_browser_counts_once_and_nothing_of_it_is_in_the_log_beside_a_contribution(self):
        case = self.opened()
        same = Client(self.server)
        for _ in range(5):
            self.answer(case, 5, client=same)
        self.owner.post(f"{case.path}/resultat", EVALUATION)
        self.assertNotIn("5,0", Client(self.server).get(f"{case.public}/resultat").text)
        with sqlite3.connect(f"file:{self.server.folder}/knippe.db?mode=ro", uri=True) as db:
            columns = {row[1] for table in ("expectation", "expectation_mark") for row in db.execute(f"PRAGMA table_info({table})")}
            self.assertEqual({"room", "moment", "value", "answers", "mark"}, columns)
            kinds = [row[0] for row in db.execute("SELECT DISTINCT kind FROM event")]
        self.assertIn("EvaluationWritten", kinds)

    def test_a_draft_and_bad_values_are_refused(self):
        draft = new_case(self.owner)
        self.assertEqual(404, self.answer(draft, 3).status)
        case = self.opened()
        for value in ("0", "6", "-1", "mange", ""):
            self.assertEqual(422, self.answer(case, value).status, value)

    def test_many_from_one_address_are_read_first_and_none_is_lost(self):
        case = self.opened()
        codes = []
        for n in range(22):
            answer = Client(self.server).post(f"{case.public}/innspill/nytt", {"op": "send-likevel", "tekst": f"Innspill nummer {n}"})
            codes.append(receipt_of(answer))
        self.assertEqual(22, len(set(codes)))
        self.assertIn("20 innspill", Client(self.server).get(f"{case.public}/innspill").text)
        self.assertIn("Venter på å bli lest", Client(self.server).get(f"{case.public}/kvittering/{codes[21]}").text)
        self.assertIn("2 innspill venter på å bli lest", case.page().text)
