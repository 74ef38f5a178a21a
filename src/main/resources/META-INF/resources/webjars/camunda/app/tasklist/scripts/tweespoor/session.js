/*
 * There is one login for everything. Where a webapp would show its own login page, after logging out or when the
 * session is over, it shows ours.
 */
const toLogin = () => {
  if (/^#!?\/login/.test(window.location.hash)) {
    window.location.replace('/login?' + (loggedOut ? 'logout' : 'expired'));
  }
};

// What ends a session on purpose; whatever else ends it took too long.
let loggedOut = false;
document.addEventListener('click', event => {
  loggedOut = loggedOut || Boolean(event.target.closest('.logout'));
}, true);

// AngularJS writes the address without an event that others hear.
for (const change of ['pushState', 'replaceState']) {
  const original = window.history[change];
  window.history[change] = (...args) => {
    original.apply(window.history, args);
    toLogin();
  };
}
window.addEventListener('hashchange', toLogin);
toLogin();
