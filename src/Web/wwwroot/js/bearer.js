// A key-bearer's twelve words are made here, shown once, and leave as a public key only.
for (const making of document.querySelectorAll('[data-bearer]')) {
  const made = making.querySelector('[data-made]');
  for (const instead of document.querySelectorAll('[data-byserver]')) instead.hidden = true;
  making.hidden = false;
  making.querySelector('button[type=button]').addEventListener('click', clicked => {
    const said = bearer.words(crypto.getRandomValues(new Uint8Array(16)));
    making.querySelector('[data-words]').textContent = said;
    made.querySelector('input[name=public_key]').value = bearer.base64(bearer.publicKey(bearer.seedOf(said)));
    clicked.target.hidden = true;
    made.hidden = false;
    made.querySelector('h2').focus();
  });
}
// A bearer signs on the day the neighbourhood must leave its host: nothing is sent.
const signing = document.querySelector('[data-signing]');
signing?.querySelector('button').addEventListener('click', () => {
  const said = bearer.read(signing.words.value), text = signing.text.value.replace(/\r/g, '').trim() + '\n';
  const wrong = !said ? 'words' : !/^recover\/v1\n[^\n]+\n(0|[1-9][0-9]*)\n[A-Za-z0-9+/]{43}=\n[^\n]+\n$/.test(text) ? 'text' : null;
  const signed = document.querySelector('[data-signed]');
  document.querySelector('[data-wrong]').textContent = wrong ? signing.dataset[wrong] : '';
  signed.hidden = !!wrong;
  if (wrong) return signing[wrong].focus();
  const seed = bearer.seedOf(said);
  signed.querySelector('[data-key]').textContent = bearer.base64(bearer.publicKey(seed));
  signed.querySelector('[data-signature]').textContent = bearer.base64(bearer.sign(seed, bearer.text(text)));
  signing.words.value = '';
  signed.querySelector('h2').focus();
});
