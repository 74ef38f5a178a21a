/**
 * How this installation runs: as the demo or for real, from where it can be reached, or only for a command of an administrator.
 */
package nl.tweespoor.startup;
