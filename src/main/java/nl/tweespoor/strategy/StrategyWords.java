package nl.tweespoor.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the seven words mean, for each form that asks with one: in the strategy that is made there, or else in the one in force. */
@Component
class StrategyWords implements ShownVariable {

    private static final List<Word> WORDS = List.of(new Word("technology", "technology", "Technologie"),
            new Word("careTechnology", "care_technology", "Zorgtechnologie"), new Word("innovation", "innovation", "Innovatie"),
            new Word("impact", "impact", "Impact"), new Word("scalingUp", "scaling_up", "Opschaling"),
            new Word("qualityOfLife", "quality_of_life", "Kwaliteit van leven"), new Word("qualityOfCare", "quality_of_care", "Kwaliteit van zorg"));

    private final JdbcClient jdbc;

    StrategyWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Word(String id, String column, String called) {
    }

    @Override
    public String name() {
        return "strategyWords";
    }

    @Override
    public TypedValue of(DossierTask task) {
        Map<String, String> meanings = madeHere(task.variables()) ? meanings(task.variables()) : inForce();
        return SpinValues.jsonValue(Spin.JSON(WORDS.stream().filter(word -> meanings.containsKey(word.id()))
                .map(word -> Map.of("id", word.id(), "word", word.called(), "meaning", meanings.get(word.id()))).toList()).toString()).create();
    }

    /** A dossier has a variable or two that are called the same. */
    private static boolean madeHere(VariableScope variables) {
        return WORDS.stream().allMatch(word -> variables.getVariable(word.id()) instanceof String);
    }

    private static Map<String, String> meanings(VariableScope variables) {
        Map<String, String> meanings = new HashMap<>();
        WORDS.forEach(word -> meanings.put(word.id(), (String) variables.getVariable(word.id())));
        return meanings;
    }

    private Map<String, String> inForce() {
        Map<String, String> meanings = new HashMap<>();
        jdbc.sql("select * from strategy_version order by sequence_number desc fetch first 1 row only").query(row -> {
            for (Word word : WORDS) {
                meanings.put(word.id(), row.getString(word.column()));
            }
        });
        return meanings;
    }
}
