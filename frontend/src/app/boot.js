// Runs before the first paint: the kept look, the kept language, whether the shell or the welcome comes; and asks for
// what every first call waits for. A tool in a frame shows neither, and may be refused what is kept.
var root = document.documentElement;
var kept = {};
try {
  kept = {
    look: localStorage.getItem('madang.theme'),
    language: localStorage.getItem('madang.locale'),
    signed: sessionStorage.getItem('madang.session'),
  };
} catch (refused) {}
if (kept.look === 'light' || kept.look === 'dark') root.dataset.theme = kept.look;
root.lang = kept.language || (/^en/i.test(navigator.language) ? 'en' : 'ko');
if (kept.signed) root.dataset.signed = '';
if (location.pathname.startsWith('/embed/')) root.dataset.embed = '';
window.madangConfig = fetch('/config.json', { cache: 'no-cache' });
