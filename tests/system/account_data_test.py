"""Who logs in sees, takes along and erases what is kept of the account; what is erased is in no file, whatever the case of its letters."""
import json
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from harness import Client, log_in, new_case, new_workshop
from harness.forgetting import Forgetting, knippe
from roles_test import PASSWORD

WORDS = ("Fornavnet7Q", "epost7q@fjordvik.example", "Uttalelsen7Q")
ALL = {"rolle-administrator": "1", "rolle-ansvarlig": "1", "rolle-fasilitator": "1", "rolle-svarer": "1", "rolle-politiker": "1"}
PAGE = "/konto/mine-data"


class AccountData(Forgetting):
    words = WORDS

    def person(self, email="Epost7Q@fjordvik.example", name="Fornavnet7Q Etternavn", roles=ALL):
        shown = self.desk.post("/admin", {"op": "inviter", "epost": email, **roles})
        client = Client(self.server)
        client.submit(client.open(re.search(r"/invitasjon/[\w-]{16,}", shown.source).group(0)), field="passord", navn=name, passord=PASSWORD)
        return client, re.search(r"/admin/bruker/(\d+)", self.desk.open("/admin").source.split(email)[1]).group(1)

    def full(self):
        """A person with every role who has left a mark of every kind."""
        person, number = self.person()
        case = new_case(self.desk, "Saken8R").fill().open()
        case.theme("Elva8R")
        self.assertEqual(303, person.post(f"{case.path}/uttalelse", {"op": "uttal", "uttalelse": "Uttalelsen7Q om Elva8R"}).status)
        self.assertEqual(303, person.post(f"{case.path}/svar", {"op": "svar", "tema": "1", "verdikt": "partly", "rompunkt": "1", "begrunnelse": "Svaret8R"}).status)
        self.desk.post(f"/admin/bruker/{number}", {"op": "gi", "sak": case.id, "rolle": "moderator"})  # taking nothing, the session stands
        room = new_workshop(person, tittel="Verkstedet8R").open()
        return person, number, case, room

    def test_everything_is_shown_and_taken_along_and_nothing_of_others(self):
        person, number, case, room = self.full()
        page = person.open(PAGE)
        for words in ("Fornavnet7Q", "Epost7Q@fjordvik.example", "Saken8R", "Verkstedet8R", "eier", "Moderator", "Uttalelsen7Q", "Svaret8R", "Administrator", "Innlogget",
                      "Tok imot invitasjonen", "argon2id"):
            self.assertIn(words, page.text)
        taken = json.loads(person.open(PAGE + ".json").source)
        self.assertEqual(("knippe-account-data-1", int(number), "Epost7Q@fjordvik.example"), (taken["format"], taken["account"], taken["email"]))
        rooms = {each["title"]: each for each in taken["rooms"]}
        self.assertEqual({"statement", "answer"}, {text["what"] for text in rooms["Saken8R"]["texts"]})
        self.assertEqual(["owner"], rooms["Verkstedet8R"]["roles"])
        self.assertEqual(["moderator"], rooms["Saken8R"]["roles"])
        self.assertIn("user_made", {act["act"] for act in taken["acts"]})
        other = self.desk.open(PAGE)
        for words in ("Uttalelsen7Q", "Svaret8R", "epost7q"):
            self.assertNotIn(words, other.source.lower() if words == "epost7q" else other.text)
        self.assertIn('href="/konto/mine-data"', Client(self.server).open("/personvern").source)
        self.assertEqual("/logg-inn", Client(self.server).get(PAGE).location.split("?")[0])

    def test_one_statement_goes_with_the_name_and_only_its_own(self):
        person, _, case, _ = self.full()
        other, _ = self.person("annen8r@fjordvik.example", "Annen8R", {"rolle-politiker": "1"})
        other.post(f"{case.path}/uttalelse", {"op": "uttal", "uttalelse": "Naboen8R"})
        ref = f"{case.id}/statement:1"
        self.assertIn(f'value="{ref}"', person.open(PAGE).source)
        self.assertNotIn(ref, other.open(PAGE).source)
        other.post(PAGE, {"op": "slett", "hva": ref})
        person.post(PAGE, {"op": "slett", "hva": f"{case.id}/answer:1"})
        self.assertEqual({"Uttalelsen7Q", "Svaret8R"}, self.found(("Uttalelsen7Q", "Svaret8R")))
        self.assertEqual(422, person.submit(person.open(PAGE), "slett").status)
        done = person.follow(person.submit(person.open(PAGE), "slett", hva=ref), 303)
        self.assertIn("Ordene er borte", done.text)
        self.assertEqual({"Fornavnet7Q", "epost7q@fjordvik.example"}, self.found())
        public = Client(self.server).open(case.public).text
        self.assertIn("Naboen8R", public)
        self.assertNotIn("Fornavnet7Q", public)

    def test_an_account_goes_for_good_and_its_number_stays(self):
        person, number, case, room = self.full()
        self.assertEqual(set(WORDS), self.found())
        page = person.open(PAGE)
        refused = person.submit(page, "alt")
        self.assertEqual(422, refused.status)
        self.assertIn("Kryss av", refused.text)
        self.assertEqual(set(WORDS), self.found())
        done = person.follow(person.submit(page, "alt", forstatt="ja"), 303)
        self.assertIn("Kontoen din er slettet", done.text)
        self.assertEqual(set(), self.found())
        self.assertNotEqual(200, person.get(PAGE).status)
        again = Client(self.server)
        self.assertNotEqual(303, again.submit(again.open("/logg-inn"), field="passord", epost="Epost7Q@fjordvik.example", passord=PASSWORD).status)
        self.assertEqual(404, self.desk.get(f"/admin/bruker/{number}").status)
        self.assertIn(f"Bruker {number}", self.desk.open("/admin/handlinger").text)
        self.assertEqual(200, self.desk.get(room.path).status, "an administrator carries it on")
        self.assertIn("Svaret8R", Client(self.server).open(case.public + "/tema/1").text)
        self.server.stop()
        self.assertEqual(set(), self.found())
        self.server.start()
        fresh, other = self.person("ny8r@fjordvik.example", "Ny8R")
        self.assertGreater(int(other), int(number), "a number is never given again")
        self.assertNotIn("Svaret8R", fresh.open(PAGE).text)

    def test_the_last_administrator_stays_whole(self):
        new_case(self.desk, "Saken8R").fill().open()
        refused = self.desk.submit(self.desk.open(PAGE), "alt", forstatt="ja")
        self.assertEqual(409, refused.status)
        self.assertIn("siste administratoren", refused.text)
        self.assertEqual(200, log_in(self.server).get("/admin").status)

    def test_an_older_backup_brings_nobody_back(self):
        person, number, _, _ = self.full()
        elsewhere = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, elsewhere, ignore_errors=True)
        knippe("backup", str(elsewhere / "old"), "--data", str(self.server.folder))
        person.follow(person.submit(person.open(PAGE), "alt", forstatt="ja"), 303)
        knippe("backup", str(elsewhere / "new"), "--data", str(self.server.folder))
        self.assertEqual(set(), self.found(folder=elsewhere / "new"))
        knippe("restore", str(elsewhere / "old"), "--data", str(elsewhere / "restored"), "--erasures", str(elsewhere / "new"))
        self.assertEqual(set(), self.found(folder=elsewhere / "restored"))


if __name__ == "__main__":
    unittest.main()
