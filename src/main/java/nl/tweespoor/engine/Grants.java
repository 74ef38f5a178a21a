package nl.tweespoor.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * All that the table of authorizations says of one person: what the table of roles gives, and what was given or taken
 * away by hand. What people may do with their own tasks is not in it, so it is some dozens of rows. They are read once;
 * the engine itself asks the table for each permission anew, and twice more to know how to ask.
 */
record Grants(List<Row> rows) {

    private static final String SELECT =
            "select TYPE_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_ from ACT_RU_AUTHORIZATION where TYPE_ in (0, 1, 2) and ";

    record Row(int type, int resourceType, String resourceId, int permissions) {
    }

    static Grants of(CommandContext context, String userId, List<String> groupIds) {
        // Two questions that an index answers each; the same with "or" reads the whole table.
        String sql = SELECT + "USER_ID_ in (?, '*')" + (groupIds.isEmpty() ? "" : " union all " + SELECT + "GROUP_ID_ in ("
                + String.join(",", Collections.nCopies(groupIds.size(), "?")) + ")");
        try (PreparedStatement select = context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
            select.setString(1, userId);
            for (int i = 0; i < groupIds.size(); i++) {
                select.setString(2 + i, groupIds.get(i));
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(found.getInt(1), found.getInt(2), found.getString(3), found.getInt(4)));
                }
            }
            return new Grants(rows);
        } catch (SQLException e) {
            throw new ProcessEngineException("Can't read what " + userId + " may do", e);
        }
    }

    /** Whether anything was taken away by hand; then only the engine itself weighs one against the other. */
    boolean revokeAny() {
        return rows.stream().anyMatch(row -> row.type() == Authorization.AUTH_TYPE_REVOKE);
    }

    /** Only where nothing is revoked. */
    boolean allow(CompositePermissionCheck checks) {
        Stream<Boolean> each = Stream.concat(checks.getAtomicChecks().stream().map(this::allow),
                checks.getCompositeChecks().stream().map(this::allow));
        return checks.isDisjunctive() ? each.anyMatch(Boolean::booleanValue) : each.allMatch(Boolean::booleanValue);
    }

    boolean allow(PermissionCheck check) {
        return rows.stream().anyMatch(row -> row.resourceType() == check.getResourceType()
                && (row.resourceId().equals(Authorization.ANY) || row.resourceId().equals(check.getResourceId()))
                && includes(row, check.getPermission()));
    }

    boolean gives(Resource resource, Permission permission) {
        return !given(resource, permission).isEmpty();
    }

    boolean giveAll(Resource resource, Permission permission) {
        return given(resource, permission).contains(Authorization.ANY);
    }

    /** The ids of the resources, with {@code *} for all of them. */
    List<String> given(Resource resource, Permission permission) {
        return rows.stream().filter(row -> row.type() != Authorization.AUTH_TYPE_REVOKE
                        && row.resourceType() == resource.resourceType() && includes(row, permission))
                .map(Row::resourceId).toList();
    }

    private static boolean includes(Row row, Permission permission) {
        return (row.permissions() & permission.getValue()) == permission.getValue();
    }
}
