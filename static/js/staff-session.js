/* Warns on an open staff page before the session ends, and lets the reader stay signed in. Pages opened in other tabs
   count, so it asks the server first. */
const notice = document.querySelector("[data-staff-session]");
const WARN = 5 * 60; // seconds before the end

async function secondsLeft(options) {
  const answer = await fetch(notice.dataset.staffSession, { redirect: "error", ...options });
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()).seconds_left;
}

function wait(left) {
  setTimeout(check, Math.max(1, left - WARN) * 1000);
}

async function check() {
  try {
    const left = await secondsLeft();
    if (left > WARN) return wait(left);
    notice.querySelector("[data-minutes]").textContent = Math.max(1, Math.floor(left / 60));
  } catch {
    // signed out already, or the server is away: the text then still says what to do
  }
  notice.hidden = false;
}

if (notice) {
  wait(Number(notice.dataset.seconds));
  notice.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      wait(await secondsLeft({ method: "POST", body: new FormData(event.target) }));
      notice.hidden = true;
    } catch {
      event.target.submit();
    }
  });
}
