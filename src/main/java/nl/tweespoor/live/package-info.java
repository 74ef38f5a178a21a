/**
 * The page Processen: what is live, since when and by whom, what is running on which version, what a version changed, and
 * making a previous version the current one again ({@code domain.md}, invariants 7 and 17).
 */
package nl.tweespoor.live;
