// Keys for moderators, text blocks that fill the field, a photo that grows, a page that says who else looks.
const desk = document.querySelector("[data-moderation]");
const LOOK_EVERY = 60000;

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "Escape" && event.target.matches("textarea")) {
    event.target.blur();
    return;
  }
  if (isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  const wanted = [...desk.querySelectorAll("[data-key]")].find((one) => one.dataset.key.split(" ").includes(key));
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("textarea")) wanted.focus();
  else wanted.click();
  if (wanted.matches("summary")) wanted.focus();
}

function fillIn(event) {
  const text = event.target.selectedOptions[0]?.dataset.text;
  const field = event.target.form.querySelector("textarea");
  if (!text || !field) return;
  field.value = field.value.trim() ? `${field.value.trim()}\n\n${text}` : text;
  event.target.value = "";
  field.focus();
}

function zoom(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const box = event.currentTarget.closest("[data-zoom-box]");
  box.classList.toggle("is-large");
  if (box.classList.contains("is-large")) box.scrollIntoView({ block: "start" });
}

function watchOthers(page) {
  const told = page.querySelector("[data-others]");
  const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  setInterval(async () => {
    if (document.hidden || !token) return;
    const answer = await fetch(page.dataset.looking, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
    if (!answer?.ok) return;
    const { others } = await answer.json();
    const text = others.length ? `${told.dataset.text} ${others.join(", ")}` : "";
    if (told.textContent !== text) told.textContent = text;
  }, LOOK_EVERY);
}

function pickAll(event) {
  for (const box of event.target.form.querySelectorAll("[name=pick]")) box.checked = event.target.checked;
}

if (desk) {
  if (desk.dataset.keys === "on") document.addEventListener("keydown", press);
  for (const form of desk.querySelectorAll("[data-reasons]")) form.querySelector("select")?.addEventListener("change", fillIn);
  desk.querySelector("[data-zoom]")?.addEventListener("click", zoom);
  desk.querySelector("[data-bulk-all]")?.addEventListener("change", pickAll);
  const page = desk.querySelector("[data-looking]");
  if (page) watchOthers(page);
  (desk.querySelector("[role=alert]") ?? desk.querySelector("[data-mail]"))?.focus();
}
