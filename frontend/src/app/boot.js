// Runs before the first paint: the kept look, the kept language, whether the shell or the welcome comes; and asks for
// what every first call waits for.
var root = document.documentElement;
var look = localStorage.getItem('madang.theme');
if (look === 'light' || look === 'dark') root.dataset.theme = look;
root.lang = localStorage.getItem('madang.locale') || (/^en/i.test(navigator.language) ? 'en' : 'ko');
if (sessionStorage.getItem('madang.session')) root.dataset.signed = '';
window.madangConfig = fetch('/config.json', { cache: 'no-cache' });
