/* The time axis. An event on a known day is a point; whatever is known less exactly is a bar over the days it may lie on,
   solid where it certainly was, pale where it may have been, fading where an end is unknown. */

const canvas = document.getElementById("axis");
const pen = canvas.getContext("2d");
const RULER = 22, CROWD = 26, FADE = 42, CLOSE = 12, ROOMY = 18, HEAP = 9, MANY = 400, LABEL = "12px system-ui, sans-serif", SMALL = "11px system-ui, sans-serif", NUMBER = "bold 11px system-ui, sans-serif";
let whole = [0, 1], home = [0, 1], view = [0, 1], drawn = [], labelled = false, listed = null, outside = [0, 0], crowd = new Int32Array(1);

/* The whole of the shown events' days, and where the story's lie: what is apart from it, and a few events far from the
   others, must not press the rest into a corner. */
function fit() {
  let low = Infinity, high = -Infinity;
  const every = [], ofStory = [];
  for (const e of shown) {
    if (!(E.flags[e] & DATED)) continue;
    const a = E.start_earliest[e], b = E.start_latest[e], c = E.end_earliest[e], d = E.end_latest[e];
    const first = a ?? b ?? c ?? d, last = d ?? c ?? b ?? a;
    if (first === null) continue;
    if (first < low) low = first;
    if (last >= high) high = last + 1;
    every.push(first);
    if (E.section[e] !== SPAN && E.section[e] !== BACKGROUND) ofStory.push(first);
  }
  if (low === Infinity) [low, high] = [dayNumber(new Date().getUTCFullYear(), 0, 1), dayNumber(new Date().getUTCFullYear(), 11, 31)];
  whole = aired(low, high);
  home = aired(...crowded(Int32Array.from(ofStory.length ? ofStory : every).sort()));
  if (home[1] - home[0] > (whole[1] - whole[0]) / 2 || home[0] === -Infinity) home = whole;
}

/* The shortest stretch of days in which nineteen of twenty events begin. */
function crowded(days) {
  const count = Math.ceil(days.length * 0.95);
  let best = [-Infinity, Infinity];
  for (let i = 0; count && i + count <= days.length; i++) {
    if (days[i + count - 1] + 1 - days[i] < best[1] - best[0]) best = [days[i], days[i + count - 1] + 1];
  }
  return best;
}

/* As high as the marks need, from the stylesheet's height downwards: few events leave their room to the list. */
function fitHeight() {
  canvas.style.removeProperty("height");
  lay();
  const lowest = Math.max(...drawn.map((mark) => mark.y), RULER), need = lowest + ROOMY + 8 + CROWD;
  if (drawn.length && need < canvas.clientHeight) canvas.style.setProperty("height", `${need}px`);
}

function aired(low, high) {
  const air = Math.max(2, (high - low) * 0.03);
  return [low - air, high + air];
}

const place = (day) => (day - view[0]) / (view[1] - view[0]) * canvas.clientWidth;

/* The events in view as marks in lanes: with their titles where all find room so; else close together, points that would
   lie over one another as one with their number; and what finds no room even so is told by the crowd below alone. */
function lay() {
  const single = inView(false);
  drawn = single ?? [];
  labelled = single !== null && layClose() && [160, 100, 50, 0].some(layWithTitles);
  if (!labelled) {
    drawn = inView(true);
    layClose();
    if (drawn.length <= MANY) titlesBeside();
  }
}

/* The events in view as marks, or null where they are too many for a mark each.  Gathered, points so near one another that they
   would overlap are one, which stands for the most important of them and bears their number. */
function inView(gather) {
  const width = canvas.clientWidth, scale = width / (view[1] - view[0]), origin = view[0];
  const marks = [], heaps = new Map();
  crowd = new Int32Array(Math.ceil(width / 3) + 1);
  outside = [0, 0];
  for (const e of shown) {
    if (!(E.flags[e] & DATED)) continue;
    const a = E.start_earliest[e], b = E.start_latest[e], c = E.end_earliest[e], d = E.end_latest[e];
    const first = a ?? b ?? c ?? d, last = d ?? c ?? b ?? a;
    const p0 = (Math.min(first, last) - origin) * scale, p1 = (Math.max(first, last) + 1 - origin) * scale;
    if (p1 < 0) outside[0]++; else if (p0 > width) outside[1]++;
    if (p1 < -FADE || p0 > width + FADE) continue;
    crowd[Math.min(crowd.length - 1, Math.max(0, Math.floor((p0 + p1) / 6)))]++;
    const point = a !== null && a === d && p1 - p0 < 14, heap = gather && point ? Math.round((p0 + p1) / 2 / HEAP) : null;
    if (heap !== null && heaps.has(heap)) { join(heaps.get(heap), e, p0, p1); continue; }
    const from = a === null ? p0 - FADE : p0, to = point ? (p0 + p1) / 2 + 5 : Math.max(d === null ? p1 + FADE : p1, from + 8);
    const mark = { e, p0, p1, from, to, y: RULER, words: null, openBefore: a === null, openAfter: d === null, day: a !== null && a === d,
      c0: b === null ? Infinity : (b - origin) * scale, c1: c === null ? -Infinity : (c + 1 - origin) * scale };
    marks.push(mark);
    if (heap !== null) heaps.set(heap, mark);
    if (!gather && marks.length > MANY) return null;
  }
  return marks;
}

