/** How this installation runs: as the demo or for real, and from where it can be reached. */
package nl.tweespoor.startup;
