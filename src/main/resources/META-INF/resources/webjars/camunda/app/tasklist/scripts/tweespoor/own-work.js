/*
 * Shows what someone can do in Tasklist, and not what would be refused. It is an AngularJS module, which scripts/config.js names
 * under `ngDeps`.
 */
const ownWork = window.angular.module('tweespoor.ownWork', []);

// user-styles.css hides what these don't allow, and so until it is known.
ownWork.run(['$rootScope', '$http', 'Uri', ($rootScope, $http, Uri) => {
  const ask = (path, params) => $http.get(Uri.appUri('engine://engine/:engine/' + path), {params}).then(({data}) => data);
  const mark = (name, holds) => document.documentElement.classList.toggle(name, holds);

  $rootScope.$watch('authentication.name', userId => {
    mark('administers', false);
    mark('starts', false);
    if (userId) {
      ask('identity/groups', {userId}).then(({groups}) =>
        mark('administers', groups.some(group => group.id === 'camunda-admin')), () => {});
      ask('process-definition/count', {latest: true, active: true, startableInTasklist: true, startablePermissionCheck: true})
        .then(({count}) => mark('starts', count > 0), () => {});
    }
  });
}]);

// Who may take a task reads that first: until then its form is grey, and nothing says why.
const TASK_WORK = {permissionName: 'TASK_WORK', resourceName: 'Task', resourceType: 7};
const CLAIM_FIRST = '<p class="claim-first" ng-if="!task.assignee && $root.workable === task.id">Neem deze taak eerst op u. Daarna kunt'
  + ' u het formulier invullen. <button type="button" class="btn btn-default" ng-click="$root.claim()">Taak op mij nemen</button></p>';
ownWork.run(['$rootScope', '$location', '$http', '$timeout', 'Uri', 'camTasklistTaskDirective',
  ($rootScope, $location, $http, $timeout, Uri, [task]) => {
    task.template = task.template.replace('<div class="row tabbed-content">', CLAIM_FIRST + '$&');
    $rootScope.claim = () => $timeout(() => document.querySelector('.meta button.claim').click(), 0, false);
    $rootScope.$watch(() => $location.search().task, resourceId => {
      $rootScope.workable = null;
      if (resourceId) {
        $http.get(Uri.appUri('engine://engine/:engine/authorization/check'), {params: {...TASK_WORK, resourceId}})
          .then(({data}) => {
            $rootScope.workable = data.authorized ? resourceId : null;
          }, () => {});
      }
    });
  }]);

// As shipped, a task opens at the tab that was open at the one before.
ownWork.run(['$rootScope', '$location', '$timeout', ($rootScope, $location, $timeout) => {
  const openForm = () => {
    const form = document.querySelector('.task-card .nav-tabs > li:first-child:not(.active) > a');
    if (form) {
      form.click();
    }
  };
  $rootScope.$watch(() => $location.search().task, (now, before) => {
    if (before && now !== before) {
      $timeout(openForm, 0, false);
    }
  });
}]);

/*
 * People look for the number or the title of a dossier, or the name of a task. As shipped, one chooses among twenty properties
 * of the engine first.
 */
const SEARCH = '<div class="dossier-search"><input type="search" class="form-control" aria-label="Zoek in deze lijst"'
  + ' placeholder="Zoek op dossier, titel of taak" ng-model="sought.text" ng-model-options="{debounce: 400}" ng-change="search()"></div>';
const NOTHING = {processVariables: [], taskVariables: [], caseInstanceVariables: []};
const like = text => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const holds = text => ({
  orQueries: [{
    ...NOTHING,
    nameLike: like(text),
    taskVariables: ['dossierNumber', 'title'].map(name => ({name, operator: 'like', value: like(text)})),
    variableValuesIgnoreCase: true
  }]
});
ownWork.run(['Views', Views => {
  Object.assign(Views.getProviders({component: 'tasklist.list'}).find(view => view.id === 'task-search'), {
    template: SEARCH,
    controller: ['$scope', '$location', function ($scope, $location) {
      const tasks = $scope.tasklistData.newChild($scope);
      $scope.sought = {text: ''};
      $scope.search = () => {
        const text = $scope.sought.text.trim();
        $location.search('page', null);
        tasks.set('searchQuery', text ? {...NOTHING, ...holds(text)} : NOTHING);
      };
      tasks.set('searchQuery', NOTHING);
    }]
  });
}]);
