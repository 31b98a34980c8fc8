/* Where the shown events took place, over coast lines that the page carries: a point a place, larger for more events. */

const mapBox = document.getElementById("map-box"), mapPlace = document.getElementById("map");
const GRID = 20, MAP_WIDTH = 720, MAP_HEIGHT = 360, LEAST_SPAN = 9, MARGIN = 1.35, NAMED_PLACES = 14;
const placeFacet = FACETS.findIndex((facet) => facet.key === "place");
mapBox.hidden = !D.places.length;

const svg = (name, attributes = {}, ...children) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/* Degrees become points of the drawing so that the places fill it, and a degree north is as long as it is on the ground. */
function projection(places) {
  const norths = places.map(([, north]) => north), easts = places.map(([, , east]) => east);
  const north = (Math.min(...norths) + Math.max(...norths)) / 2, east = (Math.min(...easts) + Math.max(...easts)) / 2;
  const shrink = Math.max(0.2, Math.cos(north * Math.PI / 180));
  const high = Math.max(LEAST_SPAN, (Math.max(...norths) - Math.min(...norths)) * MARGIN);
  const wide = Math.max(LEAST_SPAN, (Math.max(...easts) - Math.min(...easts)) * MARGIN * shrink);
  const scale = Math.min(MAP_HEIGHT / high, MAP_WIDTH / wide);
  return (y, x) => [MAP_WIDTH / 2 + (x - east) * shrink * scale, MAP_HEIGHT / 2 - (y - north) * scale];
}

function coastPath(at) {
  return D.coast.map((line) => {
    let x = 0, y = 0;
    return line.split(" ").map((step, i) => {
      const [east, north] = step.split(",").map(Number);
      const [left, top] = at((y += north) / GRID, (x += east) / GRID);
      return `${i ? "L" : "M"}${left.toFixed(1)} ${top.toFixed(1)}`;
    }).join("");
  }).join("");
}

/* The names of the places with most events, where they do not run over one another. */
function placeNames(points) {
  const taken = [];
  return points.slice(0, NAMED_PLACES).flatMap(({ number, left, top, size }) => {
    const words = S[number], width = words.length * 7.2, flip = left + size + 4 + width > MAP_WIDTH;
    const from = flip ? left - size - 4 - width : left + size + 4;
    if (taken.some(([x, y, w]) => from < x + w && x < from + width && Math.abs(top - y) < 15)) return [];
    taken.push([from, top, width]);
    return [svg("text", { x: flip ? left - size - 4 : left + size + 4, y: top + 4, "text-anchor": flip ? "end" : "start" }, words)];
  });
}

function drawPoint({ number, count, left, top, size }, chosen) {
  const words = `${S[number]}: ${count} ${count === 1 ? "event" : "events"}`;
  const made = svg("g", { class: "at", role: "button", tabindex: "0", "aria-pressed": `${chosen.has(number)}`, "aria-label": words },
    svg("circle", { cx: left.toFixed(1), cy: top.toFixed(1), r: size.toFixed(1) }, svg("title", {}, words)));
  const toggle = () => {
    if (!chosen.delete(number)) chosen.add(number);
    change("filter");
    [...mapPlace.querySelectorAll(".at")].find((point) => point.getAttribute("aria-label").startsWith(`${S[number]}:`))?.focus();
  };
  made.addEventListener("click", toggle);
  made.addEventListener("keydown", (happening) => { if (happening.key === "Enter" || happening.key === " ") { happening.preventDefault(); toggle(); } });
  return made;
}

function drawMap() {
  if (!mapBox.open || mapBox.hidden) return;
  const chosen = state.chosen.place, of = counts[placeFacet];
  const places = D.places.filter(([number]) => of[number] || chosen.has(number)).sort(([a], [b]) => of[b] - of[a] || a - b);
  const events = places.reduce((sum, [number]) => sum + of[number], 0);
  document.getElementById("map-note").textContent = places.length
    ? `${events} of the events shown ${events === 1 ? "names a place that is" : "name a place that is"} known for certain. Press a place to see its events alone.`
    : "No event that is shown names a place that is known for certain.";
  if (!places.length) { mapPlace.replaceChildren(); return; }
  const at = projection(places), most = Math.max(...places.map(([number]) => of[number]), 1);
  const points = places.map(([number, north, east]) => {
    const [left, top] = at(north, east);
    return { number, left, top, count: of[number], size: 6 + (most > 1 ? 10 * Math.sqrt(of[number] / most) : 1) };
  });
  mapPlace.replaceChildren(svg("svg", { viewBox: `0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`, role: "group", "aria-label": "Map of the places of the events shown" },
    svg("path", { class: "coast", d: coastPath(at) }), ...points.map((point) => drawPoint(point, chosen)), ...placeNames(points)));
}

mapBox.addEventListener("toggle", () => { drawMap(); drawAxis(); });
