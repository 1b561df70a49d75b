/* button[data-clear] empties its form and moves the focus to the first field. Without script the same button is
   an ordinary reset button. */
const TYPED = "input:not([type=hidden],[type=submit],[type=button],[type=reset]), select, textarea";

function empty(field) {
  if (field.type === "checkbox" || field.type === "radio") field.checked = false;
  else if (field instanceof HTMLSelectElement) field.selectedIndex = field.multiple ? -1 : 0;
  else field.value = "";
}

for (const button of document.querySelectorAll("button[data-clear]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const fields = [...button.form.querySelectorAll(TYPED)].filter((field) => !field.disabled);
    fields.forEach(empty);
    fields[0]?.focus();
  });
}
