package nl.tweespoor.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which words so many decisions have that it is quicker to go along the newest decisions than to find all that have it. */
@Component
class CommonWords {

    static final int MANY = 20_000;

    private final JdbcClient jdbc;

    CommonWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param beginning of the word; how many more than many there are isn't counted */
    boolean holds(String beginning) {
        String after = SearchWords.after(beginning);
        return jdbc.sql("select count(*) from (select 1 from register_word where word >= :beginning"
                        + (after == null ? "" : " and word < :after") + " fetch first " + MANY + " rows only) w")
                .param("beginning", beginning).param("after", after).query(Long.class).single() == MANY;
    }
}
