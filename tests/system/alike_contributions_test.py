"""Before a contribution is sent, its sender sees what others have said that is alike."""
import unittest

from harness import Client, Server, new_case, receipt_of, set_up

BENCHES = "Sett opp flere benker langs elvestien, også der det ikke er kafé"


class Alike(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.owner = set_up(cls.server)

    def setUp(self):
        self.case = new_case(self.owner).fill()
        self.case.tell("lesing", lesing="after")
        self.case.open()
        for text in (BENCHES, "Skolebussen stopper for langt unna", "Lys under brua om kvelden"):
            self.case.send(tekst=text)

    def test_the_sender_looks_supports_and_sends_all_the_same(self):
        me = Client(self.server)
        held = self.case.send(me, tekst="Flere benker langs elvestien", sted="Elva")
        self.assertEqual(409, held.status)
        self.assertIn("1 har sagt noe som likner", held.text)
        self.assertIn("Flere benker langs elvestien</textarea>", held.source)
        self.assertIn('value="Elva"', held.source)
        supported = me.submit(held, op="stott:1")
        self.assertEqual(200, supported.status)
        self.assertIn("1 støtter", supported.text)
        self.assertIn("Flere benker langs elvestien</textarea>", supported.source)
        sent = me.submit(supported, op="send-likevel")
        self.assertIn("Flere benker langs elvestien", me.open(f"{self.case.public}/kvittering/{receipt_of(sent)}").text)
        self.assertIn("4 innspill", Client(self.server).get(f"{self.case.public}/innspill").text)

    def test_what_is_alike_to_nothing_is_sent_at_once_and_a_form_sent_twice_is_one(self):
        me = Client(self.server)
        page = me.open(f"{self.case.public}/innspill/nytt")
        first, again = (me.submit(page, op="send", tekst="Katter bør gå i bånd") for _ in range(2))
        self.assertEqual(receipt_of(first), receipt_of(again))

    def test_what_is_wrong_is_said_before_what_is_alike(self):
        self.assertEqual(422, self.case.send(tekst="Flere benker langs elvestien", antall="mange").status)
