// Keys for moderators: a letter presses the button that carries it, unless somebody is typing.
const desk = document.querySelector("[data-moderation]");

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target.matches("textarea")) {
    event.target.blur();
    return;
  }
  if (isTyping(event.target)) return;
  const wanted = desk.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("textarea")) wanted.focus();
  else wanted.click();
}

if (desk) {
  document.addEventListener("keydown", press);
  desk.querySelector("[role=alert]")?.focus();
}
