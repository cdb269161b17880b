"""Tugas and Fungsi: one text, or a list whose items may run over several paragraphs."""

from iki_lint.readers.labels import item_of
from iki_lint.readers.outline import Field, Reading, Repair
from iki_lint.readers.rows import join


def read_duties(field: Field) -> Reading:
    """Tugas: always one text; letters and numbers of a list stay in it, as they do in a table cell."""
    reading = Reading(field.beside, None, [], [], [])
    parts = [field.beside]
    for row, cell in field.below:
        item = item_of(cell)
        if item and not item.mark:
            reading.labels.extend(item.label)
            cell = item.value
        reading.roles.append((row, "butir-tugas" if item else "sambungan"))
        parts.append(cell)
    return reading._replace(text=join(parts))


def read_functions(field: Field) -> Reading:
    """Fungsi: a list when lettered, numbered or bulleted paragraphs stand below the label, else one text.

    A paragraph without a letter of its own continues the item before it.
    """
    reading = Reading(field.beside, None, [], [], [])
    parts = [[field.beside]] if field.beside.text else []
    if not any(item_of(cell) for _, cell in field.below):
        reading.roles.extend((row, "sambungan") for row, _ in field.below)
        return reading._replace(text=join([field.beside, *(cell for _, cell in field.below)]))
    marks: list[str] = []
    first = item_of(field.beside)
    if first and first.mark:
        parts, marks = [[first.value]], [first.mark]
        reading.labels.extend(first.label)
    for row, cell in field.below:
        item = item_of(cell)
        if item and _starts(item.mark, marks):
            mark = item.mark
            if mark == "1" and marks and marks[0].isalpha():
                mark = "l"
                reading.repairs.append(
                    Repair("huruf-daftar", "impor-huruf-daftar", row, {"tertulis": "1", "huruf": "l"})
                )
            marks.append(mark)
            parts.append([item.value])
            reading.labels.extend(item.label)
            reading.roles.append((row, "butir-fungsi"))
            continue
        if item and not item.mark:
            reading.labels.extend(item.label)
            cell = item.value
        if parts:
            reading.repairs.append(Repair("sambungan", "impor-sambungan", row, {}))
            parts[-1].append(cell)
        else:
            parts.append([cell])
        reading.roles.append((row, "sambungan"))
    return reading._replace(items=[join(cells) for cells in parts])


def _starts(mark: str, marks: list[str]) -> bool:
    """Whether a marked paragraph is an item of its own in a list that so far had `marks`."""
    if not marks:
        return True
    kind = marks[0]
    if mark.isdigit() and kind.isalpha():
        return mark == "1" and marks[-1] == "k"
    return (mark.isalpha(), mark.isdigit()) == (kind.isalpha(), kind.isdigit())
