"""The line ledger: every non-blank line has one role, and every word of it went somewhere, once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, Text
from iki_lint.readers.rows import Span, stretches

# Lines whose words are known labels as a whole: letterhead, titles, columns, page numbers, the signature.
FREE = frozenset(
    (
        "identitas",
        "judul",
        "judul-iku",
        "judul-kolom",
        "naskah",
        "nomor-halaman",
        "nomor-kolom",
        "pemisah",
        "penutup",
        "perilaku",
        "tidak-dikenali",
    )
)
# Values that are read from words, but are not the words themselves.
DERIVED = frozenset(("versi_format", "id", "jenis", "tanggal", "periode", "unit_kerja", "aspek", "mendukung"))


def count_roles(roles: Mapping[int, str]) -> dict[str, int]:
    """How many lines play each role, by name."""
    return dict(sorted(Counter(roles.values()).items()))


def check(
    source: Source, root: Map, roles: Mapping[int, str], labels: Sequence[Span], shared: Sequence[Span] = ()
) -> Problem | None:
    """The first line without a role, or with a word that is lost, doubled or changed; None when all is explained.

    Only `shared` words may stand in the tree more than once.
    """
    once = set(shared)
    met: set[Span] = set()
    lines: dict[int, list[Span]] = {}
    for text in _texts(root):
        for start, end, words in pieces(text):
            line = source.position(start)[0]
            if source.text[start:end].split() != words.split():
                return _problem(source, line)
            if (start, end) not in met:
                lines.setdefault(line, []).append((start, end))
            if (start, end) in once:
                met.add((start, end))
    for start, end in labels:
        lines.setdefault(source.position(start)[0], []).append((start, end))
    for line, start in enumerate(source.line_starts, 1):
        raw = source.line(line)
        if raw.strip() and not _explained(raw, start, sorted(lines.get(line, ())), roles.get(line)):
            return _problem(source, line)
    return None


def pieces(text: Text) -> Iterator[tuple[int, int, str]]:
    """The unbroken stretches of a text: where each stands in the source, and its characters."""
    return iter(()) if text.null or not text.value else stretches(text.value, text.breakpoints)


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Map):
        for key, value in node.items.items():
            if key not in DERIVED:
                yield from _texts(value)
    else:
        for value in node.items:
            yield from _texts(value)


def _explained(raw: str, at: int, spans: Sequence[Span], role: str | None) -> bool:
    reached = at
    for start, end in spans:
        if start < reached or (role not in FREE and _gap(raw, reached - at, start - at)):
            return False
        reached = end
    return role is not None and (role in FREE or not _gap(raw, reached - at, len(raw)))


def _gap(raw: str, start: int, end: int) -> bool:
    """Whether there are words between two places of a line."""
    return bool(raw[start:end].strip())


def _problem(source: Source, line: int) -> Problem:
    start = source.line_starts[line - 1]
    end = start + len(source.line(line))
    return Problem("IKI007", "impor-baris-tidak-terjelaskan", {"baris": str(line)}, source, start, end, fatal=True)
