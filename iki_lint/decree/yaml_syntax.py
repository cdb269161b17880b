"""What a YAML parser complains about, said in one sentence that helps a planner."""

import re
from typing import Any

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import BREAKS, Source

_SENTENCES = (
    (r"tab character", "yaml-tab"),
    (r"mapping values are not allowed", "yaml-titik-dua"),
    (r"quoted scalar.*(unexpected end of stream|document (indicator|separator))", "yaml-kutip-terbuka"),
    (r"could not find expected ':'", "yaml-tanpa-titik-dua"),
    (r"flow sequence", "yaml-kurung-siku"),
    (r"flow mapping", "yaml-kurung-kurawal"),
    (r"escape|hexa?decimal", "yaml-garis-miring"),
    (r"cannot start any token", "yaml-tanda-awal"),
    (r"scanning an (anchor|alias)|undefined alias", "yaml-bintang"),
    (r"\btag\b", "yaml-tanda-seru"),
    (r"directive|incompatible YAML", "yaml-persen"),
    (r"block scalar", "yaml-teks-blok"),
    (r"sequence entries are not allowed", "yaml-butir"),
    (r"block (mapping|collection)|<document start>", "yaml-indentasi"),
)
"""The first pattern that fits the parser's context and problem names the sentence; `yaml-umum` if none does."""

_AT_CONTEXT = {"yaml-kutip-terbuka", "yaml-tanpa-titik-dua", "yaml-kurung-siku", "yaml-kurung-kurawal"}


def syntax_problem(source: Source, error: Any) -> Problem:
    """The fatal IKI002 for a `yaml.YAMLError`, at the place where the planner should look.

    That is where the parser stopped, but for what was opened and never closed, where it was opened.
    """
    complaint = f"{getattr(error, 'context', '') or ''}: {getattr(error, 'problem', '') or ''}"
    message = next((name for pattern, name in _SENTENCES if re.search(pattern, complaint)), "yaml-umum")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if message in _AT_CONTEXT and context is not None:
        mark = context
    at = min(mark.index if mark is not None else 0, len(source.text))
    if message == "yaml-titik-dua" and not _second_colon(source.text, at):
        message = "yaml-indentasi"
    if message == "yaml-tanda-awal" and source.text[at : at + 1] == "\t":
        message = "yaml-tab"
    if message == "yaml-indentasi" and re.search(r"['\"][ \t]+\Z", source.text[max(0, at - 99) : at]):
        message = "yaml-sesudah-kutip"
    if message == "yaml-garis-miring":
        at = max(source.text.rfind("\\", 0, at + 1), 0)
    return syntax_stop(source, message, at, min(at + 1, len(source.text)))


def syntax_stop(source: Source, message: str, start: int, end: int) -> Problem:
    """A fatal IKI002 at `start..end`, with the line and the character that the sentences name."""
    sign = source.text[start : start + 1]
    args = {"baris": str(source.position(start)[0]), "tanda": "" if sign in BREAKS else sign}
    return Problem("IKI002", message, args, source, start, end, fatal=True)


def _second_colon(text: str, at: int) -> bool:
    """Whether the colon at `at` follows another `kunci: ` on its line."""
    start = max(text.rfind(character, 0, at) for character in BREAKS) + 1
    return re.search(r":[ \t]", text[start:at]) is not None
