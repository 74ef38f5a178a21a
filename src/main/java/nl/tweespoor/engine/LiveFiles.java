package nl.tweespoor.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** The files that are live, as the engine holds them during one command. */
public final class LiveFiles {

    private static final List<String> DEFINITIONS = List.of("ACT_RE_PROCDEF", "ACT_RE_DECISION_DEF", "ACT_RE_CAMFORMDEF");
    /** The engine asks for each id and each kind anew. */
    private static final String NEWEST = "select DEPLOYMENT_ID_ from %1$s D where KEY_ in (%2$s)"
            + " and VERSION_ = (select max(VERSION_) from %1$s where KEY_ = D.KEY_)";

    private final CommandContext context;

    LiveFiles(CommandContext context) {
        this.context = context;
    }

    /**
     * All files of the deployments in which the newest of these processes, tables and forms are: what was put live last comes
     * first, so the first file that holds an id is the one that is live.
     */
    public List<DeployedResource> deployedWith(Collection<String> ids) {
        return deployments(ids).stream().map(id -> context.getDeploymentManager().findDeploymentById(id)).filter(Objects::nonNull)
                .sorted(Comparator.comparing(DeploymentEntity::getDeploymentTime).reversed())
                .flatMap(deployment -> context.getResourceManager().findResourcesByDeploymentId(deployment.getId()).stream())
                .filter(file -> !file.isGenerated()).map(file -> new DeployedResource(file.getName(), file.getBytes())).toList();
    }

    private List<String> deployments(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String asked = String.join(",", Collections.nCopies(ids.size(), "?"));
        String sql = DEFINITIONS.stream().map(table -> NEWEST.formatted(table, asked)).collect(Collectors.joining(" union "));
        try (PreparedStatement select = context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
            int parameter = 1;
            for (int i = 0; i < DEFINITIONS.size(); i++) {
                for (String id : ids) {
                    select.setString(parameter++, id);
                }
            }
            List<String> deployments = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    deployments.add(found.getString(1));
                }
            }
            return deployments;
        } catch (SQLException e) {
            throw new ProcessEngineException("Can't read what is live", e);
        }
    }
}
