"""How far two words are apart."""


def distance(left: str, right: str) -> int:
    """The number of edits (insert, delete, replace) between two words."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row, above = [i], row
        for j, b in enumerate(right, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
    return row[-1]
