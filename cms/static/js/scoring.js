// <form data-scoring="unique key" data-stand="moment of the stored review">: counts the total while scoring and saves by
// itself. Without a connection the input stays on this device and is sent as soon as there is one again.
import { LOCALE } from "./language.js";

const WAIT = 900;
const AGAIN = 15000;

const total = (form) => {
  let points = 0;
  let weights = 0;
  let answered = 0;
  const criteria = form.querySelectorAll("[data-criterion]");
  for (const box of criteria) {
    const field = box.querySelector("input[type=radio]:checked") ?? box.querySelector("input[type=number]");
    if (!field || field.value === "") continue;
    const { lowest, highest, weight } = box.dataset;
    answered += 1;
    points += (Number(weight) * (Number(field.value) - lowest)) / (highest - lowest);
    weights += Number(weight);
  }
  return { points: weights ? (100 * points) / weights : null, answered, asked: criteria.length };
};

const typed = (form) => [...new FormData(form)].filter(([name]) => /^(score_|note|shares_note|favourite)/.test(name));

const fill = (form, entries) => {
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = entries.some(([name]) => name === box.name);
  for (const [name, value] of entries) {
    const field = form.elements.namedItem(name);
    if (field && field.type !== "checkbox") field.value = value;
  }
};

const attach = (form) => {
  const place = `scoring:${form.dataset.scoring}`;
  const status = form.querySelector("[data-status]");
  let timer = 0;
  let dirty = false;
  let leaving = false;
  let running = false;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };

  const count = () => {
    const { points, answered, asked } = total(form);
    form.querySelector("[data-total]").textContent =
      points === null ? "–" : points.toLocaleString(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    form.querySelector("[data-answered]").textContent = `${answered} von ${asked}`;
  };

  const keep = () => {
    localStorage.setItem(place, JSON.stringify({ stand: form.dataset.stand, entries: typed(form) }));
  };

  const save = async () => {
    clearTimeout(timer);
    if (!dirty || leaving || running) return;
    dirty = false;
    running = true;
    say(form.dataset.saving);
    try {
      const answer = await fetch(location.pathname, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      const told = await answer.json();
      if (answer.ok) {
        if (!dirty) localStorage.removeItem(place);
        say(form.dataset.saved.replace("{time}", told.saved));
      } else {
        say(told.problem);
      }
    } catch {
      dirty = true;
      say(form.dataset.offline);
      timer = setTimeout(save, AGAIN);
    } finally {
      running = false;
      if (dirty && navigator.onLine) timer = setTimeout(save, AGAIN);
    }
  };

  const changed = () => {
    dirty = true;
    keep();
    count();
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  };

  const kept = JSON.parse(localStorage.getItem(place) ?? "null");
  if (kept && kept.stand === form.dataset.stand) {
    fill(form, kept.entries);
    say(form.dataset.restored);
    changed();
  } else if (kept) {
    localStorage.removeItem(place);
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("online", save);
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  count();
};

for (const form of document.querySelectorAll("form[data-scoring]")) attach(form);
