// A cost and financing plan: adds up while typing, and adds rows without leaving the page.
// [data-plan] holds inputs [data-amount=costs|funding] and [data-grant]; the [data-balance] after it shows the sums.
import { LOCALE } from "./language.js";

const PAUSE = 400;
const THOUSANDS = /^-?\d{1,3}(\.\d{3})+$/;

const read = (text) => {
  let bare = text.replace(/[\s\u00a0\u202f']|€|euro?/gi, "");
  if (bare.includes(",")) {
    const [head, tail] = bare.split(/,(.*)/s);
    if (head.includes(".") && !THOUSANDS.test(head)) return 0;
    bare = tail ? `${head.replaceAll(".", "")}.${tail}` : head.replaceAll(".", "");
  } else if (THOUSANDS.test(bare)) {
    bare = bare.replaceAll(".", "");
  }
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(bare) ? Math.round(Number(bare) * 100) : 0;
};

const euro = (cents) => {
  const digits = cents % 100 ? 2 : 0;
  const style = { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits };
  return (cents / 100).toLocaleString(LOCALE, style);
};

const addRow = (plan, side) => {
  const rows = plan.querySelector(`[data-rows="${side}"]`);
  const fresh = [...rows.rows].findLast((row) => row.querySelector(".item")).cloneNode(true);
  const amount = fresh.querySelector("[data-amount]");
  for (const input of fresh.querySelectorAll("input")) input.value = "";
  amount.id = amount.id.replace(/\d+$/, rows.rows.length);
  rows.append(fresh);
  fresh.querySelector(".item").focus();
};

const attach = (plan) => {
  const balance = plan.nextElementSibling.querySelector("[data-balance]");
  const says = balance.querySelector("[data-says]");
  const share = balance.querySelector("[data-share]");
  let timer = 0;

  const sum = (side) =>
    [...plan.querySelectorAll(`[data-amount="${side}"]`)].reduce((total, input) => total + read(input.value), 0);

  const words = (costs, funding) => {
    if (!costs && !funding) return says.dataset.none;
    if (costs === funding) return says.dataset.even;
    const template = costs > funding ? says.dataset.less : says.dataset.more;
    return template.replace("{sum}", euro(Math.abs(costs - funding)));
  };

  const show = () => {
    const [costs, funding] = [sum("costs"), sum("funding")];
    balance.querySelector('[data-sum="costs"]').textContent = euro(costs);
    balance.querySelector('[data-sum="funding"]').textContent = euro(funding);
    balance.querySelector("[data-sign]").textContent = costs && costs === funding ? "=" : "≠";
    says.textContent = words(costs, funding);
    if (!share) return;
    const percent = costs ? (100 * read(plan.querySelector("[data-grant]").value)) / costs : null;
    const shown = percent?.toLocaleString(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    share.textContent = percent === null ? "" : share.dataset.words.replace("{share}", shown);
  };

  plan.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  plan.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add]");
    if (!button) return;
    event.preventDefault();
    addRow(plan, button.dataset.add);
  });
};

for (const plan of document.querySelectorAll("[data-plan]")) attach(plan);
