/** Messages between the two processes of a dossier. */
package nl.tweespoor.message;
