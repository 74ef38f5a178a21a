/**
 * What a changed model, table or form does differently, in sentences for who doesn't read files: what came, what went and what
 * changed. How it is drawn, and in which order a file happens to be written, is left out.
 */
package nl.tweespoor.comparison;
