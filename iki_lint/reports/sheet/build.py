"""The whole sheet, from the parts."""

from iki_lint import __version__
from iki_lint.reports.sheet.alignment import part_d
from iki_lint.reports.sheet.closing import closing
from iki_lint.reports.sheet.criteria import part_b
from iki_lint.reports.sheet.found import more_findings, part_c
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.recap import part_e
from iki_lint.reports.sheet.record import Sheet
from iki_lint.reports.sheet.sources import basis
from iki_lint.reports.sheet.summary import SHOWN_MARK, head, office_of
from iki_lint.reports.sheet.working_paper import working_paper


def sheet_of(matter: Matter) -> Sheet:
    """The review sheet of a decree: parts A to G, then the attachments."""
    say = matter.say
    parts = [head, part_b, part_c, part_d, part_e, closing, working_paper, basis, more_findings]
    sections = tuple(section for part in parts if (section := part(matter)) is not None)
    foot = say("telaah-kaki", versi=__version__, sidik=matter.mark[:SHOWN_MARK])
    page_of = say("telaah-halaman", halaman="{halaman}", jumlah="{jumlah}")
    return Sheet(say("telaah-judul"), office_of(matter), foot, page_of, matter.lang, sections)
