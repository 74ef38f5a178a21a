package nl.tweespoor.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the test table of a decision ({@code mandate.txt} for {@code mandate.dmn}). Left of the double bar are the
 * variables that go in, an empty one is not known; right of it is what must come out, of every rule that fires.
 *
 * @param expected by output, the values of the rules that fire; {@code reason} holds words from each rule's annotation
 */
record Case(String decision, Map<String, Object> known, List<String> inputs, Map<String, List<String>> expected) {

    static List<Case> of(String decision) {
        List<String> lines = lines(decision);
        String[] header = lines.get(0).split("\\|\\|");
        List<String> inputs = cells(header[0]);
        List<String> outputs = cells(header[1]);
        List<Case> cases = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] sides = line.split("\\|\\|");
            List<String> values = cells(sides[0]);
            List<String> results = cells(sides[1]);
            if (values.size() != inputs.size() || results.size() != outputs.size()) {
                throw new IllegalStateException("doesn't fit the header of " + decision + ".txt: " + line);
            }
            Map<String, Object> known = new LinkedHashMap<>();
            for (int i = 0; i < inputs.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    known.put(inputs.get(i), value(values.get(i)));
                }
            }
            Map<String, List<String>> expected = new LinkedHashMap<>();
            for (int i = 0; i < outputs.size(); i++) {
                expected.put(outputs.get(i), Arrays.stream(results.get(i).split(";")).map(String::strip).toList());
            }
            cases.add(new Case(decision, known, inputs, expected));
        }
        return cases;
    }

    /** Unknown as a form leaves it after it was emptied: the variable is there, its value is null. */
    Map<String, Object> withNulls() {
        Map<String, Object> variables = new HashMap<>(known);
        inputs.forEach(input -> variables.putIfAbsent(input, null));
        return variables;
    }

    @Override
    public String toString() {
        return decision + " " + known + " -> " + expected;
    }

    private static Object value(String cell) {
        if (cell.matches("-?\\d+")) {
            return Integer.valueOf(cell);
        }
        return cell.matches("-?\\d+\\.\\d+") ? Double.valueOf(cell) : cell;
    }

    private static List<String> cells(String side) {
        return Arrays.stream(side.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<String> lines(String decision) {
        try (InputStream file = Case.class.getResourceAsStream(decision + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no test table " + decision + ".txt for " + decision + ".dmn");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
