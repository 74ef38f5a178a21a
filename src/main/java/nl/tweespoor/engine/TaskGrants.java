package nl.tweespoor.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * What the table of authorizations says of tasks for one person: what the table of roles gives to whoever reads or does
 * everything, and what was given or taken away by hand. What people may do with their own tasks is not in it.
 */
record TaskGrants(List<Row> rows) {

    record Row(int type, int resourceType, String resourceId, int permissions) {
    }

    static TaskGrants of(CommandContext context, String userId, List<String> groupIds) {
        String groups = groupIds.isEmpty() ? "" : " or GROUP_ID_ in ("
                + String.join(",", Collections.nCopies(groupIds.size(), "?")) + ")";
        String sql = "select TYPE_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_ from ACT_RU_AUTHORIZATION"
                + " where RESOURCE_TYPE_ in (?, ?) and (USER_ID_ in (?, '*')" + groups + ")";
        try (PreparedStatement select = context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
            select.setInt(1, Resources.TASK.resourceType());
            select.setInt(2, Resources.PROCESS_DEFINITION.resourceType());
            select.setString(3, userId);
            for (int i = 0; i < groupIds.size(); i++) {
                select.setString(4 + i, groupIds.get(i));
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(found.getInt(1), found.getInt(2), found.getString(3), found.getInt(4)));
                }
            }
            return new TaskGrants(rows);
        } catch (SQLException e) {
            throw new ProcessEngineException("Can't read what " + userId + " may do with tasks", e);
        }
    }

    /** Whether anything of tasks was taken away by hand; then only the engine itself weighs one against the other. */
    boolean revokesAny() {
        return rows.stream().anyMatch(row -> row.type() == Authorization.AUTH_TYPE_REVOKE);
    }

    boolean giveAll(Resource resource, Permission permission) {
        return given(resource, permission).contains(Authorization.ANY);
    }

    /** The ids of the resources, with {@code *} for all of them. */
    List<String> given(Resource resource, Permission permission) {
        return rows.stream().filter(row -> row.type() != Authorization.AUTH_TYPE_REVOKE
                        && row.resourceType() == resource.resourceType()
                        && (row.permissions() & permission.getValue()) == permission.getValue())
                .map(Row::resourceId).toList();
    }
}
