// How many characters are left: [data-most] gets a line below it, spoken only after a pause. Counts as the server does.
import { LOCALE } from "./language.js";

const PAUSE = 1000;
const lengthOf = (text) => [...text.normalize("NFC").trim()].length;

const attach = (field) => {
  const words = field.form.dataset;
  const most = Number(field.dataset.most);
  const shown = document.createElement("p");
  const spoken = document.createElement("p");
  shown.className = "hint";
  shown.setAttribute("aria-hidden", "true");
  spoken.className = "vh";
  spoken.setAttribute("role", "status");
  field.after(shown, spoken);
  let timer = 0;

  const count = () => {
    const left = most - lengthOf(field.value);
    const number = Math.abs(left).toLocaleString(LOCALE);
    shown.textContent = (left < 0 ? words.over : words.left).replace("{n}", number);
    shown.classList.toggle("excess", left < 0);
  };

  field.addEventListener("input", () => {
    count();
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = shown.textContent; }, PAUSE);
  });
  count();
};

for (const field of document.querySelectorAll("form [data-most]")) attach(field);
