// Counts down until a decision takes effect, then asks the server to let it and takes the button away.
const box = document.querySelector("[data-undo]");

async function letTakeEffect() {
  const token = box.querySelector("[name=csrfmiddlewaretoken]").value;
  await fetch(box.dataset.undo, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => null);
}

function finish(row) {
  const hadFocus = row.contains(document.activeElement);
  row.remove();
  if (box.querySelector("[data-seconds]")) return;
  const done = document.querySelector("[data-undo-done]");
  box.hidden = true;
  done.textContent = done.dataset.text;
  if (hadFocus) {
    done.tabIndex = -1;
    done.focus();
  }
}

function count(row) {
  const end = performance.now() + Number(row.dataset.seconds) * 1000;
  const left = row.querySelector("[data-left]");
  const timer = setInterval(async () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    left.textContent = Math.max(0, seconds);
    if (seconds > -1) return;
    clearInterval(timer);
    await letTakeEffect();
    finish(row);
  }, 500);
}

if (box) for (const row of box.querySelectorAll("[data-seconds]")) count(row);
