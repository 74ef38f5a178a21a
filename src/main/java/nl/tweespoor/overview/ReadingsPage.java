package nl.tweespoor.overview;

import java.util.List;

/**
 * Who read a dossier, in words, newest first.
 *
 * @param more how many older ones are not on the page
 */
record ReadingsPage(String number, String title, List<Line> lines, long more) {

    /** @param source the network address it was asked from */
    record Line(String at, String who, String roles, String what, boolean refused, String source) {

        private static final String COLLEAGUE = "Een collega";

        /** The same without what tells who it was. */
        static Line ofColleague(Line line) {
            return new Line(line.at(), COLLEAGUE, "", line.what(), line.refused(), "");
        }

        boolean isUnnamed() {
            return who.equals(COLLEAGUE);
        }
    }
}
