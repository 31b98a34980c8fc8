/* The events that a reader picks, kept in the address, and the files that hold them: CSV, Markdown, JSON. */

const pickBar = document.getElementById("pick");
const picked = () => [...state.picked].sort((a, b) => a - b);

function pick(e) {
  if (e === null) return;
  if (!state.picked.delete(e)) state.picked.add(e);
  change("pick");
}

function drawPicks() {
  const count = state.picked.size;
  pickBar.hidden = !count;
  document.getElementById("pick-count").textContent = `${count} ${count === 1 ? "event" : "events"} picked`;
}

/* An article in words: its outlet, headline, day and address. */
const articleWords = (article) => [article[2], article[1] || article[0], article[4] === null ? "" : dayWords(article[4]), article[3] ?? ""].filter(Boolean).join(", ");

/* Where an event is told: outlet, headline, day and address of each article, once. */
function sourcesOf(e) {
  const { mentions: M, articles } = evidence(), found = new Set();
  for (let m = E.mentions[e]; m < E.mentions[e + 1]; m++) {
    const article = articles[M.article[m]];
    if (article) found.add(articleWords(article));
  }
  return [...found];
}

const COLUMNS = ["event_id", "edtf", "when", "title", "type", "place", "actors", "speakers", "sources"];
const fieldsOf = (e) => ({
  event_id: E.id[e], edtf: S[E.edtf[e]], when: S[E.when[e]], title: E.title[e], type: S[E.type[e]], place: S[E.place[e]],
  actors: E.actors[e].map((s) => S[s]), speakers: E.speakers[e].map((s) => S[s]), sources: sourcesOf(e),
});

/* A table is opened by programs that reckon: what begins like a formula is made plain text. */
function cell(value) {
  const text = Array.isArray(value) ? value.join("; ") : value ?? "";
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const plain = (text) => text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
const FORMATS = {
  csv: { type: "text/csv", write: (events) => [COLUMNS.join(","), ...events.map((e) => COLUMNS.map((name) => cell(fieldsOf(e)[name])).join(","))].join("\r\n") + "\r\n" },
  md: { type: "text/markdown", write: (events) => `# ${plain(D.title)}\n\n` + events.map((e) =>
    `- **${plain(S[E.when[e]])}** ${plain(E.title[e])}\n` + sourcesOf(e).map((source) => `  - ${plain(source)}\n`).join("")).join("") },
  json: { type: "application/json", write: (events) => JSON.stringify({ title: D.title, version: D.version, events: events.map(fieldsOf) }, null, 1) + "\n" },
};

function download(form) {
  const blob = new Blob([FORMATS[form].write(picked())], { type: `${FORMATS[form].type};charset=utf-8` });
  const link = element("a", { href: URL.createObjectURL(blob), download: `events.${form}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

for (const form of Object.keys(FORMATS)) document.getElementById(`pick-${form}`).addEventListener("click", () => download(form));
document.getElementById("pick-none").addEventListener("click", () => { state.picked.clear(); change("pick"); list.focus(); });
