/* button[data-print] prints the page. It is drawn hidden, for browsers without script. */
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
