// Chosen files go up at once, one after the other, with all answers of the page, and show how much of them has arrived.
// What has arrived is listed, a refusal stands beside the field. Without this script the button „Hochladen“ sends the form.
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

const list = (box, name) => {
  let files = box.querySelector(".files");
  if (!files) {
    files = document.createElement("ul");
    files.className = "files mt5";
    box.querySelector("input[type=file]").before(files);
  }
  const item = document.createElement("li");
  item.textContent = name;
  files.append(item);
};

// The whole form with this one file, so that nothing typed is lost on the way.
const dataWith = (input, file) => {
  const found = new FormData(input.form);
  for (const [name, value] of [...found]) if (value instanceof File) found.delete(name);
  found.set(input.name, file, file.name);
  found.set("attach", input.dataset.attach);
  return found;
};

const upload = (input, file, progress) => new Promise((resolve) => {
  const [label, bar] = [progress.querySelector("label"), progress.querySelector("progress")];
  const request = new XMLHttpRequest();
  label.textContent = `${label.dataset.sending}: ${file.name}`;
  bar.value = 0;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = Math.round((event.loaded / event.total) * 100);
  });
  request.upload.addEventListener("load", () => {
    label.textContent = `${label.dataset.looking}: ${file.name}`;
    bar.removeAttribute("value");
  });
  request.addEventListener("load", () => {
    const isJson = request.getResponseHeader("Content-Type")?.includes("json");
    const told = isJson ? JSON.parse(request.responseText) : {};
    if (told.stand) input.form.elements.stand.value = told.stand;
    resolve(request.status < 300 ? null : told.problem ?? label.dataset.lost);
  });
  request.addEventListener("error", () => resolve(label.dataset.lost));
  request.open("POST", location.href);
  request.setRequestHeader("Accept", "application/json");
  request.send(dataWith(input, file));
});

const send = async (input) => {
  const { form } = input;
  const box = input.closest("[data-attach-box]");
  const progress = box.querySelector("[data-attach-progress]");
  progress.hidden = false;
  await form.saved?.();
  for (const file of [...input.files]) {
    const problem = await upload(input, file, progress);
    if (problem) {
      progress.hidden = true;
      form.resume?.();
      refuse(box, problem);
      return;
    }
    form.forget?.();
    list(box, file.name);
  }
  location.assign(location.pathname);
};

for (const input of document.querySelectorAll("input[data-attach]")) {
  input.addEventListener("change", () => { if (input.files.length) send(input); });
}
