/* The list beside the axis: only the rows in sight are in the document, so that 50,000 events scroll as lightly as fifty. */

const list = document.getElementById("list");
const filler = element("div", { className: "filler", role: "presentation" });
list.append(filler);
const ROW = 36, LINE = 23, HEADING = 34, MOST_LINES = 3, AROUND = 76;
const heading = (words, ofDay = false) => ({ words, ofDay });
const APART = "Over a longer time", BEFORE = "Background";
const isEvent = (row) => typeof row === "number";
let rows = [], dates = [], tops = new Float64Array(1), measured = 0;
/* The details of each key event, in the order of the timeline. */
const details = new Map();
E.parent.forEach((parent, e) => { if (parent >= 0 && E.level[e] === DETAIL) (details.get(parent) ?? details.set(parent, []).get(parent)).push(e); });
const known = (e) => E.start_earliest[e] !== null || E.start_latest[e] !== null || E.end_earliest[e] !== null || E.end_latest[e] !== null;

/* Where an event is listed: in the story, by months and days, or apart from it under a heading of its own. */
function groupOf(e) {
  if (!(E.flags[e] & DATED)) return known(e) ? "before" : "undated";
  if (E.section[e] === BACKGROUND) return "background";
  return E.section[e] === SPAN || headingOf(e) === APART ? "span" : "story";
}

function arrange() {
  const groups = { story: [], span: [heading(APART)], background: [heading(BEFORE)],
    before: [heading("Date unknown: no later than it was reported")], undated: [heading("Date unknown")] };
  const onDay = new Map();
  for (const e of shown) if (dayOf(e) !== null) onDay.set(dayOf(e), (onDay.get(dayOf(e)) ?? 0) + 1);
  let words = null, day = null;
  for (const e of shown) {
    const name = groupOf(e), group = groups[name];
    if (name === "story") {
      if (headingOf(e) !== words) { group.push(heading(words = headingOf(e))); day = null; }
      if (dayOf(e) !== day) {
        day = dayOf(e);
        if (onDay.get(day) > 1) group.push(heading(dayWords(day), true));
      }
    }
    group.push(e);
    if (state.open.has(e) && !state.more) group.push(...details.get(e) ?? []);
  }
  rows = Object.entries(groups).flatMap(([name, group]) => (name === "story" || group.length > 1 ? group : []));
  measure();
}

/* How wide titles are on this screen: each measured once; where they are too many for that, by the width of a letter. */
const MEASURED = 3000, SAMPLE = "Police say the company paid for the ferry and its crew in March 2023";
const widths = new Float32Array(N);
let letter = 0;
function widthOf(e) {
  if (!letter) { pen.font = "16px system-ui, sans-serif"; letter = pen.measureText(SAMPLE).width / SAMPLE.length; }
  if (rows.length > MEASURED) return E.title[e].length * letter * 1.05;
  if (!widths[e]) { pen.font = "16px system-ui, sans-serif"; widths[e] = pen.measureText(E.title[e]).width * 1.02; }
  return widths[e];
}
/* The lines that words need: what does not fit on one loses about four letters at the end of each. */
const linesOf = (width, room) => (width <= room ? 1 : Math.ceil(width / Math.max(60, room - 34)));

/* What each row says of its day, less what the heading above it says already; and how high it is: a title gets as many
   lines as it needs, up to a few. */
function measure() {
  measured = list.clientWidth;
  const dateRoom = Math.min(184, Math.max(120, 0.22 * (list.clientWidth - 32))), beside = narrow.matches ? 0 : dateRoom + 12;
  const room = list.clientWidth - beside - AROUND;
  let day = null;
  dates = rows.map((row) => {
    if (!isEvent(row)) { day = row.ofDay ? row.words : null; return ""; }
    const when = S[E.when[row]];
    return day !== null && when.startsWith(day) ? when.slice(day.length).replace(/^, /, "") : when;
  });
  tops = new Float64Array(rows.length + 1);
  rows.forEach((row, i) => {
    let high = HEADING;
    if (isEvent(row)) {
      const lines = Math.min(MOST_LINES, linesOf(widthOf(row), room));
      /* Beside the title, a long date may need more lines than the title and the marks below it. */
      const ofDate = narrow.matches ? lines + (dates[i] ? 1 : 0) : Math.max(lines, linesOf(dates[i].length * letter, dateRoom) - 1);
      high = ROW + LINE * ofDate;
    }
    tops[i + 1] = tops[i] + high;
  });
  filler.style.height = `${tops[rows.length]}px`;
}

