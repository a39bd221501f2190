// <form data-ticks>: what is ticked goes into the address and into every link of the list at once, so that it stays
// ticked on the next page, under other filters and on the way back. Without this module a button does that.
const same = (link) => link.origin === location.origin && link.pathname === location.pathname;

const written = (address, name, ticks) => {
  const url = new URL(address);
  url.searchParams.delete(name);
  for (const tick of ticks) url.searchParams.append(name, tick);
  return url.href;
};

const carry = (form) => {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  if (!boxes.length) return;
  const { name } = boxes[0];
  const ticks = boxes.filter((box) => box.checked).map((box) => box.value);
  for (const link of document.querySelectorAll("main a[href]")) {
    if (same(link)) link.href = written(link.href, name, ticks);
  }
  for (const finder of document.querySelectorAll("main form.filters")) {
    for (const old of finder.querySelectorAll(`input[type=hidden][name=${name}]`)) old.remove();
    for (const tick of ticks) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value: tick });
      finder.append(field);
    }
  }
  history.replaceState(history.state, "", written(location.href, name, ticks));
};

for (const form of document.querySelectorAll("form[data-ticks]")) {
  for (const button of form.querySelectorAll("[data-ticks-keep]")) button.hidden = true;
  form.addEventListener("change", () => carry(form));
}
