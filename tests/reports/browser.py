"""A real browser for tests and pictures: headless Chromium, spoken to through a pipe (Chrome DevTools Protocol).

Nothing is installed with it and no port is opened. CHROMIUM names another program than those looked for.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--force-color-profile=srgb",
)

PATIENCE = 60
"""Seconds without a word after which the browser is given up."""

# The browser reads from 3 and writes to 4; whatever numbers the pipe has here, the child moves them there.
_START = "import os, sys; a, b = map(int, sys.argv[1:3]); os.dup2(a, 103); os.dup2(b, 104); os.dup2(103, 3); \
os.dup2(104, 4); os.execv(sys.argv[3], sys.argv[3:])"


def find() -> str | None:
    """The browser's program; None where there is none."""
    if sys.platform == "win32":
        return None
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in PROGRAMS if (path := shutil.which(name))), None)


class Page:
    """One tab. `said` holds what the browser complained about: errors, exceptions, breaches of the page's policy."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing
        self._buffer, self._last, self._session = b"", 0, None
        self.said: list[str] = []
        self._loaded = 0
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: Any) -> Any:
        """Send one command and wait for its result. Raises RuntimeError when the browser refuses it."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._last:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']}")
                return told["result"]
            self._hear(told)

    def open(self, path: str | os.PathLike[str], fragment: str = "") -> None:
        """Load a file and wait until it is there."""
        # From one part of a page to another nothing is loaded.
        for url in ("about:blank", Path(path).resolve().as_uri() + fragment):
            seen = self._loaded
            self.ask("Page.navigate", url=url)
            while self._loaded == seen:
                self._hear(self._next())

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression (a promise is awaited)."""
        done = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in done:
            raise RuntimeError(done["exceptionDetails"]["exception"].get("description", expression))
        return done["result"].get("value")

    def window(self, width: int, height: int, dark: bool = False) -> None:
        """The size of the window in CSS pixels, and which colours it prefers."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])

    def scripts(self, on: bool) -> None:
        """Whether pages loaded from now on run their scripts."""
        self.ask("Emulation.setScriptExecutionDisabled", value=not on)

    def key(self, name: str, text: str = "") -> None:
        """Press a key: "Tab", "Enter", "ArrowDown", or a letter with its text."""
        codes = {"Tab": 9, "Enter": 13, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, " ": 32}
        key = {"key": name, "code": name, "windowsVirtualKeyCode": codes.get(name, 0)}
        text = text or {"Enter": "\r", " ": " "}.get(name, "")
        self.ask("Input.dispatchKeyEvent", type="keyDown", **key, **({"text": text} if text else {}))
        self.ask("Input.dispatchKeyEvent", type="keyUp", **key)

    def picture(self, path: str | os.PathLike[str]) -> None:
        """A PNG of the window."""
        data = self.ask("Page.captureScreenshot", format="png")["data"]
        Path(path).write_bytes(base64.b64decode(data))

    def pdf(self, path: str | os.PathLike[str]) -> None:
        """The page on paper."""
        data = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        Path(path).write_bytes(base64.b64decode(data))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            if not select.select([self._reading], [], [], PATIENCE)[0]:
                raise RuntimeError("the browser says nothing")
            more = os.read(self._reading, 1 << 20)
            if not more:
                raise RuntimeError("the browser has ended")
            self._buffer += more
        message, _, self._buffer = self._buffer.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told

    def _hear(self, told: dict[str, Any]) -> None:
        method, params = told.get("method"), told.get("params", {})
        if method == "Page.loadEventFired":
            self._loaded += 1
        elif method == "Runtime.exceptionThrown":
            self.said.append(str(params["exceptionDetails"].get("exception", params["exceptionDetails"])))
        elif method == "Runtime.consoleAPICalled":
            self.said.append(str(params["args"]))
        elif method == "Log.entryAdded":
            self.said.append(params["entry"]["text"])


@contextmanager
def browser(program: str) -> Iterator[Page]:
    """A browser with one tab, gone afterwards with all that it has written."""
    reading, theirs_out = os.pipe()
    theirs_in, writing = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        arguments = [program, *FLAGS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(
            [sys.executable, "-c", _START, str(theirs_in), str(theirs_out), *arguments],
            pass_fds=(theirs_in, theirs_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            yield Page(reading, writing)
        finally:
            os.close(writing)
            os.close(reading)
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
