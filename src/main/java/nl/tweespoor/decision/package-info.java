/** What was decided in a dossier, by whom and why, and the reasons that decision tables give. */
package nl.tweespoor.decision;
