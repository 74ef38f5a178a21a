/** What stands at the top of every page of ours: who reads it, and where else they can go. */
package nl.tweespoor.navigation;
