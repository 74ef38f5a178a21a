package nl.tweespoor.handover;

import nl.tweespoor.engine.DossierProcess;
import nl.tweespoor.engine.ProcessRule;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.RemovalRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps invariant 1 of the domain: no implementation without a hand-over, and one for each. A hand-over is written and
 * taken in one transaction, so nobody else ever sees one that still waits to be taken.
 */
@Component("handOvers")
public class HandOvers implements ProcessRule, RemovalRule {

    private final JdbcClient jdbc;

    HandOvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void send(DelegateExecution innovation) {
        String dossier = innovation.getProcessBusinessKey();
        if (dossier == null) {
            throw Refusal.conflict("Een overdracht hoort bij een dossier. Begin dit proces met het nummer van een dossier als kenmerk.");
        }
        jdbc.sql("insert into hand_over (dossier_number, sequence_number) values (:dossier, :number)")
                .param("dossier", dossier).param("number", sent(dossier) + 1).update();
    }

    /** How often this dossier was handed over; each time but the last it came back. */
    public int sent(String dossier) {
        return jdbc.sql("select count(*) from hand_over where dossier_number = :dossier")
                .param("dossier", dossier).query(Integer.class).single();
    }

    @Override
    public void starts(DossierProcess process) {
        if (ModelIds.IMPLEMENTATION.equals(process.key())) {
            take(process);
        }
    }

    @Override
    public void removed(String number) {
        jdbc.sql("delete from hand_over where dossier_number = :number").param("number", number).update();
    }

    private void take(DossierProcess implementation) {
        int taken = jdbc.sql("update hand_over set implementation_id = :id"
                        + " where dossier_number = :dossier and implementation_id is null")
                .param("id", implementation.instanceId())
                .param("dossier", implementation.dossierNumber()).update();
        if (taken != 1) {
            throw Refusal.conflict("Een implementatie begint alleen met een overdracht uit Innovatie."
                    + " Rond daar de stap 'Overdracht voorbereiden' af.");
        }
    }
}
