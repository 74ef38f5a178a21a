/** The pages of a dossier: where it stands, how it got there, on what grounds something was decided, and who read it. */
package nl.tweespoor.overview;
