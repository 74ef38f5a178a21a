/** Who read, printed or took along what, when and in which role: of dossiers, of the register, and of this log itself. */
package nl.tweespoor.reading;
