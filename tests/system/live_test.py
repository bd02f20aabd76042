"""What reaches screens without being asked for, and what must not."""
import re
import time
import unittest

from harness import Client, Server, new_workshop, set_up
from harness.stream import Stream

HEARTBEAT_SECONDS = 15  # a right that was withdrawn is noticed at the next one, at the latest


def grouped(code):
    return re.compile(code[:3] + r"\s?" + code[3:])


def projector_of(room):
    return re.search(r"/skjerm/[\w-]{16,}", room.page().source).group(0)


class Streams(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.admin = set_up(cls.server)

    def room(self):
        return new_workshop(self.admin).open()

    def test_a_stream_begins_with_the_whole_state_and_is_not_kept(self):
        room = self.room()
        phone = room.phone()
        with Stream(phone, phone.path("strom")) as stream:
            self.assertTrue(stream.until(lambda text: 'hx-target="#innhold"' in text), stream.text[:500])
            self.assertIn("200 OK", stream.head)
            self.assertIn("text/event-stream", stream.head)
            self.assertIn("no-store", stream.head)
            self.assertRegex(stream.text, r"retry: [1-5]\d{3}\b")

    def test_broadcasts_hold_no_form_token(self):
        room = self.room()
        phone = room.phone()
        with Stream(phone, phone.path("strom")) as on_phone, Stream(self.admin, room.path + "/strom") as on_desk:
            room.stage("supplement")
            for stream in (on_phone, on_desk):
                self.assertTrue(stream.until(lambda text: text.count("hx-partial") > 4))
                self.assertNotIn('name="kommando"', stream.text)

    def test_a_group_gets_nothing_of_another_groups_sheet(self):
        room = self.room()
        first, second = room.phone(), room.phone()
        room.stage("supplement")
        with Stream(second, second.path("strom")) as stream:
            stream.until(lambda text: "hx-partial" in text)
            first.use("send", tekst="Bare for oss foreløpig")
            second.use("send", tekst="Vår egen")
            self.assertTrue(stream.until(lambda text: "Vår egen" in text))
            self.assertNotIn("Bare for oss foreløpig", stream.text)

    def test_a_new_code_reaches_the_wall_at_once(self):
        room = self.room()
        before = room.code()
        with Stream(Client(self.server), projector_of(room) + "/strom") as wall:
            self.assertTrue(wall.until(lambda text: grouped(before).search(text)))
            wall.mark()
            room.do("ny-kode")
            self.assertTrue(wall.until(lambda text: grouped(room.code()).search(text)), "the wall shows a dead code")

    def test_the_code_of_a_workshop_that_opens_reaches_wall_and_desk(self):
        room = new_workshop(self.admin)
        with Stream(self.admin, room.path + "/strom") as desk, Stream(Client(self.server), projector_of(room) + "/strom") as wall:
            room.open()
            for stream in (desk, wall):
                self.assertTrue(stream.until(lambda text: grouped(room.code()).search(text)))

    def test_who_came_while_the_wall_was_hidden_sees_it_shown_again(self):
        room = self.room()
        link = projector_of(room) + "/strom"
        shown = grouped(room.code()).search
        with Stream(Client(self.server), link) as first:
            room.do("blank:ja")
            room.do("vis:join")
            first.until(shown)
            first.mark()
            room.do("blank:nei")
            self.assertTrue(first.until(shown))
        time.sleep(0.5)  # lets the server notice that nobody listens; the test holds without it too
        room.do("blank:ja")
        with Stream(Client(self.server), link) as second:
            self.assertTrue(second.until(lambda text: "hx-partial" in text))
            second.mark()
            room.do("blank:nei")
            self.assertTrue(second.until(shown), "the wall stayed hidden")

    def test_a_withdrawn_right_ends_the_stream(self):
        room = self.room()
        phone = room.phone()
        with Stream(Client(self.server), projector_of(room) + "/strom") as wall, Stream(phone, phone.path("strom")) as on_phone:
            self.assertTrue(wall.until(lambda text: "hx-partial" in text) and on_phone.until(lambda text: "hx-partial" in text))
            room.do("ny-skjermlenke")
            room.do("slipp:1")
            self.assertTrue(wall.until_end(HEARTBEAT_SECONDS * 2))
            self.assertTrue(on_phone.until_end(HEARTBEAT_SECONDS * 2))
            self.assertNotEqual(200, phone.get(phone.path("strom")).status)

    def test_nobody_listens_without_a_seat(self):
        room = self.room()
        self.assertIn(Client(self.server).get(f"/rom/{room.id}/strom").status, (401, 403, 404))
        self.assertNotEqual(200, Client(self.server).get(room.path + "/strom").status)


if __name__ == "__main__":
    unittest.main()
