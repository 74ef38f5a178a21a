package nl.tweespoor.handover;

import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Keeps invariant 8 of the domain: secured needs an owner in the line who accepted, and a last evaluation that holds. */
@Component
public class Securing {

    public void check(VariableScope implementation) {
        if (!"accept".equals(implementation.getVariable("ownershipOutcome"))
                || !"onOrAbove".equals(implementation.getVariable("lastingResult"))) {
            throw Refusal.conflict("Een dossier is pas geborgd als een eigenaar in de lijn heeft geaccepteerd"
                    + " en de laatste evaluatie op of boven de norm is.");
        }
    }
}
