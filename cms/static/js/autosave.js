// <form data-autosave="W27-0148/vorhaben/…">: saves by itself a moment after the last key and says so in [data-autosave-says].
// What the server has not acknowledged yet is kept on this device and offered again when the page is opened later. Files
// are not sent here. Where somebody else has saved meanwhile it stops: the button [data-autosave-compare] shows both versions.
import { LOCALE } from "./language.js";
import { drop, fill, keep, kept, sweep, valuesOf } from "./unsaved.js";

const WAIT = 1500;
const AGAIN = 15000;
const KEEP = 300;

const timeOf = (moment) => new Date(moment).toLocaleString(LOCALE, { dateStyle: "medium", timeStyle: "short" });

const attach = (form) => {
  const name = form.dataset.autosave;
  const status = form.querySelector("[data-autosave-says]");
  const compare = form.querySelector("[data-autosave-compare]");
  const offer = form.querySelector("[data-autosave-offer]");
  let [timer, keeping] = [0, 0];
  let [dirty, stopped] = [false, false];
  let running = null;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const keepNow = (sent = false) => {
    clearTimeout(keeping);
    keep(name, form, sent);
  };
  const stop = (text, { conflict = false } = {}) => {
    stopped = true;
    compare.hidden = !conflict;
    say(text);
  };

  const answerTo = async (answer) => {
    if (answer.type === "opaqueredirect") return stop(form.dataset.loggedOut);
    const told = await answer.json();
    if (!answer.ok) return stop(told.problem, { conflict: answer.status === 409 });
    form.elements.stand.value = told.stand;
    if (dirty) keepNow();
    else form.forget();
    return say(form.dataset.saved.replace("{time}", told.saved));
  };

  const save = async () => {
    clearTimeout(timer);
    if (!dirty || stopped) return;
    dirty = false;
    say(form.dataset.saving);
    const body = new FormData(form);
    for (const [key, value] of [...body]) if (value instanceof File) body.delete(key);
    try {
      await answerTo(await fetch(location.href, {
        method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual",
      }));
    } catch {
      dirty = true;
      say(form.dataset.offline);
      timer = setTimeout(start, AGAIN);
    }
  };

  // One save at a time. Others who send the form themselves wait for `form.saved()`, and let it go on by `form.resume()`.
  function start() {
    if (running) return;
    running = save().finally(() => {
      running = null;
      if (dirty && !stopped) timer = setTimeout(start, navigator.onLine ? WAIT : AGAIN);
    });
  }

  form.saved = async () => {
    clearTimeout(timer);
    stopped = true;
    while (running) await running;
  };
  form.resume = () => { stopped = false; };
  form.forget = () => {
    clearTimeout(keeping);
    drop(name);
  };

  const touched = () => {
    dirty = true;
    clearTimeout(timer);
    clearTimeout(keeping);
    keeping = setTimeout(keepNow, KEEP);
    timer = setTimeout(start, WAIT);
  };

  form.addEventListener("input", (event) => { if (event.target.type !== "file") touched(); });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    stopped = true;
    if (kept(name) || dirty) keepNow(true);
    if (!running) return;
    event.preventDefault();
    running.then(() => form.requestSubmit(event.submitter));
  });
  window.addEventListener("online", start);
  window.addEventListener("offline", () => { if (dirty) say(form.dataset.offline); });
  window.addEventListener("pagehide", () => { if (dirty && !stopped) keepNow(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  const found = kept(name);
  if (!found) return;
  const isStored = found.sent && found.stand !== form.elements.stand.value;
  if ("unsaved" in form.dataset) keepNow();
  else if (isStored || JSON.stringify(found.values) === JSON.stringify(valuesOf(form))) drop(name);
  else {
    offer.querySelector("[data-when]").textContent = timeOf(found.at);
    offer.hidden = false;
    offer.addEventListener("click", (event) => {
      const choice = event.target.closest("button")?.dataset.choice;
      if (!choice) return;
      offer.hidden = true;
      if (choice === "drop") return form.forget();
      fill(form, found);
      touched();
      status.focus();
    });
  }
};

sweep();
for (const form of document.querySelectorAll("form[data-autosave]")) attach(form);
