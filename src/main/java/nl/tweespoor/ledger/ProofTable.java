package nl.tweespoor.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of a proof for a spreadsheet, as {@code FORMAT.md} says to the byte: who verifies it makes it anew from the entries. */
final class ProofTable {

    private static final String MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("(?s)[ \\t\\r\\n]*[=+@-].*");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    ProofTable() {
        lines.writeBytes(MARK.getBytes(StandardCharsets.UTF_8));
        line("sequence", "recordedAt", "kind", "process", "processVersion", "elementName", "actor", "outcome", "againstAdvice", "disclosed");
    }

    void add(Row row) {
        line(row.sequence(), Moment.written(row.recordedAt()), row.kind(), row.process(), row.processVersion(), row.elementName(),
                row.actor(), row.outcome(), row.againstAdvice(), values(row.disclosed()));
    }

    /** Nothing of what can't be read: that the verifier reports. */
    private static String values(String disclosed) {
        try {
            return JsonReading.disclosed(disclosed).entrySet().stream()
                    .map(one -> one.getKey() + ": " + Objects.toString(one.getValue().value(), "")).collect(Collectors.joining("\n"));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    void writeTo(OutputStream out) throws IOException {
        lines.writeTo(out);
    }

    private void line(Object... cells) {
        lines.writeBytes(Stream.of(cells).map(cell -> cell(Objects.toString(cell, ""))).collect(Collectors.joining(";", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(String text) {
        return '"' + (FORMULA.matcher(text).matches() ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
