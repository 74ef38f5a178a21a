/** What was agreed, asked or feared in a dossier and someone must still do something about: who raised it, whose it is, how it ended. */
package nl.tweespoor.openpoint;
