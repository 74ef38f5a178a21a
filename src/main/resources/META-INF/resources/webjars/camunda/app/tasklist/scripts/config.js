/*
 * Tasklist reads this file instead of the one that Camunda ships; nothing of that one is merged in.
 */
export default {
  app: {
    vendor: 'Tweespoor',
    name: 'Taken'
  },

  // Dutch only, whatever language the browser asks for: a screen in two languages helps nobody.
  locales: {
    availableLocales: ['nl'],
    fallbackLocale: 'nl'
  },

  // The box on the login page links to a page in English about Camunda itself.
  disableWelcomeMessage: true,

  // Shows a comment on a task in the history of its dossier too.
  assignProcessInstanceIdToTaskComment: true,

  customScripts: [
    'scripts/tweespoor/texts',
    'scripts/tweespoor/form-input',
    'scripts/tweespoor/page',
    'scripts/tweespoor/session',
    'scripts/tweespoor/refusals',
    'scripts/tweespoor/dossier',
    'scripts/tweespoor/own-work'
  ],

  requireJsConfig: {
    // The AngularJS modules of scripts/tweespoor/page.js and those after it.
    ngDeps: ['tweespoor', 'tweespoor.refusals', 'tweespoor.dossier', 'tweespoor.ownWork']
  },

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'de gekozen taak op u nemen'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'naar het eerste filter'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'naar de eerste taak in de lijst'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'een proces starten'
    }
  }
};
