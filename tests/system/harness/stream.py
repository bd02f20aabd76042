"""A listener to server-sent events, on a plain socket."""
import html
import socket
import time


class Stream:
    def __init__(self, client, path, **headers):
        port = client.server.port
        self.line = socket.create_connection(("127.0.0.1", port), timeout=10)
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        extra = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.line.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\nAccept-Language: nb\r\n"
                           f"Cookie: {cookies}\r\n{extra}\r\n").encode())
        self.received, self.ended = b"", False
        self.until(lambda text: "\r\n\r\n" in text)
        self.head = self.text.split("\r\n\r\n")[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.line.close()

    @property
    def text(self):
        return html.unescape(self.received.decode("utf-8", errors="replace"))

    def mark(self):
        """Forgets what has come so far."""
        self.received = b""

    def until(self, wanted, seconds=10):
        """Reads until what has come satisfies `wanted`, the stream ends, or time is up; whether it did."""
        deadline = time.monotonic() + seconds
        while not wanted(self.text):
            left = deadline - time.monotonic()
            if left <= 0 or self.ended:
                return False
            self.line.settimeout(left)
            try:
                block = self.line.recv(65536)
            except TimeoutError:
                return False
            except ConnectionResetError:
                block = b""
            self.received += block
            self.ended = not block
        return True

    def until_end(self, seconds=10):
        self.until(lambda _: False, seconds)
        return self.ended
