package nl.tweespoor.navigation;

/**
 * A place where someone can go from every page.
 *
 * @param here whether they are in it now
 */
public record Destination(String name, String address, boolean here) {
}
