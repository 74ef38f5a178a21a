/*
 * Welcome reads this file instead of the one that Camunda ships; nothing of that one is merged in.
 */
export default {
  app: {
    vendor: 'Tweespoor',
    name: 'Start'
  },
  locales: {
    availableLocales: ['nl'],
    fallbackLocale: 'nl'
  },
  disableWelcomeMessage: true,

  // The same for every webapp.
  customScripts: ['../tasklist/scripts/tweespoor/session']
};
