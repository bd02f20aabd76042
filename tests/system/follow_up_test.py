"""Measures after the seminar: their public pages, the links of those responsible, the facilitator's lists."""
import re
import unittest
from urllib.parse import urlsplit

from harness import Client, Server, new_workshop, set_up
from harness.qr import texts_on
from permission_test import invite

NASTY = "\"><script>alert(7)</script> & «æøå» {1}"


class FollowUps(unittest.TestCase):
    def setUp(self):
        self.server = Server().start()
        self.addCleanup(self.server.__exit__, None, None, None)
        self.admin = set_up(self.server)
        self.room = new_workshop(self.admin, tittel="Tiltakene 7Q").open()
        self.phone = self.room.phone(navn="Første bord")
        self.room.stage("measures")
        self.phone.use("legg-til", hva="Dele med kollegaer", hvem="Ola Eier", naar="2020-01-31")
        self.phone.use("legg-til", hva=NASTY)
        self.list = f"{self.room.path}/tiltak"
        self.public = f"{self.room.report}/tiltak/1"

    def press(self, op, **fields):
        return self.admin.follow(self.admin.submit(self.admin.open(self.list), op, **fields))

    def link(self, number=1):
        shown = self.press(f"lag:{number}").source
        return urlsplit(re.search(rf'id="lenke-{number}">([^<]+)<', shown).group(1)).path

    def owner(self, link):
        owner = Client(self.server)
        page = owner.open(link)
        self.assertEqual(200, page.status)
        owner.follow(owner.submit(page, "begynn"))
        return owner

    def test_an_owner_answers_by_link_without_an_account(self):
        self.room.do("avslutt")
        owner = self.owner(self.link())
        form = owner.open(self.public + "/svar")
        self.assertIn("Over fristen", form.text)
        self.assertNotIn("/tiltak/" + "x", form.path)
        self.assertEqual(422, owner.submit(form, "svar", tekst="Uten valg").status)
        kept = owner.submit(form, "svar", tekst="Vi prøver.", framdrift="under_way", dato="2026-02-30")
        self.assertEqual(422, kept.status)
        self.assertIn("Vi prøver.", kept.source)
        owner.follow(owner.submit(form, "svar", tekst="Vi prøver.\n" + NASTY, framdrift="under_way", forsok="ja", dato="2099-05-01"))
        owner.follow(owner.submit(owner.open(self.public + "/svar"), "svar", framdrift="tried", tekst="Det gikk ikke, men vi lærte."))
        self.assertEqual(404, Client(self.server).get(self.public).status)
        self.room.do("publiser")
        seen = Client(self.server).open(self.public)
        for words in ("Prøvd og lært av", "Forsøk", "Vi prøver.", "men vi lærte", "ny dato 1. mai 2099", "svar fra den ansvarlige"):
            self.assertIn(words, seen.text)
        self.assertNotIn("<script>alert", seen.source)
        self.assertNotIn("Over fristen", seen.text)
        self.assertIn("Prøvd og lært av", Client(self.server).open(self.room.report).text)
        table = Client(self.server).get(self.room.report + "/eksport/svar.csv").body.decode("utf-8-sig")
        self.assertIn("men vi lærte", table)
        self.assertNotIn("Ola Eier", table)

    def test_the_same_answer_sent_twice_counts_once(self):
        self.room.do("avslutt")
        owner = self.owner(self.link())
        form = owner.open(self.public + "/svar")
        for _ in range(2):
            owner.follow(owner.submit(form, "svar", framdrift="done", tekst="Ferdig 7Q"))
        self.assertEqual(1, owner.open(self.public + "/svar").text.count("Ferdig 7Q"))

    def test_looking_at_a_link_grants_nothing_and_a_withdrawn_one_is_dead(self):
        self.room.do("avslutt")
        link = self.link()
        scanner = Client(self.server)
        self.assertEqual(200, scanner.open(link).status)
        self.assertEqual(404, scanner.get(self.public + "/svar").status)
        owner = self.owner(link)
        self.assertEqual(404, owner.get(f"{self.room.report}/tiltak/2/svar").status)
        self.press("trekk:1")
        self.assertEqual(404, owner.get(self.public + "/svar").status)
        answer = owner.post(self.public + "/svar", {"op": "svar", "framdrift": "done", "tekst": "inntrenger"})
        self.assertEqual(404, answer.status)
        self.assertEqual(404, Client(self.server).get(link).status)
        self.assertNotEqual(link, self.link())
        group = self.room.group_links()
        self.assertEqual(404, Client(self.server).get("/tiltak/" + group[0].removeprefix("/g/")).status)

    def test_nothing_is_asked_while_the_workshop_runs(self):
        self.assertFalse([op for op in self.admin.open(self.list).ops() if op.startswith(("lag", "svar"))])
        answer = self.admin.post(self.list, {"op": "svar:1", "framdrift": "done", "tekst": "for tidlig"})
        self.assertEqual(409, answer.status)

    def test_the_facilitator_types_in_prints_slips_and_sees_all_workshops(self):
        self.room.do("avslutt")
        overdue = self.admin.open("/styring/tiltak?vis=forfalt").text
        self.assertIn("Dele med kollegaer", overdue)
        self.assertNotIn("alert(7)", overdue)
        self.press("svar:2", framdrift="done", tekst="Skrevet inn")
        self.assertIn("alert(7)", self.admin.open("/styring/tiltak?vis=ferdig").text)
        self.assertNotIn("alert(7)", self.admin.open("/styring/tiltak?vis=ubesvart").text)
        self.press("lag-alle")
        slips = texts_on(self.admin.open(self.list + "/lapper").source)
        self.assertEqual(2, len(slips))
        self.assertEqual(200, Client(self.server).open(urlsplit(slips[0]).path).status)
        nils = invite(self.server, self.admin)
        self.assertNotIn("Dele med kollegaer", nils.open("/styring/tiltak").text)
        self.assertEqual(403, nils.get(self.list).status)

    def test_every_page_in_every_language(self):
        self.room.do("avslutt")
        self.room.do("publiser")
        link = self.link()
        owner = self.owner(link)
        owner.cookies.update(self.admin.cookies)
        for path in (link, self.public, self.public + "/svar", self.list, self.list + "/lapper", "/styring/tiltak"):
            texts = set()
            for language in ("nb", "nn", "en"):
                owner.language = language
                page = owner.open(path)
                with self.subTest(path=path, language=language):
                    self.assertEqual((200, language), (page.status, page.lang))
                    self.assertNotRegex(page.text, r"follow_?up\.")
                    texts.add(page.text)
            self.assertEqual(3, len(texts), path)


if __name__ == "__main__":
    unittest.main()
