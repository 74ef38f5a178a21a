package nl.tweespoor.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people typed, in all that the engine keeps of a dossier: its running values go through the engine, its history has no
 * way in and is changed where it stands. In the transaction of the caller; reads all values of the dossier.
 */
@Component
public class DossierValues {

    /** What stands where something was erased. */
    public static final String ERASED = "(gewist)";

    private static final String DELETE_REASON = "DELETE_REASON_";
    private static final List<Kept> OF_A_DOSSIER = List.of(new Kept("ACT_HI_VARINST", "V.NAME_"),
            new Kept("ACT_HI_DETAIL", "V.NAME_"), new Kept("ACT_HI_DEC_IN", "null"), new Kept("ACT_HI_DEC_OUT", "null"));
    /** What an administrator wrote at a task or when deleting a process, and what it was before. */
    private static final List<Written> WRITTEN_BY_HAND = List.of(new Written("ACT_HI_OP_LOG", "ORG_VALUE_"),
            new Written("ACT_HI_OP_LOG", "NEW_VALUE_"), new Written("ACT_HI_TASKINST", "DESCRIPTION_"),
            new Written("ACT_HI_TASKINST", DELETE_REASON), new Written("ACT_HI_PROCINST", DELETE_REASON));
    /** What the engine itself says there of a task; read by {@link TaskHistory}. */
    private static final List<String> ENGINE_REASONS = List.of(TaskEntity.DELETE_REASON_COMPLETED, TaskEntity.DELETE_REASON_DELETED);
    private static final String ROOTS =
            " (select P.ROOT_PROC_INST_ID_ from ACT_HI_PROCINST P where P.BUSINESS_KEY_ = :number)";

    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    DossierValues(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * Something that was typed.
     *
     * @param text     as the ledger holds it
     * @param ownWords whether it is text that only people read
     */
    public record Typed(String name, String text, boolean ownWords) {

        /** A choice, a number or a date, which the models read, looks like this; so does a text of one plain word. */
        private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:+-]*");

        /** Whether it is the same under any name; else it means something under its own name only. */
        public boolean isTheSameAnywhere() {
            return ownWords && !WORD.matcher(text).matches();
        }

        boolean isIn(String column, String value) {
            return text.equals(value) && (isTheSameAnywhere() || column == null || column.equals(name));
        }
    }

    /** A table with values in columns that are called the same in all of them. */
    private record Kept(String table, String name) {
    }

    /** A column with a text. */
    private record Written(String table, String column) {

        boolean mayHold(String text) {
            return !column.equals(DELETE_REASON) || !ENGINE_REASONS.contains(text);
        }
    }

    private record Row(String id, String name, String text, String bytesId, String json) {
    }

    /** Whether a model of this dossier may still read it: then it can't go yet. */
    public boolean needs(String number, Typed typed) {
        return !typed.ownWords() && !running(number).isEmpty() && Unchecked.inCommand(engine, context -> variables(number)
                .variableName(typed.name()).count()) > 0;
    }

    public void erase(String number, Typed typed) {
        if (!running(number).isEmpty()) {
            Unchecked.inCommand(engine, context -> {
                variables(number).list().forEach(variable -> erase(context, variable, typed));
                engine.getTaskService().createTaskQuery().processInstanceIdIn(running(number).toArray(String[]::new))
                        .taskDescription(typed.text()).list().forEach(task -> task.setDescription(ERASED));
                return null;
            });
        }
        OF_A_DOSSIER.forEach(kept -> rows(kept, "V.ROOT_PROC_INST_ID_ in" + ROOTS, number).forEach(row -> erase(kept, row, typed)));
        WRITTEN_BY_HAND.stream().filter(written -> written.mayHold(typed.text())).forEach(written -> jdbc
                .sql("update " + written.table() + " set " + written.column() + " = :erased where " + written.column()
                        + " = :text and ROOT_PROC_INST_ID_ in" + ROOTS).param("erased", ERASED).param("text", typed.text())
                .param("number", number).update());
        eraseComments(number, typed.text());
    }

