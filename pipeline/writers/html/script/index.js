// What is on the page, looked up once: views, steps by their addresses, cases, and the words of the register.

const root = document.documentElement;
const register = JSON.parse(document.getElementById("register").textContent);
const words = register.words;
const programme = document.querySelector(".top .name").textContent.trim();

/** Of each step, by its address: its row in the list, its box on the map, its article, and where one may walk. */
const steps = new Map();
for (const row of document.querySelectorAll(".row[data-step]")) {
  const given = row.dataset;
  steps.set(given.step, {
    anchor: given.step,
    actor: row.closest("[data-actor]").dataset.actor,
    title: row.querySelector(".title").textContent,
    number: row.querySelector(".number").textContent,
    phase: given.phase,
    shape: given.shape,
    on: listed(given.on),
    here: listed(given.here),
    row,
    article: document.getElementById(given.step),
    box: null,
  });
}
for (const box of document.querySelectorAll(".map a[data-step]")) {
  const step = steps.get(box.dataset.step);
  if (step) step.box = box;
}

/** The address that a step has today, by each that it once had. */
const renamed = new Map();
for (const notice of document.querySelectorAll("article.step .former[id]")) {
  renamed.set(notice.id, notice.closest("article").id);
}

/** The views of the actors by their ids, and their steps in order. */
const actors = new Map();
for (const view of document.querySelectorAll(".view[data-actor]")) {
  const own = [...steps.values()].filter((step) => step.actor === view.dataset.actor);
  actors.set(view.dataset.actor, { view, steps: own });
}

/** Whom one can follow, by the addresses of the cases: the name and the steps in order. */
const cases = new Map();
for (const one of document.querySelectorAll("article.case")) {
  const stops = [...one.querySelectorAll(".stops > li")].map((stop) => stop.dataset.step);
  cases.set(one.id, { name: one.dataset.name, stops });
}

function listed(text) {
  return text ? text.split(" ") : [];
}

/** A text of the register with its gaps filled: {name} stands for gaps.name. */
function filled(text, gaps) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? String(gaps[name]) : gap));
}

/** A copy of what a template of the page holds. */
function copyOf(template) {
  return document.getElementById(template).content.firstElementChild.cloneNode(true);
}

/** Lets a link lead to a place of the page. What was copied from a template knows no page yet, and so no `hash`. */
function leadTo(link, anchor) {
  link.setAttribute("href", `#${anchor}`);
}