/* One event more in a heap of points. */
function join(mark, e, p0, p1) {
  mark.events ??= [mark.e];
  mark.events.push(e);
  if (E.importance[e] > E.importance[mark.e]) mark.e = e;
  mark.p0 = Math.min(mark.p0, p0);
  mark.p1 = Math.max(mark.p1, p1);
  const middle = (mark.p0 + mark.p1) / 2;
  mark.from = middle - 5;
  mark.to = middle + 8 + 6.5 * `${mark.events.length}`.length;
}

/* Marks in as many lanes as there is room for; whether all found room.  The chosen event always does. */
function layClose() {
  const lanes = Math.max(3, Math.floor((canvas.clientHeight - RULER - CROWD) / CLOSE)), free = new Float64Array(lanes).fill(-Infinity), all = drawn.length;
  drawn = drawn.filter((mark) => {
    let lane = 0;
    while (lane < lanes && free[lane] > mark.from - 2) lane++;
    if (lane === lanes && !holdsChosen(mark)) return false;
    lane %= lanes;
    free[lane] = mark.to;
    mark.y = RULER + lane * CLOSE;
    return true;
  });
  return drawn.length === all;
}

const holdsChosen = (mark) => mark.e === state.event || (mark.events?.includes(state.event) ?? false);

/* Close together, a title stands behind its mark, as far as the next mark in the lane leaves room. */
function titlesBeside() {
  const next = new Map();
  pen.font = SMALL;
  for (const mark of drawn.toReversed()) {
    const left = mark.to + 3, end = Math.min(next.get(mark.y) ?? Infinity, canvas.clientWidth) - 4;
    next.set(mark.y, mark.from);
    if (end - left < 48 || mark.p1 < 0) continue;
    mark.words = clipped(E.title[mark.e], end - left);
    mark.left = left;
    mark.to = left + pen.measureText(mark.words).width;
  }
}

const isPoint = (mark) => mark.day && mark.p1 - mark.p0 < 14;
const many = (mark) => (mark.events ? mark.events.length : 1);

/* Lanes high enough for titles, each mark with so much room kept for its title, which then takes what is free up to the next
   mark.  Near the right edge a title stands to the left of its point, and begins before its bar. */
function layWithTitles(kept) {
  const lanes = Math.floor((canvas.clientHeight - RULER - CROWD) / ROOMY), width = canvas.clientWidth;
  const free = new Float64Array(lanes).fill(-Infinity), last = new Array(lanes).fill(null), places = [];
  pen.font = LABEL;
  for (const mark of drawn) {
    const need = kept && Math.min(kept, pen.measureText(E.title[mark.e]).width + 1);
    let left = isPoint(mark) ? (mark.p0 + mark.p1) / 2 + 7 : Math.min(Math.max(mark.from, 2), width), end = width;
    if (left + need > width) {
      end = isPoint(mark) ? left - 14 : width;
      left = end - need;
    }
    const from = Math.min(mark.from, left);
    let lane = 0;
    while (lane < lanes && free[lane] > from - 6) lane++;
    if (lane === lanes) return false;
    free[lane] = Math.max(mark.to, left + need);
    if (last[lane]) last[lane].end = Math.min(last[lane].end, from - 6);
    places.push(last[lane] = { y: RULER + lane * ROOMY, from, left, end });
  }
  drawn.forEach((mark, i) => {
    const { y, from, left, end } = places[i], words = end - left < 40 ? "" : clipped(E.title[mark.e], end - left);
    Object.assign(mark, { y, from, left, words, to: Math.max(mark.to, left + pen.measureText(words).width) });
  });
  return true;
}

/* As much of the words as fits, by halving. */
function clipped(words, most) {
  if (pen.measureText(words).width <= most) return words;
  let low = 0, high = Math.min(words.length, 200);
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (pen.measureText(`${words.slice(0, middle)}…`).width <= most) low = middle; else high = middle;
  }
  return `${words.slice(0, low).trimEnd()}…`;
}

