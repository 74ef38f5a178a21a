/** What a council says of a plan, point by point, and what was decided on each. */
package nl.tweespoor.council;
