// A photo on its way: shows the chosen picture and how much of it has arrived; can be stopped, and goes on after a lost
// connection. Without this script the form is sent as ever.
// <form data-upload> with file inputs, [data-upload-preview] (figure), [data-upload-progress] with its words as data.
import { LOCALE } from "./language.js";

const LARGEST = 25 * 1024 * 1024;
const SILENCE = 45_000;   // nothing has moved for so long: the connection is gone, although nobody has said so

const swapMain = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  attachAll();
  document.querySelector("[data-error-summary]")?.focus();
};

const sizeOf = (file) => `${(file.size / 1024 / 1024).toLocaleString(LOCALE, { maximumFractionDigits: 1 })} MB`;

function attach(form) {
  const inputs = [...form.querySelectorAll("input[type=file]")];
  const figure = form.querySelector("[data-upload-preview]");
  const [image, caption] = [figure.querySelector("img"), figure.querySelector("[data-upload-name]")];
  const box = form.querySelector("[data-upload-progress]");
  const [says, bar] = [box.querySelector("[data-upload-says]"), box.querySelector("progress")];
  const [stop, again] = [box.querySelector("[data-upload-stop]"), box.querySelector("[data-upload-again]")];
  let request = null;
  let timer = 0;
  let isLost = false;

  const chosen = () => inputs.map((input) => input.files[0]).find(Boolean);

  const show = () => {
    const file = chosen();
    URL.revokeObjectURL(image.src);
    image.hidden = true;
    figure.hidden = !file;
    if (!file) return;
    const large = file.size > LARGEST;
    caption.textContent = large ? caption.dataset.large : `${file.name}, ${sizeOf(file)}`;
    caption.classList.toggle("msg", large);
    image.onload = () => { image.hidden = false; };   // what the browser cannot show, such as HEIC, stays a name
    image.src = URL.createObjectURL(file);
  };

  const rest = (words, canRetry) => {
    clearTimeout(timer);
    request = null;
    isLost = canRetry === "lost";
    says.textContent = words;
    bar.hidden = true;
    stop.hidden = true;
    again.hidden = false;
  };

  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { request?.abort(); rest(box.dataset.lost, "lost"); }, SILENCE);
  };

  const send = () => {
    if (request) return;
    request = new XMLHttpRequest();
    isLost = false;
    box.hidden = bar.hidden = stop.hidden = false;
    again.hidden = true;
    bar.value = 0;
    says.textContent = box.dataset.sending;
    request.upload.addEventListener("progress", (event) => {
      watch();
      if (event.lengthComputable) bar.value = Math.round((event.loaded / event.total) * 100);
    });
    request.upload.addEventListener("load", () => {
      watch();
      says.textContent = box.dataset.looking;
      bar.removeAttribute("value");
    });
    request.addEventListener("load", () => {
      clearTimeout(timer);
      const { status, responseURL, responseText } = request;
      request = null;
      if (status < 400) window.location.assign(responseURL);
      else if (status >= 502) rest(box.dataset.lost, "lost");
      else swapMain(responseText);
    });
    request.addEventListener("error", () => rest(box.dataset.lost, "lost"));
    request.open("POST", form.action);
    request.send(new FormData(form));
    watch();
  };

  for (const input of inputs) {
    input.addEventListener("change", () => {
      for (const other of inputs) if (other !== input && input.files.length) other.value = "";
      show();
    });
  }
  stop.addEventListener("click", () => {
    request?.abort();
    rest(box.dataset.stopped, "stopped");
    again.focus();
  });
  again.addEventListener("click", () => { send(); stop.focus(); });
  window.addEventListener("online", () => { if (isLost && form.isConnected) send(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
}

function attachAll() {
  for (const form of document.querySelectorAll("form[data-upload]")) attach(form);
}

attachAll();
