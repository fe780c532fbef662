// A button that prints, where there are scripts; everybody else uses the browser's own.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
