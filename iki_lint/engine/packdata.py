"""The data files of a rule pack: word lists, what the rules rest on, and the sentences for users."""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, Seq, Text, plain
from iki_lint.engine.packfile import Report, read_packfile, scalar
from iki_lint.engine.rule import placeholders

WordList: TypeAlias = frozenset[str] | dict[str, str]
Table: TypeAlias = tuple[dict[str, Any], ...]


class Lists(NamedTuple):
    """Word lists (a set, or a mapping from the word to its reason or partner) and tables, by file name."""

    lists: dict[str, WordList]
    tables: dict[str, Table]


def load_lists(files: list[tuple[str, bytes]], problems: list[Problem], taken: Mapping[str, str] = {}) -> Lists:
    """The lists of a pack. Words are kept in lower case; a table keeps its texts as written.

    `taken` are names of lists that stand elsewhere, with the place.
    """
    found = Lists({}, {})
    seen: dict[str, str] = dict(taken)
    for path, data in files:
        name, extension = os.path.splitext(os.path.basename(path))
        report = Report(problems)
        if name in seen:
            report.at(Source(path, ""), 0, 0, "daftar-ganda", {"nama": name, "berkas": seen[name]})
        seen[name] = path
        if extension == ".yaml":
            _read_yaml_list(name, path, data, found, problems)
        else:
            _read_text_list(name, path, data, found, report)
    return found


def load_basis(
    files: list[tuple[str, bytes]], problems: list[Problem], taken: Mapping[str, str] = {}
) -> dict[str, tuple[str, str, str, str]]:
    """What the rules rest on, by key: (title, evidence, note in Indonesian, note in English)."""
    found = {}
    for path, data in files:
        root, wrong = read_packfile(path, data, "basis")
        problems += wrong
        for key, entry in root.items.items() if root is not None and not wrong else ():
            _refuse_taken(root, key, "dasar-ganda", taken, problems)
            record: Any = plain(entry)
            note = record["catatan"]
            found[key] = (record["judul"], record["bukti"], note["id"], note.get("en", note["id"]))
    return found


def load_messages(
    files: list[tuple[str, bytes]], problems: list[Problem], taken: Mapping[str, str] = {}
) -> dict[str, tuple[str, str]]:
    """The sentences by key, (Indonesian, English); both must have the same placeholders, plain names all of them."""
    found: dict[str, tuple[str, str]] = {}
    for path, data in files:
        root, wrong = read_packfile(path, data, "messages")
        problems += wrong
        report = Report(problems)
        for key, entry in root.items.items() if root is not None and not wrong else ():
            assert isinstance(entry, Map)
            _refuse_taken(root, key, "kunci-dipakai", taken, problems)
            first, second = scalar(entry, "id"), scalar(entry, "en")
            assert first is not None
            assert second is not None
            if key in found:
                report(first, "kalimat-ganda", {"kunci": key})
            for text, other in ((first, second), (second, first)):
                others = {name for name, _, _ in placeholders(other.value)}
                for name, start, end in placeholders(text.value):
                    if not name.isidentifier() or name not in others:
                        report(text, "kalimat-isian-berbeda", {"isian": text.value[start:end]}, start, end)
            found[key] = (first.value, second.value)
    return found


def _refuse_taken(root: Map | None, key: str, message: str, taken: Mapping[str, str], problems: list[Problem]) -> None:
    if root is not None and key in taken:
        start, end = root.edges(key)
        Report(problems).at(root.source, start, end, message, {"nama": key, "berkas": taken[key]})


def _read_yaml_list(name: str, path: str, data: bytes, found: Lists, problems: list[Problem]) -> None:
    root, wrong = read_packfile(path, data, "list")
    problems += wrong
    if root is None or wrong:
        return
    report = Report(problems)
    contents = [key for key in ("kata", "pasangan", "tabel") if key in root.items]
    if len(contents) != 1:
        report(root.items[contents[1]] if contents else root.items["judul"], "daftar-isi")
        return
    node = root.items[contents[0]]
    if contents == ["tabel"]:
        records: Any = plain(node)
        found.tables[name] = tuple(records)
    elif isinstance(node, Seq):
        found.lists[name] = frozenset(_words([(item, _text(item)) for item in node.items], report))
    elif isinstance(node, Map):
        values = [_text(value) for value in node.items.values()]
        words = _words([(node.items[key], key) for key in node.items], report)
        found.lists[name] = dict(zip(words, values, strict=True)) if len(words) == len(values) else {}


def _read_text_list(name: str, path: str, data: bytes, found: Lists, report: Report) -> None:
    """A `.tsv` with a heading or a `.txt` with one word a line.

    The second column of `NAME.tsv` gives the list NAME from each word to its partner, any other `NAME.COLUMN`.
    """
    try:
        source = Source(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        report.at(Source(path, ""), 0, 0, "daftar-bukan-utf8", {"letak": str(error.start)})
        return
    rows: list[list[str]] = []
    seen: set[str] = set()
    width = 1
    for number, start in enumerate(source.line_starts):
        line = source.line(number + 1)
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#"):
            continue
        width = len(cells) if not rows else width
        if len(cells) != width or not all(cells) or (path.endswith(".tsv") and width < 2):
            report.at(source, start, start + len(line), "daftar-kolom", {"jumlah": str(max(width, 2))})
        elif cells[0].lower() in seen:
            report.at(source, start, start + len(cells[0]), "daftar-kata-ganda", {"kata": cells[0]})
        seen.add(cells[0].lower())
        rows.append(cells)
    if path.endswith(".txt"):
        found.lists[name] = frozenset(row[0].lower() for row in rows)
        return
    for at in range(1, max(width, 2)):
        key = name if at == 1 else f"{name}.{rows[0][at]}"
        found.lists[key] = {row[0].lower(): row[at] for row in rows[1:] if len(row) > at}


def _words(entries: list[tuple[Node, str]], report: Report) -> list[str]:
    words: list[str] = []
    seen: set[str] = set()
    for node, entry in entries:
        word = " ".join(entry.lower().split())
        if word in seen:
            report(node, "daftar-kata-ganda", {"kata": word})
        seen.add(word)
        words.append(word)
    return words


def _text(node: Node) -> str:
    return node.value if isinstance(node, Text) else ""
