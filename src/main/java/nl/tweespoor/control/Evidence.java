package nl.tweespoor.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a control saw, gathered while it looks. */
public final class Evidence {

    private final List<Observation> findings = new ArrayList<>();
    private final List<Observation> information = new ArrayList<>();
    private long examined;

    void examined() {
        examined(1);
    }

    void examined(long more) {
        examined += more;
    }

    /** Something that may not be so. */
    void find(Observation observation) {
        findings.add(observation);
    }

    /** Something that is worth knowing, and is allowed. */
    void inform(Observation observation) {
        information.add(observation);
    }

    /** By dossier. */
    public List<Observation> findings() {
        return sorted(findings);
    }

    /** By dossier. */
    public List<Observation> information() {
        return sorted(information);
    }

    /** How many things were looked at. */
    public long number() {
        return examined;
    }

    private static List<Observation> sorted(List<Observation> observations) {
        List<Observation> sorted = new ArrayList<>(observations);
        Collections.sort(sorted);
        return List.copyOf(sorted);
    }
}
