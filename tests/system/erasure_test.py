"""What must be forgotten is forgotten: by the participant, the facilitator, and when an older backup comes back."""
import re
import shutil
import sqlite3
import tempfile
import unittest
from pathlib import Path

from harness import Client, new_workshop, top_five
from harness.forgetting import Forgetting, knippe
from photo_test import SAMPLES, send

WORDS = ("Bordet7Q", "Medlemmet7Q", "Fornavnet7Q", "Nokkelen7Q", "Mellomrommet7Q", "Kortnavnet7Q", "Grunnen7Q", "Tiltaket7Q", "Ansvarlig7Q", "Notatet7Q",
         "Bildet7Q")


class Erasure(Forgetting):
    words = WORDS

    def full_room(self):
        """One workshop in which the first phone has written every kind of text, each in two wordings."""
        room = new_workshop(self.desk, tittel="Verkstedet8R").open()
        phone = room.phone(navn="Bordet7Q", fornavn="Fornavnet7Q")
        other = room.phone(navn="Nabobordet8R")
        phone.follow(phone.submit(phone.page("gruppe"), "lagre", medlemmer="Medlemmet7Q\nOla"))
        room.stage("supplement")
        phone.use("send", tekst="Nokkelen7Q først")
        phone.use("lagre:1", tekst="Nokkelen7Q")
        phone.use("send", tekst="Mellomrommet7Q nummer to")
        other.use("send", tekst="Nabonokkelen8R")
        room.do("godkjenn:1", kortnavn="Kortnavnet7Q", tekst="")
        room.do("returner:2", grunn="Grunnen7Q")
        room.stage("rank")
        phone.rank(*top_five(phone))
        room.stage("measures")
        phone.use("legg-til", hva="Tiltaket7Q", hvem="Ansvarlig7Q", naar="")
        room.stage("pitch")
        room.do("pitch-start:2")
        phone.post(phone.path("pitch"), {"op": "send", "til": "2", "slag": "comment", "tekst": "Notatet7Q"})
        phone.follow(send(phone, phone.page("bilde"), (SAMPLES / "plain.png").read_bytes()))
        phone.follow(phone.submit(phone.page("bilde"), "beskriv:1", alt="Bildet7Q"))
        return room, phone, other

    def pictures(self, folder=None):
        return [file for file in Path(folder or self.server.folder, "files").rglob("*") if file.is_file()]

    def erase(self, room, *refs):
        query = "&".join(f"hva={ref}" for ref in refs)
        return self.desk.follow(self.desk.submit(self.desk.open(f"{room.path}/tekster?{query}"), "slett"))

    def test_a_phone_sees_takes_along_and_erases_everything_of_its_own(self):
        room, phone, other = self.full_room()
        self.assertEqual(set(WORDS), self.found())
        page = phone.open(phone.path("mine-data"))
        for word in WORDS[:5] + WORDS[7:]:
            self.assertIn(word, page.text)
        self.assertNotIn("Nabonokkelen8R", page.text)
        taken = phone.open(phone.path("mine-data.json"))
        self.assertIn("Notatet7Q", taken.source)
        self.assertEqual(422, phone.submit(page, "alt").status)
        gone = phone.submit(page, "alt", forstatt="ja")
        self.assertEqual("/personvern?slettet=1", gone.location)
        self.assertEqual(set(), self.found())
        self.assertEqual([], self.pictures())
        self.assertEqual({"Nabobordet8R", "Nabonokkelen8R", "Verkstedet8R"}, self.found(("Nabobordet8R", "Nabonokkelen8R", "Verkstedet8R")))
        self.assertIn(phone.get(phone.path()).status, (303, 401, 403, 404))
        self.assertIn("teksten er slettet", self.desk.open(f"{room.path}/nokler").text)

    def test_another_table_and_another_phone_cannot_erase_it(self):
        room, phone, other = self.full_room()
        page = other.open(other.path("mine-data"))
        for word in WORDS:
            self.assertNotIn(word, page.text)
        for ref in ("supplement:1", "measure:1", "note:1", "photo:1", "group:1", "phone:1", "reason:2", "key:19"):
            other.post(other.path("mine-data"), {"op": "slett", "hva": ref})
        self.assertEqual(set(WORDS), self.found())
        self.assertEqual(422, other.post(other.path("mine-data"), {"op": "slett", "hva": "tull"}).status)
        self.assertEqual(422, other.post(other.path("mine-data"), {"op": "slett"}).status)

    def test_the_facilitator_erases_one_text_after_a_page_that_says_what_goes(self):
        room, phone, _ = self.full_room()
        room.do("publiser")
        room.do("avslutt")
        public = Client(self.server)
        before = public.get(room.report + "/rangering.csv").text
        page = self.desk.open(f"{room.path}/tekster?hva=supplement:1")
        for word in ("Nokkelen7Q", "Kortnavnet7Q", "Dette forsvinner", "Dette blir igjen", "Ingen telling endres"):
            self.assertIn(word, page.text)
        self.assertEqual(set(WORDS), self.found(), "looking erases nothing")
        done = self.desk.submit(page, "slett")
        self.assertIn("Ordene er borte", self.desk.follow(done).text)
        self.assertEqual(303, self.desk.submit(page, "slett").status, "a second press finds it done")
        self.assertEqual(set(WORDS) - {"Nokkelen7Q", "Kortnavnet7Q"}, self.found())
        report = public.open(room.report)
        self.assertNotIn("Nokkelen7Q", report.text)
        self.assertIn("Teksten er slettet", report.text)
        strip = lambda csv: [line.split(";")[4:] for line in csv.splitlines()]
        self.assertEqual(strip(before), strip(public.get(room.report + "/rangering.csv").text))
        for path in ("/pakke.json", "/eksport/alt.xlsx", "/lysark"):
            self.assertEqual(200, public.get(room.report + path).status)
        self.assertIn("Teksten er slettet", public.get(room.report + "/pakke.json").source)
        self.assertEqual(200, public.get(f"/rom/{room.id}/bevis").status)

    def test_everything_from_one_phone_by_the_facilitator_also_after_a_restart(self):
        room, phone, _ = self.full_room()
        listed = self.desk.open(f"{room.path}/tekster")
        self.assertIn("Telefon 1", listed.text)
        self.desk.follow(self.desk.submit(self.desk.open(f"{room.path}/tekster?telefon=1"), "slett"))
        self.assertEqual(set(), self.found())
        self.server.stop()
        self.assertEqual(set(), self.found())
        self.assertEqual([], self.pictures())
        self.server.start()
        self.assertNotIn("7Q", re.sub(r"http://\S+", "", room.page().text), "an address of the projector may hold any letters")
        self.assertNotIn("7Q", self.desk.open(f"{room.path}/tekster").text)

    def test_what_phones_see_live_follows(self):
        room, phone, other = self.full_room()
        room.stage("supplement")
        self.assertIn("Kortnavnet7Q", other.page().text)
        self.erase(room, "supplement:1")
        self.assertNotIn("Kortnavnet7Q", other.page().text)
        screen = re.search(r"/skjerm/[\w-]{16,}", room.page().source).group(0)
        for view in ("supplements", "keys", "top", "measures", "thanks"):
            room.do(f"vis:{view}")
            self.assertNotIn("Kortnavnet7Q", Client(self.server).open(screen).source)

    def test_a_start_finishes_an_erasure_that_was_interrupted(self):
        room, phone, _ = self.full_room()
        self.erase(room, "note:1")
        self.server.stop()
        database = sqlite3.connect(Path(self.server.folder, "knippe.db"))
        with database:
            seq, = database.execute("SELECT max(seq) FROM event WHERE kind = 'NoteWorded'").fetchone()
            body = b'{"note":1,"text":"Notatet7Q"}'
            database.execute("INSERT INTO event_body SELECT pos, zeroblob(32), ? FROM event WHERE seq = ? AND kind = 'NoteWorded'", (body, seq))
            database.execute("INSERT INTO erasure_begun SELECT room FROM event WHERE seq = ? AND kind = 'NoteWorded'", (seq,))
        database.close()
        self.assertIn("Notatet7Q", self.found())
        self.server.start()
        self.assertNotIn("Notatet7Q", self.found())

    def test_why_something_is_kept_is_said_where_everybody_reads_it(self):
        room = new_workshop(self.desk, tittel="Verkstedet8R").open()
        self.assertEqual(303, self.keep(room, "nothing", grunn="Arkivlova <b>§ 12</b> 8R").status)
        public, proof = Client(self.server), f"/rom/{room.id}/bevis"
        self.assertNotIn("Arkivlova", public.open(proof).text, "nobody but its makers knows it")
        room.stage("result")
        room.do("publiser")
        for path in (room.report, proof):
            page = public.open(path)
            self.assertIn("Ingenting slettes av seg selv", page.text)
            self.assertIn("Grunn: Arkivlova <b>§ 12</b> 8R", page.text)
            self.assertNotIn("<b>§ 12</b>", page.source)
        self.keep(room, "all", dager="30")
        self.assertIn("Navn og tekster slettes 30 dager etter", public.open(room.report).text)
        self.assertNotIn("Grunn:", public.open(room.report).text)

    def test_an_older_backup_is_restored_without_the_words(self):
        room, phone, other = self.full_room()
        doomed = new_workshop(self.desk, tittel="Dødsdømt7Q").open()
        doomed.do("ny-gruppe", navn="Bordet7Q igjen", medlemmer="", antall="")
        place = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, place, True)
        knippe("backup", str(place / "old"), "--data", self.server.folder)
        self.assertEqual(set(WORDS), self.found(folder=place / "old"))
        self.desk.follow(self.desk.submit(self.desk.open(f"{room.path}/tekster?telefon=1"), "slett"))
        self.desk.submit(self.desk.open(f"{doomed.path}/slett"), "slett", forstatt="ja")
        knippe("backup", str(place / "new"), "--data", self.server.folder)
        register = (place / "new" / "erasures.txt").read_text()
        self.assertNotRegex(register, "7Q")
        self.assertRegex(register, rf"(?m)^{room.id} \d+ [0-9a-f]{{64}} \d+$")
        self.server.stop()
        for name, source in (("newer backup", "new"), ("file", "new/erasures.txt")):
            target = place / name.replace(" ", "-")
            knippe("restore", str(place / "old"), "--data", str(target), "--erasures", str(place / source))
            self.assertEqual(set(), self.found(WORDS + ("Dødsdømt7Q",), folder=target), name)
            self.assertEqual([], self.pictures(target), name)
            self.assertIn("Nabonokkelen8R", self.found(("Nabonokkelen8R",), folder=target))
        self.assertEqual(0, len(list((place / "file").glob("erasures.txt"))))
        self.server.folder = place / "file"
        self.server.start()
        self.assertEqual(410, self.desk.get(doomed.path).status)
        page = self.desk.open(f"{room.path}/tekster").text
        self.assertIn("Nabonokkelen8R", page)
        self.assertNotIn("7Q", page)
        source = room.page().source  # which also holds letters drawn at random
        self.assertEqual([], [word for word in WORDS if word in source])

    def test_texts_go_when_their_time_is_up_and_the_desk_says_so_before(self):
        room, phone, _ = self.full_room()
        running = new_workshop(self.desk, tittel="Pågår").open()
        running.do("ny-gruppe", navn="Pågående8R", medlemmer="", antall="")
        self.assertEqual(303, self.keep(room, "all", "30").status)
        self.assertNotIn("Noe slettes", room.page().text)
        room.do("avslutt")
        self.assertIn("Noe slettes", room.page().text)
        self.let_time_pass()
        self.assertEqual(set(), self.found())
        self.assertEqual([], self.pictures())
        self.assertEqual({"Pågående8R", "Verkstedet8R"}, self.found(("Pågående8R", "Verkstedet8R", "Nabonokkelen8R")))
        self.assertNotIn("Noe slettes", room.page().text)

    def test_the_duty_to_archive_keeps_what_was_written_and_names_go(self):
        room, phone, _ = self.full_room()
        refused = self.keep(room, "names")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv hvorfor", refused.text)
        self.assertEqual(422, self.keep(room, "all", "0").status)
        self.assertEqual(303, self.keep(room, "names", "30", "Arkivplikt, arkivlova § 9").status)
        room.do("avslutt")
        self.let_time_pass()
        self.assertEqual(set(WORDS) - {"Bordet7Q", "Medlemmet7Q", "Fornavnet7Q"}, self.found())

    def test_never_needs_a_reason_and_keeps_everything(self):
        room, phone, _ = self.full_room()
        self.assertEqual(422, self.keep(room, "nothing").status)
        self.assertEqual(303, self.keep(room, "nothing", "30", "Arkivverdig").status)
        room.do("avslutt")
        self.let_time_pass()
        self.assertEqual(set(WORDS), self.found())
        self.assertIn("Arkivverdig", self.desk.open(f"{room.path}/lagring").source)


if __name__ == "__main__":
    unittest.main()
