"""Nobody loses what they typed, and nothing counts twice."""
import unittest

from harness import Server, new_workshop, set_up


class KeptText(unittest.TestCase):
    def test_text_for_a_stage_that_just_closed_lands_in_the_present_one(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("supplement")
            page = phone.page()
            room.stage("rank")
            answer = phone.submit(page, "send", tekst="Et forslag som kom for sent")
            self.assertIn(answer.status, (409, 422))
            self.assertIn("Et forslag som kom for sent", answer.source)
            self.assertTrue(any(op.startswith("velg:") for op in answer.ops()), answer.ops())

    def test_too_long_a_text_comes_back_whole_with_the_error(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("supplement")
            long = "æøå " * 60
            answer = phone.submit(phone.page(), "send", tekst=long)
            self.assertEqual(422, answer.status)
            self.assertIn(long.strip(), answer.form_with("send").values["tekst"])
            self.assertIn("aria-invalid", answer.source)

    def test_the_same_form_sent_twice_is_one_supplement(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("supplement")
            page = phone.page()
            for _ in range(2):
                self.assertEqual(303, phone.submit(page, "send", tekst="Sendt to ganger").status)
            self.assertEqual(1, len([op for op in phone.page().ops() if op.startswith("trekk:")]))

    def test_the_same_form_with_another_text_is_another_supplement(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            room.stage("supplement")
            page = phone.page()
            phone.submit(page, "send", tekst="Første")
            phone.submit(page, "send", tekst="Andre")
            self.assertEqual(2, len([op for op in phone.page().ops() if op.startswith("trekk:")]))

    def test_markup_is_text(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone(navn="<b>Bord</b>")
            room.stage("supplement")
            page = phone.use("send", tekst='<script>alert("x")</script> & "sitat"')
            self.assertNotIn('<script>alert("x")', page.source)
            self.assertIn('<script>alert("x")</script> & "sitat"', page.text)


if __name__ == "__main__":
    unittest.main()
