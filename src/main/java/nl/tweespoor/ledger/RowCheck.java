package nl.tweespoor.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What can be said of an entry without knowing any other: most of the work, and it can be done for many at once.
 *
 * @param hashHolds whether it is of what is in the row
 * @param problems  in Dutch
 * @param missing   names of values whose commitment is there, and they aren't
 * @param erases    null when it erases nothing
 * @param removes   null when it removes nothing
 */
record RowCheck(Row row, boolean hashHolds, List<String> problems, List<String> missing, Content.Erased erases,
        Content.Removed removes) {

    private static final ThreadLocal<Fields> FIELDS = ThreadLocal.withInitial(Fields::new);

    static RowCheck of(Row row) {
        Fields fields = FIELDS.get();
        boolean hashHolds = row.hashHolds(fields);
        List<String> problems = new ArrayList<>(0);
        List<String> missing = new ArrayList<>(0);
        Content.Erased erases = null;
        Content.Removed removes = null;
        try {
            JsonReading.Said content = JsonReading.content(row.content());
            Map<String, Disclosed.Salted> values = JsonReading.disclosed(row.disclosed());
            values(content.commitments(), values, fields, problems, missing);
            erases = content.erases();
            if (Ledger.ERASURE.equals(row.kind()) != (erases != null)) {
                problems.add("Deze regel zegt niet goed wat er gewist is.");
                erases = null;
            }
            removes = content.removes();
            if (!saysWellWhatItRemoves(row, removes)) {
                problems.add("Deze regel zegt niet goed wat er verwijderd is.");
                removes = null;
            }
        } catch (IllegalArgumentException e) {
            problems.add("De inhoud is niet te lezen.");
        }
        return new RowCheck(row, hashHolds, problems, missing, erases, removes);
    }

    private static boolean saysWellWhatItRemoves(Row row, Content.Removed removes) {
        return Ledger.REMOVAL.equals(row.kind()) == (removes != null)
                && (removes == null || removes.isPossible() && Entry.NO_DOSSIER.equals(row.chain()));
    }

    private static void values(Map<String, String> commitments, Map<String, Disclosed.Salted> values, Fields fields,
            List<String> problems, List<String> missing) {
        values.forEach((name, salted) -> {
            String commitment = commitments.get(name);
            if (commitment == null) {
                problems.add("De waarde '" + name + "' hoort niet bij deze regel.");
            } else if (!salted.fits(commitment, fields)) {
                problems.add("De waarde '" + name + "' is veranderd.");
            }
        });
        for (String name : commitments.keySet()) {
            if (!values.containsKey(name)) {
                missing.add(name);
            }
        }
    }
}
