"""The front door: what it lets in, what it cuts, and what it says then."""
import gzip
import socket
import time
import unittest

from harness import Client, Server

HEADER_SECONDS_MAX = 10  # what a client has for its header


def exchange(server, *parts, seconds=30):
    """Sends raw bytes on one connection and returns all that comes until the server closes it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=seconds) as line:
        for part in parts:
            line.sendall(part)
        received = b""
        while True:
            try:
                block = line.recv(65536)
            except ConnectionResetError:
                return received
            if not block:
                return received
            received += block


def raw(server, text, **options):
    return exchange(server, text.replace("\n", "\r\n").encode(), **options).decode(errors="replace")


def status_of(answer):
    return int(answer.split(" ")[1]) if answer.startswith("HTTP/1.1 ") else 0


class Door(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)

    def test_a_foreign_host_is_refused(self):
        answer = raw(self.server, "GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n")
        self.assertEqual(400, status_of(answer))

    def test_localhost_and_addresses_are_served(self):
        for host in (f"localhost:{self.server.port}", f"127.0.0.1:{self.server.port}", f"[::1]:{self.server.port}"):
            self.assertEqual(200, status_of(raw(self.server, f"GET / HTTP/1.1\nHost: {host}\nConnection: close\n\n")), host)

    def test_a_missing_host_is_refused(self):
        self.assertEqual(400, status_of(raw(self.server, "GET / HTTP/1.1\nConnection: close\n\n")))

    def test_pages_for_what_is_not_there_or_not_allowed(self):
        client = Client(self.server)
        for path, method, status in (("/finnes-ikke", "GET", 404), ("/bli-med", "GET", 405), ("/", "DELETE", 405),
                                     ("/" + "a" * 9000, "GET", 414)):
            page = client.request(method, path)
            self.assertEqual(status, page.status, path[:20])
            self.assertEqual("nb", page.lang, f"{method} {path[:20]}: {page.source[:200]}")
            self.assertTrue(page.read.headings, path[:20])

    def test_an_error_page_speaks_the_readers_language(self):
        pages = [Client(self.server, language).get("/finnes-ikke") for language in ("nb", "nn", "en")]
        self.assertEqual(["nb", "nn", "en"], [page.lang for page in pages])
        self.assertEqual(3, len({page.text for page in pages}))

    def test_too_large_a_header(self):
        self.assertEqual(431, Client(self.server).get("/", **{"X-Long": "x" * 20000}).status)

    def test_a_form_of_another_kind(self):
        page = Client(self.server).request("POST", "/bli-med", b"{}", {"Content-Type": "application/json",
                                                                       "Sec-Fetch-Site": "same-origin"})
        self.assertEqual(415, page.status)

    def test_a_client_in_the_middle_of_too_large_an_upload_reads_its_413(self):
        head = (f"POST /bli-med HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nContent-Length: 4000000\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n\r\n").encode()
        answer = exchange(self.server, head, *[b"kode=" + b"x" * 65531] * 60).decode(errors="replace")
        self.assertEqual(413, status_of(answer), answer[:200])
        self.assertIn("<html", answer)

    def test_a_chunked_upload_that_grows_too_large_reads_its_413(self):
        head = (f"POST /bli-med HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nTransfer-Encoding: chunked\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n\r\n").encode()
        chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"
        self.assertEqual(413, status_of(exchange(self.server, head, *[chunk] * 100).decode(errors="replace")))

    def test_a_slow_header_is_cut(self):
        began = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=HEADER_SECONDS_MAX * 3) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            line.settimeout(0.5)
            answer, closed = b"", False
            while not closed and time.monotonic() - began < HEADER_SECONDS_MAX * 3:
                try:
                    line.sendall(b"a")
                    block = line.recv(4096)
                    answer, closed = answer + block, not block
                except TimeoutError:
                    continue
                except (ConnectionResetError, BrokenPipeError):
                    closed = True
        self.assertTrue(closed, "still open")
        if answer:
            self.assertEqual(408, status_of(answer.decode(errors="replace")))

    def test_other_clients_are_served_while_many_are_slow(self):
        slow = [socket.create_connection(("127.0.0.1", self.server.port), timeout=10) for _ in range(100)]
        try:
            for line in slow:
                line.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            self.assertEqual(200, Client(self.server).get("/").status)
        finally:
            for line in slow:
                line.close()

    def test_two_lengths_or_a_length_and_chunks_are_refused(self):
        for lines in ("Content-Length: 5\nContent-Length: 6\n", "Content-Length: 5\nTransfer-Encoding: chunked\n",
                      "Transfer-Encoding: chunked, identity\n", "Content-Length: +5\n", "Content-Length : 5\n"):
            answer = raw(self.server, f"POST /bli-med HTTP/1.1\nHost: 127.0.0.1\n{lines}\n0\n\nGET /smuggled HTTP/1.1\nHost: 127.0.0.1\n\n")
            self.assertIn(status_of(answer), (400, 501), lines)
            self.assertEqual(1, answer.count("HTTP/1.1 "), lines)

    def test_head_is_get_without_a_body(self):
        got, head = Client(self.server).get("/"), Client(self.server).request("HEAD", "/")
        self.assertEqual((200, b""), (head.status, head.body))
        self.assertEqual(got.headers["content-type"], head.headers["content-type"])

    def test_assets_are_kept_forever_and_pages_are_compressed(self):
        client = Client(self.server)
        page = client.get("/", **{"Accept-Encoding": "gzip"})
        self.assertEqual("gzip", page.headers.get("content-encoding"))
        style = next(part for part in page.source.split('"') if part.startswith("/assets/") and ".css" in part)
        asset = client.get(style)
        self.assertEqual(200, asset.status)
        self.assertIn("immutable", asset.headers["cache-control"])
        again = client.get(style, **{"If-None-Match": asset.headers["etag"]})
        self.assertEqual((304, b""), (again.status, again.body))

    def test_the_headers_that_protect(self):
        page = Client(self.server).get("/")
        policy = page.headers["content-security-policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual("nosniff", page.headers["x-content-type-options"])
        self.assertEqual("no-referrer", page.headers["referrer-policy"])
        self.assertNotIn("strict-transport-security", page.headers)
        self.assertNotIn(" style=", page.source)

    def test_compression_is_what_it_says(self):
        answer = exchange(self.server, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nAccept-Encoding: gzip\r\n"
                                       "Connection: close\r\n\r\n".encode())
        head, body = answer.split(b"\r\n\r\n", 1)
        self.assertIn(b"gzip", head)
        if b"chunked" not in head.lower():
            self.assertIn(b"<html", gzip.decompress(body))


class PublicAddress(unittest.TestCase):
    def test_with_a_public_url_only_its_host_is_served(self):
        with Server("--public-url", "https://knippe.fjordvik.example") as server:
            ask = "GET / HTTP/1.1\nHost: {}\nConnection: close\n\n"
            self.assertEqual(200, status_of(raw(server, ask.format("knippe.fjordvik.example"))))
            self.assertEqual(400, status_of(raw(server, ask.format("192.0.2.7"))))
            self.assertEqual(400, status_of(raw(server, ask.format("evil.example"))))


class ForeignForms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)

    def test_a_form_from_another_site_is_refused(self):
        client = Client(self.server)
        client.get("/")
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
            self.assertEqual(403, client.send("/bli-med", {"kode": "123456"}, headers).status, headers)

    def test_without_origin_the_token_of_the_form_is_needed(self):
        client = Client(self.server)
        page = client.get("/")
        self.assertEqual(403, client.send("/bli-med", {"kode": "123456"}).status)
        self.assertEqual(422, client.submit(page, field="kode", kode="123456").status)
        self.assertEqual(403, Client(self.server).send("/bli-med", {**page.form_of("kode").values, "kode": "123456"}).status)


if __name__ == "__main__":
    unittest.main()
