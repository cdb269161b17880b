"""Text that hangs below the last row of a page: a browser that prints a merged cell cuts its frame, not its lines."""

from collections.abc import Sequence

from iki_lint.readers.ruled import NEAR, Box, Edge, Slot, Table


def lengthened(table: Table, written: Sequence[Box], across: Sequence[Edge]) -> Table:
    """The table with its last cells as long as their text.

    Only a cell without a line at its bottom is made longer, by the lines that follow its own at the same distance and
    are no wider than it.
    """
    bottom = table.box.bottom
    low = [
        box for box in written if box.bottom < bottom and table.box.left <= box.left and box.right <= table.box.right
    ]
    if not low:
        return table
    longer: dict[Slot, Slot] = {}
    for slot in dict.fromkeys(slot for column in table.rows[-1] for slot in column):
        if slot.box.bottom <= bottom + NEAR and not _closed(slot, across):
            end = _end(slot.box, written)
            if end < bottom:
                longer[slot] = slot._replace(box=slot.box._replace(bottom=end - 1))
    if not longer:
        return table
    rows = tuple(tuple(tuple(longer.get(slot, slot) for slot in column) for column in row) for row in table.rows)
    return Table(table.box._replace(bottom=min(slot.box.bottom for slot in longer.values())), table.edges, rows)


def _closed(slot: Slot, across: Sequence[Edge]) -> bool:
    """Whether a line is drawn at the bottom of a cell."""
    middle = (slot.box.left + slot.box.right) / 2
    return any(abs(edge.at - slot.box.bottom) <= NEAR and edge.start <= middle <= edge.end for edge in across)


def _end(cell: Box, written: Sequence[Box]) -> float:
    """How far down the text of a cell goes, line by line; its own bottom where that holds everything."""
    inside = [box for box in written if cell.left <= box.left and box.right <= cell.right and box.top <= cell.top]
    low, pitch = cell.top, cell.top - cell.bottom
    for box in sorted(inside, key=lambda box: -box.top):
        if box.bottom < cell.bottom and low - box.top > pitch:
            break
        low, pitch = min(low, box.bottom), 0.9 * (box.top - box.bottom)
    return min(low, cell.bottom)
