"""Pictures of the poster without a script: sent, shown to the right ones, stripped of what they should not carry, gone when deleted."""
import unittest
from pathlib import Path

from harness import Client, Server, new_workshop, run_program, set_up
from harness.picture import HEADERS, PLACE, SAMPLES, multipart, send_picture as send, stored_files


class Photos(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.admin = set_up(self.server)
        self.room = new_workshop(self.admin, tittel="Plakatene").open()
        self.phone = self.room.phone(navn="Første bord")

    @property
    def photo(self):
        return self.phone.path("bilde/1")

    def files(self):
        return stored_files(self.server)

    def send(self, sample="turned.jpg"):
        return send(self.phone, self.phone.page("bilde"), (SAMPLES / sample).read_bytes())

    def test_what_phones_send_arrives_as_a_clean_jpeg(self):
        self.assertIn(PLACE, (SAMPLES / "turned.jpg").read_bytes())
        for sample in ("turned.jpg", "plain.png", "plain.webp", "plain.heic"):
            self.phone.follow(self.send(sample))
        for n in (1, 2, 3, 4):
            for size in ("", "/liten"):
                answer = self.phone.get(self.phone.path(f"bilde/{n}{size}"))
                self.assertEqual((200, "image/jpeg"), (answer.status, answer.headers["content-type"]))
                self.assertTrue(answer.body.startswith(b"\xff\xd8\xff"))
                self.assertNotIn(b"Exif", answer.body)
                self.assertNotIn(PLACE, answer.body)
                self.assertEqual("nosniff", answer.headers["x-content-type-options"])
                self.assertIn("sandbox", answer.headers["content-security-policy"])
                self.assertIn("inline", answer.headers["content-disposition"])
        for file in self.files():
            self.assertNotIn(PLACE, file.read_bytes())
        self.assertNotIn(PLACE, Path(self.server.folder, "knippe.db").read_bytes())

    def test_bad_pictures_keep_the_page_and_say_why(self):
        for content, status, words in ((b"GIF89a", 422, "ikke et bilde vi kan lese"), (b"<svg onload=alert(1)>", 422, "ikke et bilde"),
                                       ((SAMPLES / "plain.png").read_bytes()[:60], 422, "ødelagt"), (b"", 422, "Velg et bilde"),
                                       ((SAMPLES / "bomb.png").read_bytes(), 413, "høyst 50 millioner"),
                                       ((SAMPLES / "bomb.jpg").read_bytes(), 413, "høyst 50 millioner")):
            answer = send(self.phone, self.phone.page("bilde"), content)
            self.assertEqual(status, answer.status, words)
            self.assertIn(words, answer.text)
            self.assertIn("bilde", answer.form_of("bilde").names)
            self.assertEqual([], self.files())

    def test_too_many_bytes_are_refused_before_they_are_kept(self):
        answer = send(self.phone, self.phone.page("bilde"), b"\xff\xd8\xff" + bytes(15 << 20))
        self.assertEqual(413, answer.status)
        answer = send(self.phone, self.phone.page("bilde"), b"\xff\xd8\xff" + bytes(16 << 20))
        self.assertEqual(413, answer.status)
        self.assertEqual([], self.files())

    def test_only_the_room_sees_it_until_the_facilitator_publishes_it(self):
        self.phone.follow(self.send())
        report = f"{self.room.report}/bilde/1"
        stranger = new_workshop(self.admin, tittel="Annet").open().phone(navn="Fremmed")
        for client in (Client(self.server), stranger):
            for path in (self.photo, self.photo + "/liten", report, report + "/liten", f"{self.room.path}/bilde/1"):
                self.assertIn(client.get(path).status, (303, 403, 404), path)
        self.assertEqual(200, self.room.phone(navn="Andre bord").get(self.photo).status)

        self.room.do("publiser")
        self.assertEqual(404, Client(self.server).get(report).status)
        group = self.admin.open(self.room.path + "/gruppe/1")
        refused = self.admin.submit(group, "vis:1", alt=" ")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv hva bildet viser", refused.text)
        self.admin.follow(self.admin.submit(group, "vis:1", alt="Plakaten til gruppe 1"))
        self.assertEqual(200, Client(self.server).get(report).status)
        page = Client(self.server).get(self.room.report)
        self.assertIn('alt="Plakaten til gruppe 1"', page.source)
        self.room.do("avpubliser")
        self.assertEqual(404, Client(self.server).get(report).status)

    def test_deleting_takes_the_files_away(self):
        self.phone.follow(self.send())
        self.assertEqual(2, len(self.files()))
        second = self.room.phone(navn="Andre bord")
        self.assertIn(second.post(second.path("bilde"), {"op": "slett:1"}).status, (403, 404))
        self.phone.follow(self.phone.submit(self.phone.page("bilde"), "slett:1"))
        self.assertEqual([], self.files())
        self.assertEqual(404, self.phone.get(self.photo).status)

    def test_a_group_has_a_limit(self):
        for _ in range(6):
            self.phone.follow(self.send("plain.png"))
        self.assertIn("6 bilder", self.phone.page("bilde").text)
        answer = self.phone.request("POST", self.phone.path("bilde"), multipart({"op": "last-opp"}, "x.png", (SAMPLES / "plain.png").read_bytes()),
                                    HEADERS | {"Sec-Fetch-Site": "same-origin"})
        self.assertEqual(409, answer.status)
        self.assertIn("høyst 6", answer.text)

    def test_a_backup_brings_the_pictures_along(self):
        self.phone.follow(self.send())
        before = self.phone.get(self.photo).body
        kept = Path(self.server.own_folder, "copy")
        said = run_program("backup", kept, "--data", self.server.folder)
        self.assertEqual(0, said[0], said[1])
        restored = Path(self.server.own_folder, "again")
        self.assertEqual(0, run_program("restore", kept, "--data", restored)[0])
        with Server(folder=restored) as again:
            self.phone.server = again
            self.assertEqual(before, self.phone.get(self.photo).body)

    def test_the_posters_code_leads_to_the_form(self):
        link = next(link for link in self.room.group_links("plakat"))
        other = Client(self.server)
        landed = other.follow(other.submit(other.open(link + "?bilde=1"), field="fornavn"))
        self.assertIn("bilde", landed.form_of("bilde").names)


if __name__ == "__main__":
    unittest.main()
