package nl.tweespoor.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import nl.tweespoor.engine.DutchTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** A workbook: how it was filtered on the first sheet, decisions on the next, and on more when they don't fit on one. */
@Component
class XlsxFormat implements Format {

    private static final String PROGRAM = "Tweespoor";
    private static final String VERSION = "01.0000";
    private static final int ROWS_ON_A_SHEET = 1_000_000;
    private static final int ROWS_IN_MEMORY = 500;
    /** Of Excel. */
    private static final int LONGEST_CELL = 32_767;
    private static final String CUT = " […]";

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public Order order() {
        return Order.NEWEST_FIRST;
    }

    @Override
    public void write(About about, Consumer<Consumer<Registered>> decisions, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(StreamUtils.nonClosing(out), PROGRAM, VERSION)) {
            aboutIt(book, about);
            Sheets sheets = new Sheets(book);
            try {
                decisions.accept(sheets::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            sheets.finish();
        }
    }

    private static void aboutIt(Workbook book, About about) throws IOException {
        Worksheet sheet = book.newWorksheet("Over deze lijst");
        sheet.width(0, 24);
        sheet.width(1, 80);
        int row = 0;
        row = line(sheet, row, "Wat", "Besluiten uit het register van Tweespoor");
        row = line(sheet, row, "Gemaakt door", about.by());
        row = line(sheet, row, "Gemaakt op", about.at());
        for (var asked : about.asked().entrySet()) {
            row = line(sheet, row, asked.getKey(), asked.getValue());
        }
        if (about.asked().isEmpty()) {
            line(sheet, row, "Filter", "Geen: alle besluiten");
        }
        sheet.finish();
    }

    private static int line(Worksheet sheet, int row, String name, String value) {
        sheet.inlineString(row, 0, name);
        sheet.style(row, 0).bold().set();
        sheet.inlineString(row, 1, fitting(value));
        return row + 1;
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - CUT.length()) + CUT;
    }

    /** Gives the rows on as soon as there are some; what is in memory stays the same. */
    private static final class Sheets {

        private final Workbook book;
        private Worksheet sheet;
        private int sheets;
        private int row;

        Sheets(Workbook book) {
            this.book = book;
            begin();
        }

        private void begin() {
            sheets++;
            sheet = book.newWorksheet(sheets == 1 ? "Besluiten" : "Besluiten " + sheets);
            sheet.freezePane(0, 1);
            for (ExportColumn column : ExportColumn.values()) {
                sheet.width(column.ordinal(), column.width());
                sheet.inlineString(0, column.ordinal(), column.title());
                sheet.style(0, column.ordinal()).bold().set();
            }
            row = 1;
        }

        void add(Registered one) {
            try {
                if (row > ROWS_ON_A_SHEET) {
                    sheet.finish();
                    begin();
                }
                for (ExportColumn column : ExportColumn.values()) {
                    cell(column, one);
                }
                if (++row % ROWS_IN_MEMORY == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void cell(ExportColumn column, Registered one) {
            switch (column) {
                case AT -> {
                    sheet.value(row, column.ordinal(), one.at().atZone(DutchTime.ZONE).toLocalDateTime());
                    sheet.style(row, column.ordinal()).format("dd-mm-yyyy hh:mm:ss").set();
                }
                case SEQUENCE -> sheet.value(row, column.ordinal(), one.sequence());
                default -> sheet.inlineString(row, column.ordinal(), fitting(column.text(one)));
            }
        }

        void finish() throws IOException {
            sheet.finish();
        }
    }
}
