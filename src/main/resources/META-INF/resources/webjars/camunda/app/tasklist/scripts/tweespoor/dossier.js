/*
 * Leads from a task to the page of its dossier, and tells after a report or a task what comes next. It is an AngularJS module,
 * which scripts/config.js names under `ngDeps`.
 */
const dossier = window.angular.module('tweespoor.dossier', []);

const NUMBER = /^I-\d{4}-\d{4,}$/;
const CHANGE = /^M-[0-9a-f]{8}$/;

// Of the task that is open. What is neither a dossier nor a proposal, such as a stand-in, has no page.
dossier.factory('openDossier', ['$rootScope', '$location', '$http', 'Uri', ($rootScope, $location, $http, Uri) => {
  const open = {task: null, number: null, page: null};
  $rootScope.$watch(() => $location.search().task, task => {
    Object.assign(open, {task, number: null, page: null});
    if (task) {
      $http.get(Uri.appUri(`engine://engine/:engine/task/${encodeURIComponent(task)}/localVariables/dossierNumber`))
        .then(({data}) => {
          if (open.task === task && NUMBER.test(data.value)) {
            Object.assign(open, {number: data.value, page: {address: `/dossiers/${data.value}`, name: `dossier ${data.value}`}});
          } else if (open.task === task && CHANGE.test(data.value)) {
            open.page = {address: `/processes/changes/${data.value}`, name: `voorstel ${data.value}`};
          }
        }, () => {});
    }
  });
  return open;
}]);

// In the place of the arrow to Cockpit, which few may open.
const ARROW = /<a class="instance-link"[^]*?<\/a>/;
const LINK = '<a class="dossier-link" ng-if="$root.openDossier.page" ng-href="{{ $root.openDossier.page.address }}">'
  + 'Naar {{ $root.openDossier.page.name }}</a>';
dossier.run(['$rootScope', 'openDossier', 'camTasklistTaskDirective', ($rootScope, openDossier, [task]) => {
  $rootScope.openDossier = openDossier;
  task.template = task.template.replace(ARROW, LINK);
}]);

// And back to where one began.
dossier.run(['Views', Views => {
  Views.getProviders({component: 'tasklist.navbar.action'})
    .unshift({id: 'my-work', template: '<a href="/" target="_self">Mijn werk</a>'});
}]);

/*
 * A task is gone from the list once it is completed, and a report never was there. So whoever did it reads where its dossier
 * stands now: whose turn it is, and until when. Without an answer Tasklist's own message must do.
 */
dossier.run(['$rootScope', '$location', '$http', 'Notifications', 'openDossier',
  ($rootScope, $location, $http, Notifications, openDossier) => {
    const escaped = text => Object.assign(document.createElement('span'), {textContent: text}).innerHTML;
    const tell = (number, status) => $http.get(`/dossiers/${number}/standing`).then(({data}) => Notifications.add({
      type: 'success',
      status,
      message: `${escaped(data.standing)} <a href="/dossiers/${number}">Naar dossier ${number}</a>`,
      unsafe: true,
      tellsNext: true,
      exclusive: ['tellsNext']
    }), () => {});

    // What is said while a task or a dialog is still open goes with it.
    const once = (closed, then) => {
      const stop = $rootScope.$watch(closed, isClosed => {
        if (isClosed) {
          stop();
          then();
        }
      });
    };

    $rootScope.$on('tweespoor.succeeded', (event, {responseURL, responseText}) => {
      const {pathname} = new URL(responseURL);
      const {task, number} = openDossier;
      if (number && new RegExp(`/task/${task}/(complete|submit-form)$`).test(pathname)) {
        once(() => $location.search().task !== task, () => tell(number, 'Afgerond.'));
      } else if (/\/process-definition\/[^/]+(\/[^/]+)?\/(start|submit-form)$/.test(pathname)) {
        const {businessKey} = JSON.parse(responseText);
        if (NUMBER.test(businessKey)) {
          once(() => !document.querySelector('.modal-content'),
            () => tell(businessKey, `Uw kans is gemeld, onder nummer ${businessKey}. U krijgt altijd antwoord.`));
        }
      }
    });
  }]);
