// Suggestions while a town's name is typed: <input data-towns>. Without this script the field takes the whole name.

const WAIT = 180;
let running = 0;

function build(input) {
  const box = document.createElement("div");
  box.className = "suggest";
  input.replaceWith(box);
  box.append(input);
  const list = document.createElement("ul");
  list.id = `${input.id}-orte`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.townsLabel);
  box.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  return list;
}

function attach(input) {
  const list = build(input);
  const url = input.dataset.townsUrl || "/orte/";
  let timer = 0;
  let active = -1;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const move = (to) => {
    const all = options();
    active = (to + all.length) % all.length;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    input.value = option.dataset.label;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const show = (towns) => {
    list.replaceChildren(
      ...towns.map((town, index) => {
        const option = document.createElement("li");
        const name = document.createElement("b");
        const district = document.createElement("span");
        option.id = `${list.id}-${index}`;
        option.dataset.label = town.label;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        name.textContent = town.label;
        district.textContent = town.label.endsWith(")") || town.district === town.label ? "" : town.district;
        option.append(name, district);
        return option;
      }),
    );
    active = -1;
    list.hidden = towns.length === 0;
    input.setAttribute("aria-expanded", String(towns.length > 0));
  };
  const look = async () => {
    const typed = input.value.trim();
    const turn = ++running;
    if (typed.length < 2) {
      close();
      return;
    }
    const answer = await fetch(`${url}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "application/json" } });
    if (answer.ok && turn === running && document.activeElement === input) {
      show((await answer.json()).towns);
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => look().catch(close), WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden || !options().length) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(options()[active]);
    } else if (event.key === "Escape") {
      close();
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault();
    if (option) {
      take(option);
    }
  });
}

document.querySelectorAll("input[data-towns]").forEach(attach);
