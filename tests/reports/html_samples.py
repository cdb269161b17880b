"""Pages to look at: of examples, of a small decree, and of names that want to be obeyed."""

import os
from html.parser import HTMLParser

from report_samples import finding, in_file

from iki_lint.linting import Config, Review, review_file
from iki_lint.reports.html.page import render

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPT = "<script>document.title = 'diambil'</script>"
HOSTILE = f"{SCRIPT} \" ' --> ]]> </style> {{{{ 7 * 7 }}}} \x1b[2J \u202e &lt;"

DECREE = f"""\
versi_format: 1
keputusan:
  nomor: 1/2026
  tentang: INDIKATOR KINERJA {SCRIPT}
  tempat: Sukamaju
  tanggal: '2026-02-03'
unit_kerja: {{nama: KECAMATAN SUKAMAJU}}
iku:
- id: S.1
  sasaran: Meningkatnya kualitas pelayanan publik
  indikator:
  - {{id: S.1.1, nama: Nilai SKM, formulasi: Nilai survei, sumber_data: Laporan SKM 2026}}
jabatan:
- id: camat
  nama: CAMAT
  tugas: memimpin kecamatan
  fungsi: pembinaan
  rencana_kinerja:
  - id: camat.1
    uraian: Meningkatnya kualitas pelayanan publik
    indikator:
    - {{id: camat.1.1, nama: Persentase keluhan selesai, formulasi: Jumlah keluhan, sumber_data: Jelas}}
- id: staf-a
  nama: STAF {SCRIPT}
  tugas: mencatat
  fungsi: pencatatan
  rencana_kinerja:
  - id: staf-a.1
    uraian: Terlaksananya pencatatan surat
    indikator:
    - {{id: staf-a.1.1, nama: Melaksanakan pencatatan, formulasi: Jumlah, sumber_data: Jelas}}
    - {{id: staf-a.1.2, nama: Persentase surat, formulasi: Jumlah surat, sumber_data: Buku agenda}}
- id: staf-b
  nama: STAF {SCRIPT}
  tugas: mencatat
  fungsi: pencatatan
  rencana_kinerja:
  - id: staf-b.1
    uraian: Terlaksananya pencatatan surat
    indikator:
    - {{id: staf-b.1.1, nama: Melaksanakan pencatatan, formulasi: Jumlah, sumber_data: Jelas}}
"""


def example(name: str, lang: str = "id") -> Review:
    """A checked decree of `examples/`, named from the top of the checkout."""
    review = review_file(os.path.join(ROOT, "examples", name), Config(lang=lang))
    return review._replace(report=review.report._replace(path=f"examples/{name}"))


def small(lang: str = "id") -> Review:
    """The small decree, checked."""
    return review_file("kecil.yaml", Config(lang=lang), DECREE.encode())


def hostile(text: str = HOSTILE) -> Review:
    """A report in which every text is this one."""
    said = finding(
        message=text, position=text, id=text, suggestion=text, text=text, address=text, name=text, pointer=f"/{text}"
    )
    return Review(in_file(text, said, path=text), None)


def page(*reviews: Review, lang: str = "id") -> str:
    """The page of some files."""
    return render(reviews, lang)


class Read(HTMLParser):
    """A page as a browser without scripts reads it: its elements with their attributes' names, and its texts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._inside = ""
        self.scripts: dict[str, str] = {"style": "", "script": ""}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += attrs
        self._inside = tag

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside in self.scripts:
            self.scripts[self._inside] += data
        else:
            self.texts.append(data)

    @property
    def said(self) -> str:
        """All texts, blanks run together."""
        return " ".join(" ".join(self.texts).split())