function drawAxis() {
  const ratio = devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  const style = getComputedStyle(document.documentElement), colour = (name) => style.getPropertyValue(name).trim();
  const [ink, soft, line, accent, reported, contested] = ["--ink", "--soft", "--line", "--accent", "--reported", "--contested"].map(colour);
  if (listed) {
    pen.fillStyle = line;
    pen.globalAlpha = 0.35;
    pen.fillRect(place(listed[0]), 0, Math.max(2, place(listed[1] + 1) - place(listed[0])), height);
    pen.globalAlpha = 1;
  }
  drawRuler(width, height, soft, line);
  lay();
  const most = crowd.reduce((a, b) => Math.max(a, b), 1);
  pen.fillStyle = soft;
  crowd.forEach((count, i) => {
    if (count) { const tall = 2 + (CROWD - 6) * Math.log1p(count) / Math.log1p(most); pen.fillRect(i * 3, height - tall, 2.4, tall); }
  });
  for (const mark of drawn) drawEvent(mark, has(mark.e, CONTESTED) ? contested : E.speakers[mark.e].length ? reported : accent, ink);
  const days = [view[0], view[1]].map((day) => dayWords(Math.round(day)));
  document.getElementById("span").textContent = `${days[0]} – ${days[1]}`;
  for (const [i, id] of ["earlier-count", "later-count"].entries()) document.getElementById(id).textContent = outside[i] ? outside[i].toLocaleString("en") : "";
  canvas.setAttribute("aria-label", `${drawn.reduce((sum, mark) => sum + many(mark), 0)} of ${shown.length} events drawn from ${days[0]} to ${days[1]}, ${outside[0]} lie earlier, ${outside[1]} later; the list below holds them all`);
}

function drawEvent(mark, colour, ink) {
  const tall = labelled ? 4 : CLOSE - 4, y = labelled ? mark.y + 14 : mark.y + 2;
  pen.fillStyle = colour;
  if (mark.events || isPoint(mark)) {
    pen.beginPath();
    pen.arc((mark.p0 + mark.p1) / 2, mark.y + (labelled ? 9 : CLOSE / 2), mark.events ? 5 : 3.6, 0, 7);
    pen.fill();
    if (mark.events) {
      pen.font = NUMBER;
      pen.textBaseline = "top";
      pen.fillStyle = ink;
      pen.fillText(`${many(mark)}`, (mark.p0 + mark.p1) / 2 + 7, mark.y + 1);
    }
  } else {
    const from = Math.max(mark.p0, -9), to = Math.min(Math.max(mark.p1, mark.p0 + 3), canvas.clientWidth + 9);
    pen.globalAlpha = 0.4;
    pen.fillRect(from, y, to - from, tall);
    for (const [open, at, towards] of [[mark.openBefore, mark.p0, -FADE], [mark.openAfter, mark.p1, FADE]]) {
      if (!open) continue;
      const fade = pen.createLinearGradient(at, 0, at + towards, 0);
      fade.addColorStop(0, colour);
      fade.addColorStop(1, "transparent");
      pen.fillStyle = fade;
      pen.fillRect(Math.min(at, at + towards), y, FADE, tall);
    }
    pen.globalAlpha = 1;
    pen.fillStyle = colour;
    if (mark.day) pen.fillRect(from, y, to - from, tall);
    else if (mark.c0 < mark.c1) pen.fillRect(Math.max(mark.c0, from), y, Math.min(mark.c1, to) - Math.max(mark.c0, from), tall);
  }
  if (mark.words) {
    pen.font = labelled ? LABEL : SMALL;
    pen.textBaseline = "top";
    pen.fillStyle = ink;
    pen.fillText(mark.words, mark.left, mark.y + (!labelled ? 0 : isPoint(mark) ? 3 : 1));
  }
  if (holdsChosen(mark)) {
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.strokeRect(Math.max(mark.from, 1) - 2, mark.y, Math.min(mark.to, canvas.clientWidth - 1) - Math.max(mark.from, 1) + 4, labelled ? ROOMY : CLOSE);
  }
}

const UNITS = [["day", 1], ["day", 7], ["month", 1], ["month", 3], ["year", 1], ["year", 2], ["year", 5], ["year", 10],
  ["year", 20], ["year", 50], ["year", 100], ["year", 500], ["year", 1000]];
const LENGTH = { day: 1, month: 30.44, year: 365.25 };

