/**
 * What a proposed process does before it is live: a Tweespoor of its own, in memory and reachable by nobody, in which dossiers are
 * walked at random until every path was taken or there was time enough ({@code domain.md}, process-change).
 */
package nl.tweespoor.trial;
