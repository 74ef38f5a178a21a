package nl.tweespoor.overview;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import nl.tweespoor.engine.DutchTime;

/**
 * A table as Excel and LibreOffice in Dutch open it at once: semicolons, and the mark by which they know UTF-8. What a spreadsheet
 * would reckon with stands behind an apostrophe (OWASP, CSV injection).
 */
public final class CsvRows {

    public static final String CONTENT_TYPE = "text/csv;charset=UTF-8";

    private static final String MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@\\t\\r].*");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final CsvMapper CSV = CsvMapper.csvBuilder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();
    private static final CsvSchema SEMICOLONS = CsvSchema.emptySchema().withColumnSeparator(';').withLineSeparator("\r\n");

    private final Writer text;
    private final SequenceWriter rows;

    public CsvRows(OutputStream out) throws IOException {
        text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MARK);
        rows = CSV.writerFor(String[].class).with(SEMICOLONS).writeValues(text);
    }

    public void add(List<String> cells) throws IOException {
        rows.write(cells.stream().map(CsvRows::harmless).toArray(String[]::new));
    }

    /** What was added is sent; more may come. */
    public void flush() throws IOException {
        rows.flush();
        text.flush();
    }

    public static String moment(Instant at) {
        return at.atZone(DutchTime.ZONE).format(MOMENT);
    }

    public static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
