/* button[data-copy] copies that text, and says so to everyone. Without script the button stays hidden. */
const news = document.createElement("p");
news.className = "usa-sr-only";
news.setAttribute("role", "status");
document.body.append(news);

/* Where the page isn't served securely, browsers have no clipboard: select the text in a field and copy it. */
function copySelected(text, button) {
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  button.after(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  button.focus();
  return isCopied;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, button);
  }
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  const word = button.firstChild;
  const label = word.data;
  button.addEventListener("click", async () => {
    const isCopied = await copy(button.dataset.copy, button);
    word.data = news.textContent = isCopied ? "Copied" : "Not copied";
    setTimeout(() => {
      word.data = label;
      news.textContent = "";
    }, 2000);
  });
}
