package nl.tweespoor.retention;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentCheck;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Refuses a table of retention with a row that can't be read: it would keep for ever, or remove at the wrong moment. */
@Component
class RetentionTableCheck implements DeploymentCheck {

    @Override
    public void check(DeployedResource resource) {
        if (!resource.endsWithAny(".dmn", ".dmn11.xml")
                || !new String(resource.content(), StandardCharsets.UTF_8).contains('"' + ModelIds.RETENTION + '"')) {
            return;
        }
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(resource.content()));
        } catch (ModelException e) {
            // The engine says it better.
            return;
        }
        if (model.getModelElementById(ModelIds.RETENTION) != null) {
            try {
                RetentionTable.of(model);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("De tabel Bewaartermijnen klopt niet. " + e.getMessage());
            }
        }
    }
}
