package nl.tweespoor.retention;

import nl.tweespoor.gate.Findings;
import nl.tweespoor.gate.ModelCheck;
import nl.tweespoor.gate.Models;
import org.springframework.stereotype.Component;

/** A table of retention that can't be read would stop the clean-up, or worse. */
@Component
class RetentionCheck implements ModelCheck {

    @Override
    public void check(Models models, Findings findings) {
        Models.TableModel table = models.tables().get(ModelIds.RETENTION);
        if (table != null) {
            try {
                RetentionTable.of(table.model());
            } catch (IllegalArgumentException e) {
                findings.add(table.file(), "", "%s", e.getMessage());
            }
        }
    }
}
