/** Says no in Dutch, in the shape that who asked can read, and writes it in the log. */
package nl.tweespoor.refusal;
