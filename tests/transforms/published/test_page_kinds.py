"""Kinds of pages on which a date stands that is easily read wrongly, in three languages, and near misses of each."""

from __future__ import annotations

import pytest

from tests.transforms.readers.documents import article

WORDS = (
    "<p>The old ferry was laid up for the winter after its engine failed twice within one week, the harbour master said.</p>"
    "<p>Passengers are taken across by bus until the spare parts come, and fishermen have offered the use of their boats.</p>"
)


def day_of(
    head: str = "", before: str = "", after: str = "", language: str = "en", url: str | None = None
) -> str | None:
    link = f'<link rel="canonical" href="{url}">' if url else ""
    page = (
        f'<!doctype html><html lang="{language}"><head><title>Ferry laid up</title>{link}{head}</head><body>'
        f"<article><h1>Ferry laid up for the winter</h1>{before}{WORDS}</article>{after}</body></html>"
    )
    published = article(page, "ferry.html").published
    return published and published.isoformat()


def data(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


SEEN = '<p class="date">2024-11-14</p>'


@pytest.mark.parametrize(
    "none",
    ["1970-01-01T00:00:00Z", "1970-01-01", "1969-12-31T16:00:00-08:00", "1970-01-01T01:00:00+01:00", "1970-01-01 02:00:00",
     "1969-12-31", "0001-01-01T00:00:00Z", "1899-12-30", "1601-01-01T00:00:00Z", "1980-01-01T00:00:00"],
)  # fmt: skip
def test_the_beginning_of_a_clock_is_no_day(none: str) -> None:
    said = data(f'{{"@type": "NewsArticle", "datePublished": "{none}"}}')
    assert day_of(said, SEEN) == "2024-11-14"
    assert day_of(said) is None
    assert day_of(f'<meta property="article:published_time" content="{none}">', SEEN) == "2024-11-14"


def test_a_change_at_the_beginning_of_a_clock_casts_no_doubt_on_the_publication() -> None:
    said = data('{"@type": "Article", "datePublished": "2024-11-14T08:00:00Z", "dateModified": "1970-01-01T00:00:00Z"}')
    assert day_of(said, '<time datetime="2024-11-20">20 November</time>') == "2024-11-14"


def test_other_days_of_1970_are_days() -> None:
    assert day_of(data('{"@type": "NewsArticle", "datePublished": "1970-01-02"}')) == "1970-01-02"


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "datePublished": "2024-11-14", "keywords": ["ferry", "sea",],}',
        '/* <![CDATA[ */ {"@type": "NewsArticle", "datePublished": "2024-11-14"} /* ]]> */',
        '<!-- {"@type": "NewsArticle", "datePublished": "2024-11-14"} -->',
        r'{"@type": "NewsArticle", "headline": "It\'s the sea\x21", "datePublished": "2024-11-14"}',
        '{"@type": "NewsArticle", "headline": "The "old" ferry", "datePublished": "2024-11-14"}',
        '{"@type": "NewsArticle", // the kind\n "datePublished": "2024-11-14"}',
        '{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;datePublished&quot;: &quot;2024-11-14&quot;}',
        '{"@type": "NewsArticle", "headline": "two\nlines", "datePublished": "2024-11-14"};',
        '{"@type": "NewsArticle", "datePublished": "2024-11-14", "publisher": {"@type": "Organization", "name": "Harb',
    ],
)  # fmt: skip
def test_structured_data_with_slips_still_says_what_it_means(text: str) -> None:
    assert day_of(data(text)) == "2024-11-14"


@pytest.mark.parametrize(
    "text",
    ['{"@type": "Comment", "dateCreated": "2024-11-14",}', '{"@type": "Event", "datePublished": "2024-11-14", "name": "Har',
     '{"datePublished": ', "[[[[", '"2024-11-14"'],
)  # fmt: skip
def test_broken_data_that_is_of_something_else_says_nothing(text: str) -> None:
    assert day_of(data(text)) is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", '<p class="byline">Updated 16 November 2024, first published 14 November 2024</p>'),
        ("en", '<p class="meta">14 November 2024 (last edited: 16 November 2024)</p>'),
        ("en", '<p class="meta">Published: 14 November 2024 | Updated: 16 November 2024</p>'),
        ("de", '<p class="datum">Aktualisiert am 16.11.2024, zuerst veröffentlicht am 14.11.2024</p>'),
        ("de", '<p class="datum">14.11.2024, 08:15 Uhr - Stand: 16.11.2024, 10:00 Uhr</p>'),
        ("es", '<p class="fecha">Actualizado el 16 de noviembre de 2024. Publicado el 14 de noviembre de 2024</p>'),
        ("es", '<time itemprop="dateModified" datetime="2024-11-16T10:00:00+01:00">14/11/2024 08:15 | Actualizado a 16/11/2024 10:00</time>'),
        ("de", '<time datetime="2024-11-16">erschienen 14. November 2024, geändert 16. November 2024</time>'),
    ],
)  # fmt: skip
def test_of_two_dates_in_one_line_each_has_its_own_label(language: str, line: str) -> None:
    assert day_of(before=line, language=language) == "2024-11-14"


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", '<p class="date">Updated 16 November 2024</p>'), ("de", '<p class="datum">Stand: 16.11.2024</p>'),
     ("es", '<p class="fecha">Actualizado el 16 de noviembre de 2024</p>')],
)  # fmt: skip
def test_a_change_alone_is_no_publication(language: str, line: str) -> None:
    assert day_of(before=line, language=language) is None


