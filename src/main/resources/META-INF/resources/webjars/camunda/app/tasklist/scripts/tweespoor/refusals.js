/*
 * Whoever reads a no in Tasklist must know what to do, and keep what they typed. It is an AngularJS module, which
 * scripts/config.js names under `ngDeps`.
 */
const refusals = window.angular.module('tweespoor.refusals', []);

// What someone typed in last; it leaves the page when it is sent or closed.
let typedIn = null;
for (const type of ['input', 'change', 'click']) {
  document.addEventListener(type, event => {
    const element = event.target instanceof Element ? event.target : document.body;
    typedIn = element.closest('.fjs-form') || typedIn;
    if (element.closest('.logout')) {
      // Who logs out lets go of it.
      typedIn = null;
    }
  }, true);
}
const isTyping = () => typedIn !== null && typedIn.isConnected;

/*
 * Tasklist says the same whether a field is red or the server refused, and only the server gives a reason.
 */
refusals.run(['$translate', 'Notifications', ($translate, Notifications) => {
  const addError = Notifications.addError;
  Notifications.addError = function (notification) {
    const notSent = notification.status === $translate.instant('COMPLETE_ERROR');
    return addError.call(this, notSent && !notification.message
      ? Object.assign(notification, {message: 'Kijk of er bij een veld een rode melding staat.'}) : notification);
  };
}]);

/*
 * As shipped, an error stays on the screen until someone clicks it away, also when it is no longer true. It goes as soon
 * as something succeeds; and whatever is said about one task goes when another one opens.
 */
const SUCCEEDED = 'tweespoor.succeeded';
// What changes something. Tasklist asks for its lists with POST too, every ten seconds; that is no success.
const CHANGES = /\/(claim|unclaim|assignee|delegate|resolve|complete|submit-form|start|create|delete|identity-links)$/;
const isChange = (method, url) => ['PUT', 'DELETE'].includes(method.toUpperCase())
  || method.toUpperCase() === 'POST' && CHANGES.test(new URL(url, document.baseURI).pathname);

// Not with Notifications.clear: that compares all that messages hold, down to a scope that holds itself.
const remove = (Notifications, isOver) => Notifications.notifications.filter(isOver).forEach(message => {
  Notifications.notifications.splice(Notifications.notifications.indexOf(message), 1);
  Notifications.consumers.forEach(panel => panel.remove(message));
});

refusals.run(['$rootScope', '$location', '$timeout', 'Notifications', ($rootScope, $location, $timeout, Notifications) => {
  const openTask = () => $location.search().task;
  // A button that is switched off meanwhile is no longer the active element.
  let clicked = null;
  document.addEventListener('click', event => {
    clicked = event.target instanceof Element && event.target.closest('.form-actions, .modal-footer');
  }, true);

  const add = Notifications.add;
  Notifications.add = function (message) {
    message.task = openTask();
    if (message.type === 'danger') {
      // The same no twice is one message.
      message.exclusive = message.exclusive || ['status'];
      // The message makes the page shorter; the button that was clicked stays in sight.
      $timeout(() => clicked && clicked.scrollIntoView({block: 'nearest'}), 0, false);
    }
    return add.call(this, message);
  };

  $rootScope.$on(SUCCEEDED, () => remove(Notifications, message => message.type === 'danger'));
  $rootScope.$on('$locationChangeSuccess', () =>
    remove(Notifications, message => message.task !== openTask() && !message.ofSession));

  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...options) {
    if (isChange(method, url)) {
      this.addEventListener('load', () => {
        if (this.status >= 200 && this.status < 300) {
          $rootScope.$evalAsync(() => $rootScope.$emit(SUCCEEDED, this));
        }
      });
    }
    return open.call(this, method, url, ...options);
  };
}]);

/*
 * Tasklist asks for news every ten seconds. When the session has ended it leaves for the login page at once, and what
 * was typed is gone. As long as someone is typing it stays, and says how to go on: by way of the login to Tasklist again, which
 * gives the word without which it takes nothing.
 */
refusals.run(['$rootScope', 'Notifications', ($rootScope, Notifications) => {
  const broadcast = $rootScope.$broadcast;
  const addError = Notifications.addError;
  let user = null;
  let told = false;

  $rootScope.$watch('authentication', authentication => {
    user = authentication || user;
  });

  $rootScope.$broadcast = function (name, ...details) {
    const ends = name === 'authentication.login.required' || name === 'authentication.changed' && !details[0];
    if (!ends || !isTyping()) {
      return broadcast.call(this, name, ...details);
    }
    $rootScope.authentication = user;
    if (!told) {
      told = true;
      addError.call(Notifications, {
        status: 'Uw sessie is verlopen.',
        message: 'Wat u typte, staat er nog. <a href="/camunda/app/tasklist/" target="_blank">Open de inlogpagina op een nieuw'
          + ' tabblad</a> en log daar weer in. Kom dan hier terug en klik nog een keer op de knop onder het formulier.',
        unsafe: true,
        exclusive: true,
        ofSession: true
      });
    }
    return {defaultPrevented: true};
  };

  // Until the next try nothing else is worth reading.
  Notifications.addError = function (notification) {
    return told && isTyping() ? undefined : addError.call(this, notification);
  };
  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('button.btn-primary')) {
      told = false;
    }
  }, true);
  $rootScope.$on(SUCCEEDED, () => {
    told = false;
  });
  // Another task may open, but only someone who is logged in again sees its form.
  $rootScope.$watch(isTyping, typing => {
    if (!typing) {
      told = false;
      remove(Notifications, message => message.ofSession);
    }
  });
}]);
