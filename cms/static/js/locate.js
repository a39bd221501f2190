// „Meinen Standort verwenden“: asks the device once, gets the name of the nearest town, writes it into the field as a
// suggestion. [data-locate] holds the address that answers and the words; it stays hidden where devices cannot be asked.
function attach(box) {
  const [button, says] = [box.querySelector("button"), box.querySelector("[role=status]")];
  const { form } = button;
  const field = form.elements.municipality;
  const say = (text) => { says.textContent = text; };

  const suggest = async ({ coords }) => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("latitude", coords.latitude);
    body.set("longitude", coords.longitude);
    try {
      const answer = await fetch(box.dataset.locate, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (answer.ok) {
        field.value = told.label;
        if (form.elements.take_town) form.elements.take_town.checked = false;
      }
      say(answer.ok ? box.dataset.found.replace("{town}", told.label) : told.problem);
    } catch {
      say(box.dataset.failed);
    }
  };

  button.addEventListener("click", () => {
    say(box.dataset.asking);
    navigator.geolocation.getCurrentPosition(
      suggest,
      (error) => say(error.code === error.PERMISSION_DENIED ? box.dataset.denied : box.dataset.failed),
      { enableHighAccuracy: false, timeout: 15_000, maximumAge: 300_000 },
    );
  });
  box.hidden = false;
}

if ("geolocation" in navigator) document.querySelectorAll("[data-locate]").forEach(attach);
