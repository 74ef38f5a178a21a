/** The page where everyone begins: what is mine to do, and what became of what I did. */
package nl.tweespoor.work;