/* The one known day of an event; several events of one day stand under a heading of their own. */
const dayOf = (e) => (E.flags[e] & DATED && E.start_earliest[e] !== null && E.start_earliest[e] === E.start_latest[e] ? E.start_earliest[e] : null);

/* The month that an event is listed under; its year where no month is known. */
const headings = new Array(N);
const headingOf = (e) => (headings[e] ??= monthHeading(e));
function monthHeading(e) {
  const first = E.start_earliest[e] ?? E.start_latest[e] ?? E.end_latest[e] ?? E.end_earliest[e];
  const last = E.end_latest[e] ?? E.start_latest[e] ?? first;
  if (first === null) return APART;
  const [at, end] = [first, last].map((day) => new Date(day * 864e5)), year = at.getUTCFullYear();
  /* An event that began within one year stands in it, however long it lasted. */
  const began = E.start_latest[e] !== null && new Date(E.start_latest[e] * 864e5).getUTCFullYear() === year;
  if (end.getUTCFullYear() !== year) return began ? `${year}` : APART;
  return at.getUTCMonth() === end.getUTCMonth() ? `${MONTHS[at.getUTCMonth()]} ${year}` : `${year}`;
}

/* The first row that lies at or below a height of the list. */
function rowAt(height) {
  let low = 0, high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1] <= height) low = middle + 1; else high = middle;
  }
  return low;
}

function drawList() {
  const first = Math.max(0, rowAt(list.scrollTop) - 6), last = Math.min(rows.length, rowAt(list.scrollTop + list.clientHeight) + 7);
  filler.replaceChildren(...rows.slice(first, last).map((row, i) => drawRow(row, first + i)));
  const active = document.getElementById(`row-${rows.indexOf(state.event)}`);
  if (active) list.setAttribute("aria-activedescendant", active.id); else list.removeAttribute("aria-activedescendant");
}

function drawRow(row, position) {
  const made = element("div", { className: "row", id: `row-${position}`, role: "option", "aria-selected": `${row === state.event}`,
    "aria-posinset": `${position + 1}`, "aria-setsize": `${rows.length}` });
  made.style.top = `${tops[position]}px`;
  made.style.height = `${tops[position + 1] - tops[position]}px`;
  if (!isEvent(row)) {
    made.className = row.ofDay ? "row section day" : "row section";
    made.setAttribute("aria-disabled", "true");
    made.append(row.words);
    return made;
  }
  made.append(element("span", { className: "date" }, dates[position]),
    element("span", { className: "what" }, foreign(E.title[row], "span"), element("span", { className: "marks" }, element("span", {}, ...marks(row)))), tickOf(row));
  made.querySelector(".what > span").className = "title";
  if (has(row, ON_TIMELINE) && E.level[row] !== KEY) made.classList.add("below");
  made.title = `${S[E.when[row]]}: ${E.title[row]}`;
  made.setAttribute("aria-label", `${made.title}. ${made.querySelector(".marks").textContent}`);
  const under = state.more ? 0 : details.get(row)?.length ?? 0;
  if (under) {
    const more = element("span", { className: "unfold", "aria-hidden": "true" },
      `${state.open.has(row) ? "▾" : "▸"} ${under} ${under === 1 ? "detail" : "details"}`);
    more.addEventListener("click", (happening) => { happening.stopPropagation(); unfold(row); });
    made.querySelector(".marks").append(more);
  }
  made.addEventListener("click", () => change("event", { event: row }, "list"));
  return made;
}

/* The box that picks a row; with the keys, p picks it. */
function tickOf(row) {
  const tick = element("span", { className: "tick-off", "aria-hidden": "true", title: "Pick" }, state.picked.has(row) ? "☑" : "☐");
  tick.addEventListener("click", (happening) => { happening.stopPropagation(); pick(row); });
  return tick;
}

const NAMED = 2;
function namesOf(numbers) {
  const names = numbers.slice(0, NAMED).map((s) => S[s]).join(", "), left = numbers.length - NAMED;
  return left > 0 ? `${names} and ${left} more` : names;
}

