"""Ways in: a first join that is repeated counts once, and guessing at passwords is slowed down without shutting anybody out."""
import re
import unittest

from harness import Client, Phone, Server, log_in, new_workshop, set_up
from harness.workshop import EMAIL, PASSWORD

WRONG_PASSWORDS = 10  # at one account, before an address has to wait


def lost(phone, path, form, **fields):
    """Sends the form and loses the answer: its cookies never reach the browser."""
    kept = dict(phone.cookies)
    answer = phone.send(path, {**form.values, **fields})
    phone.cookies = kept
    return answer


class FirstJoin(unittest.TestCase):
    def test_a_join_whose_answer_was_lost_is_the_same_phone_when_repeated(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            path, phone = f"/v/{room.code()}", Phone(server)
            form = phone.open(path).form_of("gruppe")
            for _ in range(3):
                self.assertEqual(303, lost(phone, path, form, gruppe="ny", navn="Måkene").status)
            phone.follow(phone.send(path, {**form.values, "gruppe": "ny", "navn": "Måkene"}))
            again = phone.open(path).form_of("gruppe")
            phone.cookies = {name: value for name, value in phone.cookies.items() if not name.startswith("plass")}
            phone.follow(phone.send(path, {**again.values, "gruppe": "1"}))
            desk = room.page()
            self.assertEqual({"slipp:1"}, set(re.findall(r"slipp:\d+", desk.source + room.desk.get(f"{room.path}/gruppe/1").source)))
            self.assertEqual(404, room.desk.get(f"{room.path}/gruppe/2").status)

    def test_two_phones_are_two_even_with_one_code_page_between_them(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            path, first, second = f"/v/{room.code()}", Phone(server), Phone(server)
            form = first.open(path).form_of("gruppe")
            second.open(path)
            for phone in (first, second):
                phone.follow(phone.post(path, {**form.values, "gruppe": "ny"}))
            seats = [value for phone in (first, second) for name, value in phone.cookies.items() if name.startswith("plass")]
            self.assertEqual(2, len(set(seats)))
            self.assertEqual(200, room.desk.get(f"{room.path}/gruppe/2").status)

    def test_a_seat_in_one_room_opens_no_other(self):
        with Server() as server:
            desk = set_up(server)
            one, other = new_workshop(desk).open(), new_workshop(desk).open()
            phone = one.phone()
            seat = next(value for name, value in phone.cookies.items() if name.startswith("plass"))
            phone.cookies[f"plass_{other.id}"] = seat
            self.assertEqual(403, phone.get(f"/rom/{other.id}").status)


class SignIn(unittest.TestCase):
    def guess(self, server, email, password, **headers):
        client = Client(server, headers.pop("language", "nb"))
        client.get("/logg-inn")
        return client.post("/logg-inn", {"epost": email, "passord": password}, headers)

    def test_wrong_passwords_are_limited_alike_for_known_and_unknown_accounts(self):
        with Server("--trusted-proxy", "127.0.0.1/32") as server:
            set_up(server)
            for email, address in ((EMAIL, "192.0.2.1"), ("ingen@fjordvik.example", "192.0.2.2")):
                here = {"X-Forwarded-For": address}
                answers = [self.guess(server, email, f"feil {n} feil feil", **here).status for n in range(WRONG_PASSWORDS + 2)]
                self.assertEqual([403] * WRONG_PASSWORDS + [429] * 2, answers, email)
            refused = self.guess(server, EMAIL, PASSWORD, **{"X-Forwarded-For": "192.0.2.1"}, language="nn")
            self.assertEqual(429, refused.status)
            self.assertIn("for mange feil passord", refused.text)
            self.assertIn("gløymt", refused.text)
            self.assertEqual(EMAIL, refused.form_of("epost").values["epost"])
            self.assertEqual(303, self.guess(server, EMAIL, PASSWORD, **{"X-Forwarded-For": "192.0.2.3"}).status)

    def test_right_passwords_do_not_count(self):
        with Server() as server:
            set_up(server)
            for _ in range(WRONG_PASSWORDS + 2):
                log_in(server)


class Administration(unittest.TestCase):
    def test_the_administrator_sees_how_much_the_data_folder_holds(self):
        with Server() as server:
            self.assertRegex(set_up(server).open("/admin").text, r"\d+(,\d)? (kB|MB)\b")


if __name__ == "__main__":
    unittest.main()
