/* Filters the list of events while the user types. Without script, the whole list is shown. */
const form = document.querySelector("form[data-event-filter]");

if (form) {
  const box = form.querySelector("[data-filter-box]");
  const input = box.querySelector("input");
  const news = box.querySelector("[data-filter-news]");
  const rows = [...form.querySelectorAll(".event-list .usa-radio")];
  box.hidden = false;
  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    news.textContent = shown ? (shown === 1 ? "1 event" : `${shown} events`) : news.dataset.none;
    news.classList.toggle("usa-sr-only", shown > 0);
  };
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = rows.find((row) => !row.hidden)?.querySelector("input");
    if (!first) return;
    first.checked = true;
    first.focus();
  });
}
