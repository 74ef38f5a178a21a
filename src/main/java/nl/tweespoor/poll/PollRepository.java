package nl.tweespoor.poll;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.ErasureRule;
import nl.tweespoor.engine.RemovalRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Polls, invitations and answers. An answer names no invitation, and an invitation is gone once it was used. */
@Component
class PollRepository implements RemovalRule, ErasureRule {

    /** Starts the code of a word, which no question is called. */
    private static final String CODE = "peiling-";
    private static final int CODE_LENGTH = 8;

    private final JdbcClient jdbc;

    PollRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String open(String dossierNumber, String moment, String team, String question1, String question2, Instant until) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into support_poll (id, dossier_number, poll_moment, team_name, question1, question2, until_at, asked, opened_at)"
                        + " values (:id, :dossier, :moment, :team, :question1, :question2, :until, 0, :now)")
                .param("id", id).param("dossier", dossierNumber).param("moment", moment).param("team", team)
                .param("question1", question1)
                .param("question2", question2).param("until", Timestamp.from(until)).param("now", Timestamp.from(EngineClock.now())).update();
        return id;
    }

    void invite(String poll, String tokenHash) {
        jdbc.sql("insert into support_poll_invitation (token_hash, poll_id) values (:hash, :poll)")
                .param("hash", tokenHash).param("poll", poll).update();
        addAsked(poll, 1);
    }

    void addAsked(String poll, int people) {
        jdbc.sql("update support_poll set asked = asked + :people where id = :poll").param("people", people).param("poll", poll).update();
    }

    /** None when it was used, was never given, or is of a poll that closed. */
    Optional<Poll> invitedTo(String tokenHash) {
        return jdbc.sql("select p.id, p.question1, p.question2, p.until_at from support_poll_invitation i"
                        + " join support_poll p on p.id = i.poll_id where i.token_hash = :hash and p.until_at > :now")
                .param("hash", tokenHash).param("now", Timestamp.from(EngineClock.now()))
                .query((row, index) -> new Poll(row.getString(1), row.getString(2), row.getString(3), row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** Of two who use it at once, one does. */
    boolean use(String tokenHash) {
        return jdbc.sql("delete from support_poll_invitation where token_hash = :hash").param("hash", tokenHash).update() == 1;
    }

    void add(String poll, PollAnswer answer) {
        jdbc.sql("insert into support_poll_answer (id, poll_id, answer1, answer2, free_word) values (:id, :poll, :first, :second, :words)")
                .param("id", UUID.randomUUID().toString()).param("poll", poll).param("first", answer.first())
                .param("second", answer.second()).param("words", answer.words()).update();
    }

    int asked(String poll) {
        return jdbc.sql("select asked from support_poll where id = :poll").param("poll", poll).query(Integer.class).single();
    }

    int answered(String poll) {
        return jdbc.sql("select count(*) from support_poll_answer where poll_id = :poll").param("poll", poll).query(Integer.class).single();
    }

    /** In whole percents, over all polls of that moment that had enough answers; null when none had. */
    Integer share(String dossierNumber, String moment, String team, String word) {
        return jdbc.sql("select cast(round(100.0 * sum(said) / sum(answered)) as integer) from (select count(a.id) as answered,"
                        + " sum(case when a.answer1 = :word then 1 else 0 end) as said from support_poll p join support_poll_answer a on a.poll_id = p.id"
                        + " where p.dossier_number = :dossier and p.poll_moment = :moment and coalesce(p.team_name, '') = :team"
                        + " group by p.id having count(a.id) >= :fewest) counted").param("word", word).param("dossier", dossierNumber)
                .param("moment", moment).param("team", team == null ? "" : team).param("fewest", PollResults.FEWEST_ANSWERS)
                .query((row, index) -> (Integer) row.getObject(1)).list().get(0);
    }

    /**
     * In whole percents, of who answered the first question after the start, in the team (or at the moment) where most said this word.
     * Only of polls that closed with enough answers; null when none did.
     */
    Integer highestShare(String dossierNumber, String before, String word) {
        return jdbc.sql("select max(cast(round(100.0 * said / answered) as integer)) from (select p.poll_moment, p.team_name,"
                        + " sum(counted.said) as said, sum(counted.answered) as answered from support_poll p join (select a.poll_id as poll_id,"
                        + " count(a.id) as answered, sum(case when a.answer1 = :word then 1 else 0 end) as said from support_poll_answer a"
                        + " group by a.poll_id having count(a.id) >= :fewest) counted on counted.poll_id = p.id"
                        + " where p.dossier_number = :dossier and p.poll_moment <> :before and p.until_at <= :now"
                        + " group by p.poll_moment, p.team_name) shares").param("word", word).param("fewest", PollResults.FEWEST_ANSWERS)
                .param("dossier", dossierNumber).param("before", before).param("now", Timestamp.from(EngineClock.now()))
                .query((row, index) -> (Integer) row.getObject(1)).list().get(0);
    }

    /**
     * One question of one poll, with how many said what.
     *
     * @param moment in the life of the dossier
     * @param team   whose moment that is; null for the whole dossier
     * @param closed whether nobody can answer it any more
     */
    record Result(String moment, String team, String question, int asked, int answered, int yes, int partly, int no, boolean closed) {
    }

    /** Of all polls of a dossier, oldest first. */
    List<Result> results(String dossierNumber) {
        return jdbc.sql("select p.poll_moment, q.number, case when q.number = 1 then p.question1 else p.question2 end, p.asked, count(a.id),"
                        + " sum(case when (case when q.number = 1 then a.answer1 else a.answer2 end) = 'yes' then 1 else 0 end),"
                        + " sum(case when (case when q.number = 1 then a.answer1 else a.answer2 end) = 'partly' then 1 else 0 end),"
                        + " sum(case when (case when q.number = 1 then a.answer1 else a.answer2 end) = 'no' then 1 else 0 end), p.team_name, p.until_at"
                        + " from support_poll p join (select 1 as number union all select 2 as number) q on q.number = 1 or p.question2 is not null"
                        + " left join support_poll_answer a on a.poll_id = p.id where p.dossier_number = :dossier"
                        + " group by p.id, p.poll_moment, q.number, p.question1, p.question2, p.asked, p.opened_at, p.team_name, p.until_at order by p.opened_at, q.number")
                .param("dossier", dossierNumber).query((row, index) -> new Result(row.getString(1), row.getString(9), row.getString(3),
                        row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7), row.getInt(8), !row.getTimestamp(10).toInstant().isAfter(EngineClock.now())))
                .list();
    }

    /**
     * What someone said in own words.
     *
     * @param code by which privacy and quality ask to erase it
     */
    record Word(String code, String text) {
    }

    /** Of the first poll of a dossier, its first or second question; empty when there was none. */
    Optional<String> firstQuestion(String dossierNumber, long number) {
        return jdbc.sql("select " + (number == 1 ? "question1" : "question2") + " from support_poll where dossier_number = :dossier order by opened_at"
                + " fetch first 1 rows only").param("dossier", dossierNumber).query((row, index) -> Optional.ofNullable(row.getString(1))).stream()
                .flatMap(Optional::stream).findFirst();
    }

    /** The accounts and addresses that were asked for the same moment by another poll since then. */
    Set<String> askedBefore(String dossierNumber, String moment, String team, String poll, Instant since) {
        List<String> polls = jdbc.sql("select id from support_poll where dossier_number = :dossier and poll_moment = :moment"
                        + " and coalesce(team_name, '') = :team and id <> :poll and opened_at > :since").param("dossier", dossierNumber)
                .param("moment", moment).param("team", team == null ? "" : team).param("poll", poll == null ? "" : poll)
                .param("since", Timestamp.from(since)).query(String.class).list();
        if (polls.isEmpty()) {
            return Set.of();
        }
        String theirs = " in (select P.PROC_INST_ID_ from ACT_HI_VARINST P where P.NAME_ = :pollId and P.TEXT_ in (:polls))";
        Set<String> asked = new HashSet<>(jdbc.sql("select distinct T.ASSIGNEE_ from ACT_HI_TASKINST T where T.TASK_DEF_KEY_ = :task"
                        + " and T.PROC_INST_ID_" + theirs).param("task", ModelIds.ANSWER_POLL).param("pollId", ModelIds.POLL).param("polls", polls)
                .query(String.class).list());
        asked.addAll(jdbc.sql("select distinct A.TEXT_ from ACT_HI_VARINST A where A.NAME_ = :address and A.PROC_INST_ID_" + theirs)
                .param("address", ModelIds.ADDRESS).param("pollId", ModelIds.POLL).param("polls", polls).query(String.class).list());
        return asked;
    }

    /** Of polls that closed with so many answers, in no order that tells who. */
    List<Word> words(String dossierNumber, int fewestAnswers) {
        return jdbc.sql("select a.id, a.free_word from support_poll_answer a join support_poll p on p.id = a.poll_id"
                        + " where p.dossier_number = :dossier and a.free_word <> '' and p.until_at <= :now"
                        + " and (select count(*) from support_poll_answer b where b.poll_id = p.id) >= :fewest order by a.id")
                .param("dossier", dossierNumber).param("now", Timestamp.from(EngineClock.now())).param("fewest", fewestAnswers)
                .query((row, index) -> new Word(CODE + row.getString(1).substring(0, CODE_LENGTH), row.getString(2))).list();
    }

    /** All of them. */
    List<Word> words(String dossierNumber) {
        return jdbc.sql("select a.id, a.free_word from support_poll_answer a join support_poll p on p.id = a.poll_id"
                + " where p.dossier_number = :dossier and a.free_word <> '' order by a.id").param("dossier", dossierNumber)
                .query((row, index) -> new Word(CODE + row.getString(1).substring(0, CODE_LENGTH), row.getString(2))).list();
    }

    @Override
    public Optional<String> kept(String number, String name) {
        return words(number).stream().filter(word -> word.code().equals(name)).map(Word::text).findFirst();
    }

    @Override
    public void erased(String number, String text) {
        jdbc.sql("update support_poll_answer set free_word = :erased where free_word = :text"
                        + " and poll_id in (select id from support_poll where dossier_number = :number)")
                .param("erased", DossierValues.ERASED).param("text", text).param("number", number).update();
    }

    @Override
    public void removed(String number) {
        for (String table : List.of("support_poll_invitation", "support_poll_answer")) {
            jdbc.sql("delete from " + table + " where poll_id in (select id from support_poll where dossier_number = :number)")
                    .param("number", number).update();
        }
        jdbc.sql("delete from support_poll where dossier_number = :number").param("number", number).update();
    }
}
