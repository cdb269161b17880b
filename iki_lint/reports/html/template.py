"""The templates, and how what comes from documents gets into them: always as text."""

import os
import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from markupsafe import escape as html_escape

from iki_lint import __version__
from iki_lint.findings import SEVERITIES
from iki_lint.messages import say
from iki_lint.reports.escape import escape
from iki_lint.reports.groups import group_title
from iki_lint.reports.html.view import query, short
from iki_lint.reports.notes import number

_CODE = re.compile(r"`([^`]+)`")
_HERE = os.path.dirname(os.path.abspath(__file__))


def fill(lang: str, **values: Any) -> str:
    """The page in `lang`, with its style and its script inside and named in its policy by their hashes.

    Every value is escaped as HTML, and first of all shown where it would be obeyed or hidden (`escape`).
    """
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        keep_trailing_newline=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "angka": partial(number, lang=lang),
        "kemiripan": partial(_score, lang),
        "kode": _with_code,
        "singkat": short,
    }
    environment.globals |= {
        "t": lambda key, **args: say(f"laman-{key}", lang, **args),
        "say": lambda key, **args: say(key, lang, **args),
        "query": query,
        "group_title": partial(group_title, lang=lang),
    }
    style, script = _asset("page.css"), _asset("page.js")
    return environment.get_template("page.html").render(
        lang=lang,
        version=__version__,
        severities=SEVERITIES,
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        **values,
    )


def _shown(value: Any) -> Any:
    return escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _with_code(sentence: str) -> Markup:
    """A sentence with what stands between two backticks set as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(html_escape(escape(sentence)))))


def _asset(name: str) -> str:
    with open(os.path.join(_HERE, name), encoding="utf-8") as file:
        return file.read()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _score(lang: str, score: float) -> str:
    written = f"{score:.2f}"
    return written.replace(".", ",") if lang == "id" else written
