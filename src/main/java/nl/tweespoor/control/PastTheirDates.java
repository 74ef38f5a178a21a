package nl.tweespoor.control;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.OverdueTasks;
import nl.tweespoor.engine.OverdueTasks.Overdue;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing waits for ever (invariant 4 of the domain): one finding for each dossier. */
@Component
@Order(7)
class PastTheirDates implements Control {

    private final OverdueTasks tasks;

    PastTheirDates(OverdueTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String id() {
        return "dates";
    }

    @Override
    public String name() {
        return "Dossiers blijven binnen hun termijn";
    }

    @Override
    public String looksAt() {
        return "Staan in een dossier taken open waarvan de datum voorbij is?";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        evidence.examined(tasks.open());
        Map<String, List<Overdue>> byDossier = tasks.overdue().stream().collect(Collectors.groupingBy(
                task -> task.dossierNumber() == null ? "" : task.dossierNumber(), LinkedHashMap::new, Collectors.toList()));
        byDossier.forEach((dossier, late) -> evidence.find(Observation.of(dossier.isEmpty() ? null : dossier, "open taken",
                (late.size() == 1 ? "Eén taak is te laat: " : late.size() + " taken zijn te laat: ")
                        + late.stream().map(PastTheirDates::late).collect(Collectors.joining("; ")) + ".")));
        return evidence;
    }

    private static String late(Overdue task) {
        LocalDate due = task.due().atZone(DutchTime.ZONE).toLocalDate();
        long days = ChronoUnit.DAYS.between(due, DutchTime.today());
        return "'" + task.name() + "' moest klaar zijn op " + DutchTime.written(due) + " ("
                + (days == 0 ? "vandaag" : days == 1 ? "1 dag geleden" : days + " dagen geleden") + ")";
    }
}
