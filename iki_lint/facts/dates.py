"""Dates and numbers of a decree's head: whether they can be.

Patterns are compiled where they are needed: most heads are read without any.
"""

import re

_WRITTEN = r"(\d{1,2})[\s/.-]+([^\W\d_]+|\d{1,2})[\s/.-]+(\d{4})\s*\.?"
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PERIOD = r"\btahun\s+((?:19|20)\d\d)(?:\s*(?:-|–|/|s\.?/?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d))?(?!\s+tentang)"
_CITED = r"\bnomor\b[^,;]{0,60}\btahun\s+\d{4}"
_NIP_LENGTH = 18


def year_of_day(text: str) -> int | None:
    """The year of the day that is written ("2023-01-27", "27 Januari 2023", "27/01/2023"); None when it is no day."""
    parts = text.strip().split("-")
    if len(parts) != 3 or len(parts[0]) != 4 or not all(part.isdecimal() and len(part) < 5 for part in parts):
        found = re.fullmatch(_WRITTEN, text.strip())
        if not found:
            return None
        name = found[2].lower().replace("peb", "feb").replace("ags", "agu").replace("nop", "nov")
        month = (
            name if name.isdecimal() else next((str(i) for i, m in enumerate(_MONTHS, 1) if name.startswith(m)), "0")
        )
        parts = [found[3], month, found[1]]
    year, month_number, day = (int(part) for part in parts)
    return year if _is_day(year, month_number, day) else None


def years_in(text: str) -> list[int]:
    """The year or years of a period: "2021", or "TAHUN 2021-2026" in a title; not those of cited regulations."""
    bare = text.strip()
    if len(bare) == 4 and bare.isdecimal():
        return [int(bare)]
    lower = bare.lower()
    if "tahun" not in lower:
        return []
    found = re.search(_PERIOD, re.sub(_CITED, " ", lower))
    return [int(year) for year in found.groups() if year] if found else []


def year_of_number(number: str) -> int | None:
    """The year at the end of a decree's number: "050/42/2023", "5 TAHUN 2023"."""
    before, last = number[:-4].rstrip(), number[-4:]
    if last.isdecimal() and last[:2] in ("19", "20") and (before.endswith("/") or before.upper().endswith("TAHUN")):
        return int(last)
    return None


def is_unfilled(number: str) -> bool:
    """Whether a decree's number has a gap to be filled in by hand: "050/   /2023", "188/.../KEP"."""
    if any(mark in number.lower() for mark in ("...", "\u2026", "__", "xxx")):
        return True
    return any(not part.strip() for part in number.split("/")) or not any(letter.isdigit() for letter in number)


def digits_of(text: str) -> str:
    """The figures of a number, without what parts them."""
    return "".join([letter for letter in text if letter.isdecimal()])


def nip_defect(text: str) -> str | None:
    """What is wrong with a NIP, as the name of a case: its length, or a part that cannot be; None when it may be right.

    Eight figures tell the day of birth, six the month of the appointment (21 and more for a contract of work), one the
    sex, three a running number. A NIP that was made unreadable on purpose ("19xx...") is not judged.
    """
    digits = digits_of(text)
    if not text.isascii() or any(letter.isalpha() or letter == "*" for letter in text):
        return None
    if len(digits) != _NIP_LENGTH:
        return "nip"
    born, appointed, month = int(digits[:4]), int(digits[8:12]), int(digits[12:14])
    if not 1930 <= born <= 2015 or not _is_day(born, int(digits[4:6]), int(digits[6:8])):
        return "nip-lahir"
    if not 15 <= appointed - born <= 60 or not (1 <= month <= 12 or 21 <= month <= 29):
        return "nip-angkat"
    return None if digits[14] in "12" else "nip-kelamin"


def _is_day(year: int, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return False
    return (month, day) != (2, 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
