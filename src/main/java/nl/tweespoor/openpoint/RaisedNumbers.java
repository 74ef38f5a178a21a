package nl.tweespoor.openpoint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.engine.ErasureRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What someone raised stands twice: under the number that it had until its dossier was chosen, and in that dossier. */
@Component
class RaisedNumbers implements ErasureRule {

    private static final String POINTS = " from ACT_HI_VARINST V join ACT_HI_PROCINST P on P.ID_ = V.PROC_INST_ID_ where V.NAME_ = :name and ";

    private final JdbcClient jdbc;

    RaisedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> alsoUnder(String number) {
        Set<String> others = new HashSet<>(of("select V.TEXT_" + POINTS + "P.BUSINESS_KEY_ = :number and V.TEXT_ is not null", number));
        others.addAll(of("select P.BUSINESS_KEY_" + POINTS + "V.TEXT_ = :number", number));
        return others;
    }

    private Set<String> of(String question, String number) {
        return jdbc.sql(question).param("name", ModelIds.RAISED_AS).param("number", number).query(String.class).set();
    }

    @Override
    public Optional<String> kept(String number, String name) {
        return Optional.empty();
    }

    @Override
    public void erased(String number, String text) {
        // The engine and the ledger hold all there is of it.
    }
}
