// <form data-autosave>: saves by itself a moment after the last key and says so in [data-autosave-says]. Files are not sent
// here. Where somebody else has saved meanwhile it stops and leaves it to the button, whose page shows both versions.
const WAIT = 1500;
const AGAIN = 15000;

const answersOf = (form) => {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
};

const attach = (form) => {
  const status = form.querySelector("[data-autosave-says]");
  let timer = 0;
  let dirty = false;
  let running = null;
  let stopped = false;

  const say = (text) => { if (status.textContent !== text) status.textContent = text; };

  const save = async () => {
    clearTimeout(timer);
    if (!dirty || stopped) return;
    dirty = false;
    say(form.dataset.saving);
    try {
      const answer = await fetch(location.href, {
        method: "POST",
        body: answersOf(form),
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      const told = await answer.json();
      if (answer.ok) {
        form.elements.stand.value = told.stand;
        say(form.dataset.saved.replace("{time}", told.saved));
      } else {
        stopped = true;
        say(told.problem);
      }
    } catch {
      dirty = true;
      say(form.dataset.offline);
      timer = setTimeout(start, AGAIN);
    }
  };

  // One save at a time. Others who send the form themselves wait for `form.saved()`, and let it go on by `form.resume()`.
  function start() {
    if (running) return;
    running = save().finally(() => {
      running = null;
      if (dirty && !stopped) timer = setTimeout(start, WAIT);
    });
  }

  form.saved = async () => {
    clearTimeout(timer);
    stopped = true;
    while (running) await running;
  };
  form.resume = () => { stopped = false; };

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(start, WAIT);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    stopped = true;
    if (!running) return;
    event.preventDefault();
    running.then(() => form.requestSubmit(event.submitter));
  });
  window.addEventListener("online", start);
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
};

for (const form of document.querySelectorAll("form[data-autosave]")) attach(form);
