# ruff: noqa: ARG001 - every meaning takes the setting, and a slot for every word that its shapes name
"""Times of day, by the clock or by part of the day, on a day beside them or mentioned before."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from transforms.times import algebra
from transforms.times.anchors import PUBLICATION, from_date, without
from transforms.times.discourse import DateMention, Discourse
from transforms.times.grammar.registry import carrying_meaning, meaning
from transforms.times.meanings.days import weekday as named_weekday
from transforms.times.resolved import Interpretation, of_period

_RECENT = timedelta(days=366)
"""How long ago a date may be from which a clock time in another sentence of news is reckoned."""


@meaning
def clock_time(
    discourse: Discourse,
    parts: tuple[int, ...] | None = None,
    hour: int | str = 0,
    half: str | None = None,
    zone: int | None = None,
    offset: int | None = None,
) -> Interpretation | None:
    """Resolve a clock time without its day.  `half` is “am” or “pm”; `offset` shifts by minutes (“quarter past”)."""
    if isinstance(hour, str):
        return None
    minute, second = 0, None
    if parts is not None:
        hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
        second = parts[2] if len(parts) > 2 else None
    if half is not None and not 1 <= hour <= 12:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if offset is not None:
        hour, minute = divmod(hour * 60 + minute + offset, 60)
    if not 0 <= hour <= 24 or not 0 <= minute < 60 or (hour == 24 and minute):
        return None
    text = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
    return Interpretation("TIME", f"T{text}", "clock", local_time=text, zone=_zone(zone))


@meaning
def hour_and_minute(discourse: Discourse, hour: int, minute: int, zone: int | None = None) -> Interpretation | None:
    """Resolve a clock time whose hour and minute stand apart: “14 h 30”."""
    return clock_time(discourse, (hour, minute), zone=zone)


@meaning
def iso_moment(
    discourse: Discourse, day: Interpretation, parts: tuple[int, ...], zone: int | None = None
) -> Interpretation | None:
    """2001-09-11T20:15:00Z."""
    clock = clock_time(discourse, parts, zone=zone)
    return _joined(discourse, clock, day, None) if clock else None


@meaning
def day_part(discourse: Discourse, part: str) -> Interpretation:
    """Morning, evening, night."""
    return Interpretation("TIME", f"T{part}", "part", local_time=part)


@meaning
def hour_in_part(
    discourse: Discourse, hour: int, part: str, day: Interpretation | None = None
) -> Interpretation | None:
    """“Four in the morning”, “ten at night”."""
    clock = clock_time(
        discourse, hour=hour, half="am" if part == "MO" or (part == "NI" and hour in (12, 1, 2, 3, 4)) else "pm"
    )
    if clock is None:
        return None
    return time_alone(discourse, clock) if day is None else on_day(discourse, clock, day)


@meaning
def on_day(
    discourse: Discourse, clock: Interpretation, day: Interpretation, mod: str | None = None
) -> Interpretation | None:
    """Resolve a time on a day that stands beside it."""
    if day.timex_type != "DATE" or day.grain not in ("day", "week", "weekend") or "T" in day.value:
        return None
    if day.grain != "day" and clock.grain != "part":
        return None
    return _joined(discourse, clock, day, mod)


def _reference_day(discourse: Discourse) -> DateMention | None:
    """Return the last day mentioned that a clock time may belong to: recent in news, and never at a stamp."""
    if discourse.published is None:
        return discourse.last_date("day")
    mention = discourse.date_in_paragraph("day")
    if mention is None or discourse.is_stamp:
        return None
    recent = abs(discourse.published - mention.period.first) <= _RECENT
    return mention if discourse.narrative or recent or discourse.in_sentence_of(mention) else None


@carrying_meaning
def time_alone(discourse: Discourse, clock: Interpretation, mod: str | None = None) -> Interpretation:
    """Resolve a time without a day: on the day beside it or mentioned last in the paragraph.

    If the text has mentioned no day at all, or the time is a heading (as in a running report), the day is that of the
    publication; if it mentioned one in another paragraph, the time may lie on either, and no day is supplied.
    """
    beside = discourse.day_after_brackets()
    if beside is not None:
        return _joined(discourse, clock, beside, mod)
    mention = _reference_day(discourse)
    if mention is not None:
        when, reason = mention.period.first, from_date(mention.text)
    elif (
        discourse.published is not None
        and not discourse.narrative
        and (discourse.last_date("day") is None or discourse.on_own_line or discourse.is_stamp)
    ):
        when, reason = discourse.published, PUBLICATION
    else:
        return clock._replace(value="XXXX-XX-XX" + clock.value, reason=without("no day was told beside it"))
    day = algebra.day(when)
    return _joined(
        discourse,
        clock,
        Interpretation("DATE", day.value, "day", when, when, day.edtf, "day", anchor=when, reason=reason),
        mod,
    )


@meaning
def deictic_part(discourse: Discourse, part: str, days: int, mod: str | None = None) -> Interpretation:
    """Resolve “this morning”, “tonight”, “last night”: from the publication day."""
    clock = day_part(discourse, part)
    if discourse.published is None:
        return clock._replace(value="XXXX-XX-XX" + clock.value, reason=without("no publication date"))
    when = algebra.move(discourse.published, days)
    day = algebra.day(when)
    inner = Interpretation(
        "DATE", day.value, "day", when, when, day.edtf, "day", anchor=discourse.published, reason=PUBLICATION
    )
    return _joined(discourse, clock, inner, mod)


@meaning
def weekday_part(discourse: Discourse, weekday: int, part: str) -> Interpretation:
    """Resolve a part of a weekday, where one word names both."""
    day = named_weekday(discourse, weekday)
    clock = day_part(discourse, part)
    if day.first is None:
        return clock._replace(value=day.value + clock.value, reason=day.reason)
    return _joined(discourse, clock, day, None)


def _night(discourse: Discourse, day: Interpretation, days: int) -> Interpretation | None:
    """Return a night, which lies in two days; `days` moves the day on which it begins."""
    clock = day_part(discourse, "NI")
    if day.first is None:
        return clock._replace(value=day.value + clock.value, reason=day.reason)
    first = algebra.move(day.first, days)
    inner = of_period(algebra.day(first), day.anchor, day.reason)
    last = algebra.move(first, 1)
    return _joined(discourse, clock, inner, None)._replace(last=last, edtf=f"{first}/{last}")


@meaning
def night_of(discourse: Discourse, day: Interpretation) -> Interpretation | None:
    """Resolve “overnight Friday”: the night that begins on that day."""
    return _night(discourse, day, 0)


@meaning
def night_before(discourse: Discourse, day: Interpretation) -> Interpretation | None:
    """Resolve “overnight into Sunday”: the night that ends on that day."""
    return _night(discourse, day, -1)


@meaning
def part_in_sequence(discourse: Discourse, part: str, days: int) -> Interpretation:
    """Resolve “that night”, “the next morning”: from the day mentioned last."""
    clock = day_part(discourse, part)
    anchor = discourse.sequence_anchor("day")
    if anchor is None:
        return clock._replace(value="XXXX-XX-XX" + clock.value, reason=without("no day was told before it"))
    when = algebra.move(anchor[0].first, days)
    day = algebra.day(when)
    inner = Interpretation(
        "DATE", day.value, "day", when, when, day.edtf, "day", anchor=anchor[0].first, reason=anchor[1]
    )
    return _joined(discourse, clock, inner, None)


def _joined(discourse: Discourse, clock: Interpretation, day: Interpretation, mod: str | None) -> Interpretation:
    suffix = clock.zone or ""
    # One night counts as one day: the one on which it began.
    joined = Interpretation(
        "TIME",
        day.value + clock.value + suffix,
        clock.grain,
        day.first,
        day.last,
        day.edtf,
        day.precision,
        mod=mod or clock.mod or day.mod,
        anchor=day.anchor,
        reason=day.reason,
        local_time=clock.local_time,
        zone=clock.zone,
        period=algebra.day(day.first) if day.grain == "day" and day.first else None,
    )
    local = _local_day(discourse, joined)
    if local is None or local == joined.first:
        return joined
    return joined._replace(first=local, last=local, edtf=local.isoformat(), period=algebra.day(local))


def _zone(minutes: int | None) -> str | None:
    """How a zone is written: `Z`, or its offset."""
    if minutes is None:
        return None
    if not minutes:
        return "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def _local_day(discourse: Discourse, interpretation: Interpretation) -> date | None:
    """Return the day where the article was written, if both time zones are known."""
    clock = interpretation.local_time
    if (
        not interpretation.zone
        or discourse.offset is None
        or interpretation.first is None
        or not clock
        or ":" not in clock
        or clock == "24:00"
    ):
        return None
    parts = [int(part) for part in clock.split(":")]
    there = datetime.strptime(interpretation.zone, "%z").tzinfo
    moment = datetime.combine(interpretation.first, time(parts[0], parts[1]), there)
    return moment.astimezone(timezone(timedelta(minutes=discourse.offset))).date()
