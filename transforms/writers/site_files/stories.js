/* The list of stories. Everything that articles say is set as text; links lead to files of this folder alone. */

const D = JSON.parse(document.getElementById("data").textContent);
const MOST_SHOWN = 200, SVG = "http://www.w3.org/2000/svg", BAR = 4, HIGH = 40, WIDE = 192;
const field = (id) => document.getElementById(id);
const address = () => new URLSearchParams(location.hash.slice(1));
const embedded = address().get("embed") === "yes";
if (embedded) document.documentElement.dataset.embed = "yes";

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made) made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
/* Words of an article: their direction is their own and touches nothing around them. */
const foreign = (text) => element("bdi", { dir: "auto" }, text);
const some = (number, one, more = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : more}`;

/* Words without case and accents, as on the pages of the stories. */
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const words = new WeakMap();
function haystack(story) {
  if (!words.has(story)) words.set(story, fold([story.title, ...story.names, ...story.words, ...story.lines.map((line) => line[2])].join("\n")));
  return words.get(story);
}

/* How many articles appeared on each day, or in equal spans of days, from the first to the last. */
function spark(story) {
  const most = Math.max(...story.bars, 1), step = Math.min(BAR * 3, WIDE / Math.max(story.bars.length, 1)), made = document.createElementNS(SVG, "svg");
  const add = (name, attributes) => {
    const part = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
    made.append(part);
  };
  const attributes = { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", preserveAspectRatio: "xMinYMid meet",
    "aria-label": `Articles over time: ${some(story.bars.length, "span")}, ${most} at most` };
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  add("line", { x1: 0, x2: WIDE, y1: HIGH - 0.5, y2: HIGH - 0.5 });
  story.bars.forEach((count, i) => {
    const tall = count ? 3 + (HIGH - 5) * count / most : 0;
    if (count) add("rect", { x: (i * step).toFixed(1), y: (HIGH - 1 - tall).toFixed(1), width: Math.max(1, step - 1).toFixed(1), height: tall.toFixed(1) });
  });
  return made;
}

function drawn(story) {
  const page = `stories/${story.id}.html`, facts = [story.when, some(story.articles, "article")];
  if (story.outlets) facts[1] += ` of ${some(story.outlets, "outlet")}`;
  const made = element("li", { className: "story" },
    element("h2", {}, element("a", { href: page }, foreign(story.title))),
    element("div", { className: "side" }, element("p", { className: "facts" }, some(story.events, "key event")), spark(story)),
    element("p", { className: "facts" }, facts.join(" · ")));
  if (story.lines.length) {
    made.append(element("ol", {}, ...story.lines.map(([event, when, title]) =>
      element("li", {}, when ? element("span", { className: "date" }, `${when}: `) : "", element("a", { href: `${page}#event=${event}` }, foreign(title))))));
  }
  return made;
}

/* Scripts of this folder: older stories, and where an event stands.  Each calls one of these two. */
const loading = new Map();
let taken = null;
globalThis.stories = (found) => { taken = found; };
globalThis.events = (found) => { taken = found; };
function load(file) {
  if (!loading.has(file)) {
    loading.set(file, new Promise((done) => {
      const script = element("script", { src: file });
      /* A script's load event follows its run at once, before another script's. */
      script.onload = () => { done(taken); script.remove(); };
      script.onerror = () => { done(null); script.remove(); };
      document.head.append(script);
    }));
  }
  return loading.get(file);
}

let asked = 0;
async function search() {
  const mine = ++asked, wanted = fold(field("search").value).split(/\s+/).filter(Boolean);
  remember();
  const fits = (story) => wanted.every((word) => haystack(story).includes(word));
  if (!wanted.length) { show(D.stories, ""); return; }
  const known = new Set(D.stories.map((story) => story.id)), found = D.stories.filter(fits);
  show(found, `${some(found.length, "story", "stories")} found${D.older.length ? ", looking through older ones …" : ""}`);
  let missing = 0;
  for (const [file] of D.older) {
    const older = await load(`${file}.js`);
    if (mine !== asked) return;
    if (!older) { missing++; continue; }
    found.push(...older.filter((story) => !known.has(story.id) && fits(story)));
  }
  const left = found.length - MOST_SHOWN;
  show(found, `${some(found.length, "story", "stories")} found${left > 0 ? `, the latest ${MOST_SHOWN} shown` : ""}${missing ? `; ${some(missing, "file")} of older stories cannot be read` : ""}`);
}

function show(stories, words) {
  field("list").replaceChildren(...stories.slice(0, MOST_SHOWN).map(drawn));
  field("found").textContent = words;
}

function remember() {
  const parts = new URLSearchParams();
  if (field("search").value) parts.set("q", field("search").value);
  if (embedded) parts.set("embed", "yes");
  history.replaceState(null, "", `#${parts}`);
}

/* The address of an event leads to the page on which it stands, whatever it has been joined to since. */
async function lead(event) {
  const last = event.at(-1) ?? "", found = await load(`events/${/^[a-z2-7]$/.test(last) ? last : "_"}.js`), page = found && Object.hasOwn(found.at, event) ? found.pages[found.at[event]] : null;
  if (page === null) { field("found").textContent = `There is no such event: ${event}. It may have been forgotten, or it stands in an earlier version.`; return; }
  const parts = new URLSearchParams([["event", Object.hasOwn(found.moved, event) ? found.moved[event] : event], ["sought", "yes"]]);
  if (embedded) parts.set("embed", "yes");
  location.replace(`${page}#${parts}`);
}

function drawAround() {
  const { totals } = D, about = [some(totals.stories, "story", "stories")];
  if (totals.articles) about.push(some(totals.articles, "article") + (totals.outlets ? ` of ${some(totals.outlets, "outlet")}` : ""));
  field("about").append(about.join(" · "));
  if (D.period) field("about").append(` · last told of in ${D.period} · `, element("a", { href: "index.html" }, "the latest stories, and a search of all"));
  if (D.other) {
    field("other").hidden = false;
    field("other").append(`${some(totals.apart, "article")} ${totals.apart === 1 ? "tells" : "tell"} of no story: `, element("a", { href: D.other }, "their events"));
  }
  if (D.older.length) {
    field("older").hidden = false;
    field("older").append(element("h2", {}, "By month of the last article"),
      element("ul", {}, ...D.older.map(([file, month, count]) => element("li", {}, element("a", { href: `${file}.html` }, month), ` ${count.toLocaleString("en")}`))));
  }
  field("edition").textContent = [D.version ? `version ${D.version}` : "", D.published_at ? `published ${D.published_at}` : ""].filter(Boolean).join(" · ");
}

function start() {
  const parts = address(), event = parts.get("event");
  field("search").value = parts.get("q") ?? "";
  if (field("search").value) search(); else show(D.stories, "");
  if (event) lead(event);
  document.documentElement.dataset.ready = "yes";
}

field("search").addEventListener("input", search);
field("search-form").addEventListener("submit", (happening) => happening.preventDefault());
document.querySelector(".skip").addEventListener("click", (happening) => { happening.preventDefault(); field("stories").focus(); });
addEventListener("keydown", (happening) => {
  if (happening.key === "/" && document.activeElement !== field("search")) { happening.preventDefault(); field("search").focus(); }
});
addEventListener("hashchange", start);
drawAround();
start();
