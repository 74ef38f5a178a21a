package nl.tweespoor.walk;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Counts how many rows H2 goes along for a question, which no clock disturbs. PostgreSQL chooses by what its tables hold at the
 * moment, and with the little of a test it always reads all.
 */
public class CountsScannedRows extends JdbcTemplate {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private long scanned;

    public CountsScannedRows(DataSource dataSource) {
        super(dataSource);
    }

    public long scanned() {
        return scanned;
    }

    @Override
    public <T> T query(PreparedStatementCreator question, PreparedStatementSetter setter, ResultSetExtractor<T> reader) {
        super.query(connection -> question.createPreparedStatement(explaining(connection)), setter, plan -> {
            plan.next();
            scanned += SCANNED.matcher(plan.getString(1)).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
            return null;
        });
        return super.query(question, setter, reader);
    }

    private static Connection explaining(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = "explain analyze " + arguments[0];
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
