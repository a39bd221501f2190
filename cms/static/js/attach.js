// A chosen file goes up at once, with all answers of the page, and shows how much of it has arrived. A refusal stands
// beside the field. Without this script the button „Hochladen“ sends the form.
const refuse = (box, text) => {
  const input = box.querySelector("input[type=file]");
  let message = box.querySelector(".msg");
  if (!message) {
    message = document.createElement("p");
    message.className = "msg";
    message.id = `${input.id}_weigerung`;
    input.before(message);
    input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${message.id}`.trim());
  }
  message.textContent = text;
  box.classList.add("bad");
  input.setAttribute("aria-invalid", "true");
  input.value = "";
  input.focus();
};

const send = async (input) => {
  const { form } = input;
  const box = input.closest("[data-attach-box]");
  const progress = box.querySelector("[data-attach-progress]");
  const [label, bar] = [progress.querySelector("label"), progress.querySelector("progress")];
  const data = () => {
    const found = new FormData(form);
    for (const [name, value] of [...found]) if (value instanceof File && name !== input.name) found.delete(name);
    found.set("attach", input.dataset.attach);
    return found;
  };
  progress.hidden = false;
  label.textContent = label.dataset.sending;
  await form.saved?.();
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = Math.round((event.loaded / event.total) * 100);
  });
  request.upload.addEventListener("load", () => {
    label.textContent = label.dataset.looking;
    bar.removeAttribute("value");
  });
  request.addEventListener("load", () => {
    if (request.status < 300) return location.assign(location.pathname);
    progress.hidden = true;
    bar.value = 0;
    const told = request.getResponseHeader("Content-Type")?.includes("json") ? JSON.parse(request.responseText) : {};
    if (told.stand) form.elements.stand.value = told.stand;
    form.resume?.();
    refuse(box, told.problem ?? label.dataset.lost);
  });
  request.addEventListener("error", () => {
    label.textContent = label.dataset.lost;
    form.resume?.();
  });
  request.open("POST", location.href);
  request.setRequestHeader("Accept", "application/json");
  request.send(data());
};

for (const input of document.querySelectorAll("input[data-attach]")) {
  input.addEventListener("change", () => { if (input.files.length) send(input); });
}
