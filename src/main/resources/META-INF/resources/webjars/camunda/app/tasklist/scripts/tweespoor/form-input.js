/*
 * Keeps what people type in Camunda Forms: nothing too old is sent, and nothing too old comes back.
 */

// form-js passes on what was typed after 300 ms, and a date a little after the field was left.
const CATCH_UP_MS = 400;

const isInForm = element => element instanceof Element && element.closest('.fjs-form') !== null;

/*
 * Enter in a field sends the form with the values of 300 ms ago, and often by accident. It still opens a list or takes
 * a date: those listen on the field itself, before the event arrives here.
 */
document.addEventListener('keydown', event => {
  const sends = event.target instanceof HTMLInputElement && !['submit', 'button', 'reset'].includes(event.target.type);
  if (event.key === 'Enter' && sends && isInForm(event.target)) {
    event.preventDefault();
  }
});

/*
 * Someone who types and clicks at once would lose the last letters. So a click that sends a form waits until form-js
 * has caught up, and is then made again.
 */
let caughtUpAt = 0;
for (const type of ['input', 'change', 'keydown', 'focusout']) {
  document.addEventListener(type, event => {
    if (isInForm(event.target)) {
      caughtUpAt = Date.now() + CATCH_UP_MS;
    }
  }, true);
}

// The button stands below the form of a task, or in the dialog that starts a process; neither is inside the form.
function buttonThatSends(element) {
  const button = element instanceof Element ? element.closest('button.btn-primary') : null;
  const dialog = button && button.closest('.modal-content');
  const place = dialog || document;
  return button && (dialog || button.closest('.form-actions')) && place.querySelector('.fjs-form') ? button : null;
}

document.addEventListener('click', event => {
  const button = buttonThatSends(event.target);
  if (!button) {
    return;
  }
  if (isInForm(document.activeElement)) {
    // Leaving the field makes form-js take the value; Safari and a screen reader may click without that.
    document.activeElement.blur();
  }
  const wait = caughtUpAt - Date.now();
  if (wait > 0) {
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => button.click(), wait);
  } else {
    setTimeout(() => showFirstError(button.closest('.modal-content') || document));
  }
}, true);

/*
 * After a refusal form-js keeps the error of a question that is no longer asked, and Tasklist then keeps the button off.
 * A click looks at the whole form again.
 */
document.addEventListener('change', event => {
  if (isInForm(event.target)) {
    const place = event.target.closest('.modal-content') || document;
    setTimeout(() => {
      if (!place.querySelector('.fjs-form .fjs-form-field-error')) {
        [...place.querySelectorAll('button:disabled')].filter(buttonThatSends).forEach(button => {
          button.disabled = false;
        });
      }
    }, CATCH_UP_MS);
  }
}, true);

// Tasklist says that the form was not sent, but not why; in a long form the reason may be out of sight.
function showFirstError(place) {
  const error = place.querySelector('.fjs-form .fjs-form-field-error li');
  const field = error && error.closest('.fjs-form-field').querySelector('input, textarea');
  if (field) {
    field.scrollIntoView({block: 'center'});
    field.focus({preventScroll: true});
  }
}

/*
 * Tasklist keeps a saved form as plain text in the browser, for anyone who uses it next, and lets it win from newer
 * variables later. user-styles.css hides the Save button, but Tasklist also saves by itself when a session ends.
 */
const isSavedForm = key => /^(camunda-form|camForm):/.test(key);

Object.keys(localStorage).filter(isSavedForm).forEach(key => localStorage.removeItem(key));

const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!isSavedForm(key)) {
    setItem.call(this, key, value);
  }
};
