"""Whose quotation it is: each one goes to the cue that leads or follows it, or to whoever spoke before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from transforms.events.attribution.cues import reporting_cues
from transforms.events.attribution.drafts import StatementDraft
from transforms.events.attribution.quotations import Paragraph, Quote
from transforms.events.attribution.sources import is_animate
from transforms.language.clauses import Clauses
from transforms.language.closed_class import closed_class
from transforms.model import Span

_REACH = 25
"""How many words may lie between a quotation and its cue."""
_ENDS = frozenset({".", "?", "!", ";"})
_SHORTEST = 3
"""Fewer words in marks are a title or irony, unless a cue stands right beside them."""


class Quoting:
    """Gives the quotations of one text to its drafts, adding them to their content."""

    def __init__(self, clauses: Clauses, drafts: list[StatementDraft], paragraphs: tuple[Paragraph, ...]) -> None:
        """Prepare the look-ups: token starts, and the drafts that may lead a quotation, in text order."""
        self._clauses = clauses
        self._drafts = drafts
        self._paragraphs = paragraphs
        self._starts = [token.start for token in clauses.tokens]
        self._quotes = [quote for paragraph in paragraphs for quote in paragraph.quotes]
        self._quote_starts = [quote.span.start for quote in self._quotes]
        self._speakers = [d for d in drafts if "quote" in d.cue.frames and not self.quoted(d.cue_span)]
        self._speaker_starts = [d.cue_span.start for d in self._speakers]
        self._contents = sorted(
            ((span, draft) for draft in drafts if not self.quoted(draft.cue_span) for span in draft.content),
            key=lambda pair: pair[0].start,
        )

    def quoted(self, span: Span) -> bool:
        """True if a span lies inside a quotation."""
        k = bisect_right(self._quote_starts, span.start) - 1
        return k >= 0 and self._quotes[k].span.holds(span)

    def attach(self) -> None:
        """Give each quotation to its speaker, in text order."""
        self._confine()
        last: StatementDraft | None = None
        open_before = False
        owners = self._owners()
        for p, paragraph in enumerate(self._paragraphs):
            previous: tuple[Quote, StatementDraft] | None = None
            for n, quote in enumerate(paragraph.quotes):
                draft = owners.get(quote.span.start)
                if draft is None:
                    after = paragraph.quotes[n + 1].span.start if n + 1 < len(paragraph.quotes) else paragraph.span.end
                    before = paragraph.quotes[n - 1].span.end if n else self._opening(p, quote)
                    draft = self._following(quote, after) or self._leading(quote, before)
                if draft is None and self._is_sentence(quote):
                    draft = self._introduced(quote)
                    if draft is not None:
                        pass
                    elif previous is not None:
                        draft = previous[1]
                    elif (n == 0 and last is not None and open_before) or (
                        n == 0 and last is not None and self._alone(paragraph, quote)
                    ):
                        draft = last
                if draft is not None:
                    draft.content.append(quote.span)
                    previous = (quote, draft)
            if paragraph.quotes:
                open_before = not paragraph.quotes[-1].closed
                last = previous[1] if previous else None
            else:
                last, open_before = self._closing(paragraph), False

    def _confine(self) -> None:
        """Confine what is said within a quotation to it, whatever the parse joins to it."""
        for draft in self._drafts:
            k = bisect_right(self._quote_starts, draft.cue_span.start) - 1
            if k < 0 or not self._quotes[k].span.holds(draft.cue_span):
                continue
            quote = self._quotes[k].span
            draft.content = [
                Span(max(span.start, quote.start), min(span.end, quote.end))
                for span in draft.content
                if span.meets(quote)
            ]

    def _opening(self, p: int, quote: Quote) -> int:
        """Where the cue of a paragraph's first quotation may stand: in the paragraph, or before it after a colon."""
        text = self._clauses.parse.text
        here = self._paragraphs[p].span
        if p and not text[here.start : quote.span.start].strip():
            above = self._paragraphs[p - 1].span
            if above.of(text).rstrip().endswith(":"):
                return above.start
        return here.start

    def _owners(self) -> dict[int, StatementDraft]:
        """Quotations that a draft's content, as syntax shows it, begins in or holds, by their start."""
        owners: dict[int, StatementDraft] = {}
        for span, draft in self._contents:
            k = bisect_right(self._quote_starts, span.start) - 1
            if k >= 0 and self._quotes[k].span.meets(span):
                owners.setdefault(self._quotes[k].span.start, draft)
            k += 1
            while k < len(self._quotes) and self._quote_starts[k] < span.end:
                owners.setdefault(self._quote_starts[k], draft)
                k += 1
        return owners

    def _words(self, quote: Quote) -> int:
        return bisect_left(self._starts, quote.span.end) - bisect_left(self._starts, quote.span.start) - 2

    def _is_sentence(self, quote: Quote) -> bool:
        """True if a quotation is long enough and looks like speech: a capital or a full stop."""
        inner = quote.span.of(self._clauses.parse.text).strip("“”\"„«»`' \t")
        return self._words(quote) >= _SHORTEST and bool(inner) and (inner[0].isupper() or inner[-1] in ".?!")

    def _alone(self, paragraph: Paragraph, quote: Quote) -> bool:
        """True if a paragraph holds nothing but the quotation."""
        text = self._clauses.parse.text
        return (
            not text[paragraph.span.start : quote.span.start].strip()
            and not text[quote.span.end : paragraph.span.end].strip()
        )

    def _following(self, quote: Quote, limit: int) -> StatementDraft | None:
        """Return the cue after a quotation, in the rest of its sentence: "…,” the warden said."."""
        text = self._clauses.parse.text
        inner = quote.span.of(text).rstrip("”\"»’'` ")
        if (
            not inner.endswith((",", "?", "!", "—", "–", "-", "…", "..."))
            and text[quote.span.end : quote.span.end + 1] != ","
        ):
            return None
        k = bisect_left(self._speaker_starts, quote.span.end)
        if k == len(self._speakers):
            return None
        draft = self._speakers[k]
        if draft.cue_span.start >= limit or not self._near(quote.span.end, draft.token):
            return None
        return draft

    def _leading(self, quote: Quote, limit: int) -> StatementDraft | None:
        """Return the cue before a quotation in its sentence, with at most a comma or a colon between them."""
        k = bisect_left(self._speaker_starts, quote.span.start) - 1
        if k < 0 or self._speaker_starts[k] < limit:
            return None
        draft = self._speakers[k]
        tokens = self._clauses.tokens
        first = bisect_left(self._starts, quote.span.start)
        if first == 0 or first - draft.token > _REACH:
            return None
        before = tokens[first - 1]
        if before.text in closed_class("before_a_quotation") or before.i == draft.token:
            same = all(token.text not in (".", "?", "!") for token in tokens[draft.token + 1 : first])
            return draft if same else None
        return None

    def _closing(self, paragraph: Paragraph) -> StatementDraft | None:
        """Whoever speaks in the last sentence of a paragraph, for a quotation that is the next one."""
        k = bisect_left(self._speaker_starts, paragraph.span.end) - 1
        if k < 0 or self._speaker_starts[k] < paragraph.span.start or not self._speakers[k].content:
            return None
        last = bisect_left(self._starts, paragraph.span.end) - 1
        same = self._clauses.tokens[last].sentence == self._clauses.tokens[self._speakers[k].token].sentence
        return self._speakers[k] if same else None

    def _introduced(self, quote: Quote) -> StatementDraft | None:
        """Whoever the words before a colon speak of: "The warden was blunt: “Nobody had the key.”"."""
        tokens = self._clauses.tokens
        colon = bisect_left(self._starts, quote.span.start) - 1
        if colon < 1 or tokens[colon].text != ":":
            return None
        first = colon
        while first > 0 and tokens[first - 1].text not in _ENDS and not self.quoted_token(first - 1):
            first -= 1
        subjects = [t.i for t in tokens[first:colon] if t.dep in ("nsubj", "nsubjpass", "poss")]
        named = [i for i in subjects if is_animate(self._clauses, i)]
        if not named:
            return None
        cue = reporting_cues().by_lemma["punctuation", ":"][0]
        draft = StatementDraft(cue, colon, Span(tokens[colon].start, tokens[colon].end), named[0])
        self._drafts.append(draft)
        return draft

    def quoted_token(self, i: int) -> bool:
        """True if a token lies inside a quotation."""
        return self.quoted(Span(self._clauses.tokens[i].start, self._clauses.tokens[i].end))

    def _near(self, end: int, cue: int) -> bool:
        """True if few words and no end of a sentence lie between the end of a quotation and a cue."""
        first = bisect_left(self._starts, end)
        if cue - first > _REACH:
            return False
        return all(token.text not in (".", ";", "?", "!") for token in self._clauses.tokens[first:cue])
