package nl.tweespoor.upgrade;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ShippedFileRepository {

    private final JdbcClient jdbc;

    ShippedFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    Map<String, ShippedFile> all() {
        return jdbc.sql("select name, offered, taken from shipped_file order by name").query((row, index) ->
                new ShippedFile(row.getString(1), row.getBytes(2), row.getBytes(3))).list().stream()
                .collect(Collectors.toMap(ShippedFile::name, Function.identity()));
    }

    void settle(String name) {
        jdbc.sql("update shipped_file set taken = offered where name = ?").param(name).update();
    }

    void replaceAll(Collection<ShippedFile> files) {
        jdbc.sql("delete from shipped_file").update();
        files.forEach(file -> jdbc.sql("insert into shipped_file (name, offered, taken) values (?, ?, ?)")
                .params(Arrays.asList(file.name(), file.offered(), file.taken())).update());
    }
}
