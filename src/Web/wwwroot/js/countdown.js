// <time data-at="milliseconds"> says "in 12 minutes" by the server's clock, and the last ten, five and one are announced politely.
const page = document.documentElement;
let ahead = Date.now() - Number(page.dataset.now || Date.now());
addEventListener('faubourg:now', event => { ahead = Date.now() - event.detail; tick(); });
const near = new Intl.RelativeTimeFormat(page.lang, { numeric: 'always' });
const say = minutes => Math.abs(minutes) < 90 ? near.format(minutes, 'minute')
  : Math.abs(minutes) < 2160 ? near.format(Math.round(minutes / 60), 'hour') : near.format(Math.round(minutes / 1440), 'day');
const said = new Set();
function tick() {
  for (const time of document.querySelectorAll('time[data-at]')) {
    const left = (Number(time.dataset.at) - (Date.now() - ahead)) / 60000;
    const minutes = left >= 0 ? Math.ceil(left) : Math.floor(left);
    const part = time.querySelector('[data-near]');
    const text = say(minutes);
    if (part && part.textContent !== text) part.textContent = text;
    const news = document.getElementById('news');
    if (news && 'deadline' in time.dataset && [10, 5, 1].includes(minutes) && !said.has(minutes)) {
      said.add(minutes);
      news.textContent = time.textContent;
    }
  }
}
setInterval(tick, 5000);
tick();
