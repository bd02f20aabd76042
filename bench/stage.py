"""What a measurement stands on: a server of ours with a room, programs started and ended, and the processor time of others."""
import http.client
import json
import pathlib
import socket
import subprocess
import time
import urllib.parse


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for attempt in range(1200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.002 if attempt < 1000 else 0.05)
    raise RuntimeError(f"nothing listens on port {port}")


def cpu_seconds(pids):
    """utime + stime of all threads; from the processes' own clocks, since /proc/PID/stat counts in hundredths."""
    return sum(time.clock_gettime((~pid << 3) | 2) for pid in pids)


def resident_mb(pid):
    """Memory that is really there, in MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError(f"process {pid} is gone")


def children(pid):
    return [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def raw(method, path, port, headers=None, form=None):
    """One request as bytes on the wire."""
    body = urllib.parse.urlencode(form).encode() if form else b""
    fields = {"Host": f"127.0.0.1:{port}", "User-Agent": "bench", **(headers or {})}
    if method == "POST":
        fields |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    return f"{method} {path} HTTP/1.1\r\n".encode() + b"".join(f"{k}: {v}\r\n".encode() for k, v in fields.items()) + b"\r\n" + body


class Server:
    """Nøkkelknippe with a data folder of its own."""

    def __init__(self, stage, data=None):
        self.stage, self.port = stage, free_port()
        self.data = data or stage.scratch / f"data-{self.port}"
        self.start()

    def start(self):
        self.process = self.stage.start(self.stage.program, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", "--quiet")
        wait_for(self.port)
        self.right = {"Authorization": "Bearer " + (self.data / "local.key").read_text().strip()}
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def ask(self, method, path, headers=None, form=None, body=None):
        headers = dict(headers or {})
        if form:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self.answered(method, path, headers, body)
        text = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path.split('/')[1]}: {answer.status} {text[:2000]!r}")
        return answer, text

    def answered(self, method, path, headers, body):
        """A line that has long been still may have been closed; what only asks is then asked again."""
        try:
            self.connection.request(method, path, body, headers)
            return self.connection.getresponse()
        except http.client.RemoteDisconnected:
            if method != "GET":
                raise
            self.connection.close()
            self.connection.request(method, path, body, headers)
            return self.connection.getresponse()


class Room:
    """An open workshop with groups and phones in each."""

    def __init__(self, server, groups, phones_each=1):
        self.server = server
        _, made = server.ask("POST", "/api/workshops", server.right, body=json.dumps({"title": "Måling"}))
        self.made = json.loads(made)
        self.path = "/rom/" + self.made["workshop"]
        for number in range(1, groups + 1):
            self.command("ny-gruppe", navn=f"Bord {number}")
        self.phones = [self.join(number) for number in range(1, groups + 1) for _ in range(phones_each)]

    def command(self, op, **fields):
        self.server.ask("POST", self.made["desk"], self.server.right, form={"op": op, **fields})

    def join(self, group):
        path = "/v/" + self.made["code"]
        page, _ = self.server.ask("GET", path)
        visitor = page.headers["Set-Cookie"].split(";")[0]
        seated, _ = self.server.ask("POST", path, {"Cookie": visitor, "Sec-Fetch-Site": "same-origin"}, form={"gruppe": group})
        seat = seated.headers["Set-Cookie"].split(";")[0]
        return {"Cookie": f"{visitor}; {seat}", "Sec-Fetch-Site": "same-origin"}

    def rank(self, phone, op):
        self.server.ask("POST", self.path + "/ranger", phone, form={"op": op})


class Stage:
    """Starts programs and ends every one of them."""

    def __init__(self, scratch, program, tools):
        self.scratch, self.tools = scratch, tools
        self.program = scratch / "knippe"
        self.program.write_bytes(program.read_bytes())  # a build meanwhile must not change what is measured
        self.program.chmod(0o755)
        self.running = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.running):
            self.end(process)

    def start(self, *command, **options):
        options = {"stdout": subprocess.DEVNULL, **options}
        process = subprocess.Popen([str(part) for part in command], **options)
        self.running.append(process)
        return process

    def end(self, process):
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def write(self, name, content):
        path = self.scratch / name
        path.write_bytes(content)
        return path


class Tool:
    """A program of this folder that says "ready" and then answers each line with one line."""

    def __init__(self, stage, *command):
        self.process = stage.start(*command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args[0].rsplit('/', 1)[1]} gave up")
        return line

    def say(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.read()


class Askers(Tool):
    """The tool `ask` with its connections open, so that only requests are measured."""

    def __init__(self, stage, port, connections, pids):
        super().__init__(stage, stage.tools / "bench_ask", port, connections)
        self.stage, self.pids = stage, pids

    def ask(self, requests, seconds=0):
        """Its result, with the processor time of the servers; fails unless all answers were 200 or 303."""
        file = self.stage.write("requests", b"".join(request + b"\0" for request in requests))
        before = cpu_seconds(self.pids)
        result = json.loads(self.say(f"{seconds} {file}"))
        result["cpu_us"] = (cpu_seconds(self.pids) - before) / result["requests"] * 1e6
        if set(result["statuses"]) - {"200", "303"}:
            raise RuntimeError(f"answers: {result['statuses']}")
        return result
