package nl.tweespoor.live;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of things that are live, with the table of the engine that holds their versions. */
public enum ModelKind {

    PROCESS("process", "act_re_procdef", "name_"),
    TABLE("table", "act_re_decision_def", "name_"),
    /** Of a form the engine knows no name. */
    FORM("form", "act_re_camformdef", "key_");

    private final String word;
    private final String table;
    private final String nameColumn;

    ModelKind(String word, String table, String nameColumn) {
        this.word = word;
        this.table = table;
        this.nameColumn = nameColumn;
    }

    /** As it stands in an address. */
    public String word() {
        return word;
    }

    String table() {
        return table;
    }

    String nameColumn() {
        return nameColumn;
    }

    public static Optional<ModelKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
