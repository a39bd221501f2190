// A page from a cache may be older than midnight: counts the days again, as the calendar does where the campaign runs.
// <span data-days-left="2027-07-11T18:00:00+02:00" data-one="Tag" data-many="Tage">12</span>, unit in [data-days-unit] beside it.
const civil = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", dateStyle: "short" });
const dayNumber = (moment) => Date.parse(`${civil.format(moment)}T00:00:00Z`) / 86400000;

// In the office's preview of another day the page's own count is right, not this device's clock.
const shown = document.querySelector("body > .preview-bar") ? [] : document.querySelectorAll("[data-days-left]");
for (const count of shown) {
  const left = Math.max(0, dayNumber(new Date(count.dataset.daysLeft)) - dayNumber(new Date()));
  if (String(left) === count.textContent.trim() || left === 0) continue;
  count.textContent = String(left);
  const unit = count.parentElement.querySelector("[data-days-unit]");
  if (unit) unit.textContent = left === 1 ? count.dataset.one : count.dataset.many;
}
