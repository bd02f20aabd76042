"""What administrators and others do with people, rights and data is noted, can be looked up, and tells no secret."""
import re
import time
import unittest
from pathlib import Path

from harness import Client, Server, new_workshop, run_program, set_up
from permission_test import invite

LINE = re.compile(r'<tr><th scope="row">.*?</tr>', re.S)


class Acts(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.admin = set_up(self.server)

    def lines(self, query=""):
        page = self.admin.open("/admin/handlinger" + query)
        self.assertEqual(200, page.status)
        return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", line)) for line in LINE.findall(page.source)]

    def eventually(self, words, query=""):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            if any(words in line for line in self.lines(query)):
                return
            time.sleep(0.05)
        self.fail(f"{words!r} is not noted: {self.lines(query)}")

    def test_people_rights_and_data_newest_first(self):
        nils = invite(self.server, self.admin)
        self.admin.follow(self.admin.submit(self.admin.open("/admin/bruker/2"), "roller", **{"rolle-moderator": "ja"}))
        room = new_workshop(self.admin, tittel="Verksted til sletting").open()
        self.admin.submit(self.admin.open(f"{room.path}/lagring"), "lagre", gaar="names", dager="30", grunn="Navnene trengs ikke lenger")
        self.admin.get(f"{room.path}/eksport/alt.xlsx")
        self.eventually("Lastet ned data fra et verksted")
        self.admin.submit(self.admin.open(f"{room.path}/slett"), "slett", forstatt="ja")
        lines = self.lines()
        told = ["Slettet et verksted", "Lastet ned data fra et verksted", "Endret lagringstid", "Endret roller", "Tok imot invitasjonen", "Inviterte en bruker",
                "Ble den første administratoren"]
        for words in told:
            self.assertTrue(any(words in line for line in lines), f"{words}: {lines}")
        places = [next(n for n, line in enumerate(lines) if words in line) for words in told]
        self.assertEqual(sorted(places), places, lines)
        self.assertIn("Moderator", next(line for line in lines if "Endret roller" in line))
        self.assertIn("Nils", next(line for line in lines if "Endret roller" in line))
        self.assertIn("Slettet rom", lines[places[0]])
        self.assertEqual(1, len(self.lines("?slag=invitasjoner")))
        self.assertEqual([], self.lines("?fra=2001-01-01&til=2001-01-02"))
        self.assertTrue(all("Nils" in line for line in self.lines("?hvem=account:2")))
        self.assertEqual(422, self.admin.get("/admin/handlinger?fra=tull").status)
        self.assertEqual(403, nils.get("/admin/handlinger").status)
        self.assertEqual(403, nils.get("/admin/handlinger/handlinger.csv").status)

    def test_failed_logins_are_noted_and_tell_neither_address_nor_password(self):
        client = Client(self.server)
        for email in ("kari@fjordvik.example", "ukjent7q@fjordvik.example"):
            for _ in range(12):
                client.submit(client.open("/logg-inn"), field="passord", epost=email, passord="gjettet passord 7Q")
        self.eventually("Innlogging stanset", "?slag=innlogging")
        self.assertLessEqual(len(self.lines("?slag=innlogging")), 40, "bounded, whoever tries")
        self.assertTrue(any("Kari" in line for line in self.lines("?slag=innlogging")))
        csv = self.admin.get("/admin/handlinger/handlinger.csv?slag=innlogging")
        self.assertIn("Innlogging som ikke lyktes", csv.source)
        self.server.stop()
        files = b"".join(file.read_bytes() for file in Path(self.server.folder).glob("knippe.db*"))
        for secret in (b"ukjent7q", b"gjettet passord"):
            self.assertNotIn(secret, files)

    def test_what_is_done_on_the_command_line_is_noted_with_and_without_a_server(self):
        folder = self.server.folder
        code, said = run_program("user", "reset", "--data", folder, "kari@fjordvik.example")
        self.assertEqual(0, code, said)
        self.eventually("Lagde lenke til nytt passord")
        self.assertEqual(0, run_program("backup", "--data", folder, str(folder) + "-kopi")[0])
        self.eventually("Tok sikkerhetskopi")
        self.server.stop()
        self.assertEqual(0, run_program("backup", "--data", folder, str(folder) + "-kopi2")[0])
        self.server.start()
        self.assertEqual(2, sum("Tok sikkerhetskopi" in line for line in self.lines()))
        self.assertTrue(all("Kommandolinja" in line for line in self.lines("?slag=drift")))
        token = said.rsplit("/", 1)[1].strip()
        self.assertNotIn(token, self.admin.open("/admin/handlinger").source)

    def test_the_public_log_says_nothing_of_them_and_still_holds(self):
        invite(self.server, self.admin)
        anyone = Client(self.server)
        log = anyone.get("/logg/0000000000001/pakke.jsonl").source
        self.assertIn('"kind":"ActNoted"', log)
        self.assertIn('"withheld":"desk"', log)
        for word in ("user_invited", "account:", "fjordvik"):
            self.assertNotIn(word, log)
        self.assertEqual(200, anyone.get("/rom/0000000000001/bevis").status)
        self.server.stop()
        code, said = run_program("verify", self.server.folder)
        self.assertEqual(0, code, said)


if __name__ == "__main__":
    unittest.main()
