package nl.tweespoor.register;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.engine.DutchTime;
import org.springframework.stereotype.Component;

/**
 * As Excel and LibreOffice in Dutch open it at once: semicolons, and the mark by which they know UTF-8. What a spreadsheet would
 * reckon with stands behind an apostrophe (OWASP, CSV injection).
 */
@Component
class CsvFormat implements Format {

    private static final String MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@\\t\\r].*");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final CsvMapper CSV = CsvMapper.csvBuilder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();
    private static final CsvSchema SEMICOLONS = CsvSchema.emptySchema().withColumnSeparator(';').withLineSeparator("\r\n");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String contentType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public Order order() {
        return Order.NEWEST_FIRST;
    }

    @Override
    public void write(About about, Consumer<Consumer<Registered>> decisions, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        SequenceWriter rows = CSV.writerFor(String[].class).with(SEMICOLONS).writeValues(text);
        rows.write(Stream.of(ExportColumn.values()).map(ExportColumn::title).toArray(String[]::new));
        decisions.accept(one -> {
            try {
                rows.write(Stream.of(ExportColumn.values()).map(column -> cell(column, one)).toArray(String[]::new));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        rows.flush();
        text.flush();
    }

    private static String cell(ExportColumn column, Registered one) {
        return column == ExportColumn.AT ? one.at().atZone(DutchTime.ZONE).format(MOMENT) : harmless(column.text(one));
    }

    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
