/** The roll-out: how far each team is, and barriers that a stand-up brings up. */
package nl.tweespoor.rollout;
