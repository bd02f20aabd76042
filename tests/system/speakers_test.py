"""Speakers without scripts: introduced, moved, presented one after another; their notes on two pages of the desk and nowhere else."""
import re
import unittest
from pathlib import Path

from harness import Client, Server, new_workshop, set_up
from harness.stream import Stream

NOTES = "Notatet7Q: begynn med torget"


class Speakers(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.desk = set_up(self.server)
        self.room = new_workshop(self.desk, tittel="Verkstedet8R")
        self.page = f"{self.room.path}/innledere"
        self.stand = f"{self.room.path}/presentasjon"

    def introduce(self, op="ny", **fields):
        return self.desk.submit(self.desk.open(self.page), op, **fields)

    def two(self):
        self.desk.follow(self.introduce(navn="Kari Innleder7Q", tilhorighet="Trondheim7Q", nokler="2 1 3", notater=NOTES))
        self.desk.follow(self.introduce(navn="Jacob8R", nokler="16, 17", notater=""))

    def step(self, op):
        return self.desk.follow(self.desk.submit(self.desk.open(self.stand), op))

    def wall(self):
        link = re.search(r"/skjerm/[\w-]{16,}", self.room.page().source).group(0)
        return Client(self.server).open(link).text

    def test_what_is_wrong_is_said_beside_its_field_and_kept(self):
        self.two()
        for fields, words in ((dict(navn=" ", nokler=""), "Skriv minst ett ord"), (dict(navn="Jacob8R", nokler=""), "heter det alt"),
                              (dict(navn="Ola", nokler="2 2"), "to ganger"), (dict(navn="Ola", nokler="1 99"), "99")):
            answer = self.introduce(**fields, notater="Beholdes9S", tilhorighet="")
            self.assertIn(answer.status, (409, 422), fields)
            self.assertIn(words, answer.text)
            self.assertIn("Beholdes9S", answer.source)
        self.assertNotIn("Beholdes9S", self.desk.open(self.page).source)

    def test_the_wall_and_the_phones_follow_the_speakers(self):
        self.two()
        self.desk.follow(self.desk.submit(self.desk.open(self.page), "ned:1"))
        self.room.open()
        phone = self.room.phone(navn="Bordet")
        self.room.stage("keys")
        for text in (self.wall(), phone.page().text):
            self.assertLess(text.index("Jacob8R"), text.index("Kari Innleder7Q"))
        self.desk.follow(self.desk.submit(self.desk.open(self.page), "opp:1"))
        text = self.wall()
        self.assertLess(text.index("Kari Innleder7Q"), text.index("Jacob8R"))
        self.assertIn("Trondheim7Q", text)

    def test_the_presenter_steps_through_the_keys(self):
        self.two()
        self.room.open()
        self.room.stage("keys")
        page = self.desk.open(self.stand)
        self.assertIn(NOTES, page.text)
        with Stream(self.desk, f"{self.stand}/strom") as watching:
            for key, number, notes in ((2, 1, True), (1, 2, True), (3, 3, True), (16, 4, False)):
                page = self.step(f"nokkel:{key}")
                self.assertIn(f"Nå: nøkkel {number} av 18", page.text)
                self.assertEqual(notes, NOTES in page.text)
            self.assertTrue(watching.until(lambda text: "nøkkel 4 av 18" in text))
        page = self.step("innleder:2")
        self.assertIn("viser bare nøklene til Jacob8R", page.text)
        self.assertIn("Nøklene til Jacob8R", self.wall())
        self.assertNotIn("Kari Innleder7Q", self.wall())
        self.step("nokkel:3")
        self.assertIn("Nøklene til Kari Innleder7Q", self.wall(), "the wall goes along to the other speaker")
        self.step("innleder:0")
        self.assertIn("Jacob8R", self.wall())
        self.assertEqual(422, self.desk.post(self.stand, {"op": "avslutt"}).status, "the stand steps the projector only")

    def test_notes_are_the_desks_alone(self):
        self.two()
        self.room.open()
        phone = self.room.phone(navn="Bordet")
        self.room.stage("keys")
        self.step("nokkel:2")
        seen = [phone.page().source, phone.page("nokler").source, self.wall()]
        self.room.do("publiser")
        anyone = Client(self.server)
        for rest in ("", "/pakke.json", "/rangering.csv", "/lysark", "/eksport/alt.json", "/eksport/nokler.csv"):
            answer = anyone.get(self.room.report + rest)
            self.assertEqual(200, answer.status, rest)
            seen.append(answer.body.decode("utf-8", "replace"))
        seen.append(anyone.get(f"/logg/{self.room.id}/pakke.jsonl").body.decode())
        for source in seen:
            self.assertNotIn("Notatet7Q", source)
        self.assertNotIn("Innleder7Q", seen[-1], "the public log holds no speaker's name")

    def test_a_copy_takes_them_along(self):
        self.two()
        answer = self.desk.submit(self.desk.open(f"{self.room.path}/mer"), "ov")
        copy = re.search(r"/styring/[0-9a-z]{13}", answer.location).group(0)
        text = self.desk.open(f"{copy}/innledere").text
        for word in ("Kari Innleder7Q", "Trondheim7Q", "Jacob8R", "Har notater"):
            self.assertIn(word, text)
        self.assertIn("2 1 3", self.desk.open(f"{copy}/innledere").source)

    def test_a_name_is_erased_from_every_file_and_the_keys_stay(self):
        self.two()
        self.room.open()
        self.room.stage("keys")
        page = self.desk.open(f"{self.room.path}/tekster")
        self.assertIn("Kari Innleder7Q", page.text)
        page = self.desk.open(f"{self.room.path}/tekster?hva=speaker:1")
        self.desk.follow(self.desk.submit(page, "slett"))
        for where in (self.page, self.stand, f"{self.room.path}/tekster"):
            source = self.desk.open(where).source
            for word in ("Innleder7Q", "Trondheim7Q", "Notatet7Q"):
                self.assertNotIn(word, source, where)
        self.assertIn("Avklar HVORFOR", self.wall())
        self.server.stop()
        files = b"".join(file.read_bytes() for file in Path(self.server.folder).rglob("*") if file.is_file())
        for word in (b"Innleder7Q", b"Trondheim7Q", b"Notatet7Q"):
            self.assertNotIn(word, files)

    def test_names_typed_beside_keys_in_the_set_up_become_speakers(self):
        page = self.desk.open(f"{self.room.path}/oppsett")
        self.desk.follow(self.desk.submit(page, "lagre", nokkel_1_innleder="Per9S", nokkel_3_innleder="Per9S"))
        self.assertIn("Per9S", self.desk.open(self.page).text)
        self.assertRegex(self.desk.open(self.page).source, r'value="1 3"')
        page = self.desk.open(f"{self.room.path}/oppsett")
        self.desk.follow(self.desk.submit(page, "lagre", nokkel_1_innleder="", nokkel_3_innleder=""))
        self.assertNotIn("Per9S", self.desk.open(self.page).text)


if __name__ == "__main__":
    unittest.main()
