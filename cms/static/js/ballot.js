// Choosing without leaving the place: sends the small forms by itself and takes over what changed from the answered page.
// form[data-pick] is sent, every element with an id and [data-swap] is exchanged, [data-ballot-says] tells what was refused.
const take = (html, from) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const old of document.querySelectorAll("[data-swap][id]")) {
    const fresh = page.getElementById(old.id);
    if (fresh) old.replaceWith(fresh);
  }
  const said = page.querySelector(".messages")?.textContent.trim() ?? "";
  for (const place of document.querySelectorAll("[data-ballot-says]")) place.textContent = said;
  const button = from?.id && document.getElementById(from.id)?.querySelector("button");
  if (from) (button || document.getElementById("bal"))?.focus({ preventScroll: true });
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
    take(await answer.text(), form);
  } catch {
    delete form.dataset.sending;
    for (const place of document.querySelectorAll("[data-ballot-says]")) place.textContent = place.dataset.lost;
  }
});

// Coming back through the history may show an old ballot paper.
window.addEventListener("pageshow", async (event) => {
  if (event.persisted) take(await (await fetch(window.location.href)).text(), null);
});
