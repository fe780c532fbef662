// #you, the part of this seat: asked for again when told. What somebody is typing or has opened is never taken away.
const edited = box => box.value !== box.defaultValue || box.checked !== box.defaultChecked;
const busy = you => [...you.querySelectorAll('input:not([type=hidden]), textarea')].some(edited);
async function once() {
  const you = document.getElementById('you');
  if (!you || busy(you)) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  if (answer.redirected) { location.href = answer.url; return; }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = fresh.getElementById('you');
  if (!next) { location.reload(); return; }
  if (busy(you)) return; // They began while the answer was on its way.
  const held = you.contains(document.activeElement) ? document.activeElement.textContent : '';
  for (const one of you.querySelectorAll('details[open][id]')) fresh.getElementById(one.id)?.setAttribute('open', '');
  you.replaceWith(next);
  document.title = fresh.title;
  dispatchEvent(new CustomEvent('faubourg:hand'));
  if (held) [...next.querySelectorAll('button, a, summary')].find(one => one.textContent === held)?.focus({ preventScroll: true });
}
// One question at a time: news that comes while an answer is on its way is asked for afterwards, and no older answer wins.
let asking = false, again = false;
async function ask() {
  again = true;
  if (asking) return;
  asking = true;
  while (again) {
    again = false;
    await once().catch(() => {});
  }
  asking = false;
}
addEventListener('faubourg:you', ask);
