// A task for the browser: find the number whose SHA-256 together with the salt is the challenge. <div data-proof> inside a
// form; a form sent too early waits for the answer. Nothing is asked of the person, nothing goes anywhere else.
const BATCH = 250;
const encoder = new TextEncoder();
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const solve = async ({ challenge, salt, most }) => {
  for (let from = 0; from <= Number(most); from += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_item, index) => from + index);
    const sums = await Promise.all(numbers.map((number) => crypto.subtle.digest("SHA-256", encoder.encode(salt + number))));
    const found = sums.findIndex((sum) => hex(sum) === challenge);
    if (found >= 0) return from + found;
  }
  throw new Error("no number solves the task");
};

const attach = (box) => {
  const [says, field] = [box.querySelector("[role=status]"), box.querySelector("input")];
  const form = box.closest("form");
  const { challenge, salt, signature } = box.dataset;
  let waiting = null;
  const solved = solve(box.dataset).then((number) => {
    field.value = btoa(JSON.stringify({ algorithm: "SHA-256", challenge, number, salt, signature }));
    box.classList.add("done");
    says.textContent = box.dataset.done;
  });
  const hold = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = event.submitter;
  };
  form?.addEventListener("submit", hold);
  solved
    .catch(() => { says.textContent = box.dataset.failed; })
    .finally(() => {
      form?.removeEventListener("submit", hold);
      if (waiting) form.requestSubmit(waiting);
    });
};

for (const box of document.querySelectorAll("[data-proof]")) attach(box);
