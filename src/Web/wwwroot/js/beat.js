// While whoever guides has the page before their eyes and the step is due, it says so: at most once in 30 seconds.
// A phone in a pocket says nothing, and after 90 seconds the companion has the words.
let beaten = 0;
setInterval(() => {
  const page = document.querySelector('[data-beat]');
  if (!page || document.hidden || Date.now() - beaten < 30000 || Date.now() < Number(page.dataset.due) - 30000) return;
  beaten = Date.now();
  const body = new URLSearchParams(page.dataset.paper ? { paper: page.dataset.paper } : {});
  fetch(page.dataset.beat, { method: 'POST', headers: { Accept: 'application/json' }, body }).catch(() => {});
}, 10000);
