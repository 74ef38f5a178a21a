package nl.tweespoor.upgrade;

import java.util.Arrays;

/**
 * A model, form or table of the program.
 *
 * @param offered as the program brought it at its last start
 * @param taken   as it was when it last went live; null when the organisation had one of its own from the beginning
 */
public record ShippedFile(String name, byte[] offered, byte[] taken) {

    /** Whether the program brought something that was not put live, since the organisation had changed it too. */
    public boolean waits() {
        return !Arrays.equals(offered, taken);
    }
}
