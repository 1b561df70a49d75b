/* button[data-print] prints the page. The button is hidden in browsers without script. */
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
