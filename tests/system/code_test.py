"""Six digits: guessing is slowed down, and someone with the right code is never in the way of a limit."""
import threading
import time
import unittest

from harness import Client, Server, new_workshop, set_up

TRIES = 20  # wrong codes a minute and address


class Codes(unittest.TestCase):
    def test_wrong_codes_are_limited_and_the_right_one_is_not(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            right = room.code()
            wrong = f"{(int(right) + 1) % 1000000:06d}"
            guesser = Client(server)
            answers = [guesser.post("/bli-med", {"kode": wrong}).status for _ in range(TRIES + 3)]
            self.assertEqual([422] * TRIES, answers[:TRIES])
            self.assertEqual({429}, set(answers[TRIES:]))
            self.assertEqual(303, guesser.post("/bli-med", {"kode": right}).status)
            self.assertEqual(200, guesser.get(f"/v/{right}").status)

    def test_the_address_of_a_code_counts_as_a_guess_too(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            right = room.code()
            guesser = Client(server)
            answers = [guesser.get(f"/v/{(int(right) + n) % 1000000:06d}").status for n in range(1, TRIES + 4)]
            self.assertEqual(429, answers[-1])
            self.assertEqual(200, guesser.get(f"/v/{right}").status)

    def test_over_the_limit_every_wrong_code_is_answered_slowly_however_it_is_asked_and_nobody_else_waits(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            wrong = f"{(int(room.code()) + 1) % 1000000:06d}"
            guesser = Client(server)
            for _ in range(TRIES):
                guesser.post("/bli-med", {"kode": wrong})
            for ask in (lambda: guesser.get(f"/v/{wrong}"), lambda: guesser.post("/bli-med", {"kode": wrong}),
                        lambda: guesser.post(f"/v/{wrong}", {"gruppe": "ny"})):
                begin = time.monotonic()
                self.assertEqual(429, ask().status)
                self.assertGreater(time.monotonic() - begin, 0.75)
            begin = time.monotonic()
            self.assertEqual(303, guesser.post("/bli-med", {"kode": room.code()}).status)
            guessers = [threading.Thread(target=lambda: Client(server).get(f"/v/{wrong}")) for _ in range(20)]
            for each in guessers:
                each.start()
            self.assertEqual(200, Client(server).get("/").status)
            self.assertLess(time.monotonic() - begin, 0.75)
            for each in guessers:
                each.join()

    def test_two_hundred_phones_behind_one_address_all_get_in(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            code = room.code()
            for _ in range(200):
                self.assertEqual(303, Client(server).post("/bli-med", {"kode": code}).status)

    def test_a_code_may_be_typed_with_spaces(self):
        with Server() as server:
            code = new_workshop(set_up(server)).open().code()
            self.assertEqual(303, Client(server).post("/bli-med", {"kode": f" {code[:3]} {code[3:]} "}).status)

    def test_a_code_dies_when_the_workshop_closes(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            code = room.code()
            room.do("avslutt")
            self.assertEqual(422, Client(server).post("/bli-med", {"kode": code}).status)


if __name__ == "__main__":
    unittest.main()
