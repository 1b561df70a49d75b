/* Updates the countdown: the server's court time plus the time since the page was loaded. It doesn't use the
   browser's date. At zero a link takes its place. It isn't announced, because the change of
   phase is (clockbar.js). */
const MINUTE = 60_000;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const pad = (number) => String(number).padStart(2, "0");

function parts(milliseconds) {
  const seconds = Math.ceil(Math.max(0, milliseconds) / 1000); // as rehearsals/clock/countdown.py
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    mins: Math.floor(seconds / 60) % 60,
    secs: seconds % 60,
  };
}

function start(box) {
  const { targetMs, nowMs, speed } = box.dataset;
  const cells = [...box.querySelectorAll("[data-unit]")];
  const opened = performance.now();
  const left = () => targetMs - nowMs - (performance.now() - opened) * speed;

  function draw() {
    const shown = parts(left());
    for (const cell of cells) {
      const digits = pad(shown[cell.dataset.unit]);
      if (cell.textContent !== digits) cell.textContent = digits;
    }
    const pause = calm ? MINUTE : 1000 / Math.min(Math.max(speed, 1), 20);
    if (left() > 0) setTimeout(draw, Math.min(pause, Math.max(left() / speed, 20)));
    else box.replaceChildren(box.querySelector("[data-countdown-zero]").content);
  }
  draw();
}

document.querySelectorAll('[data-countdown][data-ticking="true"]').forEach(start);
