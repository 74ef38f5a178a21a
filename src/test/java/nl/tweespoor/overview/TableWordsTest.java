package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a cell of a table is said in Dutch. */
class TableWordsTest {

    private static final Pattern CELL = Pattern.compile("<(?:input|output)Entry[^>]*>\\s*<text>([^<]*)</text>");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''|''
            -|''
            "high"|hoog
            "much","some"|veel of wat
            > 50000|meer dan 50.000
            >= 0|0 of meer
            < 0|minder dan 0
            <= 7.5|7,5 of minder
            [0..20000]|vanaf 0 tot en met 20.000
            (20000..50000]|meer dan 20.000 tot en met 50.000
            [1..5)|vanaf 1, minder dan 5
            1|1
            "vingerafdruk"|vingerafdruk
            not("high")|not("high")
            """)
    void aCellIsRead(String feel, String words) {
        assertThat(TableWords.cell(feel)).isEqualTo(words);
    }

    @Test
    void numbersThatWereGivenAreWrittenTheDutchWay() {
        assertThat(List.of(TableWords.value(40100.0), TableWords.value(2.5), TableWords.value("high"))).containsExactly("40.100", "2,5", "hoog");
    }

    /** Else a page would tell a variable. */
    @Test
    void everyWordOfOurTablesIsTranslated() throws Exception {
        for (Path table : Files.list(Path.of("processes")).filter(file -> file.toString().matches(".*(?<!periods|retention)\\.dmn")).toList()) {
            String file = Files.readString(table);
            CELL.matcher(file).results().map(cell -> cell.group(1).strip()).filter(cell -> cell.matches("\"[a-z][A-Za-z]*\"")).forEach(cell ->
                    assertThat(cell.equals("\"later\"") || !TableWords.cell(cell).equals(cell.replace("\"", ""))).as(table + " " + cell).isTrue());
        }
    }
}
