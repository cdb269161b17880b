"""PDF files drawn by hand, one page description each: what no office program would make on demand."""

from collections.abc import Sequence

FONT = "/F 10 Tf"


def text(x: float, y: float, words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {FONT} {x} {y} Td ({escaped}) Tj ET\n"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """A grid of thin filled rectangles, as Word draws its borders."""
    across = [f"{xs[0]} {y} {xs[-1] - xs[0]} 0.5 re f" for y in ys]
    return "\n".join(across + [f"{x} {min(ys)} 0.5 {max(ys) - min(ys)} re f" for x in xs])


def table(xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], height: float = 40) -> str:
    """A ruled table; a line break in a cell begins a new line."""
    parts = [ruled(xs, [top - height * number for number in range(len(rows) + 1)])]
    return "\n".join(parts + words(xs, top, rows, height))


def words(xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], height: float = 40) -> list[str]:
    """The texts of a table without its lines."""
    return [
        text(x + 3, top - height * number - 11 - 12 * line, part)
        for number, row in enumerate(rows)
        for x, cell in zip(xs, row, strict=False)
        for line, part in enumerate(cell.split("\n"))
        if part
    ]


def picture() -> str:
    """A grey picture over the whole page."""
    return "q 842 0 0 595 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def pdf(*pages: str, extra: str = "", group: tuple[str, str] | None = None) -> bytes:
    """A PDF file with these page descriptions; `extra` goes into each page's dictionary, `group` is the form G."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    named = f"/XObject<</G {4 + 2 * len(pages)} 0 R>>" if group else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 842 595]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        resources = f"<</Font<</F 3 0 R>>{named}>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/Resources{resources}/Contents {5 + 2 * number} 0 R{extra}>>")
        objects.append(f"<</Length {len(page.encode('latin-1'))}>>\nstream\n{page}\nendstream")
    if group:
        objects.append(f"{group[0]}\nstream\n{group[1]}\nendstream")
    return file_of(objects)


def file_of(objects: Sequence[str]) -> bytes:
    """A PDF file with these objects, numbered from 1; the first is the catalog."""
    made = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + (end + trailer).encode()
