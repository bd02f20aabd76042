"""What somebody should be told: it waits, is made into a text with a fresh link, is told by hand, and keeps no address afterwards."""
import re
import unittest

from harness import Client, Server, new_case, new_workshop, set_up
from permission_test import invite

LINK = re.compile(r"http://[^\s<\"]+?(/(?:invitasjon|passord)/[\w-]{16,})")


class Outbox(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.admin = set_up(self.server)

    def page(self):
        return self.admin.open("/admin/utsendelser")

    def first(self, words):
        """The number of the newest message that says so."""
        return re.search(rf'id="utsendelse-(\d+)"(?:(?!</li>).)*{re.escape(words)}', self.page().source, re.S).group(1)

    def ask(self, email="mari@fjordvik.example"):
        self.admin.submit(self.admin.open("/admin"), "inviter", epost=email)

    def in_files(self, words):
        self.server.stop()
        found = any(words.encode() in path.read_bytes() for path in self.server.folder.rglob("*") if path.is_file())
        self.server.start()
        return found

    def test_an_invitation_waits_without_a_link_and_its_text_has_one_that_works(self):
        self.assertIn("Ingenting venter.", self.page().text)
        self.ask()
        self.assertIn("1 venter", self.admin.open("/admin").text)
        self.assertIsNone(LINK.search(self.page().source))
        number = self.first("mari@fjordvik.example")
        made = self.admin.submit(self.page(), f"vis:{number}")
        self.assertEqual("no-store", made.headers["cache-control"])
        self.assertIn("inviterer deg til Nøkkelknippe", made.text)
        self.assertIn("Fasilitator", made.text)
        link = LINK.search(made.source).group(1)
        token = link.rsplit("/", 1)[1]
        self.assertIsNone(LINK.search(self.page().source), "shown once")
        again = LINK.search(self.admin.submit(self.page(), f"vis:{number}").source).group(1)
        self.assertEqual(404, Client(self.server).get(link).status, "the former link opens nothing")
        self.assertFalse(self.in_files(token))
        self.assertFalse(self.in_files(again.rsplit("/", 1)[1]))
        mari = Client(self.server)
        mari.follow(mari.submit(mari.open(again), field="passord", navn="Mari", passord="tolv sauer over fjellet"))
        self.assertIn("Ingenting venter.", self.page().text, "she came")

    def test_what_is_told_keeps_no_address_and_stands_among_the_acts(self):
        self.ask()
        self.ask("ola@fjordvik.example")
        self.assertEqual(303, self.admin.submit(self.page(), f"sendt:{self.first('mari@fjordvik.example')}").status)
        self.assertEqual(303, self.admin.submit(self.page(), f"avvis:{self.first('ola@fjordvik.example')}").status)
        page = self.page()
        for gone in ("mari@fjordvik.example", "ola@fjordvik.example"):
            self.assertNotIn(gone, page.source)
        for words in ("Adressen er slettet", "Sendt for hånd", "Avvist"):
            self.assertIn(words, page.text)
        acts = self.admin.open("/admin/handlinger").text
        self.assertIn("Sa fra at en utsendelse er sendt", acts)
        self.assertIn("Avviste en utsendelse", acts)
        self.assertNotIn("mari@", acts)
        self.assertEqual(404, self.admin.post("/admin/utsendelser", {"op": "sendt:1"}).status)

    def test_a_role_and_a_workshop_are_told_with_their_place(self):
        nils = invite(self.server, self.admin)
        self.assertEqual(200, nils.open("/styring").status)
        case, room = new_case(self.admin, "Torget <b>").fill().open(), new_workshop(self.admin, tittel="Torgverkstedet").open()
        page = self.admin.open("/admin/bruker/2")
        self.admin.submit(page, "gi", sak=case.id, rolle="svarer")
        self.admin.post(f"/styring/{room.id}/fasilitatorer", {"op": "legg-til", "epost": "nils@fjordvik.example"})
        role = self.admin.submit(self.page(), f"vis:{self.first('Rolle i en sak')}")
        self.assertIn("Torget &lt;b&gt;", role.source)
        self.assertIn(f"/styring/sak/{case.id}", role.source)
        self.assertIn(f"/styring/{room.id}", self.admin.submit(self.page(), f"vis:{self.first('Fasilitator i et verksted')}").source)
        self.admin.submit(self.admin.open("/admin"), "sperr:2")
        self.assertNotIn("nils@", self.page().source, "who is shut out is told nothing")

    def test_a_new_password_is_told_and_forgotten_once_it_is_made(self):
        invite(self.server, self.admin)
        self.admin.submit(self.admin.open("/admin"), "lenke:2")
        link = LINK.search(self.admin.submit(self.page(), f"vis:{self.first('nils@')}").source).group(1)
        nils = Client(self.server)
        nils.follow(nils.submit(nils.open(link), field="passord", passord="elleve geiter i bekken"))
        self.assertIn("Ingenting venter.", self.page().text)

    def test_only_administrators_see_it(self):
        nils = invite(self.server, self.admin)
        self.ask()
        for client in (nils, Client(self.server)):
            self.assertNotEqual(200, client.get("/admin/utsendelser").status)
            self.assertNotEqual(200, client.post("/admin/utsendelser", {"op": "vis:1"}).status)
