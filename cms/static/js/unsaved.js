// What somebody has typed and the server has not acknowledged, kept on this device for some days. Nothing else is kept.
const PREFIX = "stadtblick:";
const DAYS = 14;
const SKIPPED = new Set(["csrfmiddlewaretoken", "stand", "then", "attach", "remove", "row"]);

// A private window or a full store must not keep anybody from writing.
const store = (act) => {
  try { return act(window.localStorage); } catch { return null; }
};

export const valuesOf = (form) =>
  [...new FormData(form)].filter(([name, value]) => !SKIPPED.has(name) && !(value instanceof File));

export const keep = (name, form, sent) => {
  const entry = { at: new Date().toISOString(), stand: form.elements.stand.value, sent, values: valuesOf(form) };
  store((place) => place.setItem(PREFIX + name, JSON.stringify(entry)));
};

export const kept = (name) => store((place) => JSON.parse(place.getItem(PREFIX + name)));

export const drop = (name) => store((place) => place.removeItem(PREFIX + name));

export const sweep = () => store((place) => {
  const oldest = Date.now() - DAYS * 86400000;
  for (const key of Object.keys(place).filter((found) => found.startsWith(PREFIX))) {
    if (!(Date.parse(JSON.parse(place.getItem(key))?.at) > oldest)) place.removeItem(key);
  }
});

const enough = (form, name, wanted) => {
  const fields = () => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  const adder = [...form.querySelectorAll("[data-adds]")].find((button) => name.startsWith(`${button.dataset.adds}-`));
  while (adder && fields().length < wanted) adder.click();
  return fields();
};

// Put the kept values back, with as many rows as there were, and let others on the page count again.
export const fill = (form, { values, stand }) => {
  const byName = Map.groupBy ? Map.groupBy(values, ([name]) => name) : new Map();
  if (!byName.size) for (const pair of values) byName.set(pair[0], [...(byName.get(pair[0]) ?? []), pair]);
  for (const box of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
    if (!SKIPPED.has(box.name)) box.checked = (byName.get(box.name) ?? []).some(([, value]) => value === box.value);
  }
  for (const [name, pairs] of byName) {
    enough(form, name, pairs.length).forEach((field, at) => {
      if (["checkbox", "radio"].includes(field.type)) return;
      field.value = pairs[at]?.[1] ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  form.elements.stand.value = stand;
};
