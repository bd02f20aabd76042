"""A case from draft to answer, as its owner and residents without scripts and without account play it."""
import re
import unittest

from harness import Client, Server, new_case, receipt_of, run_program, set_up


class Draft(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def test_it_does_not_open_before_every_key_is_there_and_says_what_is_missing(self):
        case = new_case(self.owner)
        page = case.basis()
        self.assertIn("Saken kan ikke åpnes ennå", page.text)
        self.assertRegex(page.source, r'id="apne"[^>]*aria-disabled="true"')
        refused = case.tell("apne")
        self.assertEqual(422, refused.status)
        for words in ("Skriv hva problemet er.", "Skriv minst ett punkt", "Skriv når svaret kommer.", "Skriv saksnummeret.", "Velg en metode."):
            self.assertIn(words, refused.text)
        self.assertEqual(404, Client(self.server).get(case.public).status)
        case.fill()
        self.assertNotIn('aria-disabled="true"', case.basis().source)
        case.open()
        self.assertEqual(200, Client(self.server).get(case.public).status)
        self.assertIn("Trygg skolevei på Nesset", Client(self.server).get("/").text)
        self.assertIn("Trygg skolevei på Nesset", Client(self.server).get("/saker").text)

    def test_a_fixed_item_needs_its_source_and_a_late_proposal_its_reason(self):
        case = new_case(self.owner).fill()
        case.tell("punkt:0", grad="fixed", punkt="Fartsgrensen", grunn="Fylket bestemmer")
        case.tell("tidlig", tid="proposal", tidgrunn="")
        refused = case.tell("apne")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv kilden for det som ligger fast", refused.text)
        self.assertIn("når forslaget er nesten ferdig", refused.text)

    def test_nothing_open_is_offered_as_information_without_input(self):
        case = new_case(self.owner, "Ny brannstasjon").fill(**{"punkt:0": {"grad": "fixed", "kilde": "Vedtak 12/26"}})
        self.assertEqual(422, case.tell("apne").status)
        self.assertEqual(303, case.tell("apne-info").status)
        page = Client(self.server).get(case.public)
        self.assertIn("Til informasjon", page.text)
        self.assertNotIn("/innspill/nytt", page.source)
        self.assertEqual(404, Client(self.server).get(f"{case.public}/innspill/nytt").status)
        self.assertEqual(409, Client(self.server).post(f"{case.public}/innspill/nytt", {"op": "send", "tekst": "Likevel"}).status)

    def test_bad_dates_are_refused_and_kept(self):
        case = new_case(self.owner)
        for typed in ("31.02.2027", "2027", "i mars"):
            refused = case.tell("lofte", bestemmes=typed, bestemmer="Utvalget")
            self.assertEqual(422, refused.status)
            self.assertIn(f'value="{typed}"', refused.source)
            self.assertIn("Skriv en dato som finnes", refused.text)

    def test_a_short_hearing_is_flagged(self):
        case = new_case(self.owner).fill(plan={"horing_fra": "01.01.2027", "horing_til": "31.01.2027"})
        self.assertIn("Høringen er kortere enn seks uker", case.basis().text)
        case.open()
        self.assertIn("31 dager", Client(self.server).get(case.public).text)

    def test_a_change_after_opening_needs_a_reason_that_everyone_sees(self):
        case = new_case(self.owner).fill().open()
        refused = case.tell("lofte", svarfrist="01.05.2099")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv hvorfor dere endrer dette", refused.text)
        self.assertEqual(303, case.tell("lofte", svarfrist="01.05.2099", endring="Rådgiveren er syk.").status)
        page = Client(self.server).get(case.public).text
        for words in ("Endret etter åpning", "Rådgiveren er syk.", "1. mars 2099", "1. mai 2099"):
            self.assertIn(words, page)


class Open(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def test_a_contribution_travels_from_receipt_to_answer(self):
        case = new_case(self.owner).fill().open()
        case.theme("Benker")
        resident = Client(self.server)
        sent = case.send(resident, tekst="Flere benker\nlangs elva", sted="Elvestien", gruppe="8B", antall="24", tema="1")
        code = receipt_of(sent)
        receipt = resident.follow(sent)
        self.assertIn("Takk, vi har fått innspillet", receipt.text)
        self.assertIn("Venter på å bli lest", receipt.text)
        self.assertNotIn("Flere benker", Client(self.server).get(case.public).text)
        self.assertIn("1 innspill venter på å bli lest", case.page().text)

        self.assertEqual(303, case.moderate("publiser:1").status)
        shown = Client(self.server).get(case.public).text
        self.assertIn("langs elva", shown)
        self.assertIn("8B · 24 personer", shown)
        self.assertIn("1 innspill venter på svar. Vi har lovet det innen 1. mars 2099.", shown)

        refused = case.answer(1, verdikt="partly", rompunkt="1", begrunnelse="  ")
        self.assertEqual(422, refused.status)
        self.assertIn("Et svar uten grunn kan ikke publiseres", refused.text)
        self.assertEqual(303, case.answer(1, verdikt="partly", rompunkt="1", begrunnelse="Fire av sju benker kommer.").status)
        for place in (f"{case.public}/kvittering/{code}", case.public, f"{case.public}/tema/1"):
            page = Client(self.server).get(place).text
            self.assertIn("Fire av sju benker kommer.", page, place)
            self.assertIn("Delvis", page, place)
            self.assertIn("Hvilke tre strekninger som tas først", page, place)
        found = Client(self.server).open(f"{case.public}/kvittering?kode={code[:4].lower()}%20{code[4:8]}-{code[8:]}")
        self.assertIn("Fire av sju benker kommer.", found.text)
        self.assertEqual(404, Client(self.server).get(f"{case.public}/kvittering/{code[:4]}{'0' * 8}").status)
        self.assertRegex(self.owner.get(case.path).text, r"dager (igjen|over)")
        self.assertEqual(303, self.owner.post(case.path, {"op": "avslutt"}).status)
        self.assertIn("Avsluttet", Client(self.server).get(case.public).text)
        self.assertNotRegex(self.owner.get(case.path).text, r"dager (igjen|over)")

    def test_supports_count_once_for_each_phone(self):
        case = new_case(self.owner).fill()
        case.tell("lesing", lesing="after")
        case.open()
        case.send(tekst="Lys under brua")
        first, second = Client(self.server), Client(self.server)
        for client in (first, second):
            client.follow(client.submit(client.open(case.public), op="stott:1"))
        first.follow(first.post(f"{case.public}/stott", {"op": "stott:1"}))
        self.assertIn("2 støtter", Client(self.server).get(case.public).text)
        first.follow(first.submit(first.open(case.public), op="trekk:1"))
        self.assertIn("1 støtter", Client(self.server).get(case.public).text)
        self.assertEqual(404, first.post(f"{case.public}/stott", {"op": "stott:99"}).status)

    def test_the_same_form_sent_twice_is_one_contribution(self):
        case = new_case(self.owner).fill().open()
        resident = Client(self.server)
        page = resident.open(f"{case.public}/innspill/nytt")
        first, again = (resident.submit(page, op="send", tekst="En gang") for _ in range(2))
        self.assertEqual(receipt_of(first), receipt_of(again))
        self.assertIn("1 innspill venter på å bli lest", case.page().text)

    def test_what_cannot_be_taken_in_is_kept_in_the_form(self):
        case = new_case(self.owner).fill().open()
        self.assertEqual(422, case.send(tekst="   ", sted="Torget").status)
        refused = case.send(tekst="For mange", antall="mange")
        self.assertEqual(422, refused.status)
        self.assertIn("For mange</textarea>", refused.source)
        self.assertEqual(422, case.send(tekst="x" * 2001).status)

    def test_one_phone_is_stopped_and_the_class_beside_it_is_not(self):
        case = new_case(self.owner).fill().open()
        eager = Client(self.server)
        for n in range(5):
            self.assertEqual(303, case.send(eager, tekst=f"Nummer {n}").status)
        refused = case.send(eager, tekst="Nummer seks")
        self.assertEqual(429, refused.status)
        self.assertIn("Nummer seks</textarea>", refused.source)
        for n in range(8):
            self.assertEqual(303, case.send(tekst=f"Elev {n}").status)

    def test_a_removal_has_a_reason_and_is_counted(self):
        case = new_case(self.owner).fill().open()
        code = receipt_of(case.send(tekst="Naboen Per er lat"))
        refused = case.moderate("fjern:1", regel="personal", grunn="")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv grunnen. Ingenting fjernes uten.", refused.text)
        self.assertEqual(303, case.moderate("fjern:1", regel="personal", grunn="Du skrev navnet på en nabo.").status)
        page = Client(self.server).get(case.public).text
        self.assertIn("1 innspill er fjernet", page)
        self.assertIn("Personopplysninger: 1", page)
        self.assertNotIn("Naboen Per", page)
        self.assertIn("Du skrev navnet på en nabo.", Client(self.server).get(f"{case.public}/kvittering/{code}").text)

    def test_what_came_on_paper_is_marked(self):
        case = new_case(self.owner).fill().open()
        self.owner.follow(self.owner.post(case.path, {"op": "skriv-inn", "kilde": "paper", "tekst": "Fra brevkassa"}))
        page = Client(self.server).get(case.public).text
        self.assertIn("Fra brevkassa", page)
        self.assertIn("Skrevet inn fra papir", page)

    def test_the_list_turns_its_pages_and_many_move_at_once(self):
        case = new_case(self.owner).fill().open()
        case.theme("Elva")
        for n in range(1, 24):
            self.owner.post(case.path, {"op": "skriv-inn", "kilde": "paper", "tekst": f"Papir nummer {n}!"})
        first, second = (Client(self.server).get(f"{case.public}/innspill?side={n}") for n in (1, 2))
        self.assertIn("Papir nummer 23!", first.text)
        self.assertNotIn("Papir nummer 3!", first.text)
        self.assertIn("Papir nummer 3!", second.text)
        self.assertEqual(200, Client(self.server).get(f"{case.public}/innspill?side=99999999999").status)
        from urllib.parse import urlencode
        fields = [("op", "flytt"), ("til", "1"), ("tema", "0")] + [("innspill", str(n)) for n in range(1, 24)]
        moved = self.owner.request("POST", f"{case.path}/svar", urlencode(fields).encode(),
                                   {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})
        self.assertEqual(303, moved.status)
        self.assertIn("23 innspill", Client(self.server).get(f"{case.public}/tema/1").text)

    def test_it_is_all_there_after_a_restart(self):
        case = new_case(self.owner, "Etter en omstart").fill().open()
        code = receipt_of(case.send(tekst="Husk meg"))
        self.server.restart()
        self.assertIn("Husk meg", Client(self.server).get(f"{case.public}/kvittering/{code}").text)
        self.assertIn("Etter en omstart", Client(self.server).get("/saker").text)
        self.assertIn("1 innspill venter på å bli lest", case.page().text)

    def test_its_log_verifies_as_a_workshops_does(self):
        case = new_case(self.owner, "Etterprøvd").fill().open()
        case.send(tekst="Tell meg")
        outcome, said = run_program("verify", self.server.folder)
        self.assertEqual(0, outcome, said[-2000:])

    def test_hostile_text_is_only_text(self):
        case = new_case(self.owner).fill()
        case.tell("lesing", lesing="after")
        case.open()
        evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
        sent = case.send(tekst=evil, sted=evil[:100], gruppe=evil[:60])
        code = receipt_of(sent)
        for path in (case.public, f"{case.public}/innspill", f"{case.public}/kvittering/{code}", f"{case.path}/innspill?vis=publisert", f"{case.path}/svar"):
            source = self.owner.open(path).source
            self.assertIn("&lt;script&gt;alert(1)", source, path)
            self.assertNotIn("<script>alert", source, path)
            self.assertIsNone(re.search(r"<img[^>]*onerror", source), path)


if __name__ == "__main__":
    unittest.main()
