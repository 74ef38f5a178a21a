package nl.tweespoor.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.tweespoor.recording.RecordedDossier.Filled;

/**
 * What was found before anyone decided on it.
 *
 * @param costs and risk
 * @param pilot empty when there was none
 */
record Findings(List<Finding> tests, List<Fact> costs, List<Fact> pilot) {

    private static final List<String> TESTS = List.of(ModelIds.TEST_ORGANISATION, ModelIds.TEST_FINANCE, ModelIds.TEST_TECHNOLOGY,
            ModelIds.TEST_PRIVACY, ModelIds.GAUGE_SUPPORT);
    private static final Map<String, String> CONCLUSIONS = Map.of(ModelIds.TEST_ORGANISATION, ModelIds.ORGANISATION_FINDING,
            ModelIds.TEST_FINANCE, ModelIds.FINANCE_FINDING, ModelIds.TEST_TECHNOLOGY, ModelIds.TECHNOLOGY_FINDING,
            ModelIds.TEST_PRIVACY, ModelIds.PRIVACY_FINDING, ModelIds.GAUGE_SUPPORT, ModelIds.SUPPORT_FINDING);

    /**
     * Of one test.
     *
     * @param conclusion null when it can't be read any more
     * @param grounds    what else was filled in; of a poll nothing, since people said that to who asked them
     */
    record Finding(String test, String conclusion, String by, String role, String at, List<Fact> grounds) {
    }

    public boolean isEmpty() {
        return tests.isEmpty() && costs.isEmpty() && pilot.isEmpty();
    }

    /** @param nameOf gives the name of a person */
    static Findings of(Answers answers, UnaryOperator<String> nameOf) {
        return new Findings(TESTS.stream().flatMap(test -> answers.newest(test).stream())
                .map(filled -> finding(answers, filled, nameOf)).toList(),
                Stream.of(answers.facts(ModelIds.TEST_FINANCE, ModelIds.ONE_OFF_COST, ModelIds.YEARLY_COST),
                        answers.facts(ModelIds.TEST_FINANCE, ModelIds.SAVINGS),
                        answers.facts(ModelIds.TEST_PRIVACY, ModelIds.PRIVACY_RISK)).flatMap(List::stream).toList(),
                pilot(answers));
    }

    private static Finding finding(Answers answers, Filled filled, UnaryOperator<String> nameOf) {
        String name = nameOf.apply(filled.userId());
        String conclusion = answers.words(filled, CONCLUSIONS.get(filled.step().element())).orElse(null);
        boolean poll = ModelIds.GAUGE_SUPPORT.equals(filled.step().element());
        return new Finding(filled.step().name(), conclusion, name, Words.roleBeside(name, filled.groups()), Words.moment(filled.at()),
                poll ? List.of() : answers.facts(filled).stream().filter(fact -> !fact.words().equals(conclusion)).toList());
    }

    private static List<Fact> pilot(Answers answers) {
        Optional<Filled> chosen = answers.newest(ModelIds.WEIGH)
                .filter(filled -> ModelIds.PILOT.equals(filled.values().get(ModelIds.PILOT_CHOICE)));
        return chosen.map(weighed -> Stream.concat(
                        answers.facts(ModelIds.WEIGH, ModelIds.PILOT_QUESTION, ModelIds.PILOT_TEAM, ModelIds.PILOT_END).stream(),
                        Stream.of(ModelIds.RUN_PILOT, ModelIds.EVALUATE_PILOT).flatMap(step -> answers.newest(step).stream())
                                .filter(filled -> filled.sequence() > weighed.sequence())
                                .flatMap(filled -> answers.facts(filled).stream())).toList())
                .orElse(List.of());
    }
}