def test_an_entrys_own_date_is_called_updated_where_nothing_changed() -> None:
    assert (
        day_of(before='<time class="entry-date updated" datetime="2024-11-14T09:00:00">14.11.</time>') == "2024-11-14"
    )


@pytest.mark.parametrize(
    ("language", "figures", "day"),
    [
        ("en", "Thu 10/10/2024", "2024-10-10"), ("en", "Tue 05/11/2024", "2024-11-05"), ("en", "Saturday, 11/05/2024", "2024-05-11"),
        ("en", "05/11/2024 (Tue)", "2024-11-05"), ("es", "martes, 05/11/2024", "2024-11-05"), ("es", "sáb 11/05/2024", "2024-05-11"),
        ("de", "Dienstag, 05/11/2024", "2024-11-05"), ("en", "Tues. 05-11-2024 14:30", "2024-11-05"),
        # in no order a Friday: what is left is not known
        ("en", "Fri 05/12/2024", None), ("en", "05/11/2024", None), ("de", "05/11/2024", "2024-11-05"),
    ],
)  # fmt: skip
def test_the_weekday_says_which_figure_is_the_day(language: str, figures: str, day: str | None) -> None:
    assert day_of(before=f'<p class="date">{figures}</p>', language=language) == day


@pytest.mark.parametrize(
    ("what", "day"),
    [
        ({"language": "en-GB"}, "2024-11-05"), ({"language": "en-US"}, "2024-05-11"), ({"language": "en-IN"}, "2024-11-05"),
        ({"url": "https://paper.example.co.uk/ferry"}, "2024-11-05"), ({"url": "https://harbour.example.gov/ferry"}, "2024-05-11"),
        ({"url": "https://paper.example.com/ferry"}, None), ({"language": "en-CA"}, None),
        # another date on the page that can be read in one way only
        ({"after": "<p>28/10/2024</p>"}, "2024-11-05"), ({"after": "<p>10/28/2024</p>"}, "2024-05-11"),
        ({"after": "<p>28/10/2024 and 10/28/2024</p>"}, None),
        # money and spelling
        ({"after": "<p>Tickets cost £4, a season ticket £90.</p>"}, "2024-11-05"),
        ({"after": "<p>Tickets cost $4, a season ticket $90.</p>"}, None),
        ({"after": "<p>Neighbours meet in the town centre.</p>"}, "2024-11-05"),
        ({"after": "<p>Neighbors organize in the town center.</p>"}, None),
        # what else the document says of its day
        ({"url": "https://paper.example.com/2024/11/05/ferry"}, "2024-11-05"),
        ({"head": '<meta property="article:modified_time" content="2024-06-01">'}, "2024-05-11"),
    ],
)  # fmt: skip
def test_what_decides_between_day_and_month(what: dict[str, str], day: str | None) -> None:
    assert day_of(before='<p class="date">05/11/2024</p>', **what) == day


def test_a_day_that_has_not_come_yet_is_none_of_the_two() -> None:
    # read on the first of January 2026
    assert day_of(before='<p class="date">06/01/2026</p>') is None
    assert day_of(before='<p class="date">01/06/2026</p>') is None
    assert day_of(before='<p class="date">01/12/2025</p>') is None
    assert day_of(before='<p class="date">12/01/2026</p>', language="en-GB") is None
    assert day_of(before='<p class="date">02/01/2026</p>', url="https://paper.example.co.uk/a") == "2026-01-02"


def test_both_readings_are_kept_where_nothing_decides() -> None:
    page = f'<html lang="en"><body><h1>Ferry laid up</h1><p class="date">05/11/2024</p>{WORDS}</body></html>'
    found = article(page, "ferry.html")
    assert found.published is None
    assert [(s.day and s.day.isoformat(), s.chosen) for s in found.signals] == [
        ("2024-11-05", False),
        ("2024-05-11", False),
    ]


