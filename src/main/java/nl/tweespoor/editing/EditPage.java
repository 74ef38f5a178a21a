package nl.tweespoor.editing;

import nl.tweespoor.live.ModelKind;

/**
 * What someone edits.
 *
 * @param key     the id of the process, table or form
 * @param name    as people read it
 * @param file    empty for what is new: its id then gives its name
 * @param source  where the editor finds what is live; empty for what is new
 * @param address of the page to go back to
 */
record EditPage(ModelKind kind, String key, String name, String file, String source, String address) {

    private static final String OVERVIEW = "/processes";

    static EditPage newForm() {
        return new EditPage(ModelKind.FORM, "", "Nieuw formulier", "", "", OVERVIEW);
    }
}
