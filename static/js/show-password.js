/* Adds a button below each password field that shows what was typed. The field hides it again before its form is
   sent, so that the browser doesn't keep a password as ordinary text, and before the page is printed. Without
   script there is no button. */
const toggles = [...document.querySelectorAll("input[type=password]")].map(toggleFor);

function toggleFor(field) {
  const button = document.createElement("button");
  const action = document.createElement("span");
  const which = document.createElement("span");
  const news = document.createElement("span");
  const label = (field.labels?.[0]?.textContent ?? "Password").replace(/[\s:*]+$/, "").trim();
  button.type = "button";
  button.className = "usa-button usa-button--unstyled show-password";
  button.setAttribute("aria-controls", field.id);
  which.className = news.className = "usa-sr-only";
  which.textContent = ` (${label})`;
  news.setAttribute("role", "status");
  button.append(action, which);
  field.after(button, news);

  function draw(isShown) {
    field.type = isShown ? "text" : "password";
    action.textContent = isShown ? "Hide password" : "Show password";
  }
  // While it is shown, it is a text field: no spelling service may read it.
  field.spellcheck = false;
  field.autocapitalize = "none";
  draw(false);
  button.addEventListener("click", () => {
    const isShown = field.type === "password";
    draw(isShown);
    news.textContent = isShown ? "Your password is visible." : "Your password is hidden.";
  });
  return { form: field.form, hide: () => draw(false) };
}

const hideAll = () => toggles.forEach(({ hide }) => hide());
for (const { form, hide } of toggles) form?.addEventListener("submit", hide);
addEventListener("beforeprint", hideAll);
addEventListener("pageshow", hideAll); // after Back, from the browser's page cache
