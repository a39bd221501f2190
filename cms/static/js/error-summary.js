// The summary takes the focus when the page arrives, and its links put the cursor into the field, label in view.
const summary = document.querySelector("[data-error-summary]");

summary?.focus();
summary?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const control = link && document.getElementById(link.hash.slice(1));
  if (!control) return;
  event.preventDefault();
  (control.closest(".fld") ?? control).scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
});
