package nl.tweespoor.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * What the engine remembers of all processes that carry one number. Whoever asks has no authorizations to be checked: nobody
 * sees anything of it.
 */
@Component
public class DossierHistory {

    private final ProcessEngine engine;

    DossierHistory(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Whether nothing with this number runs any more, as far as it was written. */
    public boolean isOver(String number) {
        return Unchecked.inCommand(engine, context -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number)
                .count() == 0);
    }

    /** Clean-up may take all of it from then on. */
    public void goesAt(String number, Instant moment) {
        Unchecked.inCommand(engine, context -> {
            roots(number).stream().filter(root -> root.getRemovalTime() == null)
                    .forEach(root -> goesAt(context, root, Date.from(moment)));
            return null;
        });
    }

    /** It goes on, so clean-up may take nothing of it, also what ended before. */
    public void stays(String number) {
        Unchecked.inCommand(engine, context -> {
            roots(number).stream().filter(root -> root.getRemovalTime() != null).forEach(root -> goesAt(context, root, null));
            return null;
        });
    }

    private List<HistoricProcessInstance> roots(String number) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number)
                .rootProcessInstances().list();
    }

    private static void goesAt(CommandContext context, HistoricProcessInstance root, Date date) {
        context.getHistoricProcessInstanceManager().addRemovalTimeToProcessInstancesByRootProcessInstanceId(root.getId(), date);
        context.getHistoricDecisionInstanceManager().addRemovalTimeToDecisionsByRootProcessInstanceId(root.getId(), date);
    }
}
