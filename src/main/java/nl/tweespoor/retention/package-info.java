/** How long what has ended is kept, from the table of retention, and taking it away afterwards. */
package nl.tweespoor.retention;
