// Choosing without leaving the place: sends the small forms by itself and takes over what changed from the answered page.
// form[data-pick] is sent, every element with an id and [data-swap] is exchanged, [data-ballot-says] tells what was refused.
// Photos of pages that were loaded later stand in no answered page but their own: those that were chosen are asked for.
const swap = (page) => {
  const missing = new Set();
  for (const old of document.querySelectorAll("[data-swap][id]")) {
    const fresh = page.getElementById(old.id);
    if (fresh) old.replaceWith(fresh);
    else if (old.querySelector('[aria-pressed="true"]')) missing.add(old.elements.zurueck.value);
  }
  return missing;
};
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

const take = async (html, from) => {
  const page = parsed(html);
  const missing = swap(page);
  const said = page.querySelector(".messages")?.textContent.trim() ?? "";
  for (const place of document.querySelectorAll("[data-ballot-says]")) place.textContent = said;
  const button = from?.id && document.getElementById(from.id)?.querySelector("button");
  if (from) (button || document.getElementById("bal"))?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("ballot:changed"));
  for (const url of missing) swap(parsed(await (await fetch(url)).text()));
};

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-pick]");
  if (!form) return;
  event.preventDefault();
  if ("sending" in form.dataset) return;
  form.dataset.sending = "";
  const data = new FormData(form, event.submitter);
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    await take(await answer.text(), form);
  } catch {
    delete form.dataset.sending;
    for (const place of document.querySelectorAll("[data-ballot-says]")) place.textContent = place.dataset.lost;
  }
});

// Coming back through the history may show an old ballot paper.
window.addEventListener("pageshow", async (event) => {
  if (event.persisted) await take(await (await fetch(window.location.href)).text(), null);
});
