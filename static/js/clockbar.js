/* Updates the court clock: the server's court time plus the time since the page was loaded. It doesn't use the
   browser's date. It omits seconds for users who prefer reduced motion. */
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const clock = document.querySelector('[data-clock][data-ticking="true"]');

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
    const part = Object.fromEntries(format.formatToParts(epoch).map(({ type, value }) => [type, value]));
    const time = [part.hour, part.minute, part.second].filter(Boolean).join(":");
    const half = part.dayPeriod.toLowerCase();
    return `${part.weekday}, ${part.month} ${part.day}, ${part.year}, ${time} ${half} ${zoneLabel}`;
  };
}

function start() {
  const { epochMs, speed, timeZone, nextMs } = clock.dataset;
  const news = document.querySelector("[data-clock-news]");
  const write = writer(timeZone, clock.textContent.trim().split(" ").pop());
  const opened = performance.now();
  const now = () => Number(epochMs) + (performance.now() - opened) * speed;

  function draw() {
    clock.textContent = write(now());
    clock.dateTime = new Date(Math.floor(now() / 1000) * 1000).toISOString();
    if (nextMs && now() >= Number(nextMs) && !news.textContent) {
      news.textContent = "The court's phase has just changed. Reload this page to see it.";
    }
    setTimeout(draw, calm ? 60_000 : 1000 / Math.min(Math.max(speed, 1), 20));
  }
  draw();
}

if (clock) start();
