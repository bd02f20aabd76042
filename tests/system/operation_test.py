"""What an operator relies on: proxies, logs, metrics, ending while people are connected."""
import http.client
import re
import unittest

from harness import Client, Server, new_workshop, set_up
from harness.server import free_port
from harness.stream import Stream

PUBLIC = "knippe.fjordvik.example"


class BehindAProxy(unittest.TestCase):
    def test_with_https_outside_cookies_are_host_bound_and_secure(self):
        with Server("--public-url", f"https://{PUBLIC}", "--trusted-proxy", "127.0.0.1/32") as server:
            page = Client(server).get("/", Host=PUBLIC, **{"X-Forwarded-Proto": "https"})
            self.assertEqual(200, page.status)
            self.assertRegex(page.headers["set-cookie"], r"^__Host-\w+=.*Secure")
            self.assertIn("max-age", page.headers["strict-transport-security"])

    def test_the_address_a_stranger_claims_is_not_believed(self):
        with Server() as server:
            code = new_workshop(set_up(server)).open().code()
            wrong = f"{(int(code) + 1) % 1000000:06d}"
            answers = [Client(server).post("/bli-med", {"kode": wrong}, {"X-Forwarded-For": f"192.0.2.{n}"}).status for n in range(24)]
            self.assertIn(429, answers)

    def test_the_address_a_trusted_proxy_tells_is(self):
        with Server("--trusted-proxy", "127.0.0.1/32") as server:
            code = new_workshop(set_up(server)).open().code()
            wrong = f"{(int(code) + 1) % 1000000:06d}"
            answers = [Client(server).post("/bli-med", {"kode": wrong}, {"X-Forwarded-For": f"192.0.2.{n}"}).status for n in range(24)]
            self.assertEqual({422}, set(answers))

    def test_over_plain_http_no_cookie_is_secure(self):
        with Server() as server:
            self.assertNotIn("Secure", Client(server).get("/").headers["set-cookie"])


class Logs(unittest.TestCase):
    def test_no_line_holds_a_secret_or_a_whole_address(self):
        with Server() as server:
            link = server.set_up_link()
            room = new_workshop(set_up(server)).open()
            room.do("ny-gruppe", navn="Bord")
            code, group = room.code(), room.group_links()[0]
            projector = re.search(r"/skjerm/[\w-]{16,}", room.page().source).group(0)
            phone = room.phone(gruppe=1)
            for path in (group, projector, f"/v/{code}"):
                self.assertEqual(200, Client(server).get(path).status)
            Client(server).get("/bli-med?kode=" + code)
            lines = [line for line in server.output().splitlines() if re.match(r"\d{4}-\d\d-\d\dT", line)]
            self.assertGreater(len(lines), 15)
            log = "\n".join(lines)
            secrets = [link, group, projector, code, *phone.cookies.values(), *room.desk.cookies.values()]
            for secret in (text.rsplit("/", 1)[-1] for text in secrets if len(text) > 5):
                self.assertNotIn(secret, log)
            self.assertNotRegex(log, r"127\.0\.0\.1\b")


class Numbers(unittest.TestCase):
    def test_metrics_are_prometheus_text_on_their_own_address(self):
        port = free_port()
        with Server("--metrics-listen", f"127.0.0.1:{port}") as server:
            Client(server).get("/")
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            line.request("GET", "/metrics")
            answer = line.getresponse()
            text = answer.read().decode()
            line.close()
            self.assertEqual(200, answer.status)
            samples = [row for row in text.splitlines() if row and not row.startswith("#")]
            self.assertTrue(samples)
            for row in samples:
                self.assertRegex(row, r'^[a-z_][a-z0-9_]*(\{[^}]*\})? [0-9.e+-]+$')
            self.assertRegex(text, r"(?m)^# TYPE \w+ (counter|gauge|histogram)$")


class EndingWhileConnected(unittest.TestCase):
    def test_open_streams_do_not_hold_it_up(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            with Stream(phone, phone.path("strom")) as stream:
                self.assertTrue(stream.until(lambda text: "hx-partial" in text))
                self.assertEqual(0, server.stop())
                self.assertTrue(stream.until_end(5))
            self.assertFalse((server.folder / "knippe.db-wal").exists())

    def test_sessions_and_seats_outlive_a_restart(self):
        with Server() as server:
            room = new_workshop(set_up(server)).open()
            phone = room.phone()
            server.kill()
            server.start()
            self.assertEqual(200, room.page().status)
            self.assertEqual(200, phone.page().status)
            room.stage("supplement")
            self.assertEqual(303, phone.submit(phone.page(), "send", tekst="Etter omstart").status)


if __name__ == "__main__":
    unittest.main()