/* What a reader must know at once: who says so, whether someone denies it, where, how many sources. */
function marks(e) {
  const found = [];
  if (!has(e, ON_TIMELINE)) found.push(`excluded: ${S[E.reason[e]]}`);
  if (state.picked.has(e)) found.push("picked");
  if (has(e, STARRED)) found.push("★");
  if (has(e, DECIDED)) found.push("decided by a person");
  if (has(e, CONTESTED)) found.push(element("span", { className: "contested" }, "disputed"));
  if (E.speakers[e].length) found.push(element("span", { className: "reported" }, "attributed to ", foreign(namesOf(E.speakers[e]))));
  if (E.place[e]) found.push(foreign(S[E.place[e]]));
  if (S[E.type[e]] !== "other") found.push(S[E.type[e]].replaceAll("_", " "));
  found.push(`${E.sources[e]} ${E.sources[e] === 1 ? "source" : "sources"}`);
  return found.flatMap((mark, i) => (i ? [" · ", mark] : [mark]));
}

/* Show the details of a key event under it, or put them away. */
function unfold(e) {
  if (!details.has(e)) return;
  if (!state.open.delete(e)) state.open.add(e);
  arrange();
  drawList();
}

function bring(event, towards = "nearest") {
  const position = rows.indexOf(event);
  if (position < 0) return;
  const top = tops[position], height = tops[position + 1] - top;
  if (towards === "start") list.scrollTop = top;
  else if (top < list.scrollTop || top + height > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3;
}

/* The axis moved: the list goes to the first event that it shows. */
function follow() {
  let first, earliest = Infinity;
  for (const e of rows) {
    if (!isEvent(e) || !has(e, DATED)) continue;
    const day = E.start_earliest[e] ?? E.start_latest[e] ?? E.end_latest[e];
    if (day >= view[0] && day < earliest) { first = e; earliest = day; }
  }
  if (first === undefined) return;
  bring(first, "start");
  for (let above = rows.indexOf(first) - 1; above >= 0 && !isEvent(rows[above]); above--) list.scrollTop -= HEADING;
}

/* The days of the rows in sight, marked on the axis. */
function inSight() {
  const visible = rows.slice(rowAt(list.scrollTop), rowAt(list.scrollTop + list.clientHeight) + 1)
    .filter((e) => isEvent(e) && has(e, DATED));
  const days = visible.flatMap((e) => [E.start_earliest[e] ?? E.start_latest[e], E.start_latest[e] ?? E.start_earliest[e]]).filter((day) => day !== null);
  listed = days.length ? [Math.min(...days), Math.max(...days)] : null;
}

let waiting = false;
list.addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; drawList(); inSight(); drawAxis(); });
});
list.addEventListener("keydown", (happening) => {
  const events = rows.filter(isEvent), at = events.indexOf(state.event);
  const page = Math.max(1, Math.floor(list.clientHeight / (ROW + LINE)) - 1);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: events.length - 1, PageDown: at + page, PageUp: at - page }[happening.key];
  if (happening.key === " " && state.event !== null) { unfold(state.event); happening.preventDefault(); }
  if (happening.key === "p" && state.event !== null && !happening.ctrlKey && !happening.metaKey) { pick(state.event); happening.preventDefault(); }
  if (happening.key === "Enter" && state.event !== null) { document.getElementById("detail").focus(); happening.preventDefault(); }
  if (to === undefined || !events.length) return;
  happening.preventDefault();
  change("event", { event: events[Math.min(events.length - 1, Math.max(0, to))] }, "keys");
});

/* On paper there is no scrolling: everything that the filters show, line by line, with its sentences and its sources as
   footnotes where they are asked for. */
const paper = document.getElementById("paper"), footnotes = document.getElementById("footnotes"), notes = new Map();
addEventListener("beforeprint", () => {
  notes.clear();
  document.getElementById("print-list").replaceChildren(...rows.map((row) => (isEvent(row) ? printed(row)
    : element("li", {}, element("strong", {}, row.words)))));
  document.getElementById("print-notes").replaceChildren(...[...notes.keys()].map((a) => element("li", {}, foreign(articleWords(evidence().articles[a])))));
});

/* The numbers of the articles that tell of an event, in the order in which the paper names them. */
function notesOf(e) {
  const { article } = evidence().mentions, told = new Set(article.slice(E.mentions[e], E.mentions[e + 1]).filter((a) => a >= 0));
  return [...told].map((a) => notes.get(a) ?? notes.set(a, notes.size + 1).get(a)).sort((a, b) => a - b);
}

function printed(e) {
  const line = element("li", {}, `${S[E.when[e]]}: `, foreign(E.title[e]), " (", ...marks(e), ")");
  if (footnotes.checked) line.append(element("sup", {}, notesOf(e).join(", ")));
  if (paper.checked) for (let m = E.mentions[e]; m < E.mentions[e + 1]; m++) line.append(quote(m));
  return line;
}
