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
 * Tasklist asks for news every ten seconds. When the session has ended it leaves for the login page at once, and what
 * was typed is gone. As long as someone is typing it stays, and says how to go on.
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
        message: 'Wat u typte, staat er nog. <a href="/login" target="_blank">Open de inlogpagina op een nieuw'
          + ' tabblad</a> en log daar weer in. Kom dan hier terug en klik nog een keer op de knop onder het formulier.',
        unsafe: true,
        exclusive: true
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
}]);
