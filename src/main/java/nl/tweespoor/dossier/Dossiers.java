package nl.tweespoor.dossier;

import static org.camunda.spin.Spin.JSON;

import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.tweespoor.period.Periods;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each dossier its number and lists those that run. */
@Component("dossiers")
public class Dossiers {

    private final JdbcClient jdbc;
    private final RuntimeService runtimeService;

    Dossiers(JdbcClient jdbc, @Lazy RuntimeService runtimeService) {
        this.jdbc = jdbc;
        this.runtimeService = runtimeService;
    }

    /** Opens a dossier: a new number, whatever business key the caller brought, and an empty list of decisions. */
    public void open(DelegateExecution execution) {
        String number = nextNumber();
        execution.setProcessBusinessKey(number);
        execution.setVariable("dossierNumber", number);
        execution.setVariable("decisionLog", JSON("[]"));
    }

    /** Running dossiers other than this one, newest first, as options of a form. */
    public SpinJsonNode options(String dossierNumber) {
        Map<String, String> numbers = new HashMap<>();
        Stream.of("innovation", "implementation")
                .flatMap(key -> runtimeService.createProcessInstanceQuery().processDefinitionKey(key).list().stream())
                .filter(dossier -> !dossierNumber.equals(dossier.getBusinessKey()))
                .forEach(dossier -> numbers.put(dossier.getId(), dossier.getBusinessKey()));
        Map<String, String> labels = new TreeMap<>(Comparator.reverseOrder());
        if (!numbers.isEmpty()) {
            runtimeService.createVariableInstanceQuery().variableName("title")
                    .processInstanceIdIn(numbers.keySet().toArray(String[]::new)).list()
                    .forEach(title -> labels.put(numbers.get(title.getProcessInstanceId()), (String) title.getValue()));
        }
        List<Map<String, String>> options = labels.entrySet().stream()
                .map(label -> Map.of("value", label.getKey(), "label", label.getKey() + ": " + label.getValue()))
                .toList();
        return JSON(options);
    }

    /** The update locks the one row until the dossier is there, so two reports never get the same number. */
    private String nextNumber() {
        int year = Year.from(ClockUtil.getCurrentTime().toInstant().atZone(Periods.ZONE)).getValue();
        jdbc.sql("update dossier_counter set counter_year = :year,"
                        + " last_number = case when counter_year = :year then last_number + 1 else 1 end")
                .param("year", year).update();
        int number = jdbc.sql("select last_number from dossier_counter").query(Integer.class).single();
        return "I-%d-%04d".formatted(year, number);
    }
}
