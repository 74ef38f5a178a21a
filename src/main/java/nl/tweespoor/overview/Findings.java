package nl.tweespoor.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.tweespoor.recording.RecordedDossier.Filled;
import org.springframework.util.StringUtils;

/**
 * What was found before anyone decided on it.
 *
 * @param costs and risk
 * @param pilot empty when there was none
 */
record Findings(List<Finding> tests, List<Fact> costs, List<Fact> pilot) {

    private static final List<String> TESTS = List.of(ModelIds.TEST_ORGANISATION, ModelIds.TEST_FINANCE, ModelIds.TEST_TECHNOLOGY,
            ModelIds.TEST_PRIVACY, ModelIds.GAUGE_SUPPORT);
    private static final String[] BENEFITS = {ModelIds.BENEFIT_1_WHAT, ModelIds.BENEFIT_1_PAYER, ModelIds.BENEFIT_1_GAINER,
            ModelIds.BENEFIT_2_WHAT, ModelIds.BENEFIT_2_PAYER, ModelIds.BENEFIT_2_GAINER, ModelIds.BENEFIT_3_WHAT,
            ModelIds.BENEFIT_3_PAYER, ModelIds.BENEFIT_3_GAINER};
    private static final Map<String, String> CONCLUSIONS = Map.of(ModelIds.TEST_ORGANISATION, ModelIds.ORGANISATION_FINDING,
            ModelIds.TEST_FINANCE, ModelIds.FINANCE_FINDING, ModelIds.TEST_TECHNOLOGY, ModelIds.TECHNOLOGY_FINDING,
            ModelIds.GAUGE_SUPPORT, ModelIds.SUPPORT_FINDING);

    /**
     * Of one test.
     *
     * @param conclusion null when it can't be read any more
     * @param grounds    what else was filled in; of a poll only who was heard, since people said the rest to who asked them
     */
    record Finding(String test, String conclusion, String by, String role, String at, List<Fact> grounds) {
    }

    public boolean isEmpty() {
        return tests.isEmpty() && costs.isEmpty() && pilot.isEmpty();
    }

    /** @param nameOf gives the name of a person */
    static Findings of(Answers answers, UnaryOperator<String> nameOf) {
        return new Findings(TESTS.stream().flatMap(test -> answers.all(test).stream().filter(Findings::concludes).limit(1))
                .map(filled -> finding(answers, filled, nameOf)).toList(),
                Stream.of(answers.facts(ModelIds.TEST_FINANCE, ModelIds.ONE_OFF_COST, ModelIds.YEARLY_COST),
                        answers.facts(ModelIds.TEST_FINANCE, BENEFITS),
                        answers.facts(ModelIds.TEST_PRIVACY, ModelIds.PRIVACY_RISK), riskThatCounts(answers)).flatMap(List::stream).toList(),
                pilot(answers));
    }

    private static List<Fact> riskThatCounts(Answers answers) {
        return answers.given(ModelIds.DETERMINE_RISK, ModelIds.RISK)
                .map(risk -> new Fact("Welk risico telt?", StringUtils.capitalize(TableWords.value(risk)))).stream().toList();
    }

    /** Whoever asks people first, concludes later. */
    private static boolean concludes(Filled filled) {
        return !ModelIds.GAUGE_SUPPORT.equals(filled.step().element()) || filled.values().containsKey(ModelIds.SUPPORT_FINDING);
    }

    private static Finding finding(Answers answers, Filled filled, UnaryOperator<String> nameOf) {
        String name = nameOf.apply(filled.userId());
        String conclusion = conclusion(answers, filled).orElse(null);
        return new Finding(filled.step().name(), conclusion, name, Words.roleBeside(name, filled.groups()), Words.moment(filled.at()),
                grounds(answers, filled).stream().filter(fact -> !fact.words().equals(conclusion)).toList());
    }

    /** Of privacy and law a table draws it from all points. */
    private static Optional<String> conclusion(Answers answers, Filled filled) {
        return ModelIds.TEST_PRIVACY.equals(filled.step().element())
                ? answers.given(ModelIds.WEIGH_PRIVACY, ModelIds.FINDING).map(TableWords::value).map(StringUtils::capitalize)
                : answers.words(filled, CONCLUSIONS.get(filled.step().element()));
    }

    private static List<Fact> grounds(Answers answers, Filled filled) {
        return switch (filled.step().element()) {
            case ModelIds.GAUGE_SUPPORT -> answers.facts(ModelIds.GAUGE_SUPPORT, ModelIds.PROFESSIONALS_HEARD,
                    ModelIds.CLIENTS_HEARD, ModelIds.CRITICS_HEARD);
            case ModelIds.TEST_PRIVACY -> Stream.concat(answers.newest(ModelIds.SCAN_PRIVACY).stream()
                    .flatMap(scan -> answers.facts(scan).stream()), answers.facts(filled).stream()).toList();
            default -> answers.facts(filled);
        };
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
