"""The wheel's build hook: packs rules and schemas, the rules also compiled, so that no rule file is parsed at start."""

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `iki_lint/_data/`. Fails with every located problem when a rule file is wrong."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from iki_lint.engine.compile import compile_pack

            source = compile_pack(os.path.join(self.root, "rules"))
        finally:
            sys.path.remove(self.root)
        handle, self.compiled = tempfile.mkstemp(suffix=".py")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(source)
        os.chmod(self.compiled, 0o644)
        inside = {self.compiled: "compiled.py", os.path.join(self.root, "rules"): "rules"}
        inside[os.path.join(self.root, "schemas")] = "schemas"
        for path, name in inside.items():
            build_data["force_include"][path] = f"iki_lint/_data/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            os.unlink(self.compiled)
