// The room's public words, swapped whole; opened details and the focus stay where they were, what is new is said politely.
const room = document.getElementById('room');
let turn = room?.firstElementChild?.dataset.turn;
addEventListener('faubourg:room', event => {
  const held = room.contains(document.activeElement) ? document.activeElement.id : '';
  const open = [...room.querySelectorAll('details[open][id]')].map(details => details.id);
  room.innerHTML = event.detail;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
  const now = room.firstElementChild?.dataset ?? {};
  const news = document.getElementById('news');
  if (now.news && news.textContent !== now.news) news.textContent = now.news;
  // A new turn changes everybody's own part: ask for it, not all in the same instant.
  if (now.turn === turn) return;
  turn = now.turn;
  setTimeout(() => dispatchEvent(new CustomEvent('faubourg:you')), Math.random() * 400);
});
