// How numbers, sums and moments are written: as the language of the page does it.
export const LOCALE = document.documentElement.lang === "en" ? "en-GB" : "de-DE";
