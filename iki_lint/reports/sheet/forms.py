"""The forms of a review sheet, told by the ending of a file's name; each writer is imported when it is asked for."""

from typing import NamedTuple

from iki_lint.reports.sheet.record import Sheet


class Form(NamedTuple):
    """How a form is written: on paper or not, and the library that it needs with the extra that installs it."""

    paper: bool = True
    library: str = ""
    extra: str = ""


FORMS = {
    ".docx": Form(library="python-docx", extra="word"),
    ".xlsx": Form(paper=False, library="openpyxl", extra="excel"),
    ".html": Form(),
    ".md": Form(),
}


def write(ending: str, sheet: Sheet, paper: str = "a4") -> bytes:
    """A sheet in one form. Raises ImportError when its library is missing."""
    from iki_lint.reports.sheet.paper import PAPERS

    if ending == ".docx":
        from iki_lint.reports.sheet import word

        return word.write(sheet, PAPERS[paper])
    if ending == ".xlsx":
        from iki_lint.reports.sheet import excel

        return excel.write(sheet, PAPERS[paper])
    if ending == ".html":
        from iki_lint.reports.sheet import page

        return page.write(sheet, PAPERS[paper])
    if ending == ".md":
        from iki_lint.reports.sheet import markdown

        return markdown.write(sheet)
    raise ValueError(ending)
