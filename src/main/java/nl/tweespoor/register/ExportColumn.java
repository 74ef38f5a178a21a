package nl.tweespoor.register;

import java.util.function.Function;
import nl.tweespoor.overview.Words;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDecision.Advice;

/** A column of a table of decisions: what it is called, what stands in it, and how wide that is in letters. */
enum ExportColumn {

    DOSSIER("Dossier", 14, Registered::number),
    TITLE("Titel", 40, Registered::title),
    SEQUENCE("Regel", 8, one -> String.valueOf(one.sequence())),
    AT("Datum en tijd", 20, one -> ""),
    PROCESS("Proces", 30, Registered::process),
    VERSION("Versie", 8, of(decision -> String.valueOf(decision.step().version()))),
    STEP("Besluit", 30, of(decision -> decision.step().name())),
    TEAM("Team", 20, of(RecordedDecision::team)),
    OUTCOME("Uitkomst", 40, of(RecordedDecision::outcome)),
    BY("Genomen door", 30, of(RecordedDecision::by)),
    GROUP("Taak van", 24, of(decision -> Words.names(decision.groups()))),
    REASON("Reden", 60, of(RecordedDecision::reason)),
    ADVICE("Advies", 40, of(decision -> decision.advice().map(Advice::outcome).orElse(""))),
    FOLLOWED("Volgens het advies", 12, of(decision -> decision.advice().map(advice -> advice.followed() ? "ja" : "nee").orElse(""))),
    REASON_AGAINST("Waarom anders dan het advies", 60, of(decision -> decision.advice().map(Advice::reasonAgainst).orElse("")));

    private final String title;
    private final int width;
    private final Function<Registered, String> text;

    ExportColumn(String title, int width, Function<Registered, String> text) {
        this.title = title;
        this.width = width;
        this.text = text;
    }

    /** What can't be read any more says so in the column of the decision. */
    private static Function<Registered, String> of(Function<RecordedDecision, String> text) {
        return one -> one.decision().map(text).orElse("(niet te lezen)");
    }

    String title() {
        return title;
    }

    int width() {
        return width;
    }

    /** Empty for the moment, which each kind of file writes in its own way. */
    String text(Registered one) {
        return text.apply(one);
    }
}
