/** The roll-out: how far each team is. */
package nl.tweespoor.rollout;
