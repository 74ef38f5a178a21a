/*
 * What Tasklist has in its code around the forms and locales/nl.json cannot reach. It is an AngularJS module, which
 * scripts/config.js names under `ngDeps`.
 */

// Tells a screen reader how to pronounce the page.
document.documentElement.lang = 'nl';

const page = window.angular.module('tweespoor', []);

// The calendar for the due date and the follow-up date.
page.run(['$locale', 'uibDatepickerConfig', ($locale, uibDatepickerConfig) => {
  Object.assign($locale.DATETIME_FORMATS, {
    MONTH: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober',
      'november', 'december'],
    SHORTMONTH: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    STANDALONEMONTH: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september',
      'oktober', 'november', 'december'],
    DAY: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    SHORTDAY: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za']
  });
  uibDatepickerConfig.startingDay = 1;
}]);

// Tasklist sorts by creation date, newest first, and a filter cannot say otherwise. What is due first belongs on top.
page.run(['$rootScope', '$location', ($rootScope, $location) => {
  $rootScope.$on('$locationChangeSuccess', () => {
    if ($location.path() === '/' && !$location.search().sorting) {
      $location.search('sorting', JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}])).replace();
    }
  });
}]);
