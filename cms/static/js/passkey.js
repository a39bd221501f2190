// Passkeys: fetch a credential from the browser, put it into the form, send the form.
// <form data-passkey="create|get" data-options="id of a JSON script"> with an input named credential.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withIds = (list) => (list || []).map((entry) => ({ ...entry, id: bytes(entry.id) }));

function options(kind, json) {
  if (kind === "create") {
    return {
      ...json,
      challenge: bytes(json.challenge),
      user: { ...json.user, id: bytes(json.user.id) },
      excludeCredentials: withIds(json.excludeCredentials),
    };
  }
  return { ...json, challenge: bytes(json.challenge), allowCredentials: withIds(json.allowCredentials) };
}

function plain(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) {
      response[part] = text(credential.response[part]);
    }
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function ask(form) {
  const data = JSON.parse(document.getElementById(form.dataset.options).textContent);
  const { publicKey } = data.creation_options || data.request_options;
  const kind = form.dataset.passkey;
  const credential = await navigator.credentials[kind]({ publicKey: options(kind, publicKey) });
  form.elements.credential.value = JSON.stringify(plain(credential));
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (window.PublicKeyCredential) {
    form.querySelector("[data-passkey-go]").hidden = false;
    form.querySelector("[data-passkey-missing]").hidden = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form).catch(() => {
        const said = form.querySelector("[data-passkey-error]");
        said.textContent = said.dataset.failed;
        said.hidden = false;
      });
    });
  }
}
