package nl.tweespoor.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where people begin, by the table of roles. */
class RolePagesTest {

    private static final Path TABLE = Path.of("src/main/resources/roles.csv");

    /** With a table in which only these groups may open the register. */
    private static RolePages registerFor(String... groups) throws IOException {
        String table = Files.readString(TABLE).replace(", register", "");
        for (String group : groups) {
            table = table.replaceFirst("(?m)^(" + group + ";[^;]*;[^;]*)", "$1, register");
        }
        return new RolePages(new Roles(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anAuditorBeginsAtTheRegisterOnceThatIsOpen() throws IOException {
        assertThat(registerFor().startOf(List.of("auditor"))).isEqualTo("/");
        assertThat(registerFor("board").startOf(List.of("auditor"))).isEqualTo("/");
        assertThat(registerFor("auditor").startOf(List.of("auditor"))).isEqualTo("/register");
        assertThat(registerFor("auditor").startOf(List.of("employee", "auditor", "team-zonnehof"))).isEqualTo("/register");
    }

    @Test
    void whoeverHasWorkBeginsThere() throws IOException {
        RolePages pages = registerFor("auditor", "board");

        assertThat(pages.startOf(List.of("board"))).isEqualTo("/");
        assertThat(pages.startOf(List.of("auditor", "finance"))).isEqualTo("/");
        assertThat(pages.startOf(List.of())).isEqualTo("/");
        assertThat(pages.startOf(List.of("process-owner"))).isEqualTo("/processes");
        assertThat(pages.startOf(List.of("process-owner", "finance"))).isEqualTo("/");
    }
}
