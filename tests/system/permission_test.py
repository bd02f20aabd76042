"""All routes, as everyone who should not: nobody, a phone at another table, a phone of another room, a facilitator of another."""
import re
import unittest

from harness import Client, Server, new_case, new_workshop, set_up
from harness.routes import all_routes, fill

SECRET = "Hemmelig tittel 7Q"
REFUSED = {303, 401, 403, 404}
PUBLIC = "anyone"
ACCOUNTS = ("staff", "facilitator", "case_owner", "room_facilitator", "case_reader", "case_answerer", "case_moderator", "politician", "room_owner", "administrator", "tool")


def invite(server, admin, email="nils@fjordvik.example"):
    """A second account that may run workshops of its own."""
    page = admin.open("/admin")
    form = page.form_with("inviter")
    role = form.values.get("rolle", "facilitator")
    answer = admin.submit(page, "inviter", epost=email, **({"rolle": role} if "rolle" in form.names else {}))
    shown = admin.follow(answer, 303) if answer.status == 303 else answer
    link = re.search(r"/invitasjon/[\w-]{16,}", shown.source)
    assert link, f"no invitation is shown: {shown.text[:600]}"
    other = Client(server)
    other.follow(other.submit(other.open(link.group(0)), field="passord", navn="Nils", passord="tolv sauer over fjellet"))
    return other


class Walk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        admin = set_up(cls.server)
        cls.room = new_workshop(admin, tittel=SECRET).open()
        cls.phone = cls.room.phone(navn="Første bord")
        cls.room.stage("supplement")
        cls.case = new_case(admin, SECRET).fill()
        cls.nils = invite(cls.server, admin)
        cls.other = new_workshop(cls.nils, tittel="Et annet rom").open()
        cls.stranger = cls.other.phone(navn="Fremmed bord")

    def paths(self, *kinds):
        for method, pattern, needs in all_routes():
            if needs in kinds:
                yield method, fill(pattern, room=self.room.id, case=self.case.id, n=1, stage="suppler")

    def assert_refused(self, client, method, path, body=None):
        before = self.room.page().text
        answer = client.get(path) if method == "GET" else client.post(path, body or {"op": "steg:rank", "tekst": "inntrenger"})
        with self.subTest(method=method, path=path):
            self.assertIn(answer.status, REFUSED, answer.text[:300])
            self.assertNotIn(SECRET, answer.source)
            if answer.status == 303:
                self.assertTrue(answer.location in ("/", "/logg-inn"), answer.location)
            self.assertNotIn("inntrenger", self.room.page().source)
            if "/sak" in path:
                self.assertNotIn("inntrenger", self.case.basis().source)
            self.assertEqual("Suppler" in before, "Suppler" in self.room.page().text)

    def test_nobody_enters_anything_that_needs_a_right(self):
        walked = 0
        for method, path in self.paths("phone", *ACCOUNTS):
            self.assert_refused(Client(self.server), method, path)
            walked += 1
        self.assertGreaterEqual(walked, 25)

    def test_a_phone_enters_neither_desk_nor_administration(self):
        for method, path in self.paths(*ACCOUNTS):
            self.assert_refused(self.phone, method, path)

    def test_a_phone_of_another_room_is_nobody_here(self):
        for method, path in self.paths("phone", "room_facilitator", "room_owner", "case_reader"):
            self.assert_refused(self.stranger, method, path)

    def test_a_facilitator_of_another_room_does_not_run_this_one(self):
        for method, path in self.paths("phone", "room_facilitator", "room_owner", "administrator", "case_reader", "case_answerer", "case_moderator", "politician"):
            self.assert_refused(self.nils, method, path)

    def test_every_route_names_a_known_right(self):
        known = {PUBLIC, "phone", *ACCOUNTS}
        self.assertEqual(set(), {needs for _, _, needs in all_routes()} - known)

    def test_another_table_cannot_touch_what_this_one_wrote(self):
        page = self.phone.use("send", tekst="Vår egen nøkkel")
        own = next(op for op in page.ops() if op.startswith("trekk:"))
        second = self.room.phone(navn="Andre bord")
        self.assertNotIn(own, second.page().ops())
        number = own.split(":")[1]
        for op in (f"trekk:{number}", f"lagre:{number}"):
            answer = second.post(second.path("suppler"), {"op": op, "tekst": "kapret"})
            self.assertIn(answer.status, (403, 404, 409, 422), op)
        self.assertIn("Vår egen nøkkel", self.phone.page().text)
        self.assertNotIn("kapret", self.phone.page().text)

    def test_the_projector_link_reads_and_can_be_replaced(self):
        link = re.search(r"/skjerm/[\w-]{16,}", self.room.page().source).group(0)
        self.assertEqual(200, Client(self.server).get(link).status)
        self.assertIn(Client(self.server).post(link, {"op": "neste"}).status, (403, 404, 405))
        self.room.do("ny-skjermlenke")
        self.assertEqual(404, Client(self.server).get(link).status)

    def test_the_unpublished_report_is_not_there(self):
        for rest in ("", "/pakke.json", "/rangering.csv"):
            answer = Client(self.server).get(self.room.report + rest)
            self.assertEqual(404, answer.status)
            self.assertNotIn(SECRET, answer.source)

    def test_a_draft_case_is_not_there(self):
        for rest in ("", "/innspill", "/innspill/nytt", "/tema/1"):
            for client in (Client(self.server), self.phone, self.nils):
                answer = client.get(self.case.public + rest)
                self.assertEqual(404, answer.status, rest)
                self.assertNotIn(SECRET, answer.source)
        for rest in ("/innspill/nytt", "/stott"):
            answer = Client(self.server).post(self.case.public + rest, {"op": "stott:1", "tekst": "inntrenger"})
            self.assertEqual(404, answer.status, rest)
        self.assertNotIn(SECRET, Client(self.server).get("/saker").source)

    def test_a_room_of_one_kind_is_no_room_of_the_other(self):
        for path in (f"/styring/{self.case.id}", f"/styring/{self.case.id}/oppsett", f"/styring/sak/{self.room.id}", f"/styring/sak/{self.room.id}/grunnlag",
                     f"/saker/{self.room.id}", f"/resultater/{self.case.id}"):
            self.assertEqual(404, self.case.desk.get(path).status, path)
        self.assertEqual(404, self.case.desk.post(f"/styring/{self.case.id}", {"op": "ny-kode"}).status)

    def test_a_wrong_password_and_an_unknown_account_read_the_same(self):
        def try_to_enter(email):
            client = Client(self.server)
            answer = client.submit(client.open("/logg-inn"), field="passord", epost=email, passord="feil passord her")
            return answer.status, answer.text.replace(email, "")
        self.assertEqual(try_to_enter("kari@fjordvik.example"), try_to_enter("ukjent@fjordvik.example"))

    def test_logging_out_ends_the_session_itself(self):
        from harness import log_in
        client = log_in(self.server)
        stolen = dict(client.cookies)
        client.post("/logg-ut", {})
        thief = Client(self.server)
        thief.cookies = stolen
        self.assertNotEqual(200, thief.get("/styring").status)


if __name__ == "__main__":
    unittest.main()
