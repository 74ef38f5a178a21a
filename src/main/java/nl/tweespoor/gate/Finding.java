package nl.tweespoor.gate;

/**
 * A fault in what someone wants to put live.
 *
 * @param file     as its author calls it
 * @param element  the name of the step, question or rule that it is about; empty for the file as a whole
 * @param sentence what is wrong and what to do, in Dutch
 */
public record Finding(String file, String element, String sentence) {

    /** As people read it, on one line. */
    public String text() {
        return file + (element.isBlank() ? "" : ", «" + element + "»") + ": " + sentence;
    }
}
