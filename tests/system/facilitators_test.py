"""Several facilitators: taken in by address or one-time link, may do all but delete and remove the owner, and leave."""
import re
import unittest

from harness import Client, Server, new_workshop, set_up
from permission_test import invite

LINK = re.compile(r"/samarbeid/[\w-]{32}")


class Together(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.admin = set_up(self.server)
        self.owner = invite(self.server, self.admin, "eva@fjordvik.example")
        self.nils = invite(self.server, self.admin)
        self.room = new_workshop(self.owner, tittel="Felles verksted 7Q").open()
        self.page = f"{self.room.path}/fasilitatorer"

    def take_in(self):
        self.owner.follow(self.owner.submit(self.owner.open(self.page), "legg-til", epost=" NILS@fjordvik.example "))

    def test_by_address_and_out_again(self):
        self.assertEqual(403, self.nils.get(self.room.path).status)
        self.take_in()
        self.assertEqual(200, self.nils.get(self.room.path).status)
        self.assertIn("Felles verksted 7Q", self.nils.open("/styring").text)
        self.assertRegex(self.room.page().text, r"Med i verkstedet.*Nils")
        removal = next(op for op in self.owner.open(self.page).ops() if op.startswith("fjern:"))
        self.owner.follow(self.owner.submit(self.owner.open(self.page), removal))
        self.assertEqual(403, self.nils.get(self.room.path).status)
        self.assertNotIn("Felles verksted 7Q", self.nils.open("/styring").text)

    def test_an_unknown_address_is_kept_and_explained(self):
        answer = self.owner.submit(self.owner.open(self.page), "legg-til", epost="ingen@fjordvik.example")
        self.assertEqual(422, answer.status)
        self.assertIn("Ingen konto har denne adressen", answer.text)
        self.assertEqual("ingen@fjordvik.example", answer.form_of("epost").values["epost"])

    def test_what_a_co_facilitator_may_and_may_not(self):
        self.take_in()
        shared = type(self.room)(self.nils, self.room.id)
        shared.stage("rank")
        shared.do("ny-gruppe", navn="Fra Nils", medlemmer="", antall="")
        self.assertIn("Fra Nils", self.room.page().text)
        self.assertEqual(303, self.nils.post(f"{self.room.path}/mer", {"op": "kopier"}).status)
        self.assertEqual(403, self.nils.get(f"{self.room.path}/slett").status)
        self.assertEqual(403, self.nils.post(f"{self.room.path}/slett", {"op": "slett", "forstatt": "ja"}).status)
        self.assertIn("Bare den som laget verkstedet", self.nils.open(f"{self.room.path}/mer").text)
        owner_id = 2  # the administrator was made first
        for op in (f"fjern:{owner_id}", "fjern:0", "fjern:"):
            self.assertEqual(409, self.nils.post(self.page, {"op": op}).status, op)
        self.assertEqual(200, self.owner.get(self.room.path).status)
        self.assertEqual(409, self.owner.post(self.page, {"op": "forlat"}).status)
        self.nils.follow(self.nils.submit(self.nils.open(self.page), "forlat"))
        self.assertEqual(403, self.nils.get(self.room.path).status)

    def make_link(self):
        answer = self.owner.submit(self.owner.open(self.page), "lenke")
        self.assertEqual(200, answer.status)
        return LINK.search(answer.source).group(0)

    def test_a_link_shows_a_button_works_once_and_only_when_logged_in(self):
        link = self.make_link()
        self.assertNotRegex(self.owner.open(self.page).source, LINK)
        stranger = Client(self.server)
        page = stranger.open(link)
        self.assertIn("Logg inn", page.text)
        self.assertNotIn("bli-med", page.ops())
        self.assertEqual(403, stranger.post(link, {"op": "bli-med"}).status)
        self.assertEqual(403, self.nils.get(self.room.path).status, "looking at a link gives nothing")

        log_in = stranger.open(f"/logg-inn?til={link}")
        answer = stranger.submit(log_in, field="passord", epost="nils@fjordvik.example", passord="tolv sauer over fjellet")
        self.assertEqual(link, answer.location)
        answer = stranger.submit(stranger.follow(answer), "bli-med")
        self.assertEqual(self.room.path, answer.location)
        self.assertIn("Felles verksted 7Q", stranger.follow(answer).text)
        self.assertEqual(404, self.admin.get(link).status)

    def test_a_link_can_be_withdrawn_and_a_new_one_replaces_it(self):
        first, second = self.make_link(), self.make_link()
        self.assertEqual(404, self.nils.get(first).status)
        self.assertEqual(200, self.nils.get(second).status)
        self.owner.follow(self.owner.submit(self.owner.open(self.page), "trekk-lenke"))
        self.assertEqual(404, self.nils.post(second, {"op": "bli-med"}).status)

    def test_logging_in_never_leads_to_another_site(self):
        for place in ("https://ond.example/", "//ond.example/samarbeid/x", "/samarbeid/../admin", "/samarbeid/x?y", "/admin"):
            client = Client(self.server)
            page = client.open("/logg-inn")
            form = page.form_of("passord").values
            answer = client.send("/logg-inn", {**form, "til": place, "epost": "nils@fjordvik.example", "passord": "tolv sauer over fjellet"})
            self.assertEqual("/styring", answer.location, place)

    def test_the_owner_cannot_become_their_own_guest(self):
        link = self.make_link()
        self.owner.follow(self.owner.submit(self.owner.open(link), "bli-med"))
        self.owner.submit(self.owner.open(self.page), "legg-til", epost="eva@fjordvik.example")
        self.assertEqual(1, self.owner.open(self.page).source.count("eva@fjordvik.example"))

    def test_a_running_order_fills_in_the_minutes_and_the_script_follows_the_stage(self):
        page = self.owner.open("/styring/nytt")
        filled = self.owner.submit(page, "tider", kjoreplan="kort", tittel="Kort møte")
        form = filled.form_of("tittel").values
        self.assertEqual(("Kort møte", "5", "10", "kort"), (form["tittel"], form["min_welcome"], form["min_rank"], form["kjoreplan"]))
        self.assertIn("1 time", filled.text)
        self.assertIn("Velkommen! Vi er her", self.room.page().text)
        self.assertIn("Hver gruppe har ett minutt", self.room.stage("pitch").text)
        self.assertIn("foran planen", self.room.page().text)


if __name__ == "__main__":
    unittest.main()
