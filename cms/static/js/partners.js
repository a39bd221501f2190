// A list of partners: rows are added from a template and taken out without leaving the page. Without this script the same
// buttons send the form.
const number = (row, at) => {
  for (const field of row.querySelectorAll("[id]")) field.id = field.id.replace(/_neu|_\d+/, `_${at}`);
  for (const label of row.querySelectorAll("label")) label.htmlFor = label.htmlFor.replace(/_neu|_\d+/, `_${at}`);
};

const attach = (box) => {
  const list = box.querySelector("[data-partner-list]");
  const changed = () => box.dispatchEvent(new Event("input", { bubbles: true }));
  let next = list.children.length;

  box.addEventListener("click", (event) => {
    const add = event.target.closest("[data-partner-add]");
    const remove = event.target.closest("[data-partner-remove]");
    if (!add && !remove) return;
    event.preventDefault();
    if (add) {
      const row = box.querySelector("template").content.firstElementChild.cloneNode(true);
      number(row, next);
      next += 1;
      list.append(row);
      row.querySelector("input").focus();
    } else {
      remove.closest("[data-partner]").remove();
      box.querySelector("[data-partner-add]")?.focus();
      changed();
    }
  });
};

for (const box of document.querySelectorAll("[data-partners]")) attach(box);
