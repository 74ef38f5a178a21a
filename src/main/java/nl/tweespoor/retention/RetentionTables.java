package nl.tweespoor.retention;

import java.time.Instant;
import java.util.Optional;
import nl.tweespoor.engine.HistoryRetention;
import nl.tweespoor.engine.ModelVersion;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Reads {@code retention.dmn} as it is live now: a change holds for what ends from then on. */
@Component
class RetentionTables implements HistoryRetention {

    private final RepositoryService repositoryService;
    private volatile InForce inForce = new InForce(null, null, RetentionTable.NONE);

    RetentionTables(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    /** @param version null when there is no table */
    record InForce(String id, ModelVersion version, RetentionTable table) {
    }

    /** Another node may have deployed the newest version, so the database says which one it is. */
    InForce newest() {
        InForce known = inForce;
        DecisionDefinition newest = repositoryService.createDecisionDefinitionQuery()
                .decisionDefinitionKey(ModelIds.RETENTION).latestVersion().singleResult();
        if (newest == null) {
            return new InForce(null, null, RetentionTable.NONE);
        }
        if (!newest.getId().equals(known.id())) {
            known = new InForce(newest.getId(), ModelVersion.of(newest),
                    RetentionTable.of(repositoryService.getDmnModelInstance(newest.getId())));
            inForce = known;
        }
        return known;
    }

    @Override
    public Optional<Instant> ofWhatHasNoNumber(Instant ended) {
        return newest().table().of(ModelIds.OTHER_HISTORY).after(ended);
    }
}
