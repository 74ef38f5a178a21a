/** The care teams. */
package nl.tweespoor.team;
