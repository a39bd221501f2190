// <button type="button" data-share data-title="…" data-text="…" data-url="…" hidden>: the system's own share sheet, where there is one.
for (const button of document.querySelectorAll("[data-share]")) {
  const { title, text, url } = button.dataset;
  if (!navigator.canShare?.({ title, text, url })) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.share({ title, text, url });
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  });
}
