"""Random YAML documents whose scalars come in every style, for the tests of the located tree."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "Jumlah",
        "dokumen",
        "1.000",
        "90%",
        "a:b",
        "kata#",
        "é",
        "😀",
        "~",
        "null",
        "it's",
        "a/b",
        "x\ty",
        "1",
        "dan\u00a0atau",
    ]
)
PLAIN_LINE = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
QUOTABLE = st.text(alphabet="ab :#'\\\"\t\n😀é-{}[],&*!|>%@`?~", max_size=12)
LINE_BREAKS = st.sampled_from(["\n", "\n\n", " \n", "\n\n\n", "\n \n"])


def folded(separator_indent: str) -> st.SearchStrategy[str]:
    """Words with line breaks between them, each new line behind an indentation."""
    gap = st.one_of(st.just(" "), st.just("  "), LINE_BREAKS.map(lambda breaks: breaks + separator_indent))
    pairs = st.lists(st.tuples(st.sampled_from(["Jumlah", "b", "1.", "😀", "x"]), gap), max_size=4)
    return pairs.map(lambda found: "".join(word + between for word, between in found) + "akhir")


def single_quoted(indent: str) -> st.SearchStrategy[str]:
    """A single-quoted scalar, perhaps on several lines, with doubled quotes."""
    return folded(indent).map(lambda text: "'" + text.replace("b", "''b ''") + " '")


def double_quoted(indent: str) -> st.SearchStrategy[str]:
    """A double-quoted scalar with escapes and escaped line breaks."""
    replacements = st.sampled_from(
        ["\\n", "\\x41", "\\u00e9", "\\U0001F600", '\\"', "\\\\", "\\\n" + indent + "\\ ", "\\\n\n "]
    )
    return st.tuples(folded(indent), replacements).map(lambda pair: '"' + pair[0].replace("b", pair[1]) + '"')


def block(indent: str) -> st.SearchStrategy[str]:
    """A literal or folded scalar with every header and with blank, deeper and tabbed lines."""
    line = st.sampled_from(["kata satu", "", " ", "   lebih dalam", "\ttab", "😀 x ", "# bukan catatan", "   ", "a: b"])
    header = st.tuples(
        st.sampled_from("|>"),
        st.sampled_from(["", "-", "+"]),
        st.sampled_from(["", "1", "2"]),
        st.sampled_from(["", " # c"]),
    )
    return st.tuples(header, st.lists(line, max_size=6)).map(lambda found: _block(indent, *found))


def _block(indent: str, header: tuple[str, str, str, str], lines: list[str]) -> str:
    style, chomping, indicator, comment = header
    if not indicator:
        while lines and not lines[0].strip():
            lines = lines[1:]
        lines = [lines[0].lstrip(), *lines[1:]] if lines else []
    width = int(indicator) - 1 if indicator else 1
    body = [(indent + " " * width + line) if line else "" for line in lines]
    return "\n".join([style + indicator + chomping + comment, *body])


def scalars(depth: int) -> st.SearchStrategy[str]:
    """A scalar in any style, as the value of a key `depth` blanks deep."""
    indent = " " * (depth + 1)
    return st.one_of(
        st.sampled_from(["", "~", "null", "yes", "1.10"]),
        PLAIN_LINE,
        folded(indent),
        single_quoted(indent),
        double_quoted(indent),
        block(indent),
        QUOTABLE.map(lambda text: "'" + text.replace("'", "''").replace("\n", "\n" + indent).replace("\t", " ") + "'"),
    )


def mappings(depth: int = 0, levels: int = 2) -> st.SearchStrategy[str]:
    """A block mapping with scalars, lists, flow collections and deeper mappings."""
    indent = " " * depth
    entry = st.one_of(
        scalars(depth).map(lambda text: f": {text}\n"),
        st.lists(scalars(depth + 2), min_size=1, max_size=3).map(
            lambda items: ":\n" + "".join(f"{indent}  - {item}\n" for item in items)
        ),
        st.sampled_from(
            [": [a, 'b', {c: d}]\n", ": {x: 1,\n   y: [~, e f]}\n", ": &j 'x y'\n", ": !!str 5\n", ": # c\n", ": []\n"]
        ),
    )
    if levels:
        entry = st.one_of(entry, mappings(depth + 2, levels - 1).map(lambda inner: ":\n" + inner))
    names = st.sampled_from(["nama", "'id'", '"tugas"', "a b", "iku", "😀", "<<", "? x\n" + indent, "kunci"])
    return st.lists(st.tuples(names, entry), min_size=1, max_size=4).map(
        lambda found: "".join(indent + name + value for name, value in found)
    )


documents = mappings()
"""Whole documents; keys repeat at times, and a few are not well-formed."""
