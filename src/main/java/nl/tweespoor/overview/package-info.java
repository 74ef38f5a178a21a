/** The page of a dossier: where it stands, how it got there, and who may read it. */
package nl.tweespoor.overview;
