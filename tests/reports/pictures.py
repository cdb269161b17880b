"""The pictures of the HTML report that the README shows.

python tests/reports/pictures.py    # writes docs/gambar/laporan-html-*.png; needs Chromium
"""

import os
import sys
import tempfile

from browser import browser, find

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "docs", "gambar")
WIDTH, HEIGHT = 1280, 900
LARGEST = 300_000
"""How many bytes a picture may have."""


def main() -> None:
    """The report of the decree of Kebomas in daylight colours and in dark ones."""
    from html_samples import example, page

    program = find()
    if program is None:
        sys.exit("no Chromium here (apt-get install chromium)")
    os.makedirs(FOLDER, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browser(program) as tab:
        report = os.path.join(folder, "laporan.html")
        with open(report, "w", encoding="utf-8") as file:
            file.write(page(example("kebomas.yaml")))
        for name, dark, part in (("terang", False, "f1"), ("gelap", True, "f1-peta")):
            tab.window(WIDTH, HEIGHT, dark)
            tab.open(report)
            tab.run(f"document.getElementById('{part}').scrollIntoView(); scrollBy(0, -40)")
            path = os.path.join(FOLDER, f"laporan-html-{name}.png")
            tab.picture(path)
            assert os.path.getsize(path) < LARGEST, path


if __name__ == "__main__":
    sys.path.insert(0, ROOT)
    main()