function* ticks(unit, step) {
  const start = new Date(Math.floor(view[0]) * 864e5);
  let year = start.getUTCFullYear(), month = start.getUTCMonth(), day = Math.floor(view[0]);
  if (unit === "day") { for (day -= ((day + 3) % step + step) % step; day <= view[1]; day += step) yield [day, `${new Date(day * 864e5).getUTCDate()} ${MONTHS[new Date(day * 864e5).getUTCMonth()].slice(0, 3)}`]; return; }
  if (unit === "month") {
    for (month -= month % step; dayNumber(year, month, 1) <= view[1]; month += step) {
      const at = new Date(dayNumber(year, month, 1) * 864e5), name = MONTHS[at.getUTCMonth()].slice(0, 3);
      yield [dayNumber(year, month, 1), at.getUTCMonth() === 0 || month < step ? `${name} ${at.getUTCFullYear()}` : name];
    }
    return;
  }
  for (year -= ((year % step) + step) % step; dayNumber(year, 0, 1) <= view[1]; year += step) yield [dayNumber(year, 0, 1), `${year}`];
}

function drawRuler(width, height, soft, line) {
  const days = view[1] - view[0];
  const [unit, step] = UNITS.find(([name, count]) => LENGTH[name] * count / days * width >= 74) ?? UNITS.at(-1);
  pen.font = "12px system-ui, sans-serif";
  pen.textBaseline = "top";
  for (const [day, words] of ticks(unit, step)) {
    const x = place(day);
    pen.fillStyle = line;
    pen.fillRect(x, 0, 1, height);
    pen.fillStyle = soft;
    if (x >= 0 && x + 4 + pen.measureText(words).width <= width) pen.fillText(words, x + 4, 3);
  }
}

/* Show these days; at most a little more than everything, at least three days. */
function show(from, to, origin = "axis") {
  const most = (whole[1] - whole[0]) * 1.1, span = Math.min(most, Math.max(3, to - from));
  const middle = Math.min(whole[1], Math.max(whole[0], (from + to) / 2));
  view = [middle - span / 2, middle + span / 2];
  change("view", { view: view.every((day, i) => Math.abs(day - home[i]) < 0.1) ? null : [...view] }, origin);
}

function zoom(factor, at = (view[0] + view[1]) / 2) {
  show(at - (at - view[0]) * factor, at + (view[1] - at) * factor);
}

const dayAt = (x) => view[0] + x / canvas.clientWidth * (view[1] - view[0]);
const step = (share) => show(view[0] + share * (view[1] - view[0]), view[1] + share * (view[1] - view[0]));

canvas.addEventListener("wheel", (happening) => {
  happening.preventDefault();
  if (Math.abs(happening.deltaX) > Math.abs(happening.deltaY)) step(happening.deltaX / canvas.clientWidth);
  else zoom(Math.exp(happening.deltaY * 0.0016), dayAt(happening.offsetX));
}, { passive: false });

let dragged = null;
canvas.addEventListener("pointerdown", (happening) => {
  dragged = { x: happening.offsetX, view: [...view], moved: false };
  canvas.setPointerCapture(happening.pointerId);
});
canvas.addEventListener("pointermove", (happening) => {
  if (!dragged) { canvas.title = under(happening)?.words ?? ""; return; }
  const days = (dragged.x - happening.offsetX) / canvas.clientWidth * (dragged.view[1] - dragged.view[0]);
  dragged.moved ||= Math.abs(happening.offsetX - dragged.x) > 4;
  if (dragged.moved) show(dragged.view[0] + days, dragged.view[1] + days);
});
canvas.addEventListener("pointerup", (happening) => {
  const hit = dragged && !dragged.moved ? under(happening) : null;
  dragged = null;
  if (hit?.days && hit.days[1] > hit.days[0] + 1) show(hit.days[0] - 1, hit.days[1] + 1);
  else if (hit) change("event", { event: hit.e }, "axis");
});

function under({ offsetX: x, offsetY: y }) {
  const hit = drawn.findLast((mark) => x >= mark.from - 3 && x <= mark.to + 3 && y >= mark.y - 1 && y <= mark.y + (labelled ? ROOMY : CLOSE) + 1);
  if (!hit) return hit;
  const words = (e) => `${S[E.when[e]]}: ${E.title[e]}`;
  if (!hit.events) return { e: hit.e, words: words(hit.e) };
  const days = hit.events.map((e) => E.start_earliest[e]), left = hit.events.length - 3;
  return { e: hit.e, days: [Math.min(...days), Math.max(...days) + 1],
    words: hit.events.slice(0, 3).map(words).concat(left > 0 ? `and ${left} more` : []).join("\n") };
}

for (const [id, act] of [["earlier", () => step(-0.4)], ["later", () => step(0.4)], ["zoom-in", () => zoom(0.5)],
  ["zoom-out", () => zoom(2)], ["whole", () => show(...whole)]]) document.getElementById(id).addEventListener("click", act);
