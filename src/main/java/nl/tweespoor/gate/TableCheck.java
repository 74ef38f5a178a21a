package nl.tweespoor.gate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.springframework.stereotype.Component;

/** A table can be read, uses words of its columns, says why at each rule, and has an answer to whatever comes. */
@Component
class TableCheck implements FileCheck {

    private static final String NO_FEEL = "is geen goede FEEL";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}.{10,}[.?!]", Pattern.DOTALL);
    /** As people write it in Dutch; nobody means so many noughts behind a comma. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.])[1-9]\\d{0,2}(\\.000)+(?![\\d.])");
    /** Tables that are lists, which nothing evaluates: their rooms look at them. */
    private static final Set<String> LISTS = Set.of("periods", "retention");

    private final FeelTexts feel;

    TableCheck(FeelTexts feel) {
        this.feel = feel;
    }

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        file.tables().forEach(table -> {
            requiresNoCircle(table, findings);
            table.decision().getChildElementsByType(LiteralExpression.class).stream().filter(literal -> literal.getText() != null)
                    .map(literal -> literal.getText().getTextContent()).filter(text -> !feel.isExpression(text)).forEach(text ->
                            findings.add(table.file(), table.decision().getName(), "'%s' %s. Verbeter de expressie.", text.strip(), NO_FEEL));
            for (DecisionTable each : table.decision().getChildElementsByType(DecisionTable.class)) {
                check(table, each, ours, findings);
            }
            if (ours && Elements.isBlank(table.decision().getName())) {
                findings.add(table.file(), table.decision().getId(), "deze tabel heeft geen naam. Geef haar er een.");
            }
            if (ours && !String.valueOf(table.decision().getCamundaHistoryTimeToLiveString()).matches("P\\d+D")) {
                findings.add(table.file(), table.decision().getName(), "er staat niet hoe lang de historie blijft. Vul 'Time to live' in, bijvoorbeeld P3650D.");
            }
        });
    }

    private void check(Models.TableModel table, DecisionTable each, boolean ours, Findings findings) {
        String name = Optional.ofNullable(table.decision().getName()).orElse(table.decision().getId());
        List<Input> inputs = List.copyOf(each.getInputs());
        List<Output> outputs = List.copyOf(each.getOutputs());
        boolean sound = true;
        if (each.getHitPolicy() == HitPolicy.PRIORITY || each.getHitPolicy() == HitPolicy.OUTPUT_ORDER) {
            findings.add(table.file(), name, "de hit policy '%s' kent de procesmotor niet. Kies First.", each.getHitPolicy());
            sound = false;
        }
        for (Input input : inputs) {
            String text = input.getInputExpression() == null || input.getInputExpression().getText() == null ? ""
                    : input.getInputExpression().getText().getTextContent();
            String wrong = text.isBlank() ? "er staat niet wat er gelezen wordt" : feel.isExpression(text) ? null : "wat er gelezen wordt, " + NO_FEEL;
            if (wrong != null) {
                findings.add(table.file(), name, "de kolom '%s': %s. Verbeter de expressie van de kolom.", label(input), wrong);
                sound = false;
            }
        }
        int number = 0;
        for (Rule rule : each.getRules()) {
            number++;
            sound &= checkRule(table.file(), name, number, rule, inputs, outputs, findings);
            if (ours && !LISTS.contains(table.decision().getId()) && (rule.getDescription() == null
                    || !SENTENCE.matcher(rule.getDescription().getTextContent().strip()).matches())) {
                findings.add(table.file(), name, "regel %d zegt niet waarom. Vul bij Annotations een zin in, met een hoofdletter en een punt: "
                        + "gebruikers lezen die als reden.", number);
            }
        }
        if (ours && sound && !LISTS.contains(table.decision().getId())) {
            wordsAreOnTheirList(table.file(), name, each, inputs, outputs, findings);
            if (each.getHitPolicy() != HitPolicy.COLLECT && each.getHitPolicy() != HitPolicy.RULE_ORDER) {
                new TableCover(feel, each).gap().ifPresent(gap -> findings.add(table.file(), name,
                        "er is geen regel voor %s. Voeg een regel toe, of een laatste regel voor al het andere.", gap));
            }
            new TableCover(feel, each).neverHold().forEach(regel -> findings.add(table.file(), name,
                    "regel %s kan nooit gelden: geen antwoord past bij wat er staat. Zet de kleinste waarde voorop, en vergelijk getallen met getallen.", regel));
            if (each.getHitPolicy() == HitPolicy.FIRST) {
                new TableCover(feel, each).hidden().forEach((hidden, by) -> findings.add(table.file(), name,
                        "regel %s geldt nooit, want regel %s gaat altijd voor. Zet de regels in een andere volgorde, of maak regel %s preciezer.", hidden, by, by));
            }
            if (each.getHitPolicy() == HitPolicy.ANY) {
                findings.add(table.file(), name, "met hit policy Any faalt de tabel als twee regels gelden en niet hetzelfde zeggen. Kies First.");
            }
            if (each.getHitPolicy() == null || each.getHitPolicy() == HitPolicy.UNIQUE) {
                new TableCover(feel, each).overlaps().forEach(pair -> findings.add(table.file(), name,
                        "de regels %s gelden soms allebei, en dan faalt de tabel. Maak een van beide preciezer, of kies als hit policy First.", pair));
            }
        }
    }

    private boolean checkRule(String file, String name, int number, Rule rule, List<Input> inputs, List<Output> outputs, Findings findings) {
        boolean sound = true;
        List<InputEntry> conditions = List.copyOf(rule.getInputEntries());
        List<OutputEntry> results = List.copyOf(rule.getOutputEntries());
        if (conditions.size() != inputs.size() || results.size() != outputs.size()) {
            findings.add(file, name, "regel %d heeft niet evenveel vakken als er kolommen zijn. Sla de tabel opnieuw op in Camunda Modeler.", number);
            return false;
        }
        for (int i = 0; i < conditions.size(); i++) {
            String text = conditions.get(i).getTextContent().strip();
            String wrong = text.isEmpty() || text.equals("-") || feel.isTest(text) ? null : NO_FEEL;
            if (isNumber(inputs.get(i).getInputExpression().getTypeRef()) && THOUSANDS.matcher(text).find()) {
                findings.add(file, name, "regel %d, kolom '%s': '%s' leest de procesmotor als een getal met cijfers achter de komma. Schrijf duizendtallen zonder punt, zoals 50000.",
                        number, label(inputs.get(i)), text);
            }
            if (wrong != null) {
                findings.add(file, name, "regel %d, kolom '%s': '%s' %s. Zet tekst tussen aanhalingstekens, en vergelijk getallen met < of >.",
                        number, label(inputs.get(i)), text, wrong);
                sound = false;
            }
        }
        for (int i = 0; i < results.size(); i++) {
            String text = results.get(i).getTextContent().strip();
            String wrong = text.isEmpty() ? "is leeg" : feel.isExpression(text) ? null : NO_FEEL;
            if (wrong != null) {
                findings.add(file, name, "regel %d, kolom '%s': '%s' %s. Zet tekst tussen aanhalingstekens.", number, label(outputs.get(i)), text, wrong);
                sound = false;
            } else if (isNumber(outputs.get(i).getTypeRef()) && text.startsWith("\"")) {
                findings.add(file, name, "regel %d, kolom '%s': %s is tekst, maar de kolom geeft een getal. Zet het type van de kolom op string, of schrijf een getal.",
                        number, label(outputs.get(i)), text);
            }
        }
        return sound;
    }

    private static void wordsAreOnTheirList(String file, String name, DecisionTable table, List<Input> inputs, List<Output> outputs, Findings findings) {
        int number = 0;
        for (Rule rule : table.getRules()) {
            number++;
            List<InputEntry> conditions = List.copyOf(rule.getInputEntries());
            for (int i = 0; i < inputs.size(); i++) {
                offTheList(file, name, number, label(inputs.get(i)), words(inputs.get(i).getInputValues()), conditions.get(i).getTextContent(), findings);
            }
            List<OutputEntry> results = List.copyOf(rule.getOutputEntries());
            for (int i = 0; i < outputs.size(); i++) {
                offTheList(file, name, number, label(outputs.get(i)), words(outputs.get(i).getOutputValues()), results.get(i).getTextContent(), findings);
            }
        }
    }

    private static void offTheList(String file, String name, int number, String column, Set<String> list, String text, Findings findings) {
        if (!list.isEmpty()) {
            words(text).stream().filter(word -> !list.contains(word)).forEach(word -> findings.add(file, name,
                    "regel %d, kolom '%s': het woord \"%s\" staat niet op de lijst van die kolom (%s). Verbeter het woord, of zet het op de lijst.",
                    number, column, word, String.join(", ", list)));
        }
    }

    private static void requiresNoCircle(Models.TableModel table, Findings findings) {
        if (reaches(table.decision(), table.decision(), new HashSet<>())) {
            findings.add(table.file(), table.decision().getName(), "deze tabel heeft zichzelf nodig, door een kring van tabellen. Haal een van de pijlen weg.");
        }
    }

    private static boolean reaches(Decision from, Decision to, Set<String> seen) {
        return from.getInformationRequirements().stream().map(requirement -> requirement.getRequiredDecision())
                .filter(needed -> needed != null).anyMatch(needed -> needed.getId().equals(to.getId())
                        || seen.add(needed.getId()) && reaches(needed, to, seen));
    }

    private static boolean isNumber(String type) {
        return type != null && TableCover.NUMBERS.contains(type);
    }

    private static String label(Input input) {
        return Optional.ofNullable(input.getLabel()).filter(label -> !label.isBlank()).orElse(input.getId());
    }

    private static String label(Output output) {
        return Optional.ofNullable(output.getLabel()).filter(label -> !label.isBlank())
                .orElse(Optional.ofNullable(output.getName()).orElse(String.valueOf(output.getId())));
    }

    /** What a column of a table can give; nothing when there is no such table or list. */
    static Set<String> outputWords(Models.TableModel table, String column) {
        Set<String> words = new TreeSet<>();
        if (table != null) {
            table.decision().getChildElementsByType(DecisionTable.class).stream().flatMap(each -> each.getOutputs().stream())
                    .filter(output -> column.equals(output.getName())).forEach(output -> words.addAll(words(output.getOutputValues())));
        }
        return words;
    }

    static Set<String> words(UnaryTests values) {
        return values == null || values.getText() == null ? Set.of() : words(values.getText().getTextContent());
    }

    static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(WORD.matcher(text).results().map(match -> match.group(1)).toArray(String[]::new)));
    }
}
