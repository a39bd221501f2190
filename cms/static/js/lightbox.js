// One photo large, over the list: [data-light="id-of-the-dialog"] around tiles whose a.pic leads to the photo's page.
// Arrow keys and buttons move, Escape closes, the focus returns to the photo that was shown last.
const list = document.querySelector("[data-light]");
const box = list && document.getElementById(list.dataset.light);

if (box?.showModal) {
  const part = (name) => box.querySelector(`[data-light-${name}]`);
  const title = box.querySelector("h2");
  const pick = part("pick");
  const tiles = () => [...list.children];
  let shown = null;

  const dress = (items) => {
    for (const item of items) {
      const link = item.querySelector("a.pic");
      link.removeAttribute("tabindex");
      link.removeAttribute("aria-hidden");
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-label", `${item.querySelector("h2").textContent.trim()}: ${box.dataset.sizeLabel}`);
    }
  };

  const mirror = () => {
    const button = shown?.querySelector("form[data-pick] button");
    if (!pick) return;
    const is = button?.getAttribute("aria-pressed") === "true";
    pick.hidden = !button;
    pick.textContent = is ? pick.dataset.no : pick.dataset.yes;
  };

  const draw = (item) => {
    shown = item;
    const link = item.querySelector("a.pic");
    const picture = link.querySelector("picture").cloneNode(true);
    const source = picture.querySelector("source");
    const image = picture.querySelector("img");
    source.sizes = "100vw";
    image.loading = "eager";
    image.alt = link.dataset.alt;
    part("picture").replaceChildren(picture);
    title.textContent = item.querySelector("h2").textContent.trim();
    part("town").textContent = item.querySelector(".t p").textContent.trim();
    const credit = part("credit");
    credit.textContent = `${credit.dataset.before} ${link.dataset.credit}`;
    part("page").href = link.href;
    for (const said of box.querySelectorAll("[data-ballot-says]")) said.textContent = "";
    count();
    mirror();
  };

  const count = () => {
    const all = tiles();
    const at = all.indexOf(shown);
    const number = part("number");
    const total = document.querySelector("[data-more]")?.dataset.total ?? all.length;
    number.textContent = number.dataset.of.replace("{n}", at + 1).replace("{all}", total);
    box.querySelector('[data-light-go="-1"]').setAttribute("aria-disabled", String(at === 0));
    box.querySelector('[data-light-go="1"]').setAttribute("aria-disabled", String(at === all.length - 1));
    if (at >= all.length - 2) document.dispatchEvent(new Event("more:wanted"));
  };

  const go = (step) => {
    const all = tiles();
    const item = all[all.indexOf(shown) + step];
    if (item) draw(item);
  };

  list.addEventListener("click", (event) => {
    const link = event.target.closest("a.pic");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    draw(link.closest("li"));
    box.showModal();
    title.focus();
  });
  box.addEventListener("click", (event) => {
    const step = event.target.closest("[data-light-go]")?.dataset.lightGo;
    if (step) go(Number(step));
    if (event.target.closest("[data-light-close]")) box.close();
  });
  box.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(step);
  });
  pick?.addEventListener("click", () => {
    const form = shown.querySelector("form[data-pick]");
    form.requestSubmit(form.querySelector("button"));
  });
  box.addEventListener("close", () => {
    shown?.querySelector("a.pic").focus();
    part("picture").replaceChildren();
  });
  document.addEventListener("ballot:changed", mirror);
  document.addEventListener("more:added", (event) => { dress(event.detail); if (box.open) count(); });
  dress(tiles());
}
