"""Search: what the public finds, what only those with a right find, and that what is erased is found nowhere, not in the raw files either."""
import re
import time
import unittest
from pathlib import Path
from urllib.parse import quote, urlencode

from harness import Client, Server, new_case, new_workshop, set_up, top_five
from permission_test import invite

HOSTILE = ('"', '"*', 'NEAR(a b)', 'heading:elva', '-elva', '^elva', '(', 'a" OR "b', "'; DROP TABLE word; --", "<script>alert(1)</script>", "*", "{", "\u202e", "%00")
SECONDS_MAX = 20


def search(client, words, **fields):
    return client.open("/sok?" + urlencode({"q": words, **fields}))


def found(client, words, **fields):
    return search(client, words, **fields).source.count('class="treff__en"')


class Search(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.desk = set_up(self.server)
        self.anyone = Client(self.server)

    def eventually(self, client, words, **fields):
        """The page once the index has come so far as to find something."""
        deadline = time.monotonic() + SECONDS_MAX
        while time.monotonic() < deadline:
            page = search(client, words, **fields)
            if 'class="treff__en"' in page.source:
                return page
            time.sleep(0.05)
        self.fail(f"{words} is not found: {page.text[:400]}")

    def is_in_a_file(self, word, name="search.db"):
        return any(word.encode() in file.read_bytes() for file in Path(self.server.folder).glob(name + "*"))

    def full_case(self):
        case = new_case(self.desk, "Trygg skolevei på Nesset").fill().open()
        case.theme("Gangfeltene")
        for text in ("Vi ønsker fartshumper ved Åsgården", "Hemmelig: fartshumpene på ferjeleiet vekker hundene hver natt"):
            assert case.send(tekst=text, tema="1").status == 303
        case.moderate("publiser:1")
        return case

    def test_the_public_finds_what_is_public_in_any_form_of_the_word(self):
        self.full_case()
        page = self.eventually(self.anyone, "fartshump")
        self.assertIn("<mark>fartshumper</mark> ved Åsgården", page.source)
        self.assertIn("Trygg skolevei på Nesset", page.text)
        self.assertEqual(1, found(self.anyone, "åsgården"))
        self.assertEqual(0, found(self.anyone, "asgarden"), "å is not a")
        self.assertEqual(1, found(self.anyone, "FARTSHUMPENE åsgård"))
        self.assertEqual(0, found(self.anyone, "fartshumper undergang"))
        self.assertIn("/tema/1", search(self.anyone, "gangfelt").source)
        target = re.search(r'href="(/saker/\w+/innspill\?side=1#innspill-1)"', page.source)[1]
        self.assertIn('id="innspill-1"', self.anyone.open(target.split("#")[0]).source)

    def test_what_waits_and_what_is_a_draft_is_found_by_those_who_run_it_only(self):
        case = self.full_case()
        new_case(self.desk, "Kladden om ferjekaia")
        self.eventually(self.desk, "ferjekaia")
        page = self.eventually(self.desk, "hemmelig fartshump")
        self.assertIn("Ikke offentlig", page.text)
        self.assertIn(f"/styring/sak/{case.id}/innspill?vis=venter", page.source)
        nils = invite(self.server, self.desk)
        for client in (self.anyone, nils):
            for words in ("ferjekaia", "hemmelig", "kladden"):
                page = search(client, words)
                self.assertEqual(0, found(client, words), words)
                self.assertIn("0 treff", page.text)
                self.assertNotIn("ferjekai", page.source.replace("ferjekaia", "", 4))
                self.assertNotIn("Kladden", page.source.replace("kladden", ""))
        self.assertEqual(2, search(self.desk, "fartshump").source.count('class="treff__en"'))
        self.assertEqual(1, search(self.anyone, "fartshump").source.count('class="treff__en"'))
        case.moderate("fjern:1", "publisert", regel="off_topic", grunn="Gjelder noe annet")
        self.assertEqual(0, found(self.anyone, "åsgården"), "at once")

    def published_room(self):
        room = new_workshop(self.desk, tittel="Elva og byen").open()
        phone = room.phone(navn="Bord én")
        room.stage("supplement")
        phone.use("send", tekst="Sjøormen7Q bor i fjorden")
        room.do("godkjenn:1", kortnavn="Sjøormen7Q", tekst="")
        room.stage("rank")
        phone.rank(*top_five(phone))
        room.stage("result")
        self.assertEqual(0, found(self.anyone, "sjøormen7q"))
        room.do("publiser")
        return room, phone

    def test_a_workshop_is_found_from_its_report_on(self):
        room, _ = self.published_room()
        page = self.eventually(self.anyone, "sjøormen7q fjorder")
        self.assertIn(f"/resultater/{room.id}", page.source)

    def test_an_erased_text_is_found_nowhere_and_its_words_are_in_no_file(self):
        room, phone = self.published_room()
        self.eventually(self.anyone, "sjøormen7q")
        self.assertTrue(self.is_in_a_file("sjøormen7q"))
        phone.follow(phone.submit(phone.open(phone.path("mine-data")), "alt", forstatt="ja"))
        self.assertFalse(self.is_in_a_file("sjøorm"), "when the answer has come, the words are gone")
        self.assertFalse(self.is_in_a_file("Sjøorm", "knippe.db"))
        self.assertEqual(0, found(self.anyone, "sjøormen7q"))
        self.assertEqual(1, found(self.anyone, "elva", slag="verksted"))
        self.desk.submit(self.desk.open(f"{room.path}/slett"), "slett", forstatt="ja")
        self.assertEqual(0, found(self.anyone, "elva", slag="verksted"))
        self.assertNotIn("Elva og byen", search(self.anyone, "elva").text)

    def test_the_index_may_be_thrown_away_and_catches_up_after_a_kill(self):
        self.full_case()
        self.eventually(self.anyone, "fartshump")
        self.server.kill()
        for file in Path(self.server.folder).glob("search.db*"):
            file.unlink()
        self.server.start()
        self.eventually(self.anyone, "fartshump")
        self.server.kill()
        Path(self.server.folder, "search.db").write_bytes(b"damaged")
        self.server.start()
        self.eventually(self.anyone, "fartshump")
        self.assertEqual(0, self.server.stop())
        self.assertEqual([], list(Path(self.server.folder).glob("*-wal")), "no log is left behind")

    def test_what_is_typed_is_never_taken_for_anything_but_words(self):
        for words in HOSTILE:
            with self.subTest(words=words):
                answer = self.anyone.get("/sok?q=" + quote(words))
                self.assertEqual(200, answer.status)
                self.assertNotIn("<script>alert", answer.source)
        self.assertEqual(422, self.anyone.get("/sok?q=" + "a" * 201).status)
        for broken in ("%ff%fe", "%00"):
            self.assertIn(self.anyone.get("/sok?q=" + broken).status, (400, 422), broken)
        for odd in ("slag=tull", "rom=tull", "rom=0000000000001", "side=0", "side=-1", "side=99999999999", "slag=innspill&side=7"):
            self.assertEqual(200, self.anyone.get("/sok?q=elva&" + odd).status, odd)

    def test_by_kind_and_by_place_page_by_page(self):
        self.eventually(self.anyone, "innbyggere", slag="metode")
        everything = search(self.anyone, "innbyggere")
        self.assertIn("Vis alle", everything.text)
        keys = search(self.anyone, "innbyggere", slag="nokkel")
        self.assertNotIn("/metoder#", keys.source)
        first = search(self.anyone, "og", slag="metode")
        second = search(self.anyone, "og", slag="metode", side=2)
        self.assertEqual(20, first.source.count('class="treff__en"'))
        self.assertIn("side=2", first.source)
        self.assertNotEqual(first.text, second.text)
        case = self.full_case()
        self.eventually(self.anyone, "fartshump")
        self.assertEqual(1, found(self.anyone, "fartshumper", rom=case.id))
        self.assertEqual(0, found(self.anyone, "fartshumper", rom="0000000000001"))


if __name__ == "__main__":
    unittest.main()
