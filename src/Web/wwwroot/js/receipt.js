// A voter's own page remembers its receipts until it is closed, and says which ballot of the list is its own.
const kept = () => JSON.parse(sessionStorage.getItem('receipts') ?? '[]');
for (const cast of document.querySelectorAll('section[data-receipt]'))
  if (!kept().includes(cast.dataset.receipt)) sessionStorage.setItem('receipts', JSON.stringify([...kept(), cast.dataset.receipt]));
const mine = document.getElementById('mine');
if (mine && kept().length) {
  const rows = [...document.querySelectorAll('tr[data-receipt]')];
  const found = rows.map((row, n) => kept().includes(row.dataset.receipt) ? n + 1 : 0).filter(Boolean);
  for (const n of found) rows[n - 1].setAttribute('aria-current', 'true');
  mine.textContent = found.length ? mine.dataset.mine.replace('{n}', found.join(' · ')) : mine.dataset.not;
  mine.hidden = false;
}
