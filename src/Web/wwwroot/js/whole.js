// A page that becomes another one: when its turn changes, all of it is asked for again. Nothing is typed on such a page.
if (document.querySelector('#room [data-whole]')) addEventListener('faubourg:you', () => location.reload());
