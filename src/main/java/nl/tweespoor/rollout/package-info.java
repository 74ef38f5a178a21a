/** The roll-out: barriers that a stand-up brings up. */
package nl.tweespoor.rollout;
