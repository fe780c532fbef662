// A draw done again (protocol VL1) from nothing but what was published of it, by whoever reads its page.
import { sha256 } from './sha256.js';

/**
 * Each step is held against the published result of the step before, so that a difference shows where it is and nowhere else.
 * @param draw What the address of a draw answers as JSON (docs/formats/draw.md); lines: what the page gives for a terminal, by place.
 * @returns differs: what is not as published, each with where, published and found; seed, orders and the number of hashes made.
 */
export function redo(draw) {
  const redone = { differs: [], hashes: 0, seed: null, orders: {} };
  redone.same = (where, published, found) => {
    if (published !== found) redone.differs.push({ where, published: String(published ?? '–'), found: String(found ?? '–') });
  };
  redone.hash = (where, text, published) => {
    const found = sha256(text);
    redone.hashes++;
    if (draw.lines && typeof text === 'string') redone.same(where, draw.lines[where], text);
    redone.same(where, published, found);
    return found;
  };
  list(redone, draw);
  promises(redone, draw);
  if (draw.transcript) {
    script(redone, draw);
    const hats = new Set([...Object.keys(draw.tickets), ...Object.keys(draw.eligible).filter(role => draw.eligible[role].length)]);
    for (const role of hats) tickets(redone, draw, role);
  }
  calls(redone, draw);
  return redone;
}

const joined = lines => lines.map(line => line + '\n').join('');

/** The closed list: one mark a number, from 1, and its hash. */
function list(redone, draw) {
  draw.roll.forEach((line, n) => redone.same(`roll.${n + 1}`, line.split(';')[0], String(n + 1)));
  redone.hash('roll', joined(draw.roll), draw.roll_sha256);
}

/** What devices promised: each told the very number it had promised, or is listed as missing. */
function promises(redone, draw) {
  if (draw.commitments_sha256) redone.hash('commitments', joined(draw.commitments), draw.commitments_sha256);
  // Not closed yet, or given up before.
  if (!draw.reveals) return;
  const told = new Map(draw.reveals.map(line => line.split(';')));
  for (const [number, promised] of draw.commitments.map(line => line.split(';'))) {
    if (told.has(number)) redone.hash(`reveal.${number}`, `vl1|commit|${draw.name}|${number}|${told.get(number)}`, promised);
    else redone.same(`missing.${number}`, draw.missing.includes(Number(number)), true);
    told.delete(number);
  }
  for (const [number, nonce] of told) redone.same(`reveal.${number}`, nonce, undefined);
}

/** The transcript, written anew line by line, and the seed that is its hash. */
function script(redone, draw) {
  const lines = ['vl1', `draw;${draw.name}`, `roll;${draw.roll_sha256}`, `commits;${draw.commitments_sha256}`];
  for (const line of draw.reveals ?? []) lines.push(`reveal;${line}`);
  for (const number of draw.missing) lines.push(`missing;${number}`);
  if (draw.numbers) lines.push(`${draw.way};${draw.numbers}`);
  if (draw.beacon) {
    const { chain, round, randomness, signature } = draw.beacon;
    redone.hash('beacon', Uint8Array.from(signature.match(/../g) ?? [], byte => parseInt(byte, 16)), randomness);
    lines.push(`drand;${chain};${round};${randomness}`);
  }
  const published = draw.transcript.split('\n');
  [...lines, ''].forEach((line, n) => redone.same(`transcript.${n + 1}`, published[n], line));
  redone.same('transcript', published.length, lines.length + 1);
  redone.seed = sha256(joined(lines));
  redone.hashes++;
  redone.same('seed', draw.seed, redone.seed);
}

/** All tickets of one role: everybody in the hat has theirs, the smallest of each counts, and the smallest of all goes first. */
function tickets(redone, draw, role) {
  const smallest = new Map();
  for (const { number, ticket, sha256: published } of draw.tickets[role] ?? []) {
    const found = redone.hash(`ticket.${role}.${number}.${ticket}`, `${redone.seed}|${role}|${number}|${ticket}`, published);
    if (!smallest.has(number) || found < smallest.get(number)) smallest.set(number, found);
  }
  const ascending = numbers => [...numbers ?? []].sort((a, b) => a - b).join(', ');
  redone.same(`hat.${role}`, ascending(draw.eligible[role]), ascending(smallest.keys()));
  const order = [...smallest].sort(([a, one], [b, other]) => one < other ? -1 : one > other ? 1 : a - b).map(([number]) => number);
  redone.orders[role] = order;
  redone.same(`order.${role}`, draw.orders[role]?.join(', '), order.join(', '));
}

/** Whoever was called stands in the order of that role, and is called once. */
function calls(redone, draw) {
  const called = new Set();
  for (const { role, number } of draw.calls) {
    if (number === null || number === undefined) continue;
    const stands = (redone.orders[role] ?? draw.orders[role] ?? []).includes(number) && !called.has(`${role}.${number}`);
    called.add(`${role}.${number}`);
    redone.same(`call.${role}.${number}`, true, stands);
  }
}
