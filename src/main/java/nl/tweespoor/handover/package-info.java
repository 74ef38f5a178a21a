/** The hand-over between the two tracks, and what must be so before a dossier is secured. */
package nl.tweespoor.handover;
