"""How long a browser takes to open the HTML report of the decree of Kebomas, and to filter it.

python benchmarks/page.py    # in an environment with iki-lint; needs Chromium
"""

import os
import statistics
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(TOP, "tests", "reports"))

from browser import browser, find  # noqa: E402

TIMES = 9
OPENED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
FILTERED = """(() => {
  const start = performance.now();
  const field = document.querySelector('[name=cari]');
  field.value = 'jumlah';
  field.dispatchEvent(new Event('change', {bubbles: true}));
  document.body.offsetHeight;
  return performance.now() - start;
})()"""


def main() -> None:
    """Print the medians, with the smallest and the largest, in milliseconds."""
    program = find()
    if program is None:
        sys.exit("no Chromium here (apt-get install chromium)")
    with tempfile.TemporaryDirectory() as folder, browser(program) as tab:
        page = os.path.join(folder, "laporan.html")
        command = [sys.executable, "-m", "iki_lint", "check", "examples/kebomas.yaml", "--format", "html"]
        subprocess.run([*command, "--output", page], cwd=TOP, check=False)
        taken: dict[str, list[float]] = {"first words": [], "opened": [], "filtered by a word": []}
        for _ in range(TIMES):
            tab.window(1280, 860)
            tab.open(page)
            for name, asked in zip(taken, (PAINTED, OPENED, FILTERED), strict=True):
                taken[name].append(tab.run(asked))
        size, elements = os.path.getsize(page) / 1e6, tab.run("document.querySelectorAll('*').length")
        print(f"{size:.1f} MB, {elements} elements, {TIMES} times")
        for name, times in taken.items():
            print(f"{name}: {statistics.median(times):.0f} ms ({min(times):.0f} - {max(times):.0f})")


if __name__ == "__main__":
    main()
