/** How long things may take, from the table of periods. */
package nl.tweespoor.period;
