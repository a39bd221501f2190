// <div data-follow data-stand="…">: asks every few seconds whether something new lies on the table and shows it.
// While somebody is typing the page waits; without a connection, or without this module, a link loads it anew.
const PAUSE = 5000;

const busy = (box) => {
  const field = box.querySelector("textarea:focus, input:focus");
  return Boolean(field) || [...box.querySelectorAll("textarea")].some((area) => area.value !== "");
};

const look = async (box) => {
  if (document.hidden || busy(box)) return;
  const answer = await fetch(`${location.pathname}?teil=1`, { redirect: "error" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-follow]");
  if (!fresh || fresh.dataset.stand === box.dataset.stand || busy(box)) return;
  box.replaceChildren(...fresh.childNodes);
  box.dataset.stand = fresh.dataset.stand;
};

for (const box of document.querySelectorAll("[data-follow]")) {
  setInterval(() => look(box).catch(() => {}), PAUSE);
}
