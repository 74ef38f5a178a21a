package nl.tweespoor.moving;

import java.util.List;

/**
 * What someone reads before dossiers go to another version.
 *
 * @param address of this page
 * @param back    the address of the page of the process
 * @param targets the numbers of the versions to choose from, newest first
 * @param place   the element to which the choice of dossiers is limited; empty for none
 * @param noticed what people must know before, in sentences
 * @param movable how many can go along, by where they stand
 * @param shown   the first of those, that were tried
 * @param staying those that can't
 * @param more    how many can't beside those
 * @param earlier what was asked before
 */
record MovePage(String address, String back, String name, int from, int to, List<Integer> targets, String place, List<MovePlan.Place> places,
        List<String> noticed, long movable, List<Dossier> shown, List<Staying> staying, long more, List<Earlier> earlier) {

    /** @param at where it stands, as people read it */
    record Dossier(String instance, String number, String at) {
    }

    record Staying(String number, List<String> why) {
    }

    record Earlier(String address, String when, int from, int to) {
    }
}
