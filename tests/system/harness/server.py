"""The real program, in a folder of its own, on a free port of 127.0.0.1."""
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from unittest import SkipTest

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = Path(os.environ.get("KNIPPE_PROGRAM", ROOT / "build" / "release" / "knippe"))
START_SECONDS_MAX = 30
STOP_SECONDS_MAX = 20


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run_program(*arguments, seconds=60):
    """Runs a subcommand to its end: (exit code, everything it wrote)."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=seconds, check=False)
    return done.returncode, done.stdout.decode(errors="replace")


class Server:
    """`with Server() as server:` starts it; leaving ends it and takes its folder away."""

    def __init__(self, *arguments, folder=None, port=None):
        self.arguments = arguments
        self.own_folder = None if folder else tempfile.mkdtemp(prefix="knippe-")
        self.folder = Path(folder or Path(self.own_folder, "data"))
        self.port = port or free_port()
        self.process = None
        self.log = tempfile.NamedTemporaryFile(prefix="knippe-log-", suffix=".txt")

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, error, trace):
        if self.process and self.process.poll() is None:
            self.kill()
        if kind and not issubclass(kind, SkipTest):
            print("---- the server said ----\n" + self.output()[-4000:])
        self.log.close()
        if self.own_folder:
            shutil.rmtree(self.own_folder, ignore_errors=True)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.begin()
        self.wait_until_ready()
        return self

    def begin(self):
        """Starts the process without waiting for it."""
        self.log_start = os.fstat(self.log.fileno()).st_size
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", self.folder, "--listen", f"127.0.0.1:{self.port}", *self.arguments],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, cwd=self.own_folder or self.folder.parent)

    def wait_until_ready(self):
        deadline = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}:\n{self.output()}")
            try:
                line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                line.request("GET", "/healthz")
                if line.getresponse().status == 200 and "http" in self.output():
                    return
            except OSError:
                pass
            finally:
                line.close()
            time.sleep(0.02)
        raise AssertionError(f"no /healthz within {START_SECONDS_MAX} s:\n{self.output()}")

    def output(self):
        """All it has written since it was last started."""
        with open(self.log.name, "rb") as log:
            log.seek(self.log_start)
            return log.read().decode(errors="replace")

    def set_up_link(self):
        """The path of the link that the first start prints."""
        found = re.search(r"https?://[^\s/]+(/oppsett/\S+)", self.output())
        assert found, "no set-up link was printed:\n" + self.output()
        return found.group(1)

    def stop(self):
        """Asks it to end, as systemd does; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOP_SECONDS_MAX)

    def kill(self):
        """Ends it in the middle of whatever it does."""
        self.process.kill()
        self.process.wait(STOP_SECONDS_MAX)

    def restart(self):
        self.stop()
        return self.start()

