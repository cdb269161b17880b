"""What meN- and peN- make of the first sound of a root.

*Susun* becomes *menyusun*, *kelola* *mengelola*: the prefix ends in the nasal of the sound that follows, and k, p, s, t
are lost before a vowel. Read backwards here: from what stands behind me- or pe- to the stems it can have come from.
"""

VOWELS = "aiueo"


def stems_behind(body: str, noun: bool) -> tuple[str, ...]:
    """The stems that give `body` behind me- (`noun` false) or pe-; empty where no stem does.

    Clusters keep their consonant (*memproses*, *mengklasifikasi*), only pe- loses p before r and l (*pemrosesan*).
    """
    first, second = body[:1], body[1:2]
    if first and first in "lrwy":
        return (body,)
    if first == "m":
        return _behind_m(body, second, noun)
    if first != "n":
        return ()
    if second == "y":
        return (body, "s" + body[2:]) if body[2:3] in VOWELS else ()
    if second == "g":
        return _behind_ng(body, body[2:])
    rest = body[1:]
    if second in VOWELS:
        return (body, "t" + rest)
    if second in "dcjz" or rest.startswith("sy"):
        return (rest,)
    return (rest,) if second in "ts" and rest[1:2] not in VOWELS else ()


def _behind_m(body: str, second: str, noun: bool) -> tuple[str, ...]:
    rest = body[1:]
    if second in "bfv":
        return (rest,)
    if second in VOWELS:
        return (body, "p" + rest)
    if second == "p" and rest[1:2] not in VOWELS:
        return (rest,)
    return ("p" + rest,) if noun and second in "rl" else ()


def _behind_ng(body: str, rest: str) -> tuple[str, ...]:
    first = rest[:1]
    if first in VOWELS:
        # menge- before roots of one syllable: mengecek, pengesahan.
        return (rest, "k" + rest, rest[1:], body) if first == "e" else (rest, "k" + rest, body)
    if first in "gh" or rest.startswith("kaji"):
        return (rest,)
    return (rest,) if first == "k" and rest[1:2] not in VOWELS else ()
