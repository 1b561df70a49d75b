/* Ignores the second click of a double click on the button of form[data-once]. */
for (const form of document.querySelectorAll("form[data-once]")) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener("pageshow", () => {
    isSent = false; // after Back, from the browser's page cache
  });
}
