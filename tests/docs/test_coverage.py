"""The docs name only what is there, and leave out nothing that a reader meets.

What is generated (commands, settings, checks, the data dictionary) is held to its source by the tests beside that source;
here are the words written by hand.
"""

import re
import shlex
import subprocess
from functools import cache
from pathlib import Path
from typing import get_args

import click
import pytest

from flows.cli import COMMANDS, dateline
from tests.conftest import REPOSITORY
from transforms.model import EventClass, Modality
from warehouse.access.query import find_ready_made, ready_made

DOCS = REPOSITORY / "docs"
PAGES = sorted([*REPOSITORY.glob("*.md"), *DOCS.rglob("*.md")])
NAMES = [str(page.relative_to(REPOSITORY)) for page in PAGES]
every_page = pytest.mark.parametrize("page", PAGES, ids=NAMES)

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^()\s]+)\)")
SPAN = re.compile(r"`([^`\n]+)`")
INDENTED = re.compile(r"^ {4,}(\S.*)$", re.MULTILINE)
TYPED = re.compile(r"(?:^|[ /])dateline (?=[a-z])(.+)")
FOLDERS = ("benchmarks", "docs", "examples", "expectations", "flows", "scripts", "tests", "transforms", "warehouse")
PATH = re.compile(rf"(?:{'|'.join(FOLDERS)})/[\w./-]*\w/?")
MODULE = re.compile(r"\bpython3? -m ([\w.]+)")
SCRIPT = re.compile(r"\bpython3? ([\w/]+\.py)")


@cache
def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def prose(page: Path) -> str:
    return FENCE.sub("", text_of(page))


def code(page: Path) -> list[str]:
    """Everything set as code, in pieces of one line; a line that ends in a backslash goes on."""
    blocks = [line for _, body in FENCE.findall(text_of(page)) for line in body.replace("\\\n", " ").splitlines()]
    return blocks + SPAN.findall(prose(page)) + INDENTED.findall(prose(page).replace("\\\n", " "))


