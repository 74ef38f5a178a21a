/** The page of the strategy: what we want, which dossiers serve it, and how far they are; and the same for who looks at it in monitoring. */
package nl.tweespoor.yardstick;
