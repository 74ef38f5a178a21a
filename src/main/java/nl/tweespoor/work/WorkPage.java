package nl.tweespoor.work;

import java.util.List;
import nl.tweespoor.dossier.SimilarDossiers.Similar;
import nl.tweespoor.overview.DossierSummary;

/**
 * What stands on the page of someone's work, in words.
 *
 * @param report where to report an opportunity; null for who can't
 * @param ask    where to ask or warn on what runs already; null for who can't
 * @param strategy where to begin a strategy; null for who can't
 * @param alike  what runs and looks like what this person wants to report
 * @param lists  of tasks; none for whom no task is ever meant
 * @param start  where this person begins, when that is elsewhere; else null
 */
record WorkPage(String report, String ask, String strategy, Alike alike, List<Tasks> lists, Reported reported, List<Finished> finished, String start) {

    /** Of each list. */
    static final int SHOWN = 5;
    static final int LONGEST_PROBLEM = 200;

    /**
     * Of dossiers that someone may not open their title and where they are is told, and never the number.
     *
     * @param problem as it was asked; empty when nothing was
     */
    record Alike(String problem, List<Similar> dossiers) {
    }

    /**
     * A list, of which the first few are shown.
     *
     * @param id   by which a link points at it; stays the same
     * @param note which of those counted are not shown here; empty when that needs no words
     * @param none what it says when there is nothing to show
     * @param more the address of the whole list; null when there is none
     */
    record Tasks(String id, String title, long count, List<Item> items, String note, String none, String more) {
    }

    /**
     * A page of what someone reported, newest first.
     *
     * @param later   the address of the page with what was reported after that; null when there is none
     * @param earlier the same for before
     */
    record Reported(List<DossierSummary> dossiers, String later, String earlier) {
    }

    /**
     * @param number of a dossier, or of what else it belongs to; empty when it belongs to nothing
     * @param page   the address of the page of its dossier; null when there is none
     * @param whose  where the list has tasks of more than one; else empty
     */
    record Item(String name, String address, String number, String title, String page, String whose, String due) {
    }

    /** @param dossier null when it belonged to none */
    record Finished(String name, String outcome, String at, DossierSummary dossier) {
    }
}
