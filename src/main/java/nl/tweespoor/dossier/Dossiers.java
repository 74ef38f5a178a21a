package nl.tweespoor.dossier;

import static org.camunda.spin.Spin.JSON;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each dossier its number and lists them. */
@Component("dossiers")
public class Dossiers {

    /** The processes of which one runs as long as a dossier is open. */
    static final List<String> TRACKS = List.of(ModelIds.INNOVATION, ModelIds.IMPLEMENTATION);

    private static final int MOST_OPTIONS = 200;
    private static final Pattern NUMBER = Pattern.compile("I-\\d{4}-\\d{4,}");

    private final JdbcClient jdbc;
    private final DossierProgress progress;
    private final Reporters reporters;

    Dossiers(JdbcClient jdbc, DossierProgress progress, Reporters reporters) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.reporters = reporters;
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
        reporters.remember(number, (String) execution.getVariable(ModelIds.REPORTER_SHOWN));
    }

    /** The newest other dossiers that run, as options of a form: what has ended takes no more reports. */
    public SpinJsonNode options(String dossierNumber) {
        return JSON(titles().entrySet().stream().filter(dossier -> !dossier.getKey().equals(dossierNumber)).limit(MOST_OPTIONS)
                .map(dossier -> Map.of("value", dossier.getKey(), "label", optionOf(dossier.getKey(), dossier.getValue()))).toList());
    }

    /** How a dossier is called among {@link #options}. */
    public static String optionOf(String number, String title) {
        return number + ": " + title;
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        progress.running(TRACKS, List.of(ModelIds.TITLE), MOST_OPTIONS + 1)
                .forEach((number, known) -> titles.put(number, known.getOrDefault(ModelIds.TITLE, "")));
        return titles;
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
