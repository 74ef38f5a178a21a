package nl.tweespoor.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import nl.tweespoor.reading.Reading.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who read what, with the fields of NEN 7513 as a model: who, in which roles, when, from where, what, which action, and
 * whether it was given. It is written before the page is answered, in a transaction of its own. What can't be written is said
 * in the log of the server and keeps nobody from reading: a full disk would else close every dossier.
 */
@Component
public class ReadingLog {

    private static final Logger log = LoggerFactory.getLogger(ReadingLog.class);
    private static final int LONGEST = 400;
    private static final String BETWEEN = ", ";

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final TransactionTemplate ownTransaction;

    ReadingLog(JdbcClient jdbc, CurrentUser currentUser, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whoever is logged in gets this. */
    public void gives(Action action, Subject subject) {
        add(action, subject, false);
    }

    /** Whoever is logged in does not get this. */
    public void refuses(Action action, Subject subject) {
        add(action, subject, true);
    }

    /** Newest first, by {@code reading_of_dossier}. */
    public List<Reading> of(String dossierNumber, int most) {
        return jdbc.sql("select read_at, user_id, roles, kind, detail, dossier_number, action, refused, source from reading"
                        + " where dossier_number = :number order by id desc fetch first " + most + " rows only")
                .param("number", dossierNumber).query(ReadingLog::reading).list();
    }

    public long count(String dossierNumber) {
        return jdbc.sql("select count(*) from reading where dossier_number = :number").param("number", dossierNumber)
                .query(Long.class).single();
    }

    /** Takes away what was read before this moment. */
    public int forgetBefore(Instant moment) {
        return jdbc.sql("delete from reading where read_at < :moment").param("moment", utc(moment)).update();
    }

    private void add(Action action, Subject subject, boolean refused) {
        currentUser.id().ifPresent(userId -> add(new Reading(EngineClock.precise(), userId, currentUser.groups(), subject,
                action, refused, source())));
    }

    private void add(Reading reading) {
        try {
            ownTransaction.executeWithoutResult(transaction -> jdbc.sql("insert into reading (read_at, user_id, roles, kind,"
                            + " detail, dossier_number, action, refused, source) values (:at, :user, :roles, :kind, :detail,"
                            + " :number, :action, :refused, :source)")
                    .param("at", utc(reading.at())).param("user", reading.userId())
                    .param("roles", String.join(BETWEEN, reading.roles())).param("kind", reading.subject().kind().name())
                    .param("detail", shortened(reading.subject().detail())).param("number", reading.subject().dossierNumber())
                    .param("action", reading.action().name()).param("refused", reading.refused())
                    .param("source", reading.source()).update());
        } catch (DataAccessException | TransactionException e) {
            log.error("Deze inzage kon niet worden vastgelegd: {}", reading, e);
        }
    }

    /** Of what someone typed in an address; PostgreSQL keeps no text with a zero in it. */
    private static String shortened(String typed) {
        String detail = typed.replace("\0", "");
        return detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }

    private static String source() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance).map(ServletRequestAttributes.class::cast)
                .map(ServletRequestAttributes::getRequest).map(HttpServletRequest::getRemoteAddr).orElse("");
    }

    private static Reading reading(ResultSet row, int index) throws SQLException {
        String roles = row.getString(3);
        return new Reading(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString(2),
                roles.isEmpty() ? List.of() : List.of(roles.split(BETWEEN)),
                new Subject(Kind.valueOf(row.getString(4)), row.getString(5), row.getString(6)),
                Action.valueOf(row.getString(7)), row.getBoolean(8), row.getString(9));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
