"""What must be forgotten in a case is forgotten: one text, one person, everything; by hand, by time, and when an older backup comes back."""
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from harness import Client, new_case
from harness.forgetting import Forgetting, knippe

SENT = ("Innspillet7Q", "Plassen7Q", "Gruppa7Q")
WORDS = SENT + ("Fjernet7Q", "Svaret7Q", "Vedtaket7Q", "Kilden7Q", "Tiltaket7Q", "Eieren7Q", "Milepaelen7Q", "Oppfolgingen7Q", "Politisk7Q", "Administrativ7Q",
                "Svarer7Q", "Evalueringen7Q", "Fasen7Q", "Fasestedet7Q")


class CaseTrust(Forgetting):
    words = WORDS

    def told(self, answer):
        self.assertEqual(303, answer.status, answer.text[:600])

    def full_case(self, title="Saken8R"):
        """One case in which every kind of text stands, the contribution from `resident`."""
        roles = {"politisk": "Politisk7Q", "administrativ": "Administrativ7Q", "svarer": "Svarer7Q", "forventet": "Møt opp"}
        case = new_case(self.desk, title).fill(roller=roles)
        self.told(case.tell("steg:0", slag="event", fra="01.02.2099", til="01.02.2099", stegtittel="Fasen7Q", stegsted="Fasestedet7Q"))
        case.open()
        case.theme("Elva8R")
        resident, other = Client(self.server), Client(self.server)
        self.told(case.send(resident, tekst="Innspillet7Q", sted="Plassen7Q", gruppe="Gruppa7Q", antall="12", tema="1"))
        self.told(case.send(other, tekst="Naboinnspillet8R", tema="1"))
        self.told(case.moderate("fjern:1", regel="off_topic", grunn="Fjernet7Q"))
        self.told(case.moderate("publiser:1", pile="fjernet"))
        self.told(case.moderate("publiser:2"))
        self.told(other.post(f"{case.public}/stott", {"op": "stott:1"}))
        self.told(case.answer(1, verdikt="partly", rompunkt="1", begrunnelse="Svaret7Q"))
        self.told(case.after("vedtak:0", dato="01.03.2026", tekst="Vedtaket7Q", kilde="Kilden7Q"))
        self.told(case.after("tiltak:0", tekst="Tiltaket7Q", eier="Eieren7Q", dato="01.05.2099", tema="0"))
        self.told(case.after("milepael:1", tekst="Milepaelen7Q", dato="01.04.2099"))
        self.told(case.after("svar:1", framdrift="under_way", tekst="Oppfolgingen7Q"))
        self.told(self.desk.post(f"{case.path}/resultat", {"op": "evaluering", "endret": "yes", "antall": "30", "bra": "Evalueringen7Q", "laert": "Mye", "hva": "Litt", "tegn": "Noe"}))
        return case, resident, other

    def erase(self, case, query):
        return self.desk.follow(self.desk.submit(self.desk.open(f"{case.path}/tekster?{query}"), "slett"))

    def all_pages(self, case):
        public = Client(self.server)
        pages = [public.get(case.public + rest).source for rest in ("", "/innspill", "/tema/1", "/resultat", "/uttalelser", "/tiltak/1", "/eksport/alt.json", "/svar.atom", "/kalender.ics")]
        return "\n".join(pages) + public.get("/").source + self.desk.get(case.path).source + self.desk.get(case.path + "/innspill?vis=publisert").source

    def test_one_text_goes_from_pages_exports_and_every_file_and_numbers_stand(self):
        case, resident, _ = self.full_case()
        self.assertEqual(set(WORDS), self.found())
        self.assertIn("Innspillet7Q", self.all_pages(case))
        page = self.desk.open(f"{case.path}/tekster?hva=contribution:1")
        for words in ("Innspillet7Q", "Fjernet7Q", "Dette forsvinner", "Dette blir igjen", "Ingen telling endres"):
            self.assertIn(words, page.text)
        self.assertEqual(set(WORDS), self.found(), "looking erases nothing")
        self.assertIn("Ordene er borte", self.desk.follow(self.desk.submit(page, "slett")).text)
        self.assertEqual(303, self.desk.submit(page, "slett").status, "a second press finds it done")
        self.assertEqual(set(WORDS) - set(SENT) - {"Fjernet7Q"}, self.found())
        shown = Client(self.server).open(case.public + "/innspill")
        self.assertIn("Teksten er slettet", shown.text)
        self.assertIn("Naboinnspillet8R", shown.text)
        self.assertNotIn("Innspillet7Q", self.all_pages(case))
        self.server.stop()
        self.assertEqual(set(WORDS) - set(SENT) - {"Fjernet7Q"}, self.found())
        self.server.start()
        self.assertIn("Teksten er slettet", Client(self.server).open(case.public + "/innspill").text)

    def test_every_kind_of_text_can_be_erased(self):
        case, _, _ = self.full_case()
        listed = self.desk.open(f"{case.path}/tekster")
        refs = set(re.findall(r'name="hva" value="([a-z_]+:\d+)"', listed.source))
        self.erase(case, "&".join(f"hva={ref}" for ref in sorted(refs)))
        self.assertEqual(set(), self.found())
        self.assertNotIn("7Q", self.all_pages(case))
        self.assertIn("Elva8R", Client(self.server).open(case.public).text)

    def test_everything_of_one_browser_and_everything_of_a_named_owner(self):
        case, _, _ = self.full_case()
        listed = self.desk.open(f"{case.path}/tekster")
        self.assertIn("Nettleser 1", listed.text)
        self.assertIn('value="Eieren7Q"', listed.source)
        self.erase(case, "telefon=1")
        self.assertEqual(set(WORDS) - set(SENT) - {"Fjernet7Q"}, self.found())
        self.erase(case, "navn=Eieren7Q")
        gone = {"Eieren7Q", "Tiltaket7Q", "Milepaelen7Q", "Oppfolgingen7Q"}
        self.assertEqual(set(WORDS) - set(SENT) - {"Fjernet7Q"} - gone, self.found())
        for wrong in ("hva=tull", "hva=contribution:99", "navn=Ingen", "telefon=99", "telefon=x"):
            self.assertEqual(422, self.desk.get(f"{case.path}/tekster?{wrong}").status, wrong)

    def test_a_resident_sees_takes_along_and_erases_their_own_and_no_others(self):
        case, resident, other = self.full_case()
        page = resident.open(f"{case.public}/mine-data")
        self.assertIn("Innspillet7Q", page.text)
        self.assertNotIn("Naboinnspillet8R", page.text)
        self.assertIn("Innspillet7Q", resident.open(f"{case.public}/mine-data.json").source)
        self.assertIn('"supported": [', other.open(f"{case.public}/mine-data.json").source)
        stranger = Client(self.server)
        self.assertNotIn("7Q", stranger.open(f"{case.public}/mine-data").text)
        self.assertNotIn("7Q", stranger.open(f"{case.public}/mine-data.json").source)
        other.post(f"{case.public}/mine-data", {"op": "slett", "hva": "contribution:1"})
        stranger.post(f"{case.public}/mine-data", {"op": "slett", "hva": "contribution:1"})
        stranger.post(f"{case.public}/mine-data", {"op": "alt", "forstatt": "ja"})
        self.assertEqual(set(WORDS), self.found())
        self.assertEqual(422, resident.submit(page, "alt").status)
        self.told(resident.submit(page, "alt", forstatt="ja"))
        self.assertEqual(set(), self.found(SENT))
        self.assertIn("finner ikke noe", resident.open(f"{case.public}/mine-data").text)

    def test_a_case_is_deleted_for_good(self):
        case, resident, _ = self.full_case("Tittelen7Q")
        page = self.desk.open(f"{case.path}/slett")
        for words in ("2 innspill med støtte", "Dette forsvinner for godt", "Dette blir igjen"):
            self.assertIn(words, page.text)
        self.assertEqual(422, self.desk.submit(page, "slett").status)
        self.told(self.desk.submit(page, "slett", forstatt="ja"))
        self.assertEqual(set(), self.found(WORDS + ("Tittelen7Q", "Naboinnspillet8R", "Elva8R")))
        for path in (case.public, case.public + "/innspill", case.public + "/resultat", case.public + "/kalender.ics", case.public + "/mine-data", case.path):
            gone = self.desk.get(path)
            self.assertEqual(410, gone.status, path)
            self.assertIn("Saken er slettet", gone.text)
        self.assertEqual(410, Client(self.server).post(case.public + "/innspill/nytt", {"op": "send", "tekst": "Likevel"}).status)
        self.assertNotIn("Tittelen7Q", Client(self.server).open("/saker").text)
        self.server.stop()
        self.server.start()
        self.assertEqual(410, Client(self.server).get(case.public).status)

    def test_an_older_backup_is_restored_without_the_words(self):
        case, _, _ = self.full_case()
        doomed = new_case(self.desk, "Dødsdømt7Q").fill().open()
        place = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, place, True)
        knippe("backup", str(place / "old"), "--data", self.server.folder)
        self.erase(case, "telefon=1")
        self.told(self.desk.submit(self.desk.open(f"{doomed.path}/slett"), "slett", forstatt="ja"))
        knippe("backup", str(place / "new"), "--data", self.server.folder)
        self.assertNotIn("7Q", (place / "new" / "erasures.txt").read_text())
        self.server.stop()
        target = place / "restored"
        knippe("restore", str(place / "old"), "--data", str(target), "--erasures", str(place / "new"))
        self.assertEqual(set(), self.found(SENT + ("Dødsdømt7Q",), folder=target))
        self.assertIn("Naboinnspillet8R", self.found(("Naboinnspillet8R",), folder=target))
        self.server.folder = target
        self.server.start()
        self.assertEqual(410, self.desk.get(doomed.public).status)
        shown = Client(self.server).open(case.public + "/innspill").text
        self.assertIn("Naboinnspillet8R", shown)
        self.assertIn("Teksten er slettet", shown)

    def test_time_takes_what_people_wrote_and_the_desk_and_the_public_are_told_before(self):
        case, _, _ = self.full_case()
        self.assertIn("ikke bestemt hvor lenge", case.page().text)
        self.assertIn("ikke bestemt hvor lenge", Client(self.server).open(case.public).text)
        self.assertEqual(422, self.keep(case, "all", "0").status)
        self.told(self.keep(case, "all", "30"))
        self.assertIn("30 dager etter at saken er avsluttet", Client(self.server).open(case.public).text)
        self.told(self.desk.post(case.path, {"op": "avslutt"}))
        self.assertIn("Noe slettes", case.page().text)
        self.let_time_pass()
        stays = {"Svaret7Q", "Vedtaket7Q", "Kilden7Q", "Evalueringen7Q", "Fasen7Q", "Fasestedet7Q"}
        self.assertEqual(stays, self.found())
        self.assertNotIn("Noe slettes", case.page().text)

    def test_the_duty_to_archive_keeps_what_was_written_and_says_why_in_public(self):
        case, _, _ = self.full_case()
        self.assertIn("Skriv hvorfor", self.keep(case, "names").text)
        self.told(self.keep(case, "names", "30", "Arkivlova § 9"))
        self.assertIn("Grunn: Arkivlova § 9", Client(self.server).open(case.public).text)
        self.told(self.desk.post(case.path, {"op": "avslutt"}))
        self.let_time_pass()
        self.assertEqual(set(WORDS) - {"Politisk7Q", "Administrativ7Q", "Svarer7Q"}, self.found())


if __name__ == "__main__":
    unittest.main()
