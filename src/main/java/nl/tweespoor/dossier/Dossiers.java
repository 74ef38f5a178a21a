package nl.tweespoor.dossier;

import static org.camunda.spin.Spin.JSON;

import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each dossier its number and lists them. */
@Component("dossiers")
public class Dossiers {

    private static final int MOST_OPTIONS = 200;
    private static final Pattern NUMBER = Pattern.compile("I-\\d{4}-\\d{4,}");

    private final JdbcClient jdbc;
    private final HistoryService historyService;
    private final Reporters reporters;

    Dossiers(JdbcClient jdbc, HistoryService historyService, Reporters reporters) {
        this.jdbc = jdbc;
        this.reporters = reporters;
        this.historyService = historyService;
    }

    /** Whether it looks like a number that {@link #open} gives. */
    public static boolean isNumber(String number) {
        return NUMBER.matcher(number).matches();
    }

    /** Opens a dossier: a new number, whatever business key the caller brought. */
    public void open(DelegateExecution execution) {
        String number = nextNumber();
        execution.setProcessBusinessKey(number);
        execution.setVariable(ModelIds.DOSSIER_NUMBER, number);
        reporters.remember(number);
    }

    /** The newest other dossiers as options of a form; also those that ended, since a repeated report belongs there. */
    public SpinJsonNode options(String dossierNumber) {
        List<HistoricProcessInstance> others = historyService.createHistoricProcessInstanceQuery()
                .processDefinitionKey(ModelIds.INNOVATION).orderByProcessInstanceStartTime().desc().listPage(0, MOST_OPTIONS + 1)
                .stream().filter(dossier -> !dossierNumber.equals(dossier.getBusinessKey())).toList();
        if (others.isEmpty()) {
            return JSON("[]");
        }
        Map<String, Object> titles = historyService.createHistoricVariableInstanceQuery().variableName(ModelIds.TITLE)
                .processInstanceIdIn(others.stream().map(HistoricProcessInstance::getId).toArray(String[]::new)).list()
                .stream().filter(Dossiers::isOfDossier).filter(title -> title.getValue() != null).collect(Collectors.toMap(
                        HistoricVariableInstance::getProcessInstanceId, HistoricVariableInstance::getValue));
        return JSON(others.stream().map(dossier -> Map.of("value", dossier.getBusinessKey(),
                "label", optionOf(dossier.getBusinessKey(), String.valueOf(titles.get(dossier.getId()))))).toList());
    }

    /** How a dossier is called among {@link #options}. */
    public static String optionOf(String number, String title) {
        return number + ": " + title;
    }

    /** What an event sends to another process is a variable of that event, with the same name. */
    private static boolean isOfDossier(HistoricVariableInstance variable) {
        return variable.getProcessInstanceId().equals(variable.getActivityInstanceId());
    }

    /**
     * The update locks the one row until the dossier is there, so two reports never get the same number. The year never
     * goes back: at New Year a server whose clock is behind takes a number of the new year.
     */
    private String nextNumber() {
        int year = DutchTime.today().getYear();
        jdbc.sql("update dossier_counter set counter_year = greatest(counter_year, :year),"
                        + " last_number = case when counter_year >= :year then last_number + 1 else 1 end")
                .param("year", year).update();
        return jdbc.sql("select counter_year, last_number from dossier_counter")
                .query((row, i) -> "I-%d-%04d".formatted(row.getInt("counter_year"), row.getInt("last_number")))
                .single();
    }
}
