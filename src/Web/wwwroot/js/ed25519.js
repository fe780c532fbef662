// Keys of key-bearers, in the browser alone: SHA-2 (FIPS 180-4) and Ed25519 (RFC 8032 §5.1). Ours, because plain http has no
// crypto.subtle; for a key made once and a text signed once, so short and not fast, nor equal in time.
const mod = (a, m) => ((a % m) + m) % m;
const power = (b, e, m) => { let r = 1n; for (b = mod(b, m); e; e >>= 1n, b = b * b % m) if (e & 1n) r = r * b % m; return r; };
const number = bytes => bytes.reduceRight((n, byte) => n << 8n | BigInt(byte), 0n);
const little = (n, count) => Uint8Array.from({ length: count }, (_, i) => Number(n >> BigInt(8 * i) & 255n));

// Constants are the first bits of the fractional parts of roots of primes (§4.2.2, §5.3).
const primes = [];
for (let n = 2; primes.length < 80; n++) if (primes.every(p => n % p)) primes.push(n);
const root = (n, k, bits) => {
  let low = 0n, high = 1n << (bits + 8n);
  while (high - low > 1n) { const mid = (low + high) >> 1n; if (mid ** k <= BigInt(n) << (bits * k)) low = mid; else high = mid; }
  return low & (1n << bits) - 1n;
};
const kinds = {
  32: [64, 64, [2, 13, 22], [6, 11, 25], [7, 18, 3], [17, 19, 10]],
  64: [80, 128, [28, 34, 39], [14, 18, 41], [1, 8, 7], [19, 61, 6]],
};
function sha2(bits, message) {
  const [rounds, block, S0, S1, s0, s1] = kinds[bits], w = BigInt(bits), all = (1n << w) - 1n;
  const turn = (x, n) => (x >> BigInt(n) | x << w - BigInt(n)) & all;
  const three = (x, [a, b, c], shift) => turn(x, a) ^ turn(x, b) ^ (shift ? x >> BigInt(c) : turn(x, c));
  const k = primes.slice(0, rounds).map(p => root(p, 3n, w));
  let h = primes.slice(0, 8).map(p => root(p, 2n, w));
  const padded = new Uint8Array(Math.ceil((message.length + 1 + block / 8) / block) * block);
  padded.set(message);
  padded[message.length] = 128;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  for (let at = 0; at < padded.length; at += block) {
    const words = Array.from({ length: 16 }, (_, i) => number(padded.slice(at + i * bits / 8, at + (i + 1) * bits / 8).reverse()));
    for (let i = 16; i < rounds; i++) words.push(words[i - 16] + three(words[i - 15], s0, true) + words[i - 7] + three(words[i - 2], s1, true) & all);
    let [a, b, c, d, e, f, g, l] = h;
    for (let i = 0; i < rounds; i++) {
      const one = l + three(e, S1) + (e & f ^ ~e & g) + k[i] + words[i], two = three(a, S0) + (a & b ^ a & c ^ b & c);
      [a, b, c, d, e, f, g, l] = [one + two & all, a, b, c, d + one & all, e, f, g];
    }
    h = [a, b, c, d, e, f, g, l].map((x, i) => x + h[i] & all);
  }
  return Uint8Array.from(h.flatMap(x => [...little(x, bits / 8)].reverse()));
}

const p = 2n ** 255n - 19n, order = 2n ** 252n + 27742317777372353535851937790883648493n;
// Worked out when first needed: most pages never ask.
let known;
const curve = () => known ??= (() => {
  const d = mod(-121665n * power(121666n, p - 2n, p), p), y = mod(4n * power(5n, p - 2n, p), p);
  const square = mod((y * y - 1n) * power(d * y * y + 1n, p - 2n, p), p);
  let x = power(square, (p + 3n) / 8n, p);
  if (mod(x * x - square, p)) x = mod(x * power(2n, (p - 1n) / 4n, p), p);
  if (x & 1n) x = p - x;
  return { d, base: [x, y, 1n, x * y % p] };
})();
const add = ([x1, y1, z1, t1], [x2, y2, z2, t2]) => {
  const a = (y1 - x1) * (y2 - x2), b = (y1 + x1) * (y2 + x2), c = 2n * t1 * t2 % p * curve().d, e = 2n * z1 * z2;
  const [f, g, h, i] = [b - a, e - c, e + c, b + a].map(v => mod(v, p));
  return [f * g % p, h * i % p, g * h % p, f * i % p];
};
const times = n => { let sum = [0n, 1n, 1n, 0n]; for (let q = curve().base; n; n >>= 1n, q = add(q, q)) if (n & 1n) sum = add(sum, q); return sum; };
const packed = ([x, y, z]) => { const one = power(z, p - 2n, p); return little(y * one % p | (x * one % p & 1n) << 255n, 32); };
const join = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
const secret = seed => {
  const hash = sha2(64, seed);
  return [number(hash.slice(0, 32)) & (1n << 254n) - 8n | 1n << 254n, hash.slice(32)];
};
const publicKey = seed => packed(times(secret(seed)[0]));
function sign(seed, message) {
  const [a, prefix] = secret(seed), r = mod(number(sha2(64, join(prefix, message))), order), R = packed(times(r));
  return join(R, little(mod(r + number(sha2(64, join(R, publicKey(seed), message))) * a, order), 32));
}

// Twelve spoken words: 16 random bytes and the first two of their SHA-256, twelve bits a word.
const text = value => new TextEncoder().encode(value);
const consonants = 'bdfghjklmnprstvz', vowels = 'aiou';
const word = v => consonants[v >> 8] + vowels[v >> 6 & 3] + consonants[v >> 2 & 15] + vowels[v & 3];
const worth = w => /^[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou]$/.test(w)
  ? consonants.indexOf(w[0]) << 8 | vowels.indexOf(w[1]) << 6 | consonants.indexOf(w[2]) << 2 | vowels.indexOf(w[3]) : -1;
function words(bytes) {
  const bits = number(join(bytes, sha2(32, bytes).slice(0, 2)).reverse());
  return Array.from({ length: 12 }, (_, i) => word(Number(bits >> BigInt(132 - 12 * i) & 4095n))).join(' ');
}
// The words as they are written here; null when they are not twelve of ours, or one was written down wrongly.
function read(typed) {
  const said = typed.toLowerCase().split(/[\s,.-]+/).filter(Boolean), values = said.map(worth);
  if (values.length !== 12 || values.includes(-1)) return null;
  const bits = values.reduce((n, v) => n << 12n | BigInt(v), 0n);
  return words(little(bits >> 16n, 16).reverse()) === said.join(' ') ? said.join(' ') : null;
}
const seedOf = said => sha2(32, text('bearer/v1\n' + said));
globalThis.bearer = { sha2, publicKey, sign, words, read, seedOf, text, base64: bytes => btoa(String.fromCharCode(...bytes)) };
