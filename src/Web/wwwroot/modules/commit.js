// Unseen and unasked, a phone with scripts takes part in a draw: it promises a secret number, then tells it (VL1, steps 2 and 3).
// Nothing waits for it: a phone that falls silent is listed as missing, and the draw goes on.
import { sha256 } from './sha256.js';

const RETRY = 1000, TRIES = 8;
// Where a tab may keep nothing, the number lives as long as its page.
const memory = new Map();
const kept = {
  get: key => { try { return sessionStorage.getItem(key); } catch { return memory.get(key); } },
  set: (key, value) => { memory.set(key, value); try { sessionStorage.setItem(key, value); } catch { /* kept in memory */ } },
};
const secret = () => Array.from(crypto.getRandomValues(new Uint8Array(32)), byte => byte.toString(16).padStart(2, '0')).join('');
const done = new Set();

function part() {
  const mine = document.querySelector('#you [data-part]');
  if (!mine) return;
  const { draw, number, part: phase, to } = mine.dataset, key = `nonce:${draw}`, once = `${phase}:${draw}`;
  if (done.has(once)) return;
  // Kept before it is promised: a page loaded anew tells the same number.
  if (phase === 'committing' && !kept.get(key)) kept.set(key, secret());
  const nonce = kept.get(key);
  if (!nonce) return;
  done.add(once);
  send(to, phase === 'committing' ? { commitment: sha256(`vl1|commit|${draw}|${number}|${nonce}`) } : { nonce }, once, TRIES);
}

/** Whatever the host answers, it has heard; only a broken line is tried again. */
function send(to, said, once, tries) {
  fetch(to, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(said) }).catch(() => {
    if (tries > 1 && document.querySelector('#you [data-part]')) setTimeout(send, RETRY, to, said, once, tries - 1);
    else done.delete(once);
  });
}

addEventListener('faubourg:hand', part);
addEventListener('faubourg:up', part);
// Whoever puts a name into the hat says by this that their phone will take part: nobody then waits for those without scripts.
addEventListener('submit', event => {
  const form = event.target;
  if (!form.action.endsWith('/willingness') || form.elements.commits) return;
  const says = document.createElement('input');
  Object.assign(says, { type: 'hidden', name: 'commits', value: 'true' });
  form.append(says);
});
part();
