package nl.tweespoor.moving;

import java.util.List;

/**
 * How far a move is.
 *
 * @param back the address of the page of the process
 * @param who  asked it, as people read it
 */
record Progress(String address, String back, String name, int from, int to, String who, String when, String reason, long total, long moved,
        long waiting, List<MoveRepository.Stayed> stayed) {
}
