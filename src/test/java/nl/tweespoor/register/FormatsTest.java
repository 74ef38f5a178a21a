package nl.tweespoor.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.recording.RecordedDecision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file goes out while it is read: what isn't sent yet is little, however large it becomes. */
class FormatsTest {

    private static final int DECISIONS = 50_000;

    static Stream<Format> formats() {
        return Stream.of(new CsvFormat(), new XlsxFormat(), new XesFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void halfOfItIsSentWhenHalfOfItIsRead(Format format) throws IOException {
        Counted out = new Counted();
        long[] halfWay = new long[1];
        format.write(new About("Auditor", "nu", Map.of()), each -> {
            for (int i = 0; i < DECISIONS; i++) {
                each.accept(decision(i));
                if (i == DECISIONS / 2) {
                    halfWay[0] = out.written;
                }
            }
        }, out);

        assertThat(halfWay[0]).isBetween(out.written * 4 / 10, out.written * 6 / 10);
        assertThat(out.closed).isFalse();
    }

    private static Registered decision(int number) {
        RecordedDecision decision = new RecordedDecision(number, Instant.EPOCH,
                new Entry.Step("selection", 1, "UserTask_SelectOpportunity", "Kans selecteren"), "", "Selecteren", "board",
                "Raad van Bestuur", List.of("board"), "Reden " + number * 7919L, Optional.empty(), List.of());
        return new Registered("I-2026-" + number / 10, number, Instant.EPOCH, "Titel " + number, "Selectie", Optional.of(decision));
    }

    private static final class Counted extends OutputStream {

        private long written;
        private boolean closed;

        @Override
        public void write(int b) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            written += length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
