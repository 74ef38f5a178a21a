package nl.tweespoor.register;

import java.util.List;
import nl.tweespoor.control.Control;
import nl.tweespoor.control.ControlResult;
import nl.tweespoor.control.Observation;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.overview.Words;

/**
 * A control as it stands on the page.
 *
 * @param verdict     in words; null as long as nobody asked for it
 * @param information what is allowed, and worth knowing
 * @param more        how many findings there are besides those that are shown
 */
record ControlView(String id, String name, String looksAt, boolean underWay, String verdict, boolean clean, String at, String examined,
        List<Evidence> findings, List<Evidence> information, long more) {

    /** What one page still shows; the command tells all of them. */
    private static final int MOST_SHOWN = 200;

    /**
     * @param dossier the number of the dossier that it is about; null when it is about none that has a page
     * @param where   the place in it, or elsewhere; empty when there is none
     */
    record Evidence(String dossier, String where, String sentence) {

        static Evidence of(Observation observation) {
            boolean dossier = observation.chain() != null && Dossiers.isNumber(observation.chain());
            String place = observation.sequence() != null ? "regel " + observation.sequence()
                    : observation.row() != null ? observation.row() : "";
            String chain = dossier || observation.chain() == null ? "" : observation.chain();
            return new Evidence(dossier ? observation.chain() : null,
                    chain.isEmpty() || place.isEmpty() ? chain + place : chain + ", " + place, observation.sentence());
        }
    }

    static ControlView asked(Control control, boolean underWay) {
        return new ControlView(control.id(), control.name(), control.looksAt(), underWay, null, false, "", "", List.of(), List.of(), 0);
    }

    static ControlView told(Control control, boolean underWay, ControlRuns.Done done) {
        ControlResult result = done.result();
        int found = result.findings().size();
        return new ControlView(control.id(), control.name(), control.looksAt(), underWay,
                found == 0 ? "Geen bevindingen" : found == 1 ? "1 bevinding" : found + " bevindingen", result.isClean(),
                Words.moment(result.at()) + ", door " + done.by(), String.valueOf(result.examined()),
                shown(result.findings()), shown(result.information()),
                Math.max(0, Math.max(found, result.information().size()) - MOST_SHOWN));
    }

    private static List<Evidence> shown(List<Observation> observations) {
        return observations.stream().limit(MOST_SHOWN).map(Evidence::of).toList();
    }
}
