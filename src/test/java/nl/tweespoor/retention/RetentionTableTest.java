package nl.tweespoor.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputValues;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table says of everything how long and why, and one that doesn't is not put live. */
class RetentionTableTest {

    private static final Path FILE = Path.of("processes", "retention.dmn");

    private final RetentionTableCheck check = new RetentionTableCheck();

    @Test
    void tableOfTheRepositoryHasARowForEveryWordOfItsListAndPassesTheCheck() throws IOException {
        DmnModelInstance model = Dmn.readModelFromFile(FILE.toFile());
        RetentionTable table = RetentionTable.of(model);
        List<String> words = Arrays.stream(model.getModelElementsByType(InputValues.class).iterator().next().getText()
                .getTextContent().split(",")).map(word -> word.replace("\"", "")).toList();
        assertThat(table.rows().keySet()).isEqualTo(new java.util.LinkedHashSet<>(words));
        assertThat(new TreeSet<>(words)).hasSize(8);
        assertThat(model.getModelElementsByType(Rule.class)).allSatisfy(rule -> assertThat(rule.getDescription()
                .getTextContent()).matches("\\p{Lu}.{15,}\\.").containsAnyOf("AVG", "Archiefwet"));
        check.check(new DeployedResource("retention.dmn", Files.readAllBytes(FILE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "P2Y"|"2 jaar"|dossier-history
            "P2Y"|"P0D"|dossier-history
            "P2Y"|"P-1D"|dossier-history
            "never"|"P10Y"|general-ledger
            <text>"other-ledger"<|<text>"dossier-ledger"<|dossier-ledger
            <text>"other-ledger"<|<text>"toys"<|toys
            """)
    void tableThatCannotBeCarriedOutIsRefusedInDutch(String good, String bad, String named) throws IOException {
        String table = Files.readString(FILE);
        assertThat(table).contains(good);
        DeployedResource changed = new DeployedResource("x/retention.dmn", table.replace(good, bad).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> check.check(changed)).isInstanceOf(Refusal.class)
                .hasMessageContaining("Bewaartermijnen").hasMessageContaining(named);
    }

    @Test
    void otherTablesPass() throws IOException {
        check.check(new DeployedResource("periods.dmn", Files.readAllBytes(Path.of("processes", "periods.dmn"))));
        String mentionsIt = Files.readString(Path.of("processes", "periods.dmn")).replaceFirst("</description>", " \"retention\"$0");
        check.check(new DeployedResource("periods.dmn", mentionsIt.getBytes(StandardCharsets.UTF_8)));
        check.check(new DeployedResource("x.dmn", "<\"retention\"".getBytes(StandardCharsets.UTF_8)));
    }
}
