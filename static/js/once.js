/* form[data-once] is sent once: the second click of a double click finds the first one on its way. */
for (const form of document.querySelectorAll("form[data-once]")) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener("pageshow", () => {
    isSent = false; // back again, from the browser's memory of the page
  });
}
