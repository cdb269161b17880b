"""Numbers and dates as a workbook shows them in Indonesian: 0.85 as `0%` is "85%", 1000 as `#,##0` is "1.000"."""

import calendar
import re
from datetime import date, datetime, time, timedelta

from iki_lint.readers.labels import MONTHS

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,.]*")
_DATE_PART = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|am/pm|a/p|d+|m+|y+|h+|s+|.', re.IGNORECASE | re.DOTALL)
_MONTHS = tuple(names[0].title() for names in MONTHS)
_ENGLISH = tuple(calendar.month_name)[1:]
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SHORT_DATE = "dd/mm/yyyy"


def shown(value: object, form: str = "General") -> str:
    """The words of a cell with this value and number format; "" for an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "BENAR" if value else "SALAH"
    if isinstance(value, int | float):
        return _number(value, form)
    if isinstance(value, datetime | date):
        return _date(value, form)
    if isinstance(value, time):
        return value.strftime("%H:%M:%S").removesuffix(":00")
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _number(value: float, form: str) -> str:
    sections = form.split(";")
    if value < 0 and len(sections) > 1 and sections[1]:
        value, section = -value, sections[1]
    else:
        section = sections[0]
    bare = _LITERAL.sub(lambda match: "\0" * len(match[0]), section)
    place = _DIGITS.search(bare)
    if not place or "E" in bare or "/" in bare or "General" in bare:
        return _general(value)
    digits = place[0]
    if "%" in bare:
        value *= 100
    whole, _, fraction = digits.partition(".")
    written = f"{abs(value):,.{len(fraction)}f}" if "," in whole else f"{abs(value):.{len(fraction)}f}"
    optional = len(fraction) - len(fraction.rstrip("#?"))
    for _ in range(optional):
        written = written.removesuffix("0") if "." in written else written
    written = written.removesuffix(".").translate(str.maketrans(",.", ".,"))
    least = whole.replace(",", "").count("0")
    if "," not in whole and least > 1:
        written = written.rjust(least, "0")
    before, after = section[: place.start()], section[place.end() :]
    return (_literals(before) + "-" * (value < 0) + written + _literals(after)).strip()


def _literals(part: str) -> str:
    return _LITERAL.sub(lambda match: match[1] or match[2] or "", part)


def _general(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return format(value, ".15g").replace(".", ",")


def _date(value: date, form: str) -> str:
    """A date in the parts of its format; months and days are Indonesian unless the format asks for English."""
    if form in ("General", "mm-dd-yy", "m/d/yy", "m/d/yyyy", ""):
        form = _SHORT_DATE
    months = _ENGLISH if "[$-409]" in form or "[$-809]" in form else _MONTHS
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    found, clock = "", False
    for part in _DATE_PART.findall(form.split(";")[0]):
        kind = part[0].lower()
        if part[0] in '"\\':
            found += part.strip('"').removeprefix("\\")
        elif kind in "[" or part in "@_*":
            continue
        elif kind == "d":
            found += (str(moment.day), f"{moment.day:02}", _DAYS[moment.weekday()][:3], _DAYS[moment.weekday()])[
                min(len(part), 4) - 1
            ]
        elif kind == "m" and clock:
            found += f"{moment.minute:02}"
        elif kind == "m":
            name = months[moment.month - 1]
            found += (str(moment.month), f"{moment.month:02}", name[:3], name)[min(len(part), 4) - 1]
        elif kind == "y":
            found += f"{moment.year:04}" if len(part) > 2 else f"{moment.year % 100:02}"
        elif kind == "h":
            found += f"{moment.hour:02}"
        elif kind == "s":
            found += f"{moment.second:02}"
        else:
            found += part
        clock = kind == "h" or (clock and not part.isalpha())
    return found.strip()
