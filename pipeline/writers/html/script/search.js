// The search: steps and terms by their words, which were folded when the page was made, and steps by what they are.

const FROM_WITHIN = 3; // so many letters of a word are looked for inside other words, too
const WAIT = 120; // after a key, ms: a quick typist is not searched for letter by letter

const field = document.getElementById("sok-ord");
const choices = {
  phase: document.getElementById("sok-fas"),
  actor: document.getElementById("sok-aktor"),
  shape: document.getElementById("sok-form"),
};
/** Everything that can be found. Steps have their titles from their rows, terms from the register. */
const entries = register.entries.map(([anchor, strong, title, detail], order) => {
  const step = steps.get(anchor);
  return {
    anchor,
    title: step ? step.title : title,
    detail: step ? filled(words.entry, { actor: actorOf(step), number: step.number }) : detail,
    order,
    strong: ` ${strong}`,
    rest: "",
  };
});

function actorOf(step) {
  return actors.get(step.actor).view.querySelector("h2").textContent;
}

/** Gives every entry its words back. The register names each word once, with the numbers of its entries. */
function unpack() {
  for (const [word, numbers] of Object.entries(register.index)) {
    for (const number of numbers) entries[number].rest += ` ${word}`;
  }
  register.index = {};
}

/** The words of a text as the register has them: small, without accents but for the language's own letters. */
function folded(text) {
  const small = text.replaceAll("\u00ad", "").normalize("NFC").toLowerCase();
  return (small.match(/[\p{L}\p{N}]+/gu) || []).map((word) => [...word].map(plain).join(""));
}

function plain(letter) {
  if (words.letters.includes(letter)) return letter;
  return letter.normalize("NFD").replace(/\p{M}/gu, "") || letter;
}

/** How well an entry fits all words: 0 if one of them is missing; a word of the title counts most. */
function score(entry, wanted) {
  let sum = 1;
  for (const word of wanted) {
    const found = worth(entry.strong, word, 4) || worth(entry.rest, word, 2);
    if (!found) return 0;
    sum += found;
  }
  return sum;
}

function worth(text, word, most) {
  if (text.includes(` ${word}`)) return most;
  return word.length >= FROM_WITHIN && text.includes(word) ? most - 1 : 0;
}

function isWanted(entry) {
  const step = steps.get(entry.anchor);
  const asked = Object.entries(choices).filter(([, choice]) => choice.value);
  return asked.every(([name, choice]) => step && step[name] === choice.value);
}

/** The entries that fit, the best first; none while nothing is asked for. */
function hits() {
  const wanted = folded(field.value);
  if (!wanted.length && !isNarrowed()) return [];
  unpack();
  return entries
    .filter(isWanted)
    .map((entry) => ({ entry, score: score(entry, wanted) }))
    .filter((hit) => hit.score)
    .sort((one, other) => other.score - one.score || one.entry.order - other.entry.order)
    .map((hit) => hit.entry);
}

function isNarrowed() {
  return Object.values(choices).some((choice) => choice.value);
}

/** Shows what is found and says how much; gives the best of it. */
function search() {
  const found = hits();
  document.querySelector(".results").replaceChildren(...found.map(result));
  const isAsked = field.value.trim() || isNarrowed();
  const count = filled(words.search_found, { count: found.length });
  const nothing = filled(words.search_nothing, { words: field.value.trim() });
  tell(document.querySelector(".found"), !isAsked ? "" : found.length ? count : nothing);
  return found[0];
}

function result(entry) {
  const item = copyOf("t-result");
  const link = item.querySelector(".title");
  leadTo(link, entry.anchor);
  link.textContent = entry.title;
  item.querySelector(".detail").textContent = entry.detail;
  return item;
}

function prepareSearch() {
  let waiting = 0;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, WAIT);
  };
  field.addEventListener("input", later);
  for (const choice of Object.values(choices)) choice.addEventListener("change", search);
  document.querySelector("form.search").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    const first = search();
    if (!first) return;
    leftBy.set(shownView, field);
    location.hash = first.anchor;
  });
  // Who comes back from a file finds the field as it was left: the browser fills it in, and not before now.
  addEventListener("pageshow", search);
}
