/* The rows of the published timeline, in columns. Days count from 1970-01-01; null is unknown. */

const D = JSON.parse(document.getElementById("data").textContent);
const E = D.events, S = D.strings;
E.sites = E.sites.map((number) => D.outlets[number]);
E.mentions = starts(E.mentions);
const N = E.id.length;
const DATED = 1, CONTESTED = 8, ON_TIMELINE = 16, DECIDED = 32, STARRED = 64;
const KEY = 0, DETAIL = 1, ASIDE = 2;
const SPAN = 1, BACKGROUND = 2;
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month, 1)));

const TOLD_AS = { actual: "having happened", negated: "not having happened", planned: "planned", possible: "possible",
  hypothetical: "hypothetical", generic: "general, no single event" };

/* What only a search and an opened event need: it stands behind this script and is parsed at its first use, so that the
   drawing waits for neither.  There once the document is complete. */
let evidenceOnce = null;
const evidence = () => (evidenceOnce ??= JSON.parse(document.getElementById("evidence").textContent));

/* Where the rows of each event begin, from how many each has: those of event e lie from [e] to [e + 1]. */
function starts(counts) {
  const found = new Int32Array(counts.length + 1);
  counts.forEach((count, e) => { found[e + 1] = found[e] + count; });
  return found;
}

const has = (event, flag) => (E.flags[event] & flag) !== 0;

/* A day number from year, month (0-11) and day, for any year (Date.UTC takes 0-99 for 1900-1999). */
function dayNumber(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / 864e5);
}

function dayWords(number) {
  const date = new Date(number * 864e5);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/* The first and last day that "2024", "2024-03" or "2024-03-31" names; null where it is none of these. */
function period(text) {
  const parts = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim());
  if (!parts) return null;
  const year = +parts[1], month = parts[2] ? +parts[2] - 1 : null, day = parts[3] ? +parts[3] : null;
  if (month === null) return [dayNumber(year, 0, 1), dayNumber(year, 11, 31)];
  if (day === null) return [dayNumber(year, month, 1), dayNumber(year, month + 1, 0)];
  return [dayNumber(year, month, day), dayNumber(year, month, day)];
}

/* Words without case and accents, so that "Berzina" finds "Bērziņa". */
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const haystacks = new Array(N);
function haystack(event) {
  if (haystacks[event] === undefined) {
    const words = [E.title[event], S[E.place[event]] ?? "", ...E.actors[event].map((a) => S[a]), ...E.speakers[event].map((a) => S[a])];
    const M = evidence().mentions;
    let last = -1;
    for (let m = E.mentions[event]; m < E.mentions[event + 1]; m++) {
      if (M.place[m][0] !== last) words.push(M.sentences[last = M.place[m][0]]);
    }
    haystacks[event] = fold(words.join("\n"));
  }
  return haystacks[event];
}

/* The rows of one kind that belong to an event. */
function byEvent(kind) {
  let start = null;
  return (event) => {
    const { count, rows } = evidence()[kind];
    start ??= starts(count);
    return rows.slice(start[event], start[event + 1]);
  };
}

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && key !== "role") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

/* Words of an article: their direction is their own and touches nothing around them. */
const foreign = (text, name = "bdi") => element(name, { dir: "auto" }, text);
