package nl.tweespoor.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.tweespoor.overview.CsvRows;
import org.springframework.stereotype.Component;

/** A table that every spreadsheet opens. */
@Component
class CsvFormat implements Format {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String contentType() {
        return CsvRows.CONTENT_TYPE;
    }

    @Override
    public Order order() {
        return Order.NEWEST_FIRST;
    }

    @Override
    public void write(About about, Consumer<Consumer<Registered>> decisions, OutputStream out) throws IOException {
        CsvRows rows = new CsvRows(out);
        rows.add(Stream.of(ExportColumn.values()).map(ExportColumn::title).toList());
        decisions.accept(one -> {
            try {
                rows.add(Stream.of(ExportColumn.values()).map(column -> cell(column, one)).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        rows.flush();
    }

    private static String cell(ExportColumn column, Registered one) {
        return column == ExportColumn.AT ? CsvRows.moment(one.at()) : column.text(one);
    }
}
