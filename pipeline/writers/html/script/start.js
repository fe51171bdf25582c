// Beginning: what listens to the reader, and the first view.

function openMenu(isOpen) {
  document.querySelector(".menu").setAttribute("aria-expanded", String(isOpen));
}

/** From which step a link is followed. A way back starts no new one: it would lead to and fro for ever. */
function follow(event) {
  if (event.defaultPrevented || isForAnotherWindow(event)) return;
  const link = event.target.closest("a[href^='#']");
  const place = link && !link.closest(".back") && link.closest("[data-step], article.step");
  followedFrom = place ? place.dataset.step || place.id : "";
  isByLink = Boolean(link);
  if (link && shownView.contains(link)) leftBy.set(shownView, link);
  // A link to what is already in the address bar changes no address, so nothing else would tell us of it.
  if (!link || link.getAttribute("href") !== location.hash) return;
  event.preventDefault();
  route(false);
}

/** The address keeps saying which view is shown: one may reload it, or send it to others. */
function skip(event) {
  if (isForAnotherWindow(event)) return;
  event.preventDefault();
  document.getElementById("innehall").focus();
}

function prepareMenu() {
  const menu = document.querySelector(".menu");
  const isOpen = () => menu.getAttribute("aria-expanded") === "true";
  menu.addEventListener("click", () => openMenu(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    openMenu(false);
    menu.focus();
  });
}

function begin() {
  showAs(mode);
  prepareFilters();
  prepareSearch();
  prepareMenu();
  document.querySelector(".skip").addEventListener("click", skip);
  for (const button of document.querySelectorAll("button.print")) button.addEventListener("click", () => print());
  document.addEventListener("keydown", walk);
  document.addEventListener("click", follow);
  addEventListener("hashchange", () => route(false));
  route(true);
}

begin();
