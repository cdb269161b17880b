"""A conversation with the real yaml-language-server, as an editor has it: LSP on its standard input and output.

The server comes from npm, once, into a folder of the user's cache; YAML_LANGUAGE_SERVER names another one.
"""

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from queue import Queue

from iki_lint.pack_cache import cache_folder

VERSION = "2.0.0"
WAIT = 60
"""Seconds after which the server counts as dead."""
PATIENCE = 240
"""Seconds after which npm does."""


def program() -> list[str] | str:
    """The command that starts the server, or a sentence that says why there is none."""
    if given := os.environ.get("YAML_LANGUAGE_SERVER"):
        return [given, "--stdio"]
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return "node and npm are not installed (apt-get install npm)"
    folder = Path(cache_folder()) / f"yaml-language-server-{VERSION}"
    script = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not (folder / "whole").is_file():
        package = f"yaml-language-server@{VERSION}"
        options = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1"]
        folder.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--prefix", str(folder), *options, package]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return f"npm cannot install {package} here"
        (folder / "whole").touch()
    return [node, str(script), "--stdio"]


class Editor:
    """An editor with one folder open; its user speaks Indonesian."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._answers: dict[int, Queue] = {}
        self._told: dict[str, Queue] = {}
        self._number = 0
        self._version = 0
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()
        abilities = {
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True},
        }
        start = {"processId": os.getpid(), "rootUri": folder.as_uri(), "locale": "id", "capabilities": abilities}
        self._ask("initialize", start)
        self._tell("initialized", {})

    def open(self, name: str, text: str | None = None) -> list[tuple[int, str]]:
        """Open a file, with this text in it if one is given; its diagnostics: line (from 1) and message."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8") if text is None else text
        uri = path.as_uri()
        self._told[uri] = told = Queue()
        self._version += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._version, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        found = told.get(timeout=WAIT)
        return sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in found)

    def close(self, name: str) -> None:
        """Close a file; the server takes its diagnostics back."""
        uri = (self.folder / name).as_uri()
        self._tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert self._told[uri].get(timeout=WAIT) == []

    def hover(self, name: str, line: int, column: int) -> str:
        """What a file shows under the pointer at a place, both counted from 0."""
        shown = self._ask("textDocument/hover", self._place(name, line, column))
        return shown["contents"]["value"] if shown else ""

    def complete(self, name: str, line: int, column: int) -> dict[str, dict]:
        """What the editor offers at a place, by label."""
        offered = self._ask("textDocument/completion", self._place(name, line, column))
        return {each["label"]: each for each in offered["items"]}

    def quit(self) -> None:
        """End the server."""
        try:
            self._ask("shutdown", None)
            self._tell("exit", None)
            self._server.wait(timeout=WAIT)
        finally:
            self._server.kill()
            self._listening.join(timeout=WAIT)
            self._server.stdin.close()
            self._server.stdout.close()

    def _place(self, name: str, line: int, column: int) -> dict:
        uri = (self.folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def _ask(self, method: str, params: object) -> dict:
        self._number += 1
        self._answers[self._number] = answer = Queue()
        self._send({"id": self._number, "method": method, "params": params})
        message = answer.get(timeout=WAIT)
        assert "error" not in message, message
        return message["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _listen(self) -> None:
        stream = self._server.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                continue
            self._heard(json.loads(stream.read(length)))

    def _heard(self, message: dict) -> None:
        method = message.get("method")
        if method is None:
            self._answers[message["id"]].put(message)
        elif method == "workspace/configuration":
            # No catalogue from the network: what the files name must be enough.
            settings = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}}
            values = [settings.get(item.get("section")) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": values})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})
        elif method == "textDocument/publishDiagnostics" and message["params"]["uri"] in self._told:
            self._told[message["params"]["uri"]].put(message["params"]["diagnostics"])
