package nl.tweespoor.lesson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.engine.ErasureRule;
import nl.tweespoor.engine.RemovalRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lessons, as long as the ledger of their dossier is there. */
@Component
class LessonRepository implements RemovalRule, ErasureRule {

    private static final String SELECT = "select dossier_number, title, ending, theme, technology, teams, advice, went_well, went_wrong, owner,"
            + " recorded_at, recorded_by, decision, change_kind, decision_reason from lesson";
    private static final String NEWEST_FIRST = " order by recorded_at desc, id";
    private static final List<String> TYPED = List.of("title", "technology", "advice", "went_well", "went_wrong", "decision_reason");

    private final JdbcClient jdbc;

    LessonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, Lesson lesson) {
        jdbc.sql("insert into lesson (id, dossier_number, title, ending, theme, technology, teams, advice, went_well, went_wrong, owner, recorded_at,"
                        + " recorded_by) values (:id, :dossier, :title, :ending, :theme, :technology, :teams, :advice, :well, :wrong, :owner, :now, :by)")
                .param("id", id).param("dossier", lesson.dossier()).param("title", lesson.title()).param("ending", lesson.ending())
                .param("theme", lesson.theme()).param("technology", lesson.technology()).param("teams", String.join(" ", lesson.teams()))
                .param("advice", lesson.advice()).param("well", lesson.wentWell()).param("wrong", lesson.wentWrong())
                .param("owner", lesson.owner()).param("now", Timestamp.from(lesson.recordedAt())).param("by", lesson.recordedBy()).update();
    }

    void decide(String id, String decision, String changeKind, String reason) {
        jdbc.sql("update lesson set decision = :decision, change_kind = :kind, decision_reason = :reason where id = :id")
                .param("decision", decision).param("kind", changeKind).param("reason", reason).param("id", id).update();
    }

    List<Lesson> of(String dossier) {
        return jdbc.sql(SELECT + " where dossier_number = :dossier" + NEWEST_FIRST).param("dossier", dossier)
                .query((row, index) -> lesson(row)).list();
    }

    /** Newest first. */
    List<Lesson> ofOthers(String dossier, int most) {
        return jdbc.sql(SELECT + " where dossier_number <> :dossier" + NEWEST_FIRST + " fetch first :most rows only").param("dossier", dossier)
                .param("most", most).query((row, index) -> lesson(row)).list();
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        return new Lesson(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                Set.copyOf(List.of(row.getString(6).split(" "))), row.getString(7), row.getString(8), row.getString(9), row.getString(10),
                row.getTimestamp(11).toInstant(), row.getString(12), row.getString(13), row.getString(14), row.getString(15));
    }

    /** Each text of a lesson was an answer on a form, and so has an entry in the ledger. */
    @Override
    public Optional<String> kept(String number, String name) {
        return Optional.empty();
    }

    @Override
    public void erased(String number, String text) {
        TYPED.forEach(column -> jdbc.sql("update lesson set " + column + " = :erased where " + column + " = :text and dossier_number = :number")
                .param("erased", DossierValues.ERASED).param("text", text).param("number", number).update());
    }

    @Override
    public void removed(String number) {
        jdbc.sql("delete from lesson where dossier_number = :number").param("number", number).update();
    }
}
