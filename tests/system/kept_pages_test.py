"""A table's page is kept for all who sit there: the same bytes for each but for their own token, and never older than the room."""
import re
import unittest

from harness import Client, Server, new_workshop, set_up


class KeptPages(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.desk = set_up(self.server)
        self.room = new_workshop(self.desk, tittel="Verksted").open()
        self.first = self.room.phone(navn="Bordet")
        self.second = self.room.phone(gruppe=1)
        self.other = self.room.phone(navn="Nabobordet")
        self.room.stage("rank")

    def token(self, page):
        """Stands in the head and in every form, the same in all of them."""
        [token] = set(re.findall(r"[\w-]{16}\.[\w-]{16}", page.source))
        return token

    def without_own(self, page):
        return re.sub(r'data-naa="\d+"', "", page.source.replace(self.token(page), "TOKEN"))

    def test_the_page_is_the_same_and_the_token_is_each_readers_own(self):
        pages = [phone.page() for phone in (self.first, self.second, self.first, self.second, self.first)]
        packed = [phone.get(phone.path(), **{"Accept-Encoding": "gzip"}) for phone in (self.first, self.second)]
        self.assertEqual(["gzip"] * 2, [page.headers.get("content-encoding") for page in packed])
        pages += packed
        self.assertEqual(1, len({self.without_own(page) for page in pages}))
        self.assertEqual(len(pages), len({self.token(page) for page in pages}))
        self.assertEqual(self.without_own(pages[0]), self.without_own(self.first.page("ranger")), "as it is made anew")
        old = {"Sec-Fetch-Site": None, "Origin": None}
        ranger = self.first.path("ranger")
        self.assertEqual(303, self.first.send(ranger, {"op": "velg:1", "kommando": self.token(pages[4])}, old).status)
        self.assertEqual(403, self.first.send(ranger, {"op": "velg:2", "kommando": self.token(pages[3])}, old).status, "another's token")

    def test_it_follows_the_room_at_once_and_stays_at_its_table(self):
        for _ in range(3):
            self.first.page(), self.other.page()
        self.first.use("velg:7")
        for phone in (self.second, self.first, self.second):
            self.assertIn('id="plass-7"', phone.page().source)
        for _ in range(3):
            self.assertNotIn('id="plass-7"', self.other.page().source)
        self.room.stage("measures")
        for phone in (self.first, self.second, self.other):
            self.assertNotIn('id="rang"', phone.page().source)
        self.assertNotEqual(200, Client(self.server).get(self.first.path()).status, "who has no seat sees none")

    def test_each_language_has_its_own(self):
        english = self.room.phone(gruppe=1)
        english.language = "en"
        for _ in range(3):
            self.assertEqual(["nb", "en"], [phone.page().lang for phone in (self.first, english)])


if __name__ == "__main__":
    unittest.main()
