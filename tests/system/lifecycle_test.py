"""What becomes of a workshop: copied, rehearsed, archived, deleted."""
import re
import sqlite3
import unittest
from pathlib import Path

from harness import Client, Server, new_workshop, set_up, top_five
from permission_test import invite
from photo_test import SAMPLES, send

WORDS = ("Tittelen7Q", "Sporsmaalet7Q", "Stedet7Q", "Bordet7Q", "Fornavnet7Q", "Nokkelen7Q", "Mellomrommet7Q", "Tiltaket7Q", "Ansvarlig7Q", "Notatet7Q",
         "Grunnen7Q", "Kortnavnet7Q")


def room_of(answer):
    return re.search(r"/styring/([0-9a-z]{13})", answer.location).group(1)


class Lifecycle(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.desk = set_up(self.server)

    def more(self, room, op):
        return self.desk.submit(self.desk.open(f"{room.path}/mer"), op)

    def delete(self, room, client=None, **fields):
        client = client or self.desk
        return client.submit(client.open(f"{room.path}/slett"), "slett", **fields)

    def full_room(self):
        """A workshop with every kind of text in it."""
        room = new_workshop(self.desk, tittel="Tittelen7Q", sporsmal="Sporsmaalet7Q", sted="Stedet7Q").open()
        phone = room.phone(navn="Bordet7Q", fornavn="Fornavnet7Q")
        other = room.phone(navn="Andre")
        room.stage("supplement")
        phone.use("send", tekst="Nokkelen7Q")
        phone.use("send", tekst="Mellomrommet7Q nummer to")
        room.do("godkjenn:1", kortnavn="Kortnavnet7Q", tekst="")
        room.do("returner:2", grunn="Grunnen7Q")
        room.stage("rank")
        phone.rank(*top_five(phone))
        room.stage("measures")
        phone.use("legg-til", hva="Tiltaket7Q", hvem="Ansvarlig7Q", naar="")
        room.stage("pitch")
        room.do("pitch-start:1")
        other.post(other.path("pitch"), {"op": "send", "til": "1", "slag": "comment", "tekst": "Notatet7Q"})
        phone.follow(send(phone, phone.page("bilde"), (SAMPLES / "plain.png").read_bytes()))
        return room, phone

    def files_with(self, words):
        found = set()
        for file in Path(self.server.folder).rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                found |= {(file.name, word) for word in words if word.encode() in content}
        return found

    def test_a_copy_has_the_set_up_and_nothing_of_the_participants(self):
        room, _ = self.full_room()
        copy = self.more(room, "kopier")
        self.assertEqual(303, copy.status)
        page = self.desk.open(copy.location)
        form = page.form_of("tittel").values
        self.assertEqual(("Tittelen7Q", "Sporsmaalet7Q", "Stedet7Q", ""), (form["tittel"], form["sporsmal"], form["sted"], form["dato"]))
        self.assertNotIn("Kortnavnet7Q", page.source)
        desk = self.desk.open(f"/styring/{room_of(copy)}").text
        self.assertNotIn("Bordet7Q", desk)
        self.assertIn("0 grupper", desk)

    def test_a_second_press_on_the_same_page_makes_no_second_copy(self):
        room = new_workshop(self.desk)
        page = self.desk.open(f"{room.path}/mer")
        self.assertEqual(self.desk.submit(page, "kopier").location, self.desk.submit(page, "kopier").location)

    def test_a_rehearsal_says_so_on_every_page_and_goes_with_one_press(self):
        room = new_workshop(self.desk, tittel="På ordentlig")
        made = self.more(room, "ov")
        rehearsal = type(room)(self.desk, room_of(made)).open()
        phone = rehearsal.phone(navn="Prøvebord")
        rehearsal.stage("rank")
        rehearsal.do("publiser")
        for client, path in [(self.desk, rehearsal.path + rest) for rest in ("", "/oppsett", "/nokler", "/gruppe/1", "/ark", "/plakat", "/lysark",
                                                                              "/eksport", "/mer")] + [
                (phone, phone.path()), (phone, phone.path("gruppe")), (phone, phone.path("bilde")), (self.desk, rehearsal.report),
                (self.desk, re.search(r"/skjerm/[\w-]{16,}", rehearsal.page().source).group(0))]:
            self.assertIn('class="simulert"', client.open(path).source, path)
        self.assertNotIn("På ordentlig", Client(self.server).get("/").text)
        self.assertNotIn('class="simulert"', room.page().source)
        page = self.desk.open("/styring")
        form = next(form for form in page.read.forms if ("op", "kast") in form.buttons)
        self.assertIn(rehearsal.id, form.action)
        self.desk.follow(self.desk.submit(page, "kast"))
        self.assertEqual(410, self.desk.get(rehearsal.path).status)
        self.assertEqual(200, self.desk.get(room.path).status)

    def test_the_archive_moves_a_closed_workshop_and_changes_nothing_else(self):
        room = new_workshop(self.desk, tittel="Ferdig nå").open()
        self.assertNotIn("arkiver", self.desk.open(f"{room.path}/mer").ops())
        self.assertEqual(409, self.desk.post(f"{room.path}/mer", {"op": "arkiver"}).status)
        room.do("publiser")
        room.do("avslutt")
        self.desk.follow(self.more(room, "arkiver"))
        self.assertNotIn("Ferdig nå", self.desk.open("/styring").text)
        self.assertIn("Ferdig nå", self.desk.open("/styring/arkiv").text)
        self.assertEqual(200, Client(self.server).get(room.report).status)
        self.assertIn("Ferdig nå", Client(self.server).get("/").text)
        self.desk.follow(self.more(room, "ta-fram"))
        self.assertIn("Ferdig nå", self.desk.open("/styring").text)
        self.assertNotIn("Ferdig nå", self.desk.open("/styring/arkiv").text)

    def test_deleting_says_what_goes_and_asks_for_a_tick(self):
        room, _ = self.full_room()
        page = self.desk.open(f"{room.path}/slett")
        for words in ("2 grupper", "2 supplerende nøkler", "Ett tiltak", "Ett bilde", "Sikkerhetskopier"):
            self.assertIn(words, page.text)
        refused = self.desk.submit(page, "slett")
        self.assertEqual(422, refused.status)
        self.assertIn("Kryss av", refused.text)
        self.assertEqual(422, self.desk.post(f"{room.path}/slett", {"op": "kast"}).status)
        self.assertEqual(200, self.desk.get(room.path).status)

    def test_a_deleted_workshops_words_are_in_no_file(self):
        room, phone = self.full_room()
        kept = new_workshop(self.desk, tittel="Naboen8R").open()
        room.do("publiser")
        self.assertEqual(set(WORDS), {word for _, word in self.files_with(WORDS)})
        link = re.search(r"/skjerm/[\w-]{16,}", room.page().source).group(0)
        group, code = room.group_links()[0], room.code()

        self.assertEqual("/styring", self.delete(room, forstatt="ja").location)
        for running in (True, False):
            self.assertEqual(set(), self.files_with(WORDS), "while it runs" if running else "after it has ended")
            self.assertEqual({"Naboen8R"}, {word for _, word in self.files_with(["Naboen8R"])})
            if running:
                self.server.stop()
        self.assertEqual([], [file for file in Path(self.server.folder, "files").rglob("*") if file.is_file()])

        self.server.start()
        public = Client(self.server)
        for path in ("", "/pakke.json", "/rangering.csv", "/lysark", "/eksport/alt.xlsx"):
            answer = public.get(room.report + path)
            self.assertEqual(410, answer.status, path)
            self.assertIn("av arrangøren", answer.text)
            self.assertRegex(answer.text, r"Loggen hadde \d+ hendelser.*[0-9a-f]{64}")
            self.assertNotIn("Tittelen7Q", answer.source)
        self.assertEqual(410, phone.get(phone.path()).status)
        self.assertEqual(410, self.desk.get(room.path).status)
        self.assertEqual(404, public.get(link).status)
        self.assertEqual(404, public.get(group).status)
        self.assertEqual(422, public.post("/bli-med", {"kode": code}).status)
        self.assertEqual(200, self.desk.get(kept.path).status)
        self.assertNotIn(room.id, self.desk.open("/styring").source)

    def test_many_texts_leave_nothing_between_the_pages(self):
        room = new_workshop(self.desk, tittel="Lang7Q")
        other = new_workshop(self.desk, tittel="Nabo")
        names = "\n".join(f"Navnet7Q {n} {'x' * (n * 7 % 50)}" for n in range(30))
        for n in range(60):
            room.do("ny-gruppe", navn=f"Bordet7Q {n}", medlemmer=names, antall="")
            other.do("ny-gruppe", navn=f"Nabobord {n}", medlemmer="Per\nKari", antall="")
        self.delete(room, forstatt="ja")
        self.assertEqual(set(), self.files_with(["Navnet7Q", "Bordet7Q", "Lang7Q"]))
        self.assertIn("Nabobord 59", other.page().text)

    def test_a_start_finishes_a_deletion_that_was_interrupted(self):
        room, _ = self.full_room()
        self.server.stop()
        number = 0
        for letter in room.id:
            number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(letter)
        database = sqlite3.connect(Path(self.server.folder, "knippe.db"))
        with database:
            database.execute("INSERT INTO deletion VALUES (?)", (number,))
        database.close()
        self.server.start()
        self.assertEqual(410, self.desk.get(room.path).status)
        self.assertEqual(set(), self.files_with(WORDS))

    def test_only_the_owner_or_an_administrator_deletes(self):
        nils = invite(self.server, self.desk)
        own = new_workshop(nils, tittel="Nils sitt")
        foreign = new_workshop(self.desk, tittel="Karis")
        self.assertEqual(403, nils.get(f"{foreign.path}/slett").status)
        self.assertEqual(403, nils.post(f"{foreign.path}/slett", {"op": "slett", "forstatt": "ja"}).status)
        self.assertEqual(200, self.desk.get(foreign.path).status)
        self.assertEqual(303, self.delete(own, client=nils, forstatt="ja").status)
        second = new_workshop(nils, tittel="Nils nummer to")
        self.assertEqual(303, self.delete(second, forstatt="ja").status)


if __name__ == "__main__":
    unittest.main()