def anchors(page: Path) -> set[str]:
    """The ids that a page's headings get: lower case, spaces as hyphens, nothing but letters, digits and hyphens."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every_page
def test_every_link_leads_somewhere(page):
    dead = []
    for _, target in LINK.findall(prose(page)):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        goal = page.parent / path if path else page
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            dead.append(target)
    assert dead == []


def test_pictures_say_in_words_what_they_show():
    for page in PAGES:
        for found in re.findall(r"!\[([^\]]*)\]", prose(page)):
            assert len(found.split()) >= 3, (page, found)


def test_every_page_can_be_reached_from_the_first_one():
    reached, waiting = set(), [REPOSITORY / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        if page.is_dir():
            waiting += page.glob("*.md")
        elif page.suffix == ".md":
            linked = [(page.parent / target.partition("#")[0]).resolve() for _, target in LINK.findall(prose(page))]
            waiting += [goal for goal in linked if goal.exists()]
    assert set(DOCS.rglob("*.md")) - reached == set()


@every_page
def test_every_file_named_is_there(page):
    gone = {path for cell in MOVED.findall(text_of(page)) for path in PATH.findall(cell)}
    named = {path for piece in code(page) for path in PATH.findall(piece)} - gone - NOT_YET_THERE
    assert [path for path in sorted(named) if not (REPOSITORY / path).exists()] == []


MOVED = re.compile(r"^\| `([^`]+)`[^|]*\| `[^`]+`[^|]*\|$", re.MULTILINE)
"""A row of the table of old and new names: the old one is gone."""


NOT_YET_THERE = {
    # Names with a part that the reader fills in.
    "expectations/queries/",
    "transforms/rules/LANGUAGE/times/",
}


@every_page
def test_every_benchmark_and_module_named_is_there(page):
    text = text_of(page)
    for script in SCRIPT.findall(text):
        assert (REPOSITORY / script).is_file(), script
    for module in MODULE.findall(text):
        if module.split(".")[0] in FOLDERS:
            path = REPOSITORY.joinpath(*module.split("."))
            assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module


@pytest.mark.parametrize("name", ["accuracy.md", "performance.md"])
def test_every_section_with_figures_names_the_command_that_makes_them(name):
    sections = re.split(r"^## ", text_of(DOCS / name), flags=re.MULTILINE)
    for section in sections[1:]:
        if re.search(r"\|[^|\n]*\d[^|\n]*\|", section):
            assert re.search(r"python -m [a-z]|python [a-z_./]+\.py|dateline [a-z]|python \S*pytest", section), (
                section.splitlines()[0]
            )


OWN_QUERY = "busy-days"
"""The query that docs/how-to/own-query.md has the reader write; a test of the how-to pages runs it."""


def typed_commands():
    for page in PAGES:
        for piece in code(page):
            if found := TYPED.search(piece):
                yield pytest.param(found[1], id=f"{page.relative_to(REPOSITORY)}: {found[1]}"[:90])


@pytest.mark.parametrize("line", typed_commands())
def test_every_command_named_exists_with_its_options(line):
    lexer = shlex.shlex(re.sub(r"[…]", " ", line), posix=True, punctuation_chars="|&;<>()")
    lexer.whitespace_split = True
    words = []
    for word in lexer:
        if set(word) <= set("|&;<>()"):
            break
        words.append(word)
    with click.Context(dateline) as context:
        command, rest = dateline.get_command(context, words[0]), words[1:]
        assert command is not None, f"no command {words[0]}: {', '.join(COMMANDS)}"
        if isinstance(command, click.Group) and rest:
            command, rest = command.get_command(context, rest[0]), rest[1:]
            assert command is not None, line
        known = {name for option in command.get_params(context) for name in option.opts}
    used = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
    assert used - known == set()
    if words[0] == "query" and rest:
        asked = next((word for word in rest if re.fullmatch(r"[a-z]+(-[a-z]+)+", word)), None)
        is_store = asked is not None and rest[rest.index(asked) - 1] == "--store"
        assert asked in (None, OWN_QUERY) or is_store or find_ready_made(asked)


def test_every_ready_made_query_says_in_its_first_line_what_it_answers():
    for query in ready_made():
        assert len(query.question.split()) >= 4, query.name
    questions = [query.question for query in ready_made()]
    assert len(set(questions)) == len(questions)


def test_every_reason_for_leaving_a_mention_out_is_explained():
    page = text_of(DOCS / "reported-and-happened.md")
    for word in (*get_args(Modality), *get_args(EventClass)):
        assert f"`{word}`" in page, word


def test_every_code_of_the_quarantine_is_explained():
    """Codes of refused documents are held by the readers' tests; here are those of faults and of checks."""
    page = text_of(DOCS / "data-sources.md")
    stages = set()
    for module in (REPOSITORY / "flows").rglob("*.py"):
        stages |= set(re.findall(r'\bfault\("(\w+)"', module.read_text(encoding="utf-8")))
    assert stages
    for stage in stages:
        assert f"`{stage}_fault`" in page
    assert "the name of the check" in page


# The pieces are joined here so that this file does not hold the words that it looks for.
FOREIGN = re.compile(
    "|".join(
        [
            r"\bissues? #\d|\b(?:see|closes|fixes) issue \d",
            r"\b(?i:clau" + "de|anth" + r"ropic)\b",
            r"/wor" + r"k/|/ho" + r"me/\w|/ro" + r"ot/",
            r"\.\./sha" + r"red/(?!data/|evaluate/)",
            r"\b(?:py" + r"pi\.org|files\.pythonho" + r"sted|artif" + r"actory|--(?:extra-)?index-" + r"url)\b",
            r"registry\.np" + r"mjs",
            r"\bTO" + r"DO\b|\bFIX" + r"ME\b",
        ]
    )
)


def tracked_text_files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: there is no list of tracked files")
    for name in filter(None, listed.stdout.split("\0")):
        path = REPOSITORY / name
        if path.is_file() and b"\0" not in path.read_bytes()[:8192]:
            yield name, path


def test_the_files_speak_of_the_project_alone():
    found = []
    for name, path in tracked_text_files():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if hit := FOREIGN.search(line):
                found.append(f"{name}:{number}: {hit[0]}")
    assert found == []
