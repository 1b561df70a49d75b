/* Updates the counties when the state changes. Without script, or if the list can't be fetched, the button "Choose
   county" does it. */
const state = document.querySelector("select[name=state]");
const place = document.querySelector("[data-county-place]");
const button = document.querySelector("[data-choose-county]");
const news = document.querySelector("[data-county-news]");

async function show() {
  const asked = state.value;
  if (!asked) {
    place.replaceChildren();
    return;
  }
  const answer = await fetch(`${place.dataset.countyPlace}?state=${encodeURIComponent(asked)}`);
  if (!answer.ok) throw new Error(answer.statusText);
  const field = await answer.text();
  if (state.value !== asked) return;
  place.innerHTML = field;
  news.textContent = `County now lists the counties of ${asked}.`;
}

if (state && place && button) {
  button.remove();
  const refresh = () => show().catch(() => place.before(button));
  state.addEventListener("change", refresh);
  // After Back, a browser may restore the state without its counties.
  addEventListener("pageshow", () => {
    if (state.value && !place.querySelector("select")) refresh();
  });
}
