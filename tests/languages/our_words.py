"""What iki-lint says in its own words, in both languages, and what of the other language is in an output.

Two ways to see it: sentences of ours, found anywhere (`sentences_in`), and words that only the sentences of one
language have (`words_in`), which needs input without Indonesian words but also finds what stands in the code.
"""

import html
import json
import re
from functools import cache
from importlib import import_module
from io import BytesIO
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import ZipFile

import click

from iki_lint.catalog import load_catalog
from iki_lint.cli.app import COMMANDS, commands
from iki_lint.cli.help import in_language
from iki_lint.messages import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLACEHOLDER = re.compile(r"{[^{}]*}")
_SHOWN = re.compile(r'\b(?:aria-label|title|placeholder|alt|data-text|data-none)="([^"]*)"')
_QUOTED = re.compile(r'"[^"]*"')
# Keys of reports for machines whose values are the same in any language.
_FOR_PROGRAMS = ("basis", "by", "kind", "level", "status")
# Names that are the same in both languages: of keys, options, commands, rules, sources, files.
_CODE = re.compile(
    r"`[^`]*`|--[\w-]+|/(?:jabatan|iku|keputusan)[\w/]*|[\w./-]+\.(?:yaml|json|docx|xlsx|pdf|txt|md|toml)\b"
    r"|iki-lint [a-z]+|\[tool\.iki-lint\]"
    r"|(?<=yang dikenal: )[a-z_, ]+|(?<=yang ada: )[a-z_, ]+"
    r"|(?<=known keys: )[a-z_, ]+|(?<=there are: )[a-z_, ]+|(?<=known are: )[a-z_, ]+"
)
# Lines of a decree, as a text report shows them.
_EXCERPT = re.compile(r"^ *\d+ \|.*$", re.MULTILINE)
# What a person reads of a Word or Excel file.
_PARTS = re.compile(
    r"word/(document|comments|header\d*|footer\d*)\.xml|xl/(sharedStrings|comments/\w+|worksheets/\w+)\.xml"
)


def flat(text):
    """A text with each stretch of blanks as one."""
    return " ".join(text.split())


@cache
def pairs():
    """Everything that is said in both languages: (Indonesian, English)."""
    catalog = load_catalog()
    found = list(catalog.messages.values())
    for rule in catalog.rules:
        found += [tuple(texts) for texts in (rule.message, rule.why, rule.suggestion) if texts]
    found += [tuple(basis.note) for basis in catalog.basis.values()]
    found += _translated(list(catalog.tables.values()))
    for command in [commands, *(import_module(module).command for module in COMMANDS.values())]:
        english = in_language(command, "en")
        found += _paragraphs(command.help, english.help)
        found.append((command.short_help or "", english.short_help or ""))
        options = zip(command.params, english.params, strict=True)
        found += [(each.help, other.help) for each, other in options if isinstance(each, click.Option)]
    return list(dict.fromkeys(found))


def _translated(value):
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        yield tuple(value[lang] for lang in LANGUAGES)
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _translated(each)


def _paragraphs(*texts):
    return list(zip(*(text.split("\n\n") for text in texts), strict=True))


@cache
def fragments(lang):
    """What stands between the placeholders of the sentences of a language, two words or more, and of no other one."""
    at = LANGUAGES.index(lang)
    others = flat("\n".join(pair[1 - at] for pair in pairs()))
    found = {
        flat(part) for pair in pairs() for part in _PLACEHOLDER.split(pair[at].replace("{{", "{").replace("}}", "}"))
    }
    return sorted(part for part in found if len(_WORD.findall(part)) > 1 and len(part) > 9 and part not in others)


@cache
def own_words(lang):
    """The words that the sentences of a language have and those of the other one have not."""
    at = LANGUAGES.index(lang)
    mine, others = (
        {word.lower() for pair in pairs() for word in _WORD.findall(_unquoted(pair[which]))} for which in (at, 1 - at)
    )
    return mine - others


def _unquoted(sentence):
    """A sentence without placeholders, names, and what it quotes: words that a decree should have."""
    return _QUOTED.sub(" ", _CODE.sub(" ", _PLACEHOLDER.sub(" ", sentence)))


def other(lang):
    return LANGUAGES[1 - LANGUAGES.index(lang)]


def sentences_in(output, lang, given=""):
    """The sentences of the other language in an output; those that the input has too are the input's."""
    told, given = flat(output), flat("\n".join([given, *_names()]))
    return [part for part in fragments(other(lang)) if part in told and part not in given]


def words_in(output, lang, known=()):
    """The words in an output that are words of ours in the other language only, with what stands around them."""
    told = flat(_EXCERPT.sub("", output))
    for name in _names():
        told = told.replace(name, " ")
    for name in _names() if lang == "id" else ():
        # The names of rules are Indonesian, also without their hyphens.
        told = re.sub(re.escape(name.replace("-", " ")), " ", told, flags=re.IGNORECASE)
    told = _CODE.sub(" ", _PLACEHOLDER.sub(" ", told))
    foreign = own_words(other(lang)) - set(known)
    found = (each for each in _WORD.finditer(told) if each[0].lower() in foreign)
    return {each[0].lower(): flat(told[max(each.start() - 40, 0) : each.end() + 40]) for each in found}


@cache
def _names():
    """What is the same in any language: names of rules and sources, and what our sentences quote."""
    catalog = load_catalog()
    titles = {basis.title for basis in catalog.basis.values()}
    titles |= {title.split(" tentang ")[0].split(" (")[0] for title in titles}
    quoted = {flat(words) for pair in pairs() for said in pair for words in _QUOTED.findall(said)}
    quoted |= {_PLACEHOLDER.sub("…", words) for words in quoted}
    return sorted({rule.name for rule in catalog.rules} | set(catalog.basis) | titles | quoted, key=len, reverse=True)


def shown_in(name, data):
    """What a person, or a program that shows it to one, reads of a file."""
    ending = name.rpartition(".")[2]
    if ending in ("docx", "xlsx"):
        parts = ZipFile(BytesIO(data))
        return "\n".join(_xml(parts.read(part)) for part in parts.namelist() if _PARTS.fullmatch(part))
    if ending in ("json", "sarif"):
        return "\n".join(_values(json.loads(data)))
    if ending == "junit":
        return _xml(data)
    text = data.decode()
    if ending == "github":
        return re.sub(r"^::\w+ file=.*?,title=", "", unquote(text), flags=re.MULTILINE)
    if ending in ("md", "markdown"):
        return re.sub(r"</?[a-z]+[^>]*>", " ", text)
    if ending == "html":
        text = re.sub(r"<style.*?</style>|<script.*?</script>|<code.*?</code>", "", text, flags=re.DOTALL)
        text = "\n".join([*_SHOWN.findall(text), re.sub(r"<[^>]*>", " ", text)])
        return html.unescape(text)
    return text


def _values(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        named = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in named:
            if key not in _FOR_PROGRAMS:
                yield from _values(each)


def _xml(data):
    return "\n".join(
        text
        for each in ElementTree.fromstring(data).iter()
        for text in (each.text, each.tail, each.get("message"), each.get("name"))
        if text
    )
