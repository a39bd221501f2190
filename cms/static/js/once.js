// A form that changes something is sent once: a second click while the first is under way does nothing.
// The buttons stay focusable and keep their value in the posted data; coming back through the history sets them free.
const guarded = (form) => form.method === "post" && !form.hasAttribute("data-again") && !form.hasAttribute("hx-post");

const mark = (form, sent) => {
  for (const button of form.querySelectorAll("button:not([type=button]), input[type=submit]")) {
    if (sent) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
  if (sent) form.dataset.sent = "";
  else delete form.dataset.sent;
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !guarded(form)) return;
  if ("sent" in form.dataset) event.preventDefault();
  else mark(form, true);
});

window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) mark(form, false);
});
