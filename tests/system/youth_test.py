"""The entrance for children and youth: off until its texts are written, plain, without personal data, and by the same rules as the other."""
import json
import re
import unittest

from harness import Client, Server, new_case, receipt_of, set_up
from harness.picture import SAMPLES, send_picture, stored_files

TEXTS = {"ung_om": "Skolegården skal bli ny.", "ung_endre": "Du kan si hva du vil gjøre der.", "ung_etter": "Hovedutvalget bestemmer i mars."}


class Youth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def case(self, on=True):
        case = new_case(self.owner).fill()
        case.tell("lesing", lesing="after")
        self.assertEqual(303, case.tell("ungdom", **TEXTS).status)
        if on:
            self.assertEqual(303, case.tell("ungdom-paa").status)
        return case.open()

    def send(self, case, client=None, **fields):
        client = client or Client(self.server)
        return client.submit(client.open(f"{case.public}/ung"), op="send", **{"tekst": "En sklie", "sammen": "school_class", "antall": "24", **fields})

    def test_it_opens_when_its_texts_are_written_and_says_which_are_missing(self):
        case = new_case(self.owner).fill()
        case.tell("ungdom", ung_om="Bare dette", ung_endre="", ung_etter="")
        refused = case.tell("ungdom-paa")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv alle de tre tekstene", refused.text)
        self.assertEqual(2, refused.text.count("Skriv denne teksten."))
        self.assertEqual(404, Client(self.server).get(f"{case.public}/ung").status)
        too_long = case.tell("ungdom", **{**TEXTS, "ung_om": "x" * 241})
        self.assertEqual(422, too_long.status)
        self.assertIn("x" * 241, too_long.source)
        self.assertEqual(303, case.tell("ungdom", **TEXTS).status)
        self.assertEqual(303, case.tell("ungdom-paa").status)
        self.assertEqual(404, Client(self.server).get(f"{case.public}/ung").status, "a draft is not there")
        self.assertIn("Saken er ikke åpnet ennå", self.owner.get(f"{case.public}/ung").text)
        case.open()
        self.assertEqual(200, Client(self.server).get(f"{case.public}/ung").status)
        self.assertIn(f'href="{case.public}/ung"', Client(self.server).get(case.public).source)
        self.assertEqual(303, case.tell("ungdom-av").status)
        self.assertEqual(404, Client(self.server).get(f"{case.public}/ung").status)
        self.assertNotIn(f'href="{case.public}/ung"', Client(self.server).get(case.public).source)

    def test_it_is_plain_and_asks_nothing_personal(self):
        case = self.case()
        page = Client(self.server).open(f"{case.public}/ung")
        for words in (*TEXTS.values(), "Ikke skriv navnet ditt.", "Svaret kommer senest 1. mars 2099."):
            self.assertIn(words, page.text)
        names = set(re.findall(r'<(?:input|textarea|select)[^>]* name="(\w+)"', page.source))
        self.assertEqual({"kommando", "tekst", "bilde", "bildetekst", "sammen", "antall"}, names)
        self.assertIn("Do not write your name", Client(self.server, "en").get(f"{case.public}/ung").text)
        self.assertIn("Ikkje skriv namnet ditt", Client(self.server, "nn").get(f"{case.public}/ung").text)

    def test_what_is_said_there_is_a_contribution_that_is_marked_and_counted(self):
        case = self.case()
        sent = self.send(case)
        receipt = Client(self.server).open(f"{case.public}/kvittering/{receipt_of(sent)}")
        for words in ("En sklie", "Koden din", "Alle kan se det du skrev.", "Svaret kommer senest 1. mars 2099."):
            self.assertIn(words, receipt.text)
        self.send(case, tekst="Et sted å sitte i skyggen", sammen="alone", antall="")
        case.send(tekst="Voksne vil ha parkering")
        shown = Client(self.server).open(f"{case.public}/innspill").text
        self.assertEqual(2, shown.count("Barn og unge"))
        self.assertIn("En skoleklasse · 24 personer", shown)
        self.assertIn("2 av innspillene kom fra barn og unge.", Client(self.server).get(f"{case.public}/resultat").text)
        exported = json.loads(Client(self.server).get(f"{case.public}/eksport/alt.json").source)
        self.assertEqual(2, exported["case"]["from_youth"])
        self.assertEqual(["Barn og unge", "Barn og unge", "Saken"], [row["entrance"] for row in exported["contributions"]])
        case.moderate("fjern:2", pile="publisert", regel="personal", grunn="Du skrev et navn.")
        self.assertIn("Ett av innspillene kom fra barn og unge.", Client(self.server).get(f"{case.public}/resultat").text)
        self.server.restart()
        self.assertIn("Ett av innspillene kom fra barn og unge.", Client(self.server).get(f"{case.public}/resultat").text)

    def test_what_is_not_asked_for_is_not_taken(self):
        case = self.case()
        client = Client(self.server)
        client.post(f"{case.public}/ung", {"op": "send", "tekst": "Lurt", "sted": "Hjemme hos Per", "gruppe": "Per og Kari", "stilling": "for", "sammen": "tull", "antall": "2"})
        shown = client.open(f"{case.public}/innspill").text
        self.assertIn("Lurt", shown)
        for words in ("Hjemme hos Per", "Per og Kari", "Argument for"):
            self.assertNotIn(words, shown)

    def test_the_same_limits_likeness_and_photo_hold(self):
        case = self.case()
        for wrong, words in (({"tekst": "  "}, "Skriv"), ({"antall": "-3"}, "antall")):
            refused = self.send(case, **wrong)
            self.assertEqual(422, refused.status)
            self.assertIn("ds-error-summary", refused.source, words)
        self.send(case, tekst="Det er for mørkt under brua om kvelden, sett opp lys")
        client = Client(self.server)
        asked = self.send(case, client, tekst="For mørkt under brua om kvelden. Sett opp lys der")
        self.assertEqual(409, asked.status)
        self.assertIn("Noen har sagt noe som ligner", asked.text)
        supported = client.submit(asked, op="stott:1")
        self.assertEqual(200, supported.status)
        self.assertIn("1 støtter", supported.text)
        sent = send_picture(client, supported, (SAMPLES / "turned.jpg").read_bytes(), op="send-likevel", bildetekst="Under brua")
        self.assertEqual(303, sent.status)
        self.assertEqual(2, len(stored_files(self.server)))
        self.assertIn('alt="Under brua"', client.open(f"{case.public}/innspill").source)
        eager = Client(self.server)
        for text in ("Flere husker", "Høyere klatretårn", "Varm suppe til lunsj", "Bane for sykler", "Vannpost ute"):
            self.assertEqual(303, self.send(case, eager, tekst=text).status, text)
        self.assertEqual(429, self.send(case, eager, tekst="Tak over stativet").status)

    def test_what_it_told_changes_only_in_public(self):
        case = self.case()
        refused = case.tell("ungdom", **{**TEXTS, "ung_endre": "Bare fargen."})
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv hvorfor dere endrer dette", refused.text)
        self.assertEqual(422, case.tell("ungdom", **{**TEXTS, "ung_endre": "", "endring": "Uten grunn"}).status)
        self.assertEqual(303, case.tell("ungdom", **{**TEXTS, "ung_endre": "Bare fargen.", "endring": "Pengene rakk ikke."}).status)
        page = Client(self.server).get(case.public).text
        for words in ("Pengene rakk ikke.", "Du kan si hva du vil gjøre der.", "Bare fargen."):
            self.assertIn(words, page)

    def test_the_sheet_for_a_class_leads_there(self):
        case = self.case()
        sheet = self.owner.open(f"{case.path}/ung")
        self.assertIn(f"{case.public}/ung", sheet.text)
        self.assertIn("<svg", sheet.source)
        self.assertIn(f'href="{case.path}/ung"', case.page().source)
        off = self.case(on=False)
        self.assertEqual(404, self.owner.get(f"{off.path}/ung").status)

    def test_when_input_is_over_it_says_so(self):
        case = self.case()
        self.owner.post(case.path, {"op": "steng"})
        page = Client(self.server).open(f"{case.public}/ung")
        self.assertIn("Nå kan du ikke sende mer", page.text)
        self.assertNotIn("<textarea", page.source)
        self.assertEqual(409, Client(self.server).post(f"{case.public}/ung", {"op": "send", "tekst": "For sent"}).status)

    def test_hostile_text_is_only_text(self):
        evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
        case = new_case(self.owner).fill()
        case.tell("lesing", lesing="after")
        case.tell("ungdom", ung_om=evil, ung_endre=evil, ung_etter=evil)
        case.tell("ungdom-paa")
        case.open()
        code = receipt_of(self.send(case, tekst=evil))
        for path in (f"{case.public}/ung", f"{case.public}/kvittering/{code}", f"{case.path}/grunnlag", f"{case.path}/ung"):
            source = self.owner.open(path).source
            self.assertNotIn("<script>alert", source, path)
            self.assertIsNone(re.search(r"<img[^>]*onerror", source), path)


if __name__ == "__main__":
    unittest.main()
