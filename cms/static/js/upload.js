// A photo on its way: shows the chosen picture and how much of it has arrived. Without this script the form is sent as ever.
// <form data-upload> with a file input, [data-upload-progress] (label and progress) and [data-upload-preview] (an img).
const swapMain = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  attach();
  document.querySelector("[data-error-summary]")?.focus();
};

const show = (form, file) => {
  const figure = form.querySelector("[data-upload-preview]");
  const image = figure.querySelector("img");
  URL.revokeObjectURL(image.src);
  figure.hidden = true;
  if (!file) return;
  image.onload = () => { figure.hidden = false; };   // what the browser cannot show, such as HEIC, stays hidden
  image.src = URL.createObjectURL(file);
};

const send = (form) => {
  const box = form.querySelector("[data-upload-progress]");
  const [label, bar] = [box.querySelector("label"), box.querySelector("progress")];
  const request = new XMLHttpRequest();
  form.dataset.sending = "";
  box.hidden = false;
  label.textContent = label.dataset.sending;
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = Math.round((event.loaded / event.total) * 100);
  });
  request.upload.addEventListener("load", () => {
    label.textContent = label.dataset.looking;
    bar.removeAttribute("value");
  });
  request.addEventListener("load", () => {
    if (request.status < 400) window.location.assign(request.responseURL);
    else swapMain(request.responseText);
  });
  request.addEventListener("error", () => {
    label.textContent = label.dataset.lost;
    delete form.dataset.sending;
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
};

function attach() {
  for (const form of document.querySelectorAll("form[data-upload]")) {
    const input = form.querySelector("input[type=file]");
    input.addEventListener("change", () => show(form, input.files[0]));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!("sending" in form.dataset)) send(form);
    });
  }
}

attach();