@pytest.mark.parametrize(
    "after",
    [
        '<aside><h3>Latest</h3><ul><li><a href="/a">Port fire put out</a> <time datetime="2024-12-02">2 Dec</time></li></ul></aside>',
        '<footer><p><a href="/a">Port fire put out</a><br><time datetime="2024-12-02">2 December 2024</time></p></footer>',
        '<section><h2>Weitere Meldungen</h2><div><a href="/a">Brand im Hafen gelöscht</a><span class="date">2. Dezember 2024</span></div></section>',
        '<div><h4>Lo más leído</h4><p><time datetime="2024-12-02">2 dic</time> <a href="/a">Apagado el incendio del puerto</a></p></div>',
        '<div><a href="/a"><h3>Port fire put out at last</h3><p>2 December 2024</p></a></div>',
        '<ul><li>2 December 2024: <a href="/a">Port fire put out</a></li><li>1 December 2024: <a href="/b">Fire in the port</a></li></ul>',
        '<nav><time datetime="2024-12-02">Monday</time></nav>',
    ],
)  # fmt: skip
def test_the_date_beside_a_link_below_the_text_is_that_of_another_story(after: str) -> None:
    assert day_of(after=after) is None


@pytest.mark.parametrize(
    "after",
    [
        '<footer>Posted on <a href="/ferry"><time datetime="2024-11-14">14 November 2024</time></a> by <a href="/author/ann">Ann of the Harbour</a></footer>',
        '<p class="meta">Veröffentlicht am 14.11.2024. <a href="/a">Alle Artikel zum Hafen</a></p>',
        '<p>Publicado: 14 de noviembre de 2024</p>',
        '<p><a href="/ferry">Ferry laid up for the winter</a>, 14 November 2024</p>',
    ],
)  # fmt: skip
def test_the_pages_own_date_may_stand_below_the_text(after: str) -> None:
    language = "es" if "noviembre" in after else "en"
    head = f'<html lang="{language}"><head><title>Ferry laid up for the winter</title></head>'
    page = f"{head}<body><main><h1>Ferry laid up for the winter</h1>{WORDS}{after}</main></body></html>"
    published = article(page, "ferry.html").published
    assert published is None or published.isoformat() == "2024-11-14"
    if "14.11." in after or "Publicado" in after or "Posted" in after:
        assert published is not None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "<p>Deadline: 30 November 2024</p>"), ("en", "<p>Born: 3 May 1950</p>"), ("en", "<p>Valid until 30 November 2024</p>"),
        ("en", "<dl><dt>When</dt><dd>30 November 2024</dd></dl>"), ("en", "<p><strong>Closing date:</strong> 30 November 2024</p>"),
        ("en", "<p>Event: <time datetime='2024-11-30'>30 November</time></p>"),
        ("en", "<time itemprop='startDate' datetime='2024-11-30'>30 November</time>"),
        ("en", "<span itemprop='birthDate' content='1950-05-03'>3 May 1950</span>"),
        ("de", "<p>Termin: 30. November 2024, 19 Uhr, Hafenhaus</p>"), ("de", "<p>Bewerbungsfrist: 30.11.2024</p>"),
        ("de", "<p>Geboren am 3. Mai 1950</p>"), ("de", "<p>Beginn: <b>30.11.2024</b></p>"), ("de", "<p>Anmeldeschluss 30.11.2024</p>"),
        ("es", "<p>Fecha límite: 30 de noviembre de 2024</p>"), ("es", "<p>Nacido el 3 de mayo de 1950</p>"),
        ("es", "<p>Cuándo: 30/11/2024</p>"), ("es", "<p>Plazo: hasta el 30 de noviembre de 2024</p>"),
        ("en", "<p>Ribbon cutting: 30 November 2024</p>"),
    ],
)  # fmt: skip
def test_a_date_with_another_label_is_another_date(language: str, line: str) -> None:
    assert day_of(before=line, language=language) is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "<p>Published: 14 November 2024</p>"), ("en", "<p>14 November 2024</p>"), ("en", "<p>OSLO: 14 November 2024</p>"),
        ("en", '<p class="published">News desk: 14 November 2024</p>'), ("de", "<p>Erschienen: 14.11.2024</p>"),
        ("de", "<p>Do, 14.11.2024</p>"), ("es", "<p>Fecha: 14 de noviembre de 2024</p>"), ("es", "<p>Fecha de publicación: 14/11/2024</p>"),
    ],
)  # fmt: skip
def test_a_date_with_its_own_label_or_none_is_the_publication(language: str, line: str) -> None:
    assert day_of(before=line, language=language) == "2024-11-14"


def test_a_video_within_the_article_is_older_and_one_that_is_the_page_is_not() -> None:
    video = '{{"@type": "VideoObject", "name": "{}", "uploadDate": "2019-02-03"}}'
    assert day_of(data(video.format("A storm three years ago"))) is None
    assert day_of(data(video.format("Ferry laid up for the winter"))) == "2019-02-03"


def test_where_the_text_has_begun_nothing_is_near_the_headline_any_more() -> None:
    above, below = (
        '<p><time datetime="2024-11-14">14 November</time></p>',
        '<p><time datetime="2024-11-30">30 November</time></p>',
    )
    page = f"<html lang='en'><body><main>{above}<h1>Ferry laid up</h1>{WORDS}{below}</main></body></html>"
    published = article(page, "ferry.html").published
    assert str(published) == "2024-11-14"
