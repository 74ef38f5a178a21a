/** A dossier from report to end: its number, and who reported it. */
package nl.tweespoor.dossier;
