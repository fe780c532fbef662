// The page of a draw: reads from it what people read, does it again, and says the same, or exactly where it differs.
import { redo } from './draw.js';

const MOST = 5;
const page = document.querySelector('[data-proof]');
const text = element => element?.textContent.trim() ?? '';
const all = (from, select) => [...from.querySelectorAll(select)];
const numbers = list => (list.match(/\d+/g) ?? []).map(Number);

/** What the page says, as the JSON of the draw would: from its visible words. */
function read() {
  const lines = {}, prints = {};
  for (const line of all(page, '[data-line]')) {
    const command = line.querySelector('.shell').textContent;
    lines[line.dataset.line] = command.slice("printf '%s' '".length, -"' | sha256sum".length);
    prints[line.dataset.line] = text(line.querySelector('.prints'));
  }
  const beacon = page.querySelector('dl[data-beacon=""]');
  const phones = all(page, '[data-phone]').map(one => {
    const where = `reveal.${one.dataset.phone}`;
    return { number: Number(one.dataset.phone), promise: text(one.querySelector('.prints')), told: lines[where]?.split('|').pop(), missing: 'missing' in one.dataset };
  });
  const roles = all(page, '[data-role]');
  const ticketsOf = hat => all(hat, '[data-line]').map(({ dataset: { line } }) => line.split('.')).map(([, role, number, ticket]) =>
    ({ number: Number(number), ticket: Number(ticket), sha256: prints[`ticket.${role}.${number}.${ticket}`] }));
  const each = of => Object.fromEntries(roles.map(role => [role.dataset.role, of(role)]));
  return {
    name: page.dataset.proof,
    roll: all(page, 'ol[data-roll] li').map((one, n) => `${n + 1};${text(one.querySelector('code'))}`),
    roll_sha256: prints.roll,
    commitments: phones.map(({ number, promise }) => `${number};${promise}`),
    commitments_sha256: prints.commitments,
    reveals: phones.some(phone => !phone.told && !phone.missing) ? null : phones.filter(phone => phone.told).map(({ number, told }) => `${number};${told}`),
    missing: phones.filter(phone => phone.missing).map(phone => phone.number),
    way: page.dataset.way,
    numbers: text(page.querySelector('[data-numbers]')) || null,
    beacon: beacon && Object.fromEntries(all(beacon, '[data-is]').map(one => [one.dataset.is, text(one)])),
    transcript: lines.seed,
    seed: prints.seed,
    eligible: each(role => numbers(text(role.querySelector('[data-hat]')))),
    tickets: each(ticketsOf),
    orders: { ...each(role => all(role, 'ol > li').map(one => numbers(text(one.querySelector('b')))[0])), ...fromTheHat() },
    calls: all(page, 'li[data-call]').map(one => ({ role: one.dataset.call, number: numbers(one.dataset.number)[0] ?? null })),
    lines,
  };
}

/** A paper hat: what came out of it, in order. */
const fromTheHat = () => Object.fromEntries(all(page, 'li[data-order]').map(one => [one.dataset.order, text(one.lastElementChild).split(', ').map(drawn => parseInt(drawn, 10))]));

/** Where a difference starts, in a few letters. */
function short(published, found) {
  let same = 0;
  while (same < published.length && published[same] === found[same]) same++;
  const from = published.length > 40 ? Math.max(0, same - 4) : 0;
  const cut = value => (from ? '…' : '') + value.slice(from, from + 24).replace(/\n/g, '↵') + (value.length > from + 24 ? '…' : '');
  return { published: cut(published), found: cut(found) };
}

function say(box, sentence) {
  const line = document.createElement('p');
  line.textContent = sentence;
  box.append(line);
  return line;
}

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** Names the place, marks it, and leads there. */
function point(box, { where, published, found }) {
  const [kind, ...rest] = where.split('.');
  const role = page.querySelector(`[data-role="${rest[0]}"]`);
  const what = fill(box.dataset[kind] ?? kind, { role: role?.dataset.name, n: rest[role ? 1 : 0], ticket: rest[2] });
  const line = say(box, fill(box.dataset.differs, { what, ...short(published, found) }));
  const places = { missing: `[data-phone="${rest[0]}"]`, hat: `[data-role="${rest[0]}"]`, order: `[data-role="${rest[0]}"]`, call: 'li[data-call]', beacon: 'dl[data-beacon]' };
  const place = page.querySelector(places[kind] ?? `[data-line="${kind === 'transcript' ? 'seed' : kind === 'roll' ? 'roll' : where}"]`);
  if (!place) return;
  for (let folded = place.closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;
  place.classList.add('differs');
  place.id ||= `differs-${where}`;
  const link = document.createElement('a');
  link.href = `#${place.id}`;
  link.textContent = box.dataset.there;
  line.append(' ', link);
}

/** One line a place: what stands there and its hash may both be other ones. */
function tell(box, all) {
  const differs = all.filter((one, n) => all.findIndex(other => other.where === one.where) === n);
  say(box, fill(differs.length === 1 ? box.dataset.notsameone : box.dataset.notsame, { n: differs.length })).className = 'problem';
  for (const one of differs.slice(0, MOST)) point(box, one);
  if (differs.length > MOST) say(box, fill(box.dataset.more, { n: differs.length - MOST }));
}

/** What was read cannot be read: then nothing is said to be the same. */
function redone(box) {
  try {
    return redo(read());
  } catch {
    say(box, box.dataset.unread).className = 'problem';
    return null;
  }
}

const box = page?.querySelector('[data-redone]');
if (box) {
  const found = redone(box);
  box.hidden = false;
  box.classList.add('note', found && !found.differs.length ? 'same' : 'differs');
  if (found && !found.differs.length) say(box, fill(box.dataset.same, { n: found.hashes }));
  else if (found) tell(box, found.differs);
}
