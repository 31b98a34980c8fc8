/* The time axis. An event on a known day is a point; whatever is known less exactly is a bar over the days it may lie on,
   solid where it certainly was, pale where it may have been, fading where an end is unknown. */

const canvas = document.getElementById("axis");
const pen = canvas.getContext("2d");
const LANE = 11, RULER = 22, CROWD = 26, FADE = 42;
let whole = [0, 1], view = [0, 1], drawn = [], listed = null;

function fit() {
  let low = Infinity, high = -Infinity;
  for (const e of shown) {
    if (!has(e, DATED)) continue;
    for (const day of [E.start_earliest[e], E.start_latest[e], E.end_earliest[e], E.end_latest[e]]) {
      if (day !== null) { low = Math.min(low, day); high = Math.max(high, day + 1); }
    }
  }
  if (low === Infinity) [low, high] = [dayNumber(new Date().getUTCFullYear(), 0, 1), dayNumber(new Date().getUTCFullYear(), 11, 31)];
  const air = Math.max(2, (high - low) * 0.03);
  whole = [low - air, high + air];
}

const place = (day) => (day - view[0]) / (view[1] - view[0]) * canvas.clientWidth;

/* Events in the lanes that have room; where there is none, only the crowd below tells how many there are. */
function lanesFor() {
  const width = canvas.clientWidth, scale = width / (view[1] - view[0]), origin = view[0];
  const lanes = Math.max(3, Math.floor((canvas.clientHeight - RULER - CROWD) / LANE));
  const free = new Float64Array(lanes).fill(-Infinity), crowd = new Int32Array(Math.ceil(width / 3) + 1);
  drawn = [];
  for (const e of shown) {
    if (!(E.flags[e] & DATED)) continue;
    const a = E.start_earliest[e], b = E.start_latest[e], c = E.end_earliest[e], d = E.end_latest[e];
    const first = a ?? b ?? c ?? d, last = d ?? c ?? b ?? a;
    const p0 = (Math.min(first, last) - origin) * scale, p1 = (Math.max(first, last) + 1 - origin) * scale;
    if (p1 < -FADE || p0 > width + FADE) continue;
    crowd[Math.min(crowd.length - 1, Math.max(0, Math.floor((p0 + p1) / 6)))]++;
    const from = a === null ? p0 - FADE : p0, to = Math.max(d === null ? p1 + FADE : p1, from + 8);
    let lane = 0;
    while (lane < lanes && free[lane] > from - 2) lane++;
    if (lane === lanes && e !== state.event) continue;
    lane %= lanes;
    free[lane] = to;
    drawn.push({ e, p0, p1, from, to, y: RULER + lane * LANE, openBefore: a === null, openAfter: d === null, day: a !== null && a === d,
      c0: b === null ? Infinity : (b - origin) * scale, c1: c === null ? -Infinity : (c + 1 - origin) * scale });
  }
  return crowd;
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
  const crowd = lanesFor(), most = crowd.reduce((a, b) => Math.max(a, b), 1);
  pen.fillStyle = soft;
  crowd.forEach((count, i) => {
    if (count) { const tall = 2 + (CROWD - 6) * Math.log1p(count) / Math.log1p(most); pen.fillRect(i * 3, height - tall, 2.4, tall); }
  });
  for (const mark of drawn) drawEvent(mark, has(mark.e, CONTESTED) ? contested : E.speakers[mark.e].length ? reported : accent, ink);
  const days = [view[0], view[1]].map((day) => dayWords(Math.round(day)));
  document.getElementById("span").textContent = `${days[0]} – ${days[1]}`;
  canvas.setAttribute("aria-label", `${drawn.length} of ${shown.length} events drawn from ${days[0]} to ${days[1]}; the list below holds them all`);
}

function drawEvent(mark, colour, ink) {
  const { y } = mark, tall = LANE - 4, middle = y + LANE / 2;
  pen.fillStyle = colour;
  if (mark.day && mark.p1 - mark.p0 < 14) {
    pen.beginPath();
    pen.arc((mark.p0 + mark.p1) / 2, middle, 3.6, 0, 7);
    pen.fill();
  } else {
    const from = Math.max(mark.p0, -9), to = Math.min(Math.max(mark.p1, mark.p0 + 3), canvas.clientWidth + 9);
    pen.globalAlpha = 0.4;
    pen.fillRect(from, y + 2, to - from, tall);
    for (const [open, at, towards] of [[mark.openBefore, mark.p0, -FADE], [mark.openAfter, mark.p1, FADE]]) {
      if (!open) continue;
      const fade = pen.createLinearGradient(at, 0, at + towards, 0);
      fade.addColorStop(0, colour);
      fade.addColorStop(1, "transparent");
      pen.fillStyle = fade;
      pen.fillRect(Math.min(at, at + towards), y + 2, FADE, tall);
    }
    pen.globalAlpha = 1;
    pen.fillStyle = colour;
    if (mark.day) pen.fillRect(from, y + 2, to - from, tall);
    else if (mark.c0 < mark.c1) pen.fillRect(Math.max(mark.c0, from), y + 2, Math.min(mark.c1, to) - Math.max(mark.c0, from), tall);
  }
  if (mark.e === state.event) {
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.strokeRect(Math.max(mark.from, 1) - 2, y, Math.min(mark.to, canvas.clientWidth - 1) - Math.max(mark.from, 1) + 4, LANE);
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
    pen.fillText(words, x + 4, 3);
  }
}

/* Show these days; at most a little more than everything, at least three days. */
function show(from, to, origin = "axis") {
  const most = (whole[1] - whole[0]) * 1.1, span = Math.min(most, Math.max(3, to - from));
  const middle = Math.min(whole[1], Math.max(whole[0], (from + to) / 2));
  view = [middle - span / 2, middle + span / 2];
  change("view", { view: span >= whole[1] - whole[0] ? null : [...view] }, origin);
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
  if (hit) change("event", { event: hit.e }, "axis");
});

function under({ offsetX: x, offsetY: y }) {
  const hit = drawn.findLast((mark) => x >= mark.from - 3 && x <= mark.to + 3 && y >= mark.y - 1 && y <= mark.y + LANE + 1);
  return hit && { e: hit.e, words: `${S[E.when[hit.e]]}: ${E.title[hit.e]}` };
}

for (const [id, act] of [["earlier", () => step(-0.4)], ["later", () => step(0.4)], ["zoom-in", () => zoom(0.5)],
  ["zoom-out", () => zoom(2)], ["whole", () => show(...whole)]]) document.getElementById(id).addEventListener("click", act);
