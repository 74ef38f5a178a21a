package nl.tweespoor.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final Path TABLE = Path.of("src/main/resources/roles.csv");

    @Test
    void readmeShowsTheTableThatHolds() throws IOException {
        List<List<String>> table = Files.readAllLines(TABLE).stream().map(line -> cells(line, ";")).toList();
        String section = Files.readString(Path.of("README.md")).split("\n## Roles\n")[1].split("\n## ")[0];
        List<List<String>> shown = section.lines().filter(line -> line.startsWith("| "))
                .map(line -> cells(line.substring(1, line.length() - 1), "\\|")).toList();

        assertThat(shown).isEqualTo(table);
    }

    @Test
    void onlyTheAdministratorAdministersAndTheAuditorDoesNothing() {
        Roles roles = new Roles();

        assertThat(roles.all()).filteredOn(Role::isAdministrator).extracting(Role::group).containsExactly("camunda-admin");
        assertThat(roles.all()).filteredOn(Role::mayDeploy).extracting(Role::group)
                .containsExactly("process-owner", "camunda-admin");
        assertThat(roles.of("auditor")).hasValueSatisfying(auditor -> {
            assertThat(auditor.processes()).isEmpty();
            assertThat(auditor.worksOnOwnTasks()).isFalse();
            assertThat(auditor.readsEverything()).isTrue();
        });
    }

    @Test
    void anUnknownWordStopsTheStart() {
        for (String word : List.of("tasklst", "own task", "alles", "")) {
            isRefused(table().replaceFirst("(?m)^board;(.*?);.*?;", "board;$1;" + word + ";"), "'opens'");
        }
        isRefused(table().replaceFirst("own tasks;own tasks, diagrams", "own tasks;own tasks, diagram"), "'reads'");
        isRefused(table().replaceFirst("own tasks;", "all tasks;"), "'works on'");
        isRefused(table().replaceFirst("no;no", "no;perhaps"), "'administers'");
        isRefused(table().replaceFirst("no;no", "ja;no"), "'deploys'");
    }

    @Test
    void anUnknownOrForgottenGroupStopsTheStart() {
        isRefused(table().replace("\nboard;", "\nboards;"), "one row for each group");
        isRefused(table().replaceFirst("(?m)^auditor;.*\n", ""), "one row for each group");
        isRefused(table() + table().lines().skip(1).findFirst().orElseThrow() + "\n", "two rows for the group board");
    }

    @Test
    void anUnknownOrForgottenColumnStopsTheStart() {
        isRefused(table().replaceFirst("deploys", "deploy"), "can't be read");
        isRefused(table().replaceFirst("no;no\n", "no\n"), "can't be read");
        isRefused(table().replaceFirst("no;no\n", "no;no;no\n"), "can't be read");
    }

    private static void isRefused(String table, String because) {
        assertThatThrownBy(() -> new Roles(csv(table)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("roles.csv").hasMessageContaining(because);
    }

    static InputStream csv(String table) {
        return new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
    }

    static String table() {
        try {
            return Files.readString(TABLE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> cells(String line, String separator) {
        return Arrays.stream(line.split(separator)).map(String::strip).toList();
    }
}
