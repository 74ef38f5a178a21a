package nl.tweespoor.live;

import nl.tweespoor.comparison.Compared;

/**
 * A file that the program and the organisation both changed.
 *
 * @param address of the page of what is in it; null when that is not live
 * @param theirs  what the program changed since it was last taken
 * @param ours    what was changed here since; both null when it was never taken
 * @param between what differs between what is live and what the program brings
 */
record UpgradePage(String name, String address, Compared theirs, Compared ours, Compared between) {
}
