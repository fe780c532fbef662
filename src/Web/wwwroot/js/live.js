// The stream of a council: what it brings is handed on as events to the small scripts beside this one.
const room = document.getElementById('room');
const tell = (name, detail) => dispatchEvent(new CustomEvent('faubourg:' + name, { detail }));
function watch() {
  const since = room.dataset.revision ?? '';
  const source = new EventSource(`${room.dataset.live}?since=${since}`);
  source.addEventListener('room', event => tell('room', event.data));
  source.addEventListener('you', event => tell('you', event.data));
  source.addEventListener('now', event => tell('now', Number(event.data)));
  source.onopen = () => tell('up');
  source.onerror = () => {
    tell('down');
    // A refusal closes the stream for good; the browser tries again only after a broken line.
    if (source.readyState === EventSource.CLOSED) setTimeout(watch, 4000 + Math.random() * 4000);
  };
}
if (room && window.EventSource) watch();
