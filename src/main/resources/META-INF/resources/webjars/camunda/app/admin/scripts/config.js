/*
 * Admin reads this file instead of the one that Camunda ships; nothing of that one is merged in.
 * Its texts stay English: only the people who run Tweespoor see them.
 */
export default {
  app: {
    vendor: 'Tweespoor',
    name: 'Beheer'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true,

  // The same for every webapp.
  customScripts: ['../tasklist/scripts/tweespoor/session']
};
