"""Makes lembar-telaah.png: the first page of a review sheet beside a page of its findings.

    pip install -e '.[word]' pillow
    python docs/gambar/lembar_telaah.py

Needs LibreOffice Writer (soffice), poppler-utils (pdftoppm) and the fonts Liberation.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
DECREE = HERE.parent.parent / "examples" / "kebomas.yaml"
PAGES = (1, 4)
"""The first page, and the first one of part C."""

DOTS, COLOURS, GAP = 75, 24, 12


def main() -> None:
    """Write the picture beside this script."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "iki_lint", "checklist", str(DECREE), "-o", str(folder / "t.docx"))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name, str(folder / "t.docx"))
        pictures = [page(folder, number) for number in PAGES]
    width = sum(each.width for each in pictures) + GAP * (len(pictures) + 1)
    made = Image.new("RGB", (width, max(each.height for each in pictures) + 2 * GAP), "#8d97a3")
    left = GAP
    for each in pictures:
        made.paste(each, (left, GAP))
        left += each.width + GAP
    made.quantize(COLOURS).save(HERE / "lembar-telaah.png", optimize=True)


def page(folder: Path, number: int) -> Image.Image:
    """One page of the document as a picture."""
    path = folder / f"page-{number}"
    span = ("-f", str(number), "-l", str(number))
    run("pdftoppm", "-r", str(DOTS), "-png", "-singlefile", *span, str(folder / "t.pdf"), str(path))
    return Image.open(f"{path}.png").convert("RGB")


def run(*command: str) -> None:
    """Run a program that must succeed."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
