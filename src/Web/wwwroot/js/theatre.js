// The draw turns its names over once in each tab: a page swapped in between goes on where it was, a later one shows the end.
function play() {
  for (const scene of document.querySelectorAll('[data-once]')) {
    const key = 'once:' + scene.dataset.once;
    const begun = Number(sessionStorage.getItem(key));
    if (!begun) sessionStorage.setItem(key, Date.now());
    else for (const one of scene.getAnimations({ subtree: true })) one.currentTime = Date.now() - begun;
  }
}
addEventListener('faubourg:room', play);
play();
