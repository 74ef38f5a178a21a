/** The demo: teams, goals and dossiers in every phase, walked through the real processes. */
package nl.tweespoor.demo;
