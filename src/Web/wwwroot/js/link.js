// When the line drops the page says since when, keeps working, and catches up by itself.
const line = document.getElementById('link');
let lost = 0;
addEventListener('faubourg:down', () => {
  lost ||= Date.now();
  const clock = new Date(lost).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  setTimeout(() => {
    if (!lost) return;
    line.textContent = line.dataset.lost.replace('{clock}', clock);
    line.hidden = false;
  }, 2500);
});
addEventListener('faubourg:up', () => {
  if (!lost) return;
  lost = 0;
  line.hidden = true;
  dispatchEvent(new CustomEvent('faubourg:you'));
});
