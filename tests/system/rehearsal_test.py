"""A rehearsal with tables that a program plays: they do what the step asks, and nothing in a workshop that is none."""
import time
import unittest

from harness import Client, Room, Server, new_workshop, set_up


def within(seconds, holds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


class Rehearsal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.admin = set_up(cls.server)

    def rehearsal(self):
        original = new_workshop(self.admin, k="2", poeng="2-1").open()
        page = self.admin.open(original.path + "/mer")
        made = self.admin.submit(page, op="ov")
        return original, Room(self.admin, made.location.rsplit("/", 1)[1]).open()

    def test_played_tables_move_the_room_and_stop_when_told(self):
        _, room = self.rehearsal()
        self.assertIn("spill", room.page().ops())
        room.do("spill")
        self.assertIn("spill-stopp", room.page().ops())
        self.assertTrue(within(15, lambda: "Øvingsbord 6" in room.page().text), "six tables are made")
        room.stage("rank")
        self.assertTrue(within(30, lambda: "6 av 6 grupper har levert" in room.page().text), "they rank")
        room.stage("measures")
        self.assertTrue(within(15, lambda: "Øvingsbord 1" in room.page().text))
        room.do("spill-stopp")
        self.assertIn("spill", room.page().ops())
        room.do("steg:supplement")
        time.sleep(1.5)
        self.assertNotIn("Øving: Start innenfra", self.admin.open(room.path + "/nokler").text, "stopped tables write nothing")

    def test_a_workshop_that_is_none_is_never_played(self):
        original, _ = self.rehearsal()
        self.assertNotIn("spill", original.page().ops())
        answer = self.admin.post(original.path, {"op": "spill"})
        self.assertEqual(409, answer.status)
        self.assertIn("Bare en øving", answer.text)
        self.assertNotIn("Øvingsbord", original.page().text)

    def test_only_who_runs_the_room_plays_it(self):
        _, room = self.rehearsal()
        self.assertNotIn(Client(self.server).post(room.path, {"op": "spill"}).status, (200, 409))
        self.assertIn("spill", room.page().ops())


if __name__ == "__main__":
    unittest.main()
