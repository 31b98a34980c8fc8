/* How many of the shown events began in each month (each year, where the months are many), by type, actor, place or outlet: a table, shaded. */

const chartBox = document.getElementById("chart-box"), chartBy = document.getElementById("chart-by"), chartTable = document.getElementById("chart-table");
const CHARTED = ["type", "actor", "place", "site"], MOST_ROWS = 8, MOST_MONTHS = 24;
chartBy.append(...CHARTED.map((key) => element("option", { value: key }, FACETS.find((facet) => facet.key === key).name.toLowerCase())));

/* The month in which an event began, as a number that grows by one each month; null where no single month is known. */
function monthOf(e) {
  if (!has(e, DATED) || E.start_earliest[e] === null || E.start_latest[e] === null) return null;
  const [first, last] = [E.start_earliest[e], E.start_latest[e]].map((day) => { const at = new Date(day * 864e5); return at.getUTCFullYear() * 12 + at.getUTCMonth(); });
  return first === last ? first : null;
}

/* For each value of a filter how many events began in each month, those with most events first. */
function monthCounts(key) {
  const { start, values } = columns[FACETS.findIndex((facet) => facet.key === key)], found = new Map();
  for (const e of shown) {
    const month = monthOf(e);
    for (let i = start[e]; month !== null && i < start[e + 1]; i++) {
      const months = found.get(values[i]) ?? found.set(values[i], new Map()).get(values[i]);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
  }
  const total = (months) => [...months.values()].reduce((sum, count) => sum + count, 0);
  return [...found].filter(([number]) => S[number]).sort(([a, x], [b, y]) => total(y) - total(x) || (S[a] < S[b] ? -1 : 1)).slice(0, MOST_ROWS);
}

function drawChart() {
  if (!chartBox.open) return;
  const facet = FACETS.find(({ key }) => key === chartBy.value), found = monthCounts(facet.key), all = found.flatMap(([, months]) => [...months.keys()]);
  if (!all.length) { chartTable.replaceChildren(element("p", {}, "No event that is shown has a known month.")); return; }
  const first = Math.min(...all), last = Math.max(...all), size = last - first < MOST_MONTHS ? 1 : 12, from = Math.floor(first / size);
  const heads = Array.from({ length: Math.floor(last / size) - from + 1 }, (_, i) => from + i).filter((head) => size === 1 || all.some((month) => Math.floor(month / 12) === head));
  const words = (head) => (size === 12 ? `${head}` : `${MONTHS[((head % 12) + 12) % 12].slice(0, 3)} ${Math.floor(head / 12)}`);
  const counted = found.map(([number, months]) => [number, heads.map((head) => [...months].reduce((sum, [month, count]) => sum + (Math.floor(month / size) === head ? count : 0), 0))]);
  const most = Math.max(...counted.flatMap(([, cells]) => cells));
  chartTable.replaceChildren(element("table", {},
    element("caption", {}, `Events begun in each ${size === 1 ? "month" : "year"}, by ${facet.name.toLowerCase()}`),
    element("thead", {}, element("tr", {}, element("td"), ...heads.map((head) => element("th", { scope: "col" }, words(head))))),
    element("tbody", {}, ...counted.map(([number, cells]) => element("tr", {}, element("th", { scope: "row" }, foreign(facet.words?.(S[number]) ?? S[number])),
      ...cells.map((count) => shaded(count, most)))))));
}

function shaded(count, most) {
  const made = element("td", {}, count ? `${count}` : "");
  made.style.setProperty("--share", `${Math.round(60 * count / most)}%`);
  return made;
}

chartBox.addEventListener("toggle", () => { drawChart(); drawAxis(); });
chartBy.addEventListener("change", drawChart);
