package nl.tweespoor.register;

import java.util.List;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.overview.Words;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDecision.Advice;

/**
 * What stands in the register, in words.
 *
 * @param onPaper how it was filtered, in one line
 * @param count   how many there are, of which these are some
 * @param older   the address of the next ones; null when there are none
 * @param newest  the address of the first ones; null when these are
 * @param exports addresses of exactly what is filtered, as files
 * @param drawn   how the sample was drawn; null when it is none
 */
record RegisterPage(String onPaper, boolean filtered, String count, List<Row> rows, String older, String newest,
        List<Export> exports, String drawn) {

    record Export(String name, String address) {
    }

    /**
     * @param anchor   by which a link points at it
     * @param address  of the decision on the page of its dossier; null when it belongs to none
     * @param readable whether the ledger can still tell it
     * @param advice   what was advised when it was not followed; null when nothing was, or it was followed
     */
    record Row(String anchor, String number, String title, String dossierAddress, String address, boolean readable, String at,
            String process, String step, String outcome, String by, String role, String reason, boolean advised, String advice,
            String reasonAgainst) {

        static Row of(Registered one) {
            boolean dossier = Dossiers.isNumber(one.number());
            String dossierAddress = dossier ? "/dossiers/" + one.number() : null;
            String address = dossier ? dossierAddress + "/besluit/" + one.sequence() : null;
            String anchor = one.number() + "-" + one.sequence();
            String at = Words.moment(one.at());
            return one.decision().map(decision -> row(one, decision, anchor, dossierAddress, address, at))
                    .orElse(new Row(anchor, one.number(), one.title(), dossierAddress, address, false, at, "", "", "", "", "", "",
                            false, null, ""));
        }

        private static Row row(Registered one, RecordedDecision decision, String anchor, String dossierAddress, String address,
                String at) {
            String role = Words.names(decision.groups());
            var against = decision.advice().filter(advice -> !advice.followed());
            return new Row(anchor, one.number(), one.title(), dossierAddress, address, true, at, one.process(),
                    decision.name(), decision.outcome(), decision.by(), decision.by().contains(role) ? "" : role,
                    decision.reason(), decision.advice().isPresent(), against.map(Advice::outcome).orElse(null),
                    against.map(Advice::reasonAgainst).orElse(""));
        }
    }
}
