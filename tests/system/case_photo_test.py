"""A photo with a contribution, sent without scripts: clean, bounded, seen where its contribution is seen, gone when it goes."""
import unittest
from pathlib import Path

from harness import Client, Server, new_case, receipt_of, run_program, set_up
from harness.picture import HEADERS, PLACE, SAMPLES, multipart, send_picture, stored_files

LARGEST = 15 << 20


class CasePhotos(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.owner = set_up(self.server)
        self.case = new_case(self.owner).fill().open()
        self.resident = Client(self.server)

    @property
    def public(self):
        return f"{self.case.public}/innspill/1/bilde"

    @property
    def desk(self):
        return f"{self.case.path}/innspill/1/bilde"

    def form(self, client=None):
        return (client or self.resident).open(f"{self.case.public}/innspill/nytt")

    def send(self, content=None, client=None, **fields):
        content = (SAMPLES / "turned.jpg").read_bytes() if content is None else content
        fields = {"tekst": "Benken er råtten", "bildetekst": "En benk uten rygg", "op": "send", **fields}
        return send_picture(client or self.resident, self.form(client), content, **fields)

    def test_it_arrives_clean_and_is_public_when_its_contribution_is(self):
        self.assertIn(PLACE, (SAMPLES / "turned.jpg").read_bytes())
        code = receipt_of(self.send())
        receipt = f"{self.case.public}/kvittering/{code}"
        self.assertIn("Bildet kom med", Client(self.server).open(receipt).text)
        for size in ("", "/liten"):
            for client in (Client(self.server), self.resident):
                self.assertEqual(404, client.get(self.public + size).status)
                self.assertIn(client.get(self.desk + size).status, (303, 403))
            seen = self.owner.get(self.desk + size)
            self.assertEqual((200, "image/jpeg"), (seen.status, seen.headers["content-type"]))
        self.assertIn(self.desk, self.owner.open(f"{self.case.path}/innspill").source)

        self.case.moderate("publiser:1")
        for size in ("", "/liten"):
            shown = Client(self.server).get(self.public + size)
            self.assertEqual((200, "image/jpeg"), (shown.status, shown.headers["content-type"]))
            self.assertTrue(shown.body.startswith(b"\xff\xd8\xff"))
            self.assertNotIn(b"Exif", shown.body)
            self.assertNotIn(PLACE, shown.body)
            self.assertIn("sandbox", shown.headers["content-security-policy"])
        for page in (self.case.public, f"{self.case.public}/innspill", f"{self.case.public}/uttalelser", receipt):
            source = Client(self.server).open(page).source
            self.assertIn(f'src="{self.public}/liten"', source, page)
            self.assertIn('alt="En benk uten rygg"', source, page)
        for file in [*stored_files(self.server), Path(self.server.folder, "knippe.db")]:
            self.assertNotIn(PLACE, file.read_bytes())
        self.assertIn(f"{self.public}", Client(self.server).get(f"{self.case.public}/eksport/uttalelser.csv").source)

    def test_an_undescribed_one_says_so_and_hostile_words_are_only_words(self):
        self.send(bildetekst="")
        self.send(client=Client(self.server), tekst="To", bildetekst='"><script>alert(1)</script>')
        for number in (1, 2):
            self.case.moderate(f"publiser:{number}")
        source = Client(self.server).open(f"{self.case.public}/innspill").source
        self.assertIn('alt="Bilde til innspillet"', source)
        self.assertIn("&lt;script&gt;alert(1)", source)
        self.assertNotIn("<script>alert", source)

    def test_a_removed_one_is_withheld_and_comes_back(self):
        self.send()
        self.case.moderate("publiser:1")
        self.assertEqual(200, Client(self.server).get(self.public).status)
        self.case.moderate("fjern:1", pile="publisert", regel="personal", grunn="Ansikter på bildet.")
        for client in (Client(self.server), self.resident):
            self.assertEqual(404, client.get(self.public).status)
            self.assertEqual(404, client.get(self.public + "/liten").status)
        self.assertEqual(200, self.owner.get(self.desk).status)
        self.case.moderate("publiser:1", pile="fjernet")
        self.assertEqual(200, Client(self.server).get(self.public).status)

    def test_what_is_wrong_with_it_stands_in_the_form_with_the_text(self):
        for content, status, words in ((b"GIF89a", 422, "ikke et bilde vi kan lese"), (b"<svg onload=alert(1)>", 422, "ikke et bilde"),
                                       ((SAMPLES / "plain.png").read_bytes()[:60], 422, "ødelagt"), ((SAMPLES / "bomb.png").read_bytes(), 413, "høyst 50 millioner"),
                                       (b"\xff\xd8\xff" + bytes(LARGEST), 413, "høyst 15 MB"), (b"\xff\xd8\xff" + bytes(LARGEST + (4 << 20)), 413, "høyst 15 MB")):
            refused = self.send(content, tekst="Denne teksten blir stående")
            self.assertEqual(status, refused.status, words)
            self.assertIn(words, refused.text)
            self.assertIn("Denne teksten blir stående</textarea>", refused.source)
            self.assertIn('value="En benk uten rygg"', refused.source)
            self.assertEqual([], stored_files(self.server))
        refused = self.send(tekst="  ")
        self.assertEqual(422, refused.status)
        self.assertIn("Velg bildet på nytt", refused.text)
        refused = self.send(bildetekst="x" * 241)
        self.assertEqual(422, refused.status)
        self.assertEqual([], stored_files(self.server))
        self.assertEqual(404, self.case.moderate("publiser:1").status, "nothing came in")

    def test_what_staff_type_in_may_have_one_too(self):
        def type_in(content, **fields):
            return send_picture(self.owner, self.owner.open(self.case.path), content, **{"kilde": "spoken", "op": "skriv-inn", **fields})

        picture = (SAMPLES / "turned.jpg").read_bytes()
        for content, status, words, wrong in ((b"GIF89a", 422, "ikke et bilde vi kan lese", {}), (b"\xff\xd8\xff" + bytes(LARGEST), 413, "høyst 15 MB", {}),
                                              (picture, 422, "Velg bildet på nytt", {"antall": "mange"})):
            refused = type_in(content, tekst="Sagt på torget", **wrong)
            self.assertEqual(status, refused.status, words)
            self.assertIn(words, refused.text)
            self.assertIn("Sagt på torget</textarea>", refused.source)
            self.assertEqual([], stored_files(self.server))
        self.assertEqual(303, type_in(picture, tekst="Sagt på torget", bildetekst="Skissen de tegnet").status)
        self.assertEqual(200, Client(self.server).get(self.public).status, "what staff type in has been read")
        self.assertIn('alt="Skissen de tegnet"', Client(self.server).open(self.case.public).source)
        self.case.tell("bilder", bilder="nei")
        self.assertNotIn('name="bilde"', self.owner.open(self.case.path).source)

    def test_far_too_much_is_refused_unheard(self):
        self.assertEqual(413, self.send(b"\xff\xd8\xff" + bytes(2 * LARGEST)).status)
        typed = send_picture(self.owner, self.owner.open(self.case.path), b"\xff\xd8\xff" + bytes(2 * LARGEST), tekst="Sagt på torget", kilde="spoken", op="skriv-inn")
        self.assertEqual(413, typed.status)
        self.assertIn("Sagt på torget</textarea>", typed.source)
        self.assertEqual([], stored_files(self.server))

    def test_the_same_form_sent_twice_is_one_contribution_with_one_photo(self):
        page = self.form()
        fields = {"tekst": "En gang", "op": "send"}
        content = (SAMPLES / "plain.png").read_bytes()
        first, second = (send_picture(self.resident, page, content, **fields) for _ in range(2))
        self.assertEqual((303, first.location), (second.status, second.location))
        self.assertEqual(2, len(stored_files(self.server)))
        self.assertEqual(404, self.case.moderate("publiser:2").status)

    def test_what_resembles_another_is_looked_at_first_and_leaves_no_file(self):
        self.send(client=Client(self.server), tekst="Det er for mørkt under brua om kvelden, sett opp lys")
        self.case.moderate("publiser:1")
        before = stored_files(self.server)
        asked = self.send(tekst="For mørkt under brua om kvelden. Sett opp lys der")
        self.assertEqual(409, asked.status, asked.text[:300])
        self.assertIn("Velg bildet på nytt", asked.text)
        self.assertEqual(before, stored_files(self.server))
        sent = send_picture(self.resident, asked, (SAMPLES / "plain.png").read_bytes(), op="send-likevel")
        self.assertEqual(303, sent.status)
        self.case.moderate("publiser:2")
        self.assertEqual(200, Client(self.server).get(f"{self.case.public}/innspill/2/bilde").status)

    def test_erasing_the_contribution_takes_the_files_and_erasing_the_photo_only_them(self):
        self.send()
        self.send(client=Client(self.server), content=(SAMPLES / "plain.png").read_bytes(), tekst="Teksten min står", bildetekst="Ordene7Q")
        for number in (1, 2):
            self.case.moderate(f"publiser:{number}")
        bytes_of_first = self.owner.get(self.public).body
        self.assertEqual(4, len(stored_files(self.server)))
        page = self.owner.open(f"{self.case.path}/tekster?hva=contribution:1")
        self.assertIn("Bilde til et innspill", page.text)
        self.owner.follow(self.owner.submit(page, "slett"))
        self.assertEqual(2, len(stored_files(self.server)))
        self.assertNotIn(bytes_of_first, [file.read_bytes() for file in stored_files(self.server)])
        for path in (self.public, self.public + "/liten", self.desk):
            self.assertEqual(404, self.owner.get(path).status, path)
        self.owner.follow(self.owner.submit(self.owner.open(f"{self.case.path}/tekster?hva=photo:2"), "slett"))
        self.assertEqual([], stored_files(self.server))
        shown = Client(self.server).open(f"{self.case.public}/innspill").source
        self.assertIn("Teksten min står", shown)
        self.assertNotIn("<img", shown)
        for file in Path(self.server.folder).rglob("*"):
            if file.is_file():
                self.assertNotIn(b"Ordene7Q", file.read_bytes(), file)
        self.server.restart()
        self.assertEqual(404, self.owner.get(self.public).status)

    def test_its_sender_sees_takes_along_and_erases_it_and_nobody_else_does(self):
        self.send()
        own = f"{self.case.public}/mine-data/bilde/1"
        self.assertIn(own, self.resident.open(f"{self.case.public}/mine-data").source)
        self.assertIn(own, self.resident.get(f"{self.case.public}/mine-data.json").source)
        self.assertEqual("image/jpeg", self.resident.get(own).headers["content-type"])
        other = Client(self.server)
        self.send(client=other, tekst="En annen")
        for client in (other, Client(self.server), self.owner):
            self.assertEqual(404, client.get(own).status)
        other.post(f"{self.case.public}/mine-data", {"op": "slett", "hva": "photo:1"})
        self.assertEqual(200, self.resident.get(own).status)
        self.assertEqual(303, self.resident.post(f"{self.case.public}/mine-data", {"op": "slett", "hva": "photo:1"}).status)
        self.assertEqual(404, self.resident.get(own).status)
        self.assertIn("Benken er råtten", self.resident.open(f"{self.case.public}/mine-data").text)

    def test_the_owner_turns_photos_off_and_those_that_came_stay(self):
        self.send()
        self.case.moderate("publiser:1")
        old = self.form()
        self.assertEqual(303, self.case.tell("bilder", bilder="nei").status)
        self.assertNotIn("bilde-fil", self.form().source)
        late = send_picture(Client(self.server), old, (SAMPLES / "plain.png").read_bytes(), tekst="Likevel", op="send")
        self.assertIn(late.status, (403, 409))
        self.assertEqual(2, len(stored_files(self.server)))
        refused = self.resident.request("POST", f"{self.case.public}/innspill/nytt", multipart({"tekst": "Likevel", "op": "send"}, "x.png", (SAMPLES / "plain.png").read_bytes()),
                                        HEADERS | {"Sec-Fetch-Site": "same-origin"})
        self.assertEqual(409, refused.status)
        self.assertIn("Her tas det ikke imot bilder", refused.text)
        self.assertEqual(2, len(stored_files(self.server)))
        self.assertEqual(200, Client(self.server).get(self.public).status)
        self.assertEqual(303, self.case.tell("bilder", bilder="ja").status)
        self.assertIn("bilde-fil", self.form().source)

    def test_nothing_is_opened_for_what_is_refused_anyway(self):
        self.owner.post(self.case.path, {"op": "steng"})
        refused = self.resident.request("POST", f"{self.case.public}/innspill/nytt", multipart({"tekst": "For sent", "op": "send"}, "x.jpg", b"GIF89a"),
                                        HEADERS | {"Sec-Fetch-Site": "same-origin"})
        self.assertEqual(409, refused.status)
        self.assertNotIn("ikke et bilde vi kan lese", refused.text)

    def test_backup_register_and_log_know_it(self):
        self.send()
        self.case.moderate("publiser:1")
        old, target = Path(self.server.own_folder, "old"), Path(self.server.own_folder, "restored")
        self.assertEqual(0, run_program("backup", old, "--data", self.server.folder)[0])
        self.owner.follow(self.owner.submit(self.owner.open(f"{self.case.path}/tekster?hva=contribution:1"), "slett"))
        new = Path(self.server.own_folder, "new")
        self.assertEqual(0, run_program("backup", new, "--data", self.server.folder)[0])
        bundle = Client(self.server).get(f"/logg/{self.case.id}/pakke.jsonl").source
        self.assertNotIn("ContributionPhotoAdded", bundle)
        self.assertNotIn("En benk uten rygg", bundle)
        said = run_program("restore", old, "--data", target, "--erasures", new)
        self.assertEqual(0, said[0], said[1])
        self.assertEqual([], [path for path in Path(target, "files").rglob("*") if path.is_file()])
        with Server(folder=target) as again:
            self.assertEqual(404, Client(again).get(self.public).status)
            outcome, words = run_program("verify", target)
            self.assertEqual(0, outcome, words[-1500:])

    def test_a_deleted_case_leaves_no_file(self):
        self.send()
        self.owner.submit(self.owner.open(f"{self.case.path}/slett"), "slett", forstatt="ja")
        self.assertEqual([], stored_files(self.server))
        self.assertEqual(410, Client(self.server).get(self.public).status)


if __name__ == "__main__":
    unittest.main()
