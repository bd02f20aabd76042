"""Contributions without a theme: what is proposed for them, and that nothing moves before a person says so."""
import re
import unittest

from harness import Client, Server, new_case, set_up

BENCHES = ("Sett opp flere benker langs elvestien", "Benker langs elvestien, også der det ikke er kafé", "Elvestien trenger benker med rygg")
EVIL = '<script>alert(1)</script> Benker langs elvestien'


def links_to(page, text):
    return re.search(rf"<a [^>]*>{re.escape(text)}</a>", page.source)


class Sorting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def filled(self, reading="after"):
        case = new_case(self.owner).fill()
        case.tell("lesing", lesing=reading)
        case.open()
        for text in (*BENCHES, "Skolebussen stopper for langt unna", "Lys under brua om kvelden"):
            self.say(case, text)
        return case

    def say(self, case, text):
        resident = Client(self.server)
        form = resident.open(f"{case.public}/innspill/nytt").form_with("send")
        self.assertEqual(303, resident.post(f"{case.public}/innspill/nytt", {**form.values, "op": "send-likevel", "tekst": text}).status)

    def sorter(self, case, client=None):
        return (client or self.owner).open(f"{case.path}/sorter")

    def test_those_that_share_words_are_proposed_ticked_and_move_together_when_told(self):
        case = self.filled()
        self.assertTrue(links_to(self.owner.open(f"{case.path}/svar"), "Legg innspill i tema"))
        page = self.sorter(case)
        self.assertIn("5 uten tema", page.text)
        self.assertIn("Disse ligner", page.text)
        self.assertIn("3 innspill : benker · elvestien", page.text)
        self.assertEqual("Benker, elvestien", page.form_with("samle:1").values["navn"])
        self.assertIn("5 uten tema", self.sorter(case).text, "looking moves nothing")
        self.assertEqual(303, self.owner.submit(page, op="samle:1", navn="Benker ved elva").status)
        page = self.sorter(case)
        self.assertIn("2 uten tema", page.text)
        self.assertNotIn("Disse ligner", page.text)
        self.assertIn("Benker ved elva", Client(self.server).get(f"{case.public}/tema/1").text)
        self.assertIn("3 innspill", Client(self.server).get(f"{case.public}/tema/1").text)

    def test_what_is_unticked_stays_and_an_existing_theme_takes_the_rest(self):
        case = self.filled()
        case.theme("Annet")
        page = self.sorter(case)
        form = page.form_with("samle:1").values
        self.assertEqual(303, self.owner.post(f"{case.path}/sorter", {**{k: v for k, v in form.items() if k != "innspill-2"}, "op": "samle:1", "til": "1"}).status)
        self.assertIn("3 uten tema", self.sorter(case).text)

    def test_one_alone_gets_its_nearest_theme_preselected_and_nothing_more(self):
        case = self.filled()
        self.owner.submit(self.sorter(case), op="samle:1", navn="Benker ved elva")
        case.theme("Busser")
        self.say(case, "Elvestien mangler benker i sola")
        page = self.sorter(case)
        self.assertEqual("1", page.form_with("legg:6").values["til"])
        self.assertIn("Foreslått: innspillene der ligner mest.", page.text)
        self.assertEqual("0", page.form_with("legg:5").values["til"])
        self.assertIn("3 uten tema", page.text)
        refused = self.owner.submit(page, op="legg:5")
        self.assertEqual(422, refused.status)
        self.assertIn("Velg hvilket tema innspillet skal legges i.", refused.text)
        self.assertEqual(303, self.owner.submit(page, op="legg:6").status)
        self.assertIn("2 uten tema", self.sorter(case).text)

    def test_unread_ones_are_proposed_and_removed_ones_never(self):
        case = self.filled("before")
        case.moderate("publiser:1")
        case.moderate("fjern:3", regel="off_topic", grunn="Gjelder en annen sak")
        page = self.sorter(case)
        self.assertIn("2 innspill : benker · elvestien", page.text)
        self.assertNotIn("med rygg", page.text)
        self.assertIn("Ikke publisert ennå", page.text)
        self.owner.submit(page, op="samle:1")
        self.assertIn("1 innspill", Client(self.server).get(f"{case.public}/tema/1").text)
        case.moderate("publiser:2")
        self.assertIn("2 innspill", Client(self.server).get(f"{case.public}/tema/1").text)

    def test_what_is_wrong_is_said_and_what_was_chosen_is_kept(self):
        case = self.filled()
        page = self.sorter(case)
        nameless = self.owner.submit(page, op="samle:1", navn=" ")
        self.assertEqual(422, nameless.status)
        form = page.form_with("samle:1").values
        nothing = self.owner.post(f"{case.path}/sorter", {**{k: v for k, v in form.items() if not k.startswith("innspill-")}, "op": "samle:1", "navn": "Mitt navn"})
        self.assertEqual(422, nothing.status)
        self.assertIn('value="Mitt navn"', nothing.source)
        self.assertNotIn("checked", nothing.source)
        self.assertIn("5 uten tema", self.sorter(case).text)

    def test_hostile_text_is_only_text(self):
        case = self.filled()
        self.say(case, EVIL)
        source = self.sorter(case).source
        self.assertIn("&lt;script&gt;alert(1)", source)
        self.assertNotIn("<script>alert", source)
