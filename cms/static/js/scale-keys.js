// In a focused scale a typed number chooses its point: 7, or 1 and 0 in quick succession for 10.
const PATIENCE = 700;
let digits = "";
let last = 0;
let place = null;

document.addEventListener("keydown", (event) => {
  const scale = event.target.closest?.(".scale");
  if (!scale || !/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const find = (value) => scale.querySelector(`input[value="${Number(value)}"]`);
  const goesOn = scale === place && event.timeStamp - last < PATIENCE && find(digits + event.key);
  digits = goesOn ? digits + event.key : event.key;
  last = event.timeStamp;
  place = scale;
  const radio = find(digits);
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  if (radio.checked) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
});
