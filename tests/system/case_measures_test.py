"""From answer to measure to how it went: the desk, the owner's link without account, the public pages, a workshop of the case."""
import re
import unittest

from harness import Client, Server, new_case, new_workshop, receipt_of, set_up
from permission_test import invite

MEASURE = {"tekst": "Bilfritt torg på dagtid", "eier": "Nora Dahl", "dato": "01.05.2099", "tema": "1"}


class Measures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def answered(self):
        """A case with an answered theme; the code of the contribution in it."""
        case = new_case(self.owner).fill()
        case.tell("lesing", lesing="after")
        case.open()
        case.theme("Torget")
        code = receipt_of(case.send(tekst="Bilene må bort", tema="1"))
        self.assertEqual(303, case.answer(1, verdikt="tried_out", rompunkt="1", begrunnelse="Vi prøver ett år.").status)
        return case, code

    def test_the_receipt_shows_the_whole_chain(self):
        case, code = self.answered()
        self.assertEqual(303, case.after("vedtak:0", tekst="Torget prøves bilfritt", dato="18.03.2098", kilde="Sak 131/26", tema_1="ja").status)
        self.assertEqual(303, case.after("tiltak:0", **MEASURE, vedtak="1", forsok="ja", antakelse="Flere sitter ute").status)
        self.assertEqual(303, case.after("svar:1", framdrift="under_way", tekst="Skiltene står").status)
        receipt = Client(self.server).get(f"{case.public}/kvittering/{code}").text
        for words in ("Vi prøver ett år.", "Torget prøves bilfritt", "Bilfritt torg på dagtid – I gang"):
            self.assertIn(words, receipt)
        page = Client(self.server).get(f"{case.public}/tiltak/1").text
        for words in ("1 innspill", "Prøves ut", "Torget prøves bilfritt", "Flere sitter ute", "Skiltene står", "Nora Dahl"):
            self.assertIn(words, page)
        for path in (case.public, f"{case.public}/tema/1"):
            self.assertIn("Bilfritt torg på dagtid", Client(self.server).get(path).text, path)

    def test_what_is_missing_is_said_and_what_was_typed_is_kept(self):
        case, _ = self.answered()
        case.theme("Lys")
        for fields, words in (({"dato": ""}, "Skriv når tiltaket skal være ferdig."), ({"dato": "31.02.2099"}, "Skriv en dato som finnes"),
                              ({"forsok": "ja"}, "Skriv hva dere tror vil skje."), ({"tema": "2"}, "Temaet har ikke fått svar ennå.")):
            refused = case.after("tiltak:0", **{**MEASURE, **fields})
            self.assertEqual(422, refused.status, fields)
            self.assertIn(words, refused.text)
            self.assertIn("Bilfritt torg på dagtid</textarea>", refused.source)
        self.assertEqual(404, Client(self.server).get(f"{case.public}/tiltak/1").status)

    def test_the_owner_answers_with_a_link_and_a_trial_must_teach(self):
        case, _ = self.answered()
        case.after("tiltak:0", **MEASURE, forsok="ja", antakelse="Flere sitter ute")
        case.after("milepael:1", tekst="Skiltene står", dato="01.01.2000")
        self.assertIn("1 milepæl er over fristen", Client(self.server).get(case.public).text)
        self.assertEqual(303, case.after("lag:1").status)
        link = re.search(r"/tiltak/[\w-]{16,}", self.owner.open(f"{case.path}/tiltak").source).group(0)
        nora = Client(self.server)
        self.assertEqual(404, nora.get(f"{case.public}/tiltak/1/svar").status)
        form = nora.follow(nora.submit(nora.open(link), op="begynn"))
        self.assertIn("Milepæl 1 er nådd", form.text)
        nora.follow(nora.submit(form, op="naadd:1"))
        refused = nora.submit(nora.open(f"{case.public}/tiltak/1/svar"), op="svar", framdrift="tried", tekst="Ferdig med å prøve", laert="")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv hva dere lærte.", refused.text)
        self.assertIn("Ferdig med å prøve</textarea>", refused.source)
        nora.follow(nora.submit(nora.open(f"{case.public}/tiltak/1/svar"), op="svar", framdrift="tried", tekst="Over", laert="Musikken var for høy"))
        page = Client(self.server).get(f"{case.public}/tiltak/1").text
        for words in ("Prøvd og lært av", "Musikken var for høy", "svar fra den ansvarlige", "Nådd"):
            self.assertIn(words, page)
        case.after("trekk:1")
        self.assertEqual(404, nora.get(f"{case.public}/tiltak/1/svar").status)
        self.assertEqual(404, Client(self.server).get(link).status)
        self.assertIn("Bilfritt torg på dagtid", self.owner.open("/styring/tiltak").text)

    def test_an_overdue_measure_is_overdue_in_public(self):
        case, _ = self.answered()
        case.after("tiltak:0", **{**MEASURE, "dato": "01.05.2001"})
        for path in (case.public, f"{case.public}/tiltak/1"):
            self.assertIn("Over fristen", Client(self.server).get(path).text, path)
        case.after("svar:1", framdrift="done", tekst="Gjort")
        self.assertNotIn("Over fristen", Client(self.server).get(f"{case.public}/tiltak/1").text)

    def test_a_workshop_of_the_case_points_to_it_and_its_measures_stand_there(self):
        case, _ = self.answered()
        room = new_workshop(self.owner, tittel="Torgverkstedet").open()
        phone = room.phone(navn="Bord én")
        room.stage("measures")
        phone.use("legg-til", hva="Snakke med kjøpmennene", hvem="Per")
        self.assertEqual(303, case.after("knytt", verksted=room.id).status)
        self.assertNotIn("Torgverkstedet", Client(self.server).get(case.public).text)
        room.do("publiser")
        page = Client(self.server).get(case.public)
        self.assertIn("Torgverkstedet", page.text)
        self.assertIn("Snakke med kjøpmennene", page.text)
        self.assertIn("Verkstedet er en del av saken Trygg skolevei på Nesset", Client(self.server).get(room.report).text)
        other = new_case(self.owner, "En annen sak").fill().open()
        self.assertEqual(409, other.after("knytt", verksted=room.id).status)
        nils = invite(self.server, self.owner)
        foreign = new_workshop(nils, tittel="Nils sitt").open()
        tine = invite(self.server, self.owner, "tine@fjordvik.example")
        tines = new_case(tine, "Tines sak").fill().open()
        self.assertEqual(403, tines.after("knytt", verksted=foreign.id).status)
        self.assertEqual(303, case.after("losne", verksted=room.id).status)
        self.assertNotIn("Torgverkstedet", Client(self.server).get(case.public).text)
        self.assertNotIn("er en del av saken", Client(self.server).get(room.report).text)

    def test_hostile_text_is_only_text(self):
        case, code = self.answered()
        evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
        case.after("vedtak:0", tekst=evil, dato="18.03.2098", kilde=evil, tema_1="ja")
        case.after("tiltak:0", tekst=evil, eier=evil[:55], dato="01.05.2099", tema="1", vedtak="1", forsok="ja", antakelse=evil)
        case.after("milepael:1", tekst=evil, dato="01.05.2099")
        case.after("svar:1", framdrift="done", tekst=evil, laert=evil)
        for path in (case.public, f"{case.public}/tiltak/1", f"{case.public}/tema/1", f"{case.public}/kvittering/{code}", f"{case.path}/tiltak", "/styring/tiltak"):
            source = self.owner.open(path).source
            self.assertIn("&lt;script&gt;alert(1)", source, path)
            self.assertNotIn("<script>alert", source, path)
            self.assertIsNone(re.search(r"<img[^>]*onerror", source), path)
