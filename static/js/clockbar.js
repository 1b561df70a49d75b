/* Updates the court clock: the server's court time plus the time since the page was loaded. It doesn't use the
   browser's date, only its time zone. It omits seconds for users who prefer reduced motion. When the court's
   phase changes, the top of the page says so once. */
const MINUTE = 60_000;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const clock = document.querySelector("[data-clock]");

function parts(format, epoch) {
  return Object.fromEntries(format.formatToParts(epoch).map(({ type, value }) => [type, value]));
}

function writer(timeZone, zoneLabel) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: calm ? undefined : "2-digit",
    hour12: true,
  });
  return (epoch) => {
    const part = parts(format, epoch);
    const time = [part.hour, part.minute, part.second].filter(Boolean).join(":");
    const half = part.dayPeriod.toLowerCase();
    return `${part.weekday}, ${part.month} ${part.day}, ${part.year}, ${time} ${half} ${zoneLabel}`;
  };
}

/* "10:06 am your time", or with the weekday if it is another day there; empty in the court's own time. */
function yourTime(epoch, courtZone) {
  const options = { weekday: "long", hour: "numeric", minute: "2-digit", hour12: true };
  const here = parts(new Intl.DateTimeFormat("en-US", options), epoch);
  const there = parts(new Intl.DateTimeFormat("en-US", { ...options, timeZone: courtZone }), epoch);
  const say = (part) => `${part.hour}:${part.minute} ${part.dayPeriod.toLowerCase()}`;
  if (here.weekday === there.weekday && say(here) === say(there)) return "";
  return `${here.weekday === there.weekday ? "" : `${here.weekday} `}${say(here)} your time`;
}

function set(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

function announce(change) {
  const { key, label, nextLabel, nextText } = change.dataset;
  document.querySelector("[data-phase-change]").replaceChildren(change.content.cloneNode(true));
  const phase = document.querySelector("[data-phase]");
  phase.className = `phase phase--${key}`;
  phase.textContent = label;
  const next = document.querySelector("[data-next-event]");
  const name = Object.assign(document.createElement("span"), { className: "clock-bar__label", textContent: nextLabel });
  next.replaceChildren(...(nextText ? [name, ` ${nextText}`] : []));
}

function start() {
  const { epochMs, timeZone } = clock.dataset;
  const speed = clock.dataset.ticking === "true" ? Number(clock.dataset.speed) : 0;
  const yours = document.querySelector("[data-clock-yours]");
  const changes = [...document.querySelectorAll("[data-change]")];
  const write = writer(timeZone, clock.textContent.trim().split(" ").pop());
  const opened = performance.now();
  const now = () => Number(epochMs) + (performance.now() - opened) * speed;

  function draw() {
    set(yours, yourTime(now(), timeZone));
    if (!speed) return;
    set(clock, write(now()));
    clock.dateTime = new Date(Math.floor(now() / 1000) * 1000).toISOString();
    let change;
    while (changes.length && now() >= changes[0].dataset.atMs) change = changes.shift();
    if (change) announce(change);
    const pause = calm ? MINUTE : 1000 / Math.min(Math.max(speed, 1), 20);
    const untilChange = changes.length ? (changes[0].dataset.atMs - now()) / speed : pause;
    setTimeout(draw, Math.min(pause, Math.max(untilChange, 20)));
  }
  draw();
}

function addYourTime(box) {
  const { targetMs, timeZone } = box.dataset;
  const text = yourTime(Number(targetMs), timeZone);
  if (text) box.querySelector("[data-countdown-yours]").textContent = `Go-live is at ${text}.`;
}

if (clock) start();
document.querySelectorAll("[data-countdown]").forEach(addYourTime);
