package nl.tweespoor.role;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.engine.AuthorizationBits;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the authorizations of our groups equal to the table of roles, at every start and in one transaction. Left alone
 * is what is not in the table: authorizations of persons and of other groups, of everyone, on one filter, and
 * revocations. On single tasks and their history there are none, see {@link AuthorizationPolicy}.
 */
@Component
@Order(15)
class AuthorizationSynchronizer implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(AuthorizationSynchronizer.class);
    private static final String SYSTEM = "roles.csv";
    private static final Set<Resources> NOT_ONE_BY_ONE = EnumSet.of(Resources.HISTORIC_TASK,
            Resources.HISTORIC_PROCESS_INSTANCE, Resources.FILTER);

    private final Roles roles;
    private final AccountAuthorizationSynchronizer ownAccounts;
    private final AuthorizationService authorizationService;
    private final RepositoryService repositoryService;
    private final Recorder recorder;

    AuthorizationSynchronizer(Roles roles, AccountAuthorizationSynchronizer ownAccounts, AuthorizationService authorizationService,
            RepositoryService repositoryService, Recorder recorder) {
        this.roles = roles;
        this.ownAccounts = ownAccounts;
        this.authorizationService = authorizationService;
        this.repositoryService = repositoryService;
        this.recorder = recorder;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        roles.all().forEach(this::apply);
        ownAccounts.follow();
    }

    private void apply(Role role) {
        role.processes().forEach(process -> checkExists(role, process));
        Map<String, Authorization> present = new HashMap<>();
        authorizationService.createAuthorizationQuery().groupIdIn(role.group())
                .authorizationType(Authorization.AUTH_TYPE_GRANT).list().stream().filter(AuthorizationSynchronizer::isOfTable)
                .forEach(authorization -> present.put(key(authorization.getResourceType(), authorization.getResourceId()), authorization));
        for (Grant grant : RoleAuthorizations.of(role)) {
            Authorization authorization = present.remove(key(grant.resource().resourceType(), grant.resourceId()));
            if (authorization == null || AuthorizationBits.of(authorization) != grant.bits()) {
                give(role, grant, authorization);
            }
        }
        present.values().forEach(authorization -> takeBack(role, authorization));
    }

    private void give(Role role, Grant grant, Authorization present) {
        Authorization authorization = present != null ? present
                : authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(role.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.resourceId());
        authorization.setPermissions(grant.permissions());
        authorizationService.saveAuthorization(authorization);
        log.debug("{} may {}", role.group(), grant);
        recorder.tell(Kind.AUTHORIZATION, SYSTEM, Map.of("event", "given", "group", role.group(), "what", grant.toString()),
                Map.of());
    }

    private void takeBack(Role role, Authorization authorization) {
        authorizationService.deleteAuthorization(authorization.getId());
        // What it was on can be someone's account.
        recorder.tell(Kind.AUTHORIZATION, SYSTEM, Map.of("event", "taken back", "group", role.group(),
                "resource-type", String.valueOf(authorization.getResourceType()),
                "permissions", String.valueOf(AuthorizationBits.of(authorization))), Map.of("resource", authorization.getResourceId()));
        log.info("roles.csv does not give this to {}, so it is taken back: resource type {}, id {}, permissions {}",
                role.group(), authorization.getResourceType(), authorization.getResourceId(),
                AuthorizationBits.of(authorization));
    }

    private void checkExists(Role role, String process) {
        if (!Role.EVERYTHING.equals(process)
                && repositoryService.createProcessDefinitionQuery().processDefinitionKey(process).count() == 0) {
            throw new IllegalStateException("roles.csv lets " + role.group() + " start '" + process
                    + "', and there is no such process");
        }
    }

    private static boolean isOfTable(Authorization authorization) {
        return Authorization.ANY.equals(authorization.getResourceId()) || NOT_ONE_BY_ONE.stream()
                .noneMatch(resource -> resource.resourceType() == authorization.getResourceType());
    }

    private static String key(int resourceType, String resourceId) {
        return resourceType + " " + resourceId;
    }
}
