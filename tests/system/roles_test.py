"""Every role at every route; what is taken is gone at once; a politician speaks under their own name."""
import re
import unittest

from harness import Client, Server, log_in, new_case, new_workshop, set_up
from harness.routes import all_routes, fill

PASSWORD = "tolv sauer over fjellet"
FIELDS = {"administrator": "rolle-administrator", "owner": "rolle-ansvarlig", "facilitator": "rolle-fasilitator",
          "answerer": "rolle-svarer", "moderator": "rolle-moderator", "politician": "rolle-politiker"}
# What each role opens, besides what every account may.
OPENS = {"facilitator": {"facilitator", "tool"}, "owner": {"case_owner"}, "answerer": {"case_reader", "case_answerer"},
         "moderator": {"case_reader", "case_moderator"}, "politician": {"case_reader", "politician"}, "none": set()}


def person(server, admin, role, name):
    """Someone with this one role, logged in; and the number of the account."""
    email = f"{role}.{name.lower()}@fjordvik.example"
    shown = admin.post("/admin", {"op": "inviter", "epost": email, **({FIELDS[role]: "1"} if role in FIELDS else {})})
    link = re.search(r"/invitasjon/[\w-]{16,}", shown.source)
    assert link, shown.text[:600]
    client = Client(server)
    client.submit(client.open(link.group(0)), field="passord", navn=name, passord=PASSWORD)
    row = admin.open("/admin").source.split(email)[1]
    return client, email, re.search(r"/admin/bruker/(\d+)", row).group(1)


