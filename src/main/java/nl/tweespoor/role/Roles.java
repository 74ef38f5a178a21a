package nl.tweespoor.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The table of roles, {@code roles.csv}: one row for each group. Whoever is not in it may do nothing. */
@Component
class Roles {

    private final Map<String, Role> byGroup;

    @Autowired
    Roles() {
        this(onClasspath());
    }

    /** @throws IllegalStateException when a cell can't be read, or the rows are not those of our groups */
    Roles(InputStream csv) {
        byGroup = rows(csv).stream().collect(Collectors.toMap(Role::group, role -> role, (one, other) -> {
            throw new IllegalStateException("roles.csv has two rows for the group " + one.group());
        }, LinkedHashMap::new));
        Set<String> groups = Stream.concat(Stream.of(Group.values()).map(Group::id), Stream.of(Groups.CAMUNDA_ADMIN))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!groups.equals(new TreeSet<>(byGroup.keySet()))) {
            throw new IllegalStateException("roles.csv must have one row for each group: " + groups
                    + ", and has rows for " + new TreeSet<>(byGroup.keySet()));
        }
    }

    List<Role> all() {
        return List.copyOf(byGroup.values());
    }

    Optional<Role> of(String group) {
        return Optional.ofNullable(byGroup.get(group));
    }

    private static List<Role> rows(InputStream csv) {
        CsvMapper mapper = CsvMapper.csvBuilder().enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS).build();
        CsvSchema columns = mapper.schemaFor(Role.class).withHeader().withStrictHeaders(true).withColumnSeparator(';');
        try (MappingIterator<Role> rows = mapper.readerFor(Role.class).with(columns).readValues(csv)) {
            return rows.readAll();
        } catch (ValueInstantiationException e) {
            throw new IllegalStateException(e.getCause().getMessage() + " (line " + e.getLocation().getLineNr() + ")", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("roles.csv can't be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream onClasspath() {
        try {
            return new ClassPathResource("roles.csv").getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
