"""A candidate file with two articles and two events in which every check passes."""

from pathlib import Path

import duckdb

REPOSITORY = Path(__file__).parents[2]
SCHEMA = REPOSITORY / "warehouse" / "models" / "published.sql"

TEXT_A = "A fire broke out in the old mill at Ostrava on Monday, the mayor said. About 30 people were hurt."
TEXT_B = "The blaze at the mill hurt 35 people, the hospital said on Tuesday."


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def insert(con: duckdb.DuckDBPyConnection, table: str, **row: object) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    con.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def write(path: Path) -> Path:
    with duckdb.connect(str(path)) as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        for article_id, site, text, published in (
            ("a", "mail", TEXT_A, "2024-05-14"),
            ("b", "post", TEXT_B, "2024-05-15"),
        ):
            insert(con, "article", article_id=article_id, version=1, site=site, title=None, published=published,
                   published_signal="manifest", published_precision="day", language="en", kind="news", text=text,
                   content_sha256=f"sha-{article_id}", first_seen="2024-05-16 06:00:00")  # fmt: skip
            insert(con, "article_signal", article_id=article_id, version=1, nth=0, source="manifest", field="published",
                   raw=published, day=published, precision="day", detail="", chosen=True)  # fmt: skip
        time(con, "t1", "a", TEXT_A, "Monday", "2024-05-13", "2024-05-14")
        time(con, "t2", "b", TEXT_B, "Tuesday", "2024-05-14", "2024-05-15")
        mention(con, "m1", "fire", "a", "mail", TEXT_A, "broke out", day="2024-05-13", published="2024-05-14")
        mention(con, "m2", "fire", "b", "post", TEXT_B, "blaze", day=None, published="2024-05-15")
        mention(con, "m3", "said", "b", "post", TEXT_B, "said", day="2024-05-14", published="2024-05-15")
        insert(con, "mention_time", mention_id="m1", time_expression_id="t1", role="both", reason="modifies the verb")
        insert(con, "mention_time", mention_id="m3", time_expression_id="t2", role="both", reason="modifies the verb")
        insert(
            con,
            "mention_bound",
            mention_id="m1",
            bound="start_earliest",
            value="2024-05-13",
            kind="told",
            rule_id="on",
            time_expression_id="t1",
        )
        start, end = at(TEXT_B, "said")
        insert(con, "attribution", mention_id="m2", depth=0, speaker="the hospital", speaker_kind="organisation", cue="said",
               content="The blaze at the mill hurt 35 people", cue_start=start, cue_end=end, content_spans=[])  # fmt: skip
        event(con, "fire", "fire broke out in the old mill", "2024-05-13", mentions=2, articles=2, lead="m1")
        event(con, "said", "hospital said", "2024-05-14", mentions=1, articles=1, lead="m3")
        insert(
            con,
            "event_join",
            event_id="fire",
            mention_id="m1",
            other_mention_id="m2",
            weight=2.5,
            reasons=["same place"],
        )
        for bound in ("start_earliest", "start_latest", "end_earliest", "end_latest"):
            insert(con, "event_bound", event_id="fire", bound=bound, value="2024-05-13", kind="told", mention_id="m1",
                   time_expression_id="t1", rule_id="weekday", used=True)  # fmt: skip
            insert(con, "event_bound", event_id="said", bound=bound, value="2024-05-14", kind="told", mention_id="m3",
                   time_expression_id="t2", rule_id="weekday", used=True)  # fmt: skip
        insert(con, "event_relation", event_id="fire", relation="before", other_event_id="said", mention_id="m2",
               other_mention_id="m3", rule_id="told-after", used=True)  # fmt: skip
        start, end = at(TEXT_A, "the mayor")
        insert(con, "event_actor", event_id="fire", mention_id="m1", role="speaker", name="mayor", local_name="mayor",
               text="the mayor", char_start=start, char_end=end)  # fmt: skip
        start, end = at(TEXT_A, "Ostrava")
        insert(con, "event_place", event_id="fire", mention_id="m1", name="Ostrava", text="Ostrava", char_start=start,
               char_end=end, country="CZ", latitude=49.8, longitude=18.3, geoname_id=3068799, candidates=1)  # fmt: skip
        start, end = at(TEXT_A, "About 30 people")
        insert(con, "quantity", event_id="fire", mention_id="m1", measure="injured", text="About 30 people", char_start=start,
               char_end=end, low=25, high=35, unit="people", qualifier="about", additive=False, superseded=False)  # fmt: skip
        insert(con, "story", story_id="s1", title="Fire in Ostrava", articles=2, outlets=2, key_events=1, top_actors=[],
               top_places=[])  # fmt: skip
        insert(con, "story_change", story_id="s1", title="Fire in Ostrava", change="new", articles_before=0, articles=2,
               other_story_ids=[])  # fmt: skip
        insert(con, "decision", decision_id="d1", decided_at="2024-05-16 09:00:00", who="Ada", action="date", target="A fire broke out.", value="2024-05-12",
               undone=True, applied=False, reason="undone", event_id="fire", mention_id="m1", article_id="a", nearest=[])  # fmt: skip
    return path


def time(
    con: duckdb.DuckDBPyConnection, key: str, article: str, text: str, words: str, day: str, published: str
) -> None:
    start, end = at(text, words)
    insert(con, "time_expression", time_expression_id=key, article_id=article, text=words, char_start=start, char_end=end,
           timex_type="DATE", value=day, edtf=day, precision="day", earliest=day, latest=day, rule_id="weekday",
           anchor_date=published, anchor_reason="publication: the latest such day")  # fmt: skip


def mention(
    con: duckdb.DuckDBPyConnection, key: str, event_id: str, article: str, site: str, text: str, words: str, *,
    day: str | None, published: str,
) -> None:  # fmt: skip
    start, end = at(text, words)
    first, last = at(text, text.split(". ")[0] + ".") if ". " in text else (0, len(text))
    insert(con, "event_mention", mention_id=key, event_id=event_id, article_id=article, site=site, article_published=published,
           sentence=text[first:last], sentence_start=first, sentence_end=last, trigger=words, trigger_start=start,
           trigger_end=end, lemma=words, event_class="event", event_type="other", kind="point", edtf=day or f"../{published}",
           precision="day" if day else "before", start_earliest=day, start_latest=day or published, end_earliest=day,
           end_latest=day or published, dated=day is not None, approximate=False, ongoing=False,
           when_reason="told" if day else "past", modality="actual", on_timeline=True)  # fmt: skip


def event(
    con: duckdb.DuckDBPyConnection, key: str, title: str, day: str, *, mentions: int, articles: int, lead: str
) -> None:
    insert(con, "event", event_id=key, title=title, title_source="clause", event_class="event", event_type="other", kind="point", edtf=day, precision="day",
           start_earliest=day, start_latest=day, end_earliest=day, end_latest=day, dated=True, approximate=False,
           ongoing=False, sort_date=day, modality="actual", contested=False, on_timeline=True, actors=[], speakers=[],
           level="key", importance=0.5, section="story", day_position=1, decided=False, starred=False,
           sites=["mail"], mentions=mentions, articles=articles, independent_articles=articles,
           first_reported="2024-05-14")  # fmt: skip
    con.execute(
        "UPDATE event SET lead_mention_id = $lead, lead = (SELECT sentence FROM event_mention WHERE mention_id = $lead)"
        " WHERE event_id = $key",
        {"lead": lead, "key": key},
    )
    insert(con, "event_reason", event_id=key, about="level", reason="important enough")