class Roles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.admin = set_up(cls.server)
        cls.room = new_workshop(cls.admin).open()
        cls.case = new_case(cls.admin, "Trygg skolevei").fill().open()
        cls.draft = new_case(cls.admin, "Hemmelig utkast").fill()
        cls.people = {role: person(cls.server, cls.admin, role, "Liv") for role in OPENS}

    def test_every_role_meets_every_route(self):
        walked = 0
        for role, opens in OPENS.items():
            client = self.people[role][0]
            for method, pattern, needs in all_routes():
                if needs in ("anyone", "phone"):
                    continue
                path = fill(pattern, room=self.room.id, case=self.case.id, n=1, stage="suppler")
                answer = client.get(path) if method == "GET" else client.post(path, {"op": "finnes-ikke"})
                with self.subTest(role=role, method=method, path=path):
                    walked += 1
                    if needs in opens | {"staff"}:
                        self.assertNotIn(answer.status, (401, 403), answer.text[:200])
                        self.assertNotEqual("/logg-inn", answer.location)
                    else:
                        self.assertEqual(403, answer.status, answer.text[:200])
        self.assertGreater(walked, 300)

    def test_a_draft_is_read_by_whoever_reads_all_and_by_nobody_else(self):
        for role, (client, _, _) in self.people.items():
            with self.subTest(role=role):
                reads = "case_reader" in OPENS[role]
                self.assertEqual(200 if reads else 403, client.get(self.draft.path).status)
                self.assertEqual(200 if reads else 404, client.get(self.draft.public).status)
                self.assertEqual(reads, "Hemmelig utkast" in client.get("/styring/saker").text)

    def test_forms_that_would_be_refused_are_not_shown(self):
        Client(self.server).post(f"{self.case.public}/innspill/nytt", {"op": "send", "tekst": "Lys ved Elvebakken"})
        shown = {role: {op for rest in ("", "/innspill", "/svar") for op in client.open(self.case.path + rest).ops()}
                 for role, (client, _, _) in self.people.items() if "case_reader" in OPENS[role]}
        self.assertFalse({op for op in shown["politician"] if op.split(":")[0] in ("publiser", "fjern", "flytt", "svar", "steng", "avslutt", "skriv-inn")})
        self.assertIn("uttal", shown["politician"])
        self.assertTrue(any(op.startswith("publiser:") for op in shown["moderator"]))
        self.assertFalse(any(op.startswith("publiser:") for op in shown["answerer"]))
        self.assertNotIn("avslutt", shown["moderator"] | shown["answerer"])

    def test_a_politician_speaks_under_their_name_and_is_no_contribution(self):
        client = self.people["politician"][0]
        before = re.search(r"(\d+) innspill", Client(self.server).get(self.case.public).text)
        answer = client.submit(client.open(self.case.path), op="uttal", uttalelse="Jeg vil ha fortau langs hele veien.")
        self.assertEqual(303, answer.status, answer.text[:300])
        page = Client(self.server).get(self.case.public)
        self.assertIn("Jeg vil ha fortau langs hele veien.", page.text)
        self.assertIn("Liv", page.text)
        self.assertEqual(before and before.group(0), (found := re.search(r"(\d+) innspill", page.text)) and found.group(0))
        refused = client.submit(client.open(self.case.path), op="uttal", uttalelse="   ")
        self.assertEqual(422, refused.status)
        self.assertIn("Skriv hva du vil si.", refused.text)
        for other in ("answerer", "moderator", "owner"):
            self.assertEqual(403, self.people[other][0].post(f"{self.case.path}/uttalelse", {"op": "uttal", "uttalelse": "Falskt"}).status)
        self.assertNotIn("Falskt", Client(self.server).get(self.case.public).text)

    def test_a_role_in_one_case_opens_that_case_only(self):
        client, email, number = person(self.server, self.admin, "none", "Per")
        page = f"/admin/bruker/{number}"
        self.assertEqual(303, self.admin.post(page, {"op": "gi", "sak": self.case.id, "rolle": "moderator"}).status)
        self.assertEqual(200, client.get(f"{self.case.path}/innspill").status)
        self.assertEqual(403, client.post(f"{self.case.path}/svar", {"op": "flytt"}).status)
        self.assertEqual(403, client.get(self.draft.path).status)
        self.assertEqual(303, self.admin.post(page, {"op": f"ta:{self.case.id}:moderator"}).status)
        self.assertEqual("/logg-inn", client.get(f"{self.case.path}/innspill").location)

    def test_losing_a_role_or_being_locked_ends_the_session_at_once(self):
        client, email, number = person(self.server, self.admin, "moderator", "Ola")
        page = f"/admin/bruker/{number}"
        self.assertEqual(303, self.admin.post(page, {"op": "roller", "rolle-moderator": "1", "rolle-svarer": "1"}).status)
        self.assertEqual(200, client.get("/styring/arbeid").status)
        self.assertEqual(303, self.admin.post(page, {"op": "roller", "rolle-svarer": "1"}).status)
        self.assertEqual("/logg-inn", client.get("/styring/arbeid").location)
        client.submit(client.open("/logg-inn"), field="passord", epost=email, passord=PASSWORD)
        self.assertEqual(403, client.post(f"{self.case.path}/innspill", {"op": "publiser:1"}).status)
        self.admin.post("/admin", {"op": f"sperr:{number}"})
        self.assertEqual("/logg-inn", client.get("/styring/arbeid").location)

    def test_nobody_takes_their_own_roles(self):
        number = re.search(r"/admin/bruker/(\d+)", self.admin.open("/admin").source).group(1)
        answers = [self.admin.post(f"/admin/bruker/{n}", {"op": "roller"}) for n in range(1, 2)]
        self.assertEqual([409], [answer.status for answer in answers], number)
        self.assertEqual(200, self.admin.get("/admin").status)


class Work(unittest.TestCase):
    def test_it_shows_each_what_waits_for_them_and_nothing_else(self):
        with Server() as server:
            admin = set_up(server)
            case = new_case(admin, "Skolevei").fill().open()
            new_case(admin, "Ny park")
            Client(server).post(f"{case.public}/innspill/nytt", {"op": "send", "tekst": "Lys ved Elvebakken"})
            own = admin.open("/styring/arbeid")
            self.assertIn("Skolevei", own.text)
            self.assertIn("Ny park", own.text)
            self.assertIn(f"{case.path}/innspill?vis=venter", own.source)
            moderator = person(server, admin, "moderator", "Liv")[0].open("/styring/arbeid")
            self.assertIn("Skolevei", moderator.text)
            self.assertNotIn("Ny park", moderator.text)
            self.assertIn("Ingenting venter", person(server, admin, "answerer", "Per")[0].open("/styring/arbeid").text)
            case.moderate("publiser:1")
            self.assertIn("Skolevei", log_in(server).open("/styring/arbeid").text)


if __name__ == "__main__":
    unittest.main()
