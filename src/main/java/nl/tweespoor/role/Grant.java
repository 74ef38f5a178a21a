package nl.tweespoor.role;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What a group may do with one thing, or with all of its kind ({@code *}), in terms of the engine. */
record Grant(Resource resource, String resourceId, Permission... permissions) {

    /** The permissions of one grant are bits of one number. */
    int bits() {
        return Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
    }

    @Override
    public String toString() {
        return Arrays.stream(permissions).map(Permission::getName).collect(Collectors.joining("+")) + " on "
                + resource.resourceName() + " " + resourceId;
    }
}
