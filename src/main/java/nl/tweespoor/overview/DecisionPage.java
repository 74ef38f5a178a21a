package nl.tweespoor.overview;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.form.FilledQuestion;

/**
 * On what grounds something was decided, in words.
 *
 * @param absent        in whose place it was taken; empty when it was the own place
 * @param advice        what was advised; null when nothing was
 * @param reasonAgainst empty when the advice was followed
 * @param form          what was asked and answered; null when that version of the form is not there any more
 * @param model         of the process, with its version and since when it was in use
 * @param marks         the files by name and hash, by which anyone can hold them against a proof
 */
record DecisionPage(String number, String title, long sequence, String step, String outcome, String person, String absent,
        String role, String at, String reason, String advice, boolean followed, String reasonAgainst,
        List<FilledQuestion> form, Optional<FiredTable> table, String model, List<String> marks) {
}
