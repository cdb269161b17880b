"""A sheet as an HTML page that prints like the Word document."""

from typing import Any

from jinja2 import Environment, PackageLoader

from iki_lint.reports.escape import escape
from iki_lint.reports.sheet.paper import SIDES, SIDES_LANDSCAPE, TOP, Paper, shared
from iki_lint.reports.sheet.record import Band, Choice, Column, Sheet, Styled, text_of


def write(sheet: Sheet, paper: Paper) -> bytes:
    """The page; it needs nothing from elsewhere."""
    environment = Environment(loader=PackageLoader("iki_lint.reports.sheet", "."), autoescape=True)
    environment.filters["lines"] = _lines
    environment.filters["shares"] = _shares
    environment.tests["band"] = lambda row: isinstance(row, Band)
    environment.globals["tone"] = _tone
    environment.globals["kind"] = lambda block: type(block).__name__
    margins = {"sides": SIDES, "sides_landscape": SIDES_LANDSCAPE, "top": TOP}
    made = environment.get_template("page.html").render(sheet=sheet, paper=paper, **margins)
    return made.encode()


def _lines(cell: Any) -> list[str]:
    """The lines of a cell, with nothing in them that is not shown."""
    return [escape(line) for line in text_of(cell).split("\n")]


def _shares(columns: tuple[Column, ...]) -> list[str]:
    """The widths of columns in percent."""
    return [f"{share / 100:g}" for share in shared(columns, 10_000)]


def _tone(cell: Any) -> str:
    return cell.tone if isinstance(cell, Styled) else "choice" if isinstance(cell, Choice) else ""
