"""Arguments for and against a case's theme."""
import json
import unittest

from harness import Client, Server, new_case, receipt_of, set_up

PLAY = "Barn kan leke på torget uten at noen passer på"


class Arguments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def setUp(self):
        self.case = new_case(self.owner).fill()
        self.case.tell("tema:0", temanavn="Bilfritt torg")

    def open(self, reading):
        self.case.tell("lesing", lesing=reading)
        self.case.open()
        return Client(self.server)

    def argue(self, client, stance, text):
        page = client.open(f"{self.case.public}/tema/1")
        form = next(each for each in page.read.forms if each.values.get("stilling") == stance)
        return client.post(form.action, {**form.values, "tekst": text, "op": "send"})

    def test_two_columns_are_filled_supported_and_taken_out(self):
        me = self.open("after")
        self.assertIn("Bilfritt torg", me.open(self.case.public).text)
        sent = self.argue(me, "for", PLAY)
        self.assertIn("Argument for", me.open(f"{self.case.public}/kvittering/{receipt_of(sent)}").text)
        self.argue(Client(self.server), "mot", "Apoteket må kunne nås med bil")
        page = me.open(f"{self.case.public}/tema/1")
        self.assertLess(page.text.index(PLAY), page.text.index("Apoteket"))
        supported = me.post(f"{self.case.public}/stott", {**page.form_with("stott:2").values, "op": "stott:2"})
        self.assertRegex(supported.location, rf"^{self.case.public}/tema/1\?stottet=\w+&innspill=2#innspill-2$")
        self.assertIn("1 støtter", me.open(f"{self.case.public}/tema/1").text)
        rows = json.loads(me.get(f"{self.case.public}/eksport/alt.json").source)["contributions"]
        self.assertEqual(["Argument for", "Argument imot"], [row["stance"] for row in rows])

    def test_a_like_one_is_shown_first_and_what_is_wrong_keeps_the_words(self):
        me = self.open("after")
        self.argue(Client(self.server), "for", PLAY)
        held = self.argue(me, "for", "Barn kan leke på torget")
        self.assertEqual(409, held.status)
        self.assertIn('value="Barn kan leke på torget"', held.source)
        self.assertEqual(303, me.submit(held, op="send-likevel").status)
        long = self.argue(Client(self.server), "mot", "a" * 201)
        self.assertEqual(422, long.status)
        self.assertIn("a" * 201, long.source)
        self.assertIn("Skriv et argument imot", long.text)

    def test_it_waits_to_be_read_and_staff_type_in_what_came_on_paper(self):
        me = self.open("before")
        self.argue(me, "for", PLAY)
        self.assertNotIn(PLAY, me.open(f"{self.case.public}/tema/1").text)
        desk = self.owner.open(self.case.path)
        wrong = self.owner.submit(desk, op="skriv-inn", tekst="Det blir stille", stilling="for", tema="0")
        self.assertEqual(422, wrong.status)
        self.assertIn("Et argument må høre til et tema", wrong.text)
        self.assertEqual(303, self.owner.submit(wrong, op="skriv-inn", tekst="Det blir stille", stilling="for", tema="1").status)
        self.assertIn("Det blir stille", me.open(f"{self.case.public}/tema/1").text)
