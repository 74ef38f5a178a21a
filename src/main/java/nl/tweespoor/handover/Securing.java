package nl.tweespoor.handover;

import nl.tweespoor.engine.DossierProcess;
import nl.tweespoor.engine.ProcessRule;
import nl.tweespoor.engine.Refusal;
import org.springframework.stereotype.Component;

/** Keeps invariant 8 of the domain: secured needs an owner in the line who accepted, and a last evaluation that holds. */
@Component
class Securing implements ProcessRule {

    @Override
    public void reaches(DossierProcess process, String endEvent) {
        if (ModelIds.SECURED.equals(endEvent)
                && !(ModelIds.ACCEPTED.equals(process.variables().getVariable(ModelIds.OWNERSHIP))
                && ModelIds.ON_OR_ABOVE.equals(process.variables().getVariable(ModelIds.LASTING_RESULT)))) {
            throw Refusal.conflict("Een dossier is pas geborgd als een eigenaar in de lijn heeft geaccepteerd"
                    + " en de laatste evaluatie op of boven de norm is.");
        }
    }
}
