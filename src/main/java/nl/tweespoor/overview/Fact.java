package nl.tweespoor.overview;

/** Something that is known, and what it is about. */
record Fact(String about, String words) {
}
