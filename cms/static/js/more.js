// Loading the next pages of a list in its place. [data-more="id-of-the-list"] holds a button and a line that says how far.
// The pager below stays and works without this. After one press the next two pages come by scrolling, then the button
// again, so that the end of the page can be reached. The way back from a photo finds as many pages as were loaded.
const BY_SCROLLING = 2;

function attach(box) {
  const list = document.getElementById(box.dataset.more);
  const button = box.querySelector("button");
  const line = box.querySelector("[role=status]");
  const pager = () => document.getElementById("seiten");
  const next = () => pager()?.querySelector("a[rel=next]");
  let running = false;
  let left = 0;

  const remember = (values) => history.replaceState({ ...history.state, ...values }, "");
  const show = () => { box.hidden = !next() && !line.textContent; button.hidden = !next(); };

  async function load() {
    const link = next();
    if (!link || running) return null;
    running = true;
    button.setAttribute("aria-disabled", "true");
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = [...page.getElementById(list.id).children].filter((item) => !document.getElementById(item.id));
      list.append(...fresh);
      pager().replaceWith(page.getElementById("seiten"));
      const words = line.dataset.says.replace("{n}", list.children.length).replace("{all}", box.dataset.total);
      line.textContent = words;
      remember({ pages: (history.state?.pages ?? 1) + 1 });
      document.dispatchEvent(new CustomEvent("more:added", { detail: fresh }));
      return fresh;
    } catch {
      line.textContent = line.dataset.lost;
      left = 0;
      return null;
    } finally {
      running = false;
      button.removeAttribute("aria-disabled");
      show();
    }
  }

  button.addEventListener("click", async () => {
    const fresh = await load();
    left = BY_SCROLLING;
    fresh?.[0]?.querySelector("h2 a")?.focus({ preventScroll: true });
  });
  document.addEventListener("more:wanted", load);
  new IntersectionObserver(async ([seen]) => {
    if (!seen.isIntersecting || left < 1) return;
    left -= 1;
    await load();
  }, { rootMargin: "0px 0px 40% 0px" }).observe(box);
  list.addEventListener("click", (event) => {
    const item = event.target.closest("a") && event.target.closest("li");
    if (!item) return;
    remember({ at: item.id });
    // The browser knows only the length of the first page: it would scroll after us, to somewhere else.
    if (history.state.pages > 1) history.scrollRestoration = "manual";
  });

  async function restore() {
    const { pages = 1, at } = history.state ?? {};
    remember({ pages: 1 });
    if (pages < 2) history.scrollRestoration = "auto";
    for (let number = 1; number < pages; number += 1) if (!(await load())) break;
    const item = at && document.getElementById(at);
    if (!item || pages < 2) return;
    item.scrollIntoView({ block: "center", behavior: "instant" });
    item.querySelector("h2 a")?.focus({ preventScroll: true });
  }

  show();
  restore();
}

for (const box of document.querySelectorAll("[data-more]")) attach(box);