    /** The engine keeps each twice: as bytes, and shortened. */
    private void eraseComments(String number, String text) {
        record Comment(String id, byte[] message) {
        }
        jdbc.sql("select C.ID_, C.FULL_MSG_ from ACT_HI_COMMENT C where C.ROOT_PROC_INST_ID_ in" + ROOTS).param("number", number)
                .query((row, index) -> new Comment(row.getString(1), row.getBytes(2))).list().stream()
                .filter(comment -> comment.message() != null && text.equals(new String(comment.message(), StandardCharsets.UTF_8)))
                .forEach(comment -> jdbc.sql("update ACT_HI_COMMENT set MESSAGE_ = :erased, FULL_MSG_ = :bytes where ID_ = :id")
                        .param("erased", ERASED).param("bytes", ERASED.getBytes(StandardCharsets.UTF_8))
                        .param("id", comment.id()).update());
    }

    /** In lists of this name in any dossier, such as the options of a question. */
    public void replaceInLists(String name, String text, String by) {
        Unchecked.inCommand(engine, context -> {
            engine.getRuntimeService().createVariableInstanceQuery().variableName(name).list()
                    .forEach(variable -> replaceInList(context, variable, text, by));
            return null;
        });
        OF_A_DOSSIER.stream().filter(kept -> !kept.name().equals("null"))
                .forEach(kept -> rows(kept, "V.NAME_ = :number", name).forEach(row -> replaceInList(row, text, by)));
    }

    private List<String> running(String number) {
        return jdbc.sql("select R.ID_ from ACT_HI_PROCINST R where R.END_TIME_ is null and R.ROOT_PROC_INST_ID_ in" + ROOTS)
                .param("number", number).query(String.class).list();
    }

    private VariableInstanceQuery variables(String number) {
        return engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(running(number).toArray(String[]::new));
    }

    private static void erase(CommandContext context, VariableInstance variable, Typed typed) {
        Object value = variable.getValue();
        if (value != null && typed.isIn(variable.getName(), value.toString())) {
            scope(context, variable).setVariableLocal(variable.getName(), ERASED);
        } else if (typed.isTheSameAnywhere()) {
            replaceInList(context, variable, typed.text(), ERASED);
        }
    }

    private static void replaceInList(CommandContext context, VariableInstance variable, String text, String by) {
        if (variable.getValue() instanceof SpinJsonNode json) {
            JsonTexts.replace(json.toString(), text, by).ifPresent(
                    left -> scope(context, variable).setVariableLocal(variable.getName(), Spin.JSON(left)));
        }
    }

    private static AbstractVariableScope scope(CommandContext context, VariableInstance variable) {
        return variable.getTaskId() != null ? context.getTaskManager().findTaskById(variable.getTaskId())
                : context.getExecutionManager().findExecutionById(variable.getExecutionId());
    }

    private List<Row> rows(Kept kept, String where, String parameter) {
        return jdbc.sql("select V.ID_, " + kept.name() + ", V.TEXT_, V.DOUBLE_, V.BYTEARRAY_ID_, B.BYTES_ from " + kept.table()
                        + " V left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ where " + where)
                .param("number", parameter).query((row, index) -> {
                    Object number = row.getObject(4);
                    byte[] bytes = row.getBytes(6);
                    String text = row.getString(3) == null && number != null ? number.toString() : row.getString(3);
                    return new Row(row.getString(1), row.getString(2), text, row.getString(5),
                            bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
                }).list();
    }

    private void erase(Kept kept, Row row, Typed typed) {
        if (typed.isIn(row.name(), row.json() == null ? row.text() : row.json())) {
            jdbc.sql("update " + kept.table() + " set VAR_TYPE_ = 'string', TEXT_ = :erased, TEXT2_ = null, LONG_ = null,"
                    + " DOUBLE_ = null, BYTEARRAY_ID_ = null where ID_ = :id").param("erased", ERASED).param("id", row.id()).update();
            jdbc.sql("delete from ACT_GE_BYTEARRAY where ID_ = :id").param("id", row.bytesId()).update();
        } else if (typed.isTheSameAnywhere()) {
            replaceInList(row, typed.text(), ERASED);
        }
    }

    private void replaceInList(Row row, String text, String by) {
        if (row.json() != null) {
            JsonTexts.replace(row.json(), text, by).ifPresent(left -> jdbc
                    .sql("update ACT_GE_BYTEARRAY set BYTES_ = :bytes where ID_ = :id")
                    .param("bytes", left.getBytes(StandardCharsets.UTF_8)).param("id", row.bytesId()).update());
        }
    }
}
