/* Explains the format of a client code while the user types it. Without script, the button "Explain this format"
   does it. */
const field = document.querySelector("input[name=client_code_format]");
const words = document.querySelector("[data-format-words]");
const button = document.querySelector("[data-explain]");
const PAUSE = 250; // milliseconds after the last key

async function explain() {
  const typed = field.value;
  const address = `${words.dataset.formatWords}?format=${encodeURIComponent(typed)}`;
  const answer = await fetch(address, { redirect: "error" });
  if (!answer.ok) throw new Error(answer.statusText);
  const sentence = await answer.text();
  if (field.value === typed) words.textContent = sentence;
}

if (field && words && button) {
  let waiting;
  button.remove();
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => explain().catch(() => words.after(button)), PAUSE);
  });
}
