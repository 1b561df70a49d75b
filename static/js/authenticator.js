/* Counts down to the next codes and fetches them, without moving the focus or the page. A hidden tab waits until it
   is visible again. Without script, the link "Show the current codes" does it. */
let codes = document.querySelector("[data-codes]");
let next = 0; // on the page's own clock, in milliseconds

function restart() {
  next = performance.now() + Number(codes.dataset.secondsLeft) * 1000;
}

async function refresh() {
  const answer = await fetch(location.pathname, { redirect: "error" });
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-codes]");
  if (!fresh) return location.reload(); // the rehearsal was reset, or its rules changed
  codes.replaceWith(fresh);
  codes = fresh;
  restart();
}

function draw() {
  const seconds = codes.querySelector("[data-seconds]");
  const left = Math.max(0, Math.ceil((next - performance.now()) / 1000));
  if (seconds) {
    seconds.textContent = left;
    codes.querySelector("[data-plural]").textContent = left === 1 ? "" : "s";
  }
  return left;
}

async function tick() {
  try {
    if (!draw() && !document.hidden) await refresh();
  } catch {
    next = performance.now() + 5000; // the server is away: try again
  }
  setTimeout(tick, 500);
}

if (codes) {
  restart();
  tick();
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) refresh().catch(() => {});
  });
}
